"""figures beside the plans that they were entered in, and what the plans before and after one need of it"""

import json
from collections import defaultdict
from itertools import chain

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None

MOVED = ("entries", "newest", "redefined", "continues", "closed")


def upgrade() -> None:
    terms = op.create_table(
        "plan_term",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_term_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_plan_term")),
    )
    op.create_table(
        "branch_drawn",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_branch_drawn_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_branch_drawn")),
    )
    op.add_column("plan_followed", sa.Column("entries", sa.Text(), nullable=False, server_default=""))
    followed = sa.table("plan_followed", sa.column("plan"), sa.column("body"), sa.column("entries"))
    connection = op.get_bind()
    for plan in connection.scalars(sa.select(followed.c.plan)).all():
        of = followed.c.plan == plan
        read = json.loads(connection.execute(sa.select(followed.c.body).where(of)).scalar_one())
        own = {name: value for name, value in read.items() if name not in MOVED}
        values = {"body": told(own), "entries": told(read.get("entries", []))}
        connection.execute(sa.update(followed).where(of).values(values))
        connection.execute(terms.insert().values(plan=plan, body=told(term(read))))


def told(what: object) -> str:
    return json.dumps(what, ensure_ascii=False, separators=(",", ":"))


def term(read: dict) -> dict:
    """What the plans before and after it need."""
    plan, goals = read["plan"], read["plan"].get("goals", [])
    metrics = chain(plan.get("loose_metrics", []), *(goal.get("metrics", []) for goal in goals))
    actions = chain(plan.get("loose_actions", []), *(goal.get("actions", []) for goal in goals))
    anew = read.get("redefined", {})
    found = read["newest"] if read.get("newest") is not None else newest(read.get("entries", []), anew)
    return {
        "title": plan.get("title", {}),
        "period": plan.get("period", {}),
        "metrics": sorted({each["id"] for each in metrics}),
        "actions": sorted({each["id"] for each in actions}),
        "newest": found,
        "redefined": anew,
        "continues": read.get("continues"),
        "closed": read.get("closed"),
    }


def newest(entries: list, anew: dict) -> dict:
    """The last period's figure of each metric by the definition in force, as rows of before have not."""
    by_metric = defaultdict(list)
    for each in entries:
        if each.get("definition", 1) > len(anew.get(each["metric"], ())):
            by_metric[each["metric"]].append(each)
    return {metric: last(of) for metric, of in by_metric.items()}


def last(entries: list) -> dict:
    definition = max(each.get("definition", 1) for each in entries)
    of = [each for each in entries if each.get("definition", 1) == definition]
    end = max((each["period"]["last"], each["period"]["first"]) for each in of)
    *was, now = [each for each in of if (each["period"]["last"], each["period"]["first"]) == end]
    return {"now": now, "was": was}
