"""roles that people hold, as long as plans name them

SQLite counts no letters: there it stays as it is, since to alter a table is to copy it.
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.alter_column("role_holder", "role", type_=sa.Text(), existing_nullable=False)
