"""organisations as a tree, and roles in them"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# SQLite would copy a whole table to add a column that points elsewhere, and others point at it: said in its own words.
POINTS = (
    "ALTER TABLE {table} ADD COLUMN {column} VARCHAR(64) "
    "CONSTRAINT fk_{table}_{column}_organisation REFERENCES organisation (id)"
)


def upgrade() -> None:
    _widen_organisation()
    _widen_links()
    op.create_table(
        "organisation_place",
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("under", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_organisation_place_organisation_organisation")
        ),
        sa.ForeignKeyConstraint(["under"], ["organisation.id"], name=op.f("fk_organisation_place_under_organisation")),
        sa.PrimaryKeyConstraint("organisation", "since", name=op.f("pk_organisation_place")),
    )
    op.create_index(op.f("ix_organisation_place_under"), "organisation_place", ["under"], unique=False)
    op.create_table(
        "organisation_role",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_organisation_role_account_account")),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_organisation_role_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_role")),
    )
    for column in ("account", "organisation"):
        op.create_index(op.f(f"ix_organisation_role_{column}"), "organisation_role", [column], unique=False)


def _widen_organisation() -> None:
    texts = {"former": sa.Text(), "code": sa.String(40), "kind": sa.String(20), "languages": sa.String(40)}
    for name, kind in (texts | {"contact": sa.String(254), "statement": sa.String(500)}).items():
        op.add_column("organisation", sa.Column(name, kind, nullable=False, server_default=""))
    for name, kind in {"opened": sa.Date(), "closed": sa.Date(), "kept_months": sa.Integer()}.items():
        op.add_column("organisation", sa.Column(name, kind, nullable=True))
    op.execute(POINTS.format(table="organisation", column="successor"))


def _widen_links() -> None:
    op.execute(POINTS.format(table="invitation", column="organisation"))
    op.add_column("invitation", sa.Column("part", sa.String(20), nullable=False, server_default=""))
    for name in ("since", "until"):
        op.add_column("invitation", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("login", sa.Column("confirmed", sa.DateTime(timezone=True), nullable=True))
