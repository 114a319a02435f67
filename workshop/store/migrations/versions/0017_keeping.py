"""how long names are kept, holds on removing, and looks into workshops"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisation", sa.Column("names_months", sa.Integer(), nullable=True))
    op.add_column("organisation", sa.Column("privacy_contact", sa.String(254), nullable=False, server_default=""))
    op.add_column("workshop", sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("workshop", sa.Column("held_why", sa.String(200), nullable=False, server_default=""))
    _insights()


def _insights() -> None:
    op.create_table(
        "insight",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("workshop", sa.String(64), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("why", sa.String(300), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["workshop"], ["workshop.id"], name=op.f("fk_insight_workshop_workshop")),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_insight_account_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_insight")),
    )
    op.create_index(op.f("ix_insight_workshop"), "insight", ["workshop"], unique=False)
