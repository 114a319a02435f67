"""when a round of follow-up was moved to another last day, and when it was withdrawn"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("follow_round", sa.Column("moved_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("follow_round", sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True))
