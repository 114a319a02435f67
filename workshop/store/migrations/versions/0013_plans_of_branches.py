"""plans of branches: what a plan began as"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plan", sa.Column("kind", sa.String(length=20), nullable=False, server_default=""))
