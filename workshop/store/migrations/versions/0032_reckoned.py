"""by which way of reckoning it is kept where goals stand and what is asked: what was reckoned otherwise is made anew"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plan_outlook", sa.Column("reckoned", sa.Integer(), nullable=False, server_default="0"))
