"""what a letter tells in each of several roles

Letters that were written before tell in one role each, and stand for themselves.
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_part",
        sa.Column("once", sa.String(length=160), nullable=False),
        sa.Column("letter", sa.String(length=64), nullable=False),
        sa.Column("about", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["letter"], ["letter.id"], name=op.f("fk_letter_part_letter_letter"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("once", name=op.f("pk_letter_part")),
    )
    op.create_index(op.f("ix_letter_part_letter"), "letter_part", ["letter"], unique=False)
    op.create_index(op.f("ix_letter_part_about"), "letter_part", ["about"], unique=False)
