"""how goals stand from day to day, in the place of how each of their metrics looks"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

URGENCY = ("behind", "overdue", "slightly_behind", "no_figure", "on_its_way")
METRICS = 4
"""The place of metrics in a goal's row, as (status, reason, lag, the last day before a newer figure is overdue)."""
EVER = "9999-12-31"


def upgrade() -> None:
    outlooks = sa.table("plan_outlook", sa.column("plan"), sa.column("body"))
    connection = op.get_bind()
    for plan in connection.scalars(sa.select(outlooks.c.plan).where(outlooks.c.body != "")).all():
        of = outlooks.c.plan == plan
        *whose, goals = json.loads(connection.execute(sa.select(outlooks.c.body).where(of)).scalar_one())
        body = json.dumps([*whose, [told(goal) for goal in goals]], ensure_ascii=False, separators=(",", ":"))
        connection.execute(sa.update(outlooks).where(of).values(body=body))


def told(goal: list) -> list:
    return [*goal[:METRICS], phases(goal[METRICS]), *goal[METRICS + 1 :]]


def phases(metrics: list) -> list:
    """From one day to the next; the last without end."""
    days = sorted({after for status, _, _, after in metrics if after and status != "behind"})
    return [*([*worst(metrics, day), day] for day in days), [*worst(metrics, EVER), None]]


def worst(metrics: list, day: str) -> list:
    if not metrics:
        return ["no_figure", None, 0.0]
    now = [on(metric, day) for metric in metrics]
    status, reason, _ = min(now, key=lambda each: (URGENCY.index(each[0]), -each[2]))
    return [status, reason, max(lag for _, _, lag in now)]


def on(metric: list, day: str) -> list:
    status, reason, lag, after = metric
    if after and after < day and status != "behind":
        return ["overdue", "first_owed" if reason == "unentered" else "newer_owed", lag]
    return [status, reason, lag]
