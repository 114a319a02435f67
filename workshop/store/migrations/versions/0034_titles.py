"""what a plan is called in each of its languages, and what it was called when it was approved

What was approved is known where it is followed up. Of any other plan the words come with its next change, or with
`toimi doctor --rebuild`; until then it is called as before.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None

COLUMNS = ("titles", "published_titles")
PLANS = sa.table("plan", sa.column("id"), sa.column("stage"), *(sa.column(name, sa.JSON()) for name in COLUMNS))
TERMS = sa.table("plan_term", sa.column("plan"), sa.column("body"))


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("plan", sa.Column(name, sa.JSON(), nullable=False, server_default="{}"))
    connection = op.get_bind()
    for plan, body in connection.execute(sa.select(TERMS.c.plan, TERMS.c.body)).all():
        titles = json.loads(body).get("title", {})
        of = sa.update(PLANS).where(PLANS.c.id == plan)
        connection.execute(of.values(published_titles=titles))
        connection.execute(of.where(PLANS.c.stage == "approved").values(titles=titles))
