"""signing in at providers, and roles by their word"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

# As in 0008: SQLite would copy the whole table.
POINTS = (
    "ALTER TABLE {table} ADD COLUMN provider VARCHAR(64) "
    "CONSTRAINT fk_{table}_provider_provider REFERENCES provider (id)"
)
LETTERS = {"name": 120, "issuer": 500, "client": 255, "variable": 120, "scopes": 300, "hosts": 500, "identity": 200}


def upgrade() -> None:
    op.create_table(
        "provider",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in LETTERS.items()),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider")),
    )
    _rules()
    _identities()
    op.create_table(
        "spent_state",
        sa.Column("state_hash", sa.String(64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name=op.f("pk_spent_state")),
    )
    op.create_index(op.f("ix_spent_state_at"), "spent_state", ["at"])
    for table in ("login", "organisation_role"):
        op.execute(POINTS.format(table=table))


def _rules() -> None:
    letters = {"provider": 64, "claim": 120, "value": 255, "organisation": 64, "role": 20}
    op.create_table(
        "provider_rule",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in letters.items()),
        sa.ForeignKeyConstraint(["provider"], ["provider.id"], name=op.f("fk_provider_rule_provider_provider")),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_provider_rule_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_provider_rule")),
    )
    op.create_index(op.f("ix_provider_rule_provider"), "provider_rule", ["provider"])


def _identities() -> None:
    letters = {"issuer": 500, "who": 1000, "account": 64}
    op.create_table(
        "identity",
        sa.Column("id", sa.String(64), nullable=False),
        *(sa.Column(name, sa.String(length), nullable=False) for name, length in letters.items()),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("created", "seen")),
        sa.ForeignKeyConstraint(["account"], ["account.id"], name=op.f("fk_identity_account_account")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("issuer", "who", name=op.f("uq_identity_issuer")),
    )
    op.create_index(op.f("ix_identity_account"), "identity", ["account"])
