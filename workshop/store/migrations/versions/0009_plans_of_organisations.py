"""whose plans they are, by id"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # A name belongs to nobody for certain, so no plan is given away by it: its editors say whose it is.
    op.execute("ALTER TABLE plan RENAME COLUMN organisation TO organisation_name")
    # SQLite would copy the whole table to add a column that points elsewhere.
    op.execute(
        "ALTER TABLE plan ADD COLUMN organisation VARCHAR(64) "
        "CONSTRAINT fk_plan_organisation_organisation REFERENCES organisation (id)"
    )
    op.add_column("plan", sa.Column("published_title", sa.String(200), nullable=False, server_default=""))
    op.execute("UPDATE plan SET published_title = title WHERE stage = 'approved'")
    op.create_index(op.f("ix_plan_organisation"), "plan", ["organisation"], unique=False)
