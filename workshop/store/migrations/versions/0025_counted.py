"""newest figures of branches' plans, put together of their units': made when somebody reads them"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan_counted",
        sa.Column("plan", sa.String(length=64), nullable=False),
        sa.Column("sign", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("whole", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan"], ["plan.id"], name=op.f("fk_plan_counted_plan_plan")),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_plan_counted")),
    )
