"""mapping of objectives between versions of a strategy"""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pack_mapping",
        *(sa.Column(name, sa.String(40), nullable=False) for name in ("before", "after")),
        sa.Column("objectives", sa.JSON(), nullable=False),
        sa.Column("changed_by", sa.String(64), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("confirmed_by", sa.String(64), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        *(
            sa.ForeignKeyConstraint([name], ["account.id"], name=op.f(f"fk_pack_mapping_{name}_account"))
            for name in ("changed_by", "confirmed_by")
        ),
        sa.PrimaryKeyConstraint("before", "after", name=op.f("pk_pack_mapping")),
    )
