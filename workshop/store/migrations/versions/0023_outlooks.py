"""where the goals of approved plans stand on any day and what is asked, and a sign by which what is kept is known"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    outlooks = op.create_table(
        "plan_outlook",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=16), nullable=False),
        sa.Column("continues", sa.String(length=64), nullable=True),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("duties", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_outlook_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_plan_outlook")),
    )
    op.create_index(op.f("ix_plan_outlook_continues"), "plan_outlook", ["continues"])
    followed = sa.table("plan_followed", sa.column("plan"), sa.column("body"))
    connection = op.get_bind()
    for plan in connection.scalars(sa.select(followed.c.plan)).all():
        body = connection.execute(sa.select(followed.c.body).where(followed.c.plan == plan)).scalar_one()
        sign = sha256(body.encode()).hexdigest()[:16]
        connection.execute(outlooks.insert().values(plan=plan, sign=sign, body="", duties=""))
