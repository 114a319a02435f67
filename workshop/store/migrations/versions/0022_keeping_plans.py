"""how long drafts and approved plans are kept, and holds on them"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("drafts_months", sa.Integer(), nullable=True))
    op.add_column("organisation", sa.Column("records_months", sa.Text(), nullable=False, server_default=""))
    op.add_column("plan", sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("plan", sa.Column("held_why", sa.String(200), nullable=False, server_default=""))
