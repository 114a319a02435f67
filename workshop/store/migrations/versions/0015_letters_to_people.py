"""letters with sealed links, people's languages, addresses that letters come back from, plans keyed in for others"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("letter", sa.Column("about", sa.String(length=64), server_default="", nullable=False))
    op.add_column("letter", sa.Column("sealed", sa.Text(), server_default="", nullable=False))
    op.add_column("letter", sa.Column("until", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_letter_about"), "letter", ["about"], unique=False)
    for table in ("account", "role_holder"):
        op.add_column(table, sa.Column("language", sa.String(length=8), server_default="", nullable=False))
    op.add_column("plan", sa.Column("keyed_in", sa.String(length=64), server_default="", nullable=False))
    op.add_column("plan", sa.Column("confirmed", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "bounce",
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_bounce")),
    )
