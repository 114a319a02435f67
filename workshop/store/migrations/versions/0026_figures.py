"""what was entered into approved plans by metric, what branches put together of it, and which goals look alike"""

import json
from collections import defaultdict
from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    figures = op.create_table(
        "plan_figure",
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_figure_plan_plan")),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_plan_figure")),
    )
    op.create_index(op.f("ix_plan_figure_plan"), "plan_figure", ["plan"])
    op.create_table(
        "plan_recipe",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_recipe_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_plan_recipe")),
    )
    op.create_table(
        "branch_alike",
        sa.Column("organisation", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation"], ["organisation.id"], name=op.f("fk_branch_alike_organisation_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation", name=op.f("pk_branch_alike")),
    )
    followed = sa.table("plan_followed", sa.column("plan"), sa.column("body"))
    connection = op.get_bind()
    for plan in connection.scalars(sa.select(followed.c.plan)).all():
        body = connection.execute(sa.select(followed.c.body).where(followed.c.plan == plan)).scalar_one()
        of = in_force(json.loads(body))
        rows = [{"place": place(plan, metric), "plan": plan, "body": entries} for metric, entries in of.items()]
        if rows:
            connection.execute(figures.insert(), rows)


def in_force(read: dict) -> dict[str, str]:
    """By metric, what was counted by the definition that it has now."""
    found = defaultdict(list)
    for each in read.get("entries", ()):
        if each.get("definition", 1) > len(read.get("redefined", {}).get(each["metric"], ())):
            found[each["metric"]].append(each)
    return {metric: json.dumps(of, ensure_ascii=False, separators=(",", ":")) for metric, of in found.items()}


def place(plan: str, metric: str) -> str:
    return sha256(f"{plan}/{metric}".encode()).hexdigest()[:32]
