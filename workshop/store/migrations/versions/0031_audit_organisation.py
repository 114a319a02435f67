"""whose acts the lines of the trail are: the organisation that each of them concerns"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

OF_AN_ORGANISATION = ("plan", "workshop", "template")


def upgrade() -> None:
    op.add_column("audit", sa.Column("organisation", sa.String(length=64), nullable=True))
    op.create_index(op.f("ix_audit_organisation"), "audit", ["organisation"])
    audit = sa.table("audit", *map(sa.column, ("id", "object", "organisation")), sa.column("detail", sa.JSON()))
    connection = op.get_bind()
    whose = homes(connection)
    lines = connection.execute(sa.select(audit.c.id, audit.c.object, audit.c.detail)).all()
    found = [
        {"line": id, "whose": of} for id, about, told in lines if (of := told.get("organisation") or whose.get(about))
    ]
    if found:
        change = sa.update(audit).where(audit.c.id == sa.bindparam("line"))
        connection.execute(change.values(organisation=sa.bindparam("whose")), found)


def homes(connection: sa.Connection) -> dict[str, str]:
    """By id of what a line may be about, whose it is; an organisation is its own."""
    here = sa.table("organisation", sa.column("id"))
    found = {id: id for id in connection.scalars(sa.select(here.c.id))}
    for name in OF_AN_ORGANISATION:
        table = sa.table(name, sa.column("id"), sa.column("organisation"))
        found |= {id: of for id, of in connection.execute(sa.select(table.c.id, table.c.organisation)) if of}
    return found
