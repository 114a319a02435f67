"""What `toimi doctor` does: says how the place is set up, and makes rows that follow from logs anew."""

from flask import Flask
from sqlalchemy import select

from workshop import store
from workshop.checking import findings as findings
from workshop.room import rooms_of
from workshop.store import counted
from workshop.store.log import LogKey
from workshop.store.tables import LogRow


def rebuild(app: Flask) -> int:
    """Make every row that follows from a log anew, and say how many logs were read."""
    with app.app_context(), store.reading() as db:
        rooms_of().transactions.write(counted.forget)
        logs = [LogKey(row.kind, row.key.partition(":")[2]) for row in db.scalars(select(LogRow))]
        return sum(rebuilt(key) for key in logs)


def rebuilt(key: LogKey) -> bool:
    """Whether rows follow from logs of this family."""
    living = rooms_of().room(key)
    project = living.ledger.project
    if project is None:
        return False
    living.transactions.write(lambda connection: project(connection, living.read(connection).state))
    return True
