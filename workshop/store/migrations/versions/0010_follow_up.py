"""rounds of follow-up, holders of roles with their links, and plans as they are followed up"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "follow_round",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("fi", sa.String(length=120), nullable=False),
        sa.Column("sv", sa.String(length=120), nullable=False),
        sa.Column("en", sa.String(length=120), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_follow_round_created_by_account")),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_follow_round_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_round")),
    )
    op.create_index(op.f("ix_follow_round_organisation"), "follow_round", ["organisation"], unique=False)

    op.create_table(
        "role_holder",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=80), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_role_holder_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_holder")),
    )
    op.create_index(op.f("ix_role_holder_organisation"), "role_holder", ["organisation"], unique=False)

    op.create_table(
        "check_in_link",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("holder", sa.String(length=64), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["created_by"], ["account.id"], name=op.f("fk_check_in_link_created_by_account")),
        sa.ForeignKeyConstraint(["holder"], ["role_holder.id"], name=op.f("fk_check_in_link_holder_role_holder")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_check_in_link")),
    )
    op.create_index(op.f("ix_check_in_link_holder"), "check_in_link", ["holder"], unique=False)

    op.create_table(
        "plan_followed",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_followed_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_plan_followed")),
    )
