"""People: the names of seats, kept outside the logs so that a name can be struck without touching a fact."""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask, current_app
from sqlalchemy import Connection, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workshop.store import engine_of
from workshop.store.tables import PersonRow
from workshop.store.thread import Transactions

PEOPLE = PersonRow.__table__
KEY_BYTES = 16


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits in a seat. An empty name was struck, or never given."""

    name: str


Renamed = Callable[[str, str], None]
"""Is told the workshop and the seat whose name changed."""


class People:
    """Names by workshop and seat; what was looked up stays at hand and moves with every change made here."""

    def __init__(self, transactions: Transactions) -> None:
        self.renamed: list[Renamed] = []
        self._transactions = transactions
        self._known: dict[str, dict[str, Person]] = {}

    def of(self, workshop: str) -> Mapping[str, Person]:
        """The workshop's people by seat; the same mapping shows later changes."""
        if workshop not in self._known:
            read = self._transactions.read(lambda connection: _people(connection, workshop))
            # Others may have read meanwhile, and hold what they got.
            self._known.setdefault(workshop, read)
        return self._known[workshop]

    def look_again(self, workshop: str) -> None:
        """Another process may have named somebody."""
        read = self._transactions.read(lambda connection: _people(connection, workshop))
        known = self._known.setdefault(workshop, {})
        known.clear()
        known.update(read)

    def forget(self, workshop: str) -> None:
        self._known.pop(workshop, None)

    def take_name(self, workshop: str, seat: str, name: str, account: str | None = None) -> None:
        """Name a seat, as the person joins or later. A host's seat remembers the account it comes by."""
        named = {"workshop": workshop, "seat": seat, "name": name, "account": account}
        self._transactions.write(lambda connection: _named(connection, named))
        self._tell(workshop, seat, name)

    def rename(self, workshop: str, seat: str, name: str) -> None:
        """Correct a name. A seat without a person stays without."""
        self._set(workshop, seat, name=name)
        self._tell(workshop, seat, name)

    def strike(self, workshop: str, seat: str) -> None:
        """Take name and key away; what was contributed stays, without a name."""
        self._set(workshop, seat, name="", key_hash=None)
        self._tell(workshop, seat, "")

    def give_key(self, workshop: str, seat: str) -> str:
        """A new key for the person's own link; the one before it is void. Only its hash is kept."""
        key = secrets.token_urlsafe(KEY_BYTES)
        self._set(workshop, seat, key_hash=key_hash(key))
        return key

    def seat_by_key(self, key: str) -> tuple[str, str] | None:
        """The workshop and seat that a personal link opens."""
        wanted = select(PEOPLE.c.workshop, PEOPLE.c.seat).where(PEOPLE.c.key_hash == key_hash(key))
        row = self._transactions.read(lambda connection: connection.execute(wanted).first())
        return (row.workshop, row.seat) if row else None

    def seat_of_account(self, workshop: str, account: str) -> str | None:
        """The seat by which this account comes in, once it has one."""
        wanted = select(PEOPLE.c.seat).where(PEOPLE.c.workshop == workshop, PEOPLE.c.account == account)
        return self._transactions.read(lambda connection: connection.scalar(wanted))

    def _set(self, workshop: str, seat: str, **values: str | None) -> None:
        change = update(PEOPLE).where(PEOPLE.c.workshop == workshop, PEOPLE.c.seat == seat).values(**values)
        self._transactions.write(lambda connection: connection.execute(change))

    def _tell(self, workshop: str, seat: str, name: str) -> None:
        known = self._known.get(workshop)
        if known is not None:
            known[seat] = Person(name)
        for tell in self.renamed:
            tell(workshop, seat)


def key_hash(key: str) -> str:
    # 128 random bits need no slow hash.
    return hashlib.sha256(key.encode()).hexdigest()


def _people(connection: Connection, workshop: str) -> dict[str, Person]:
    rows = connection.execute(select(PEOPLE.c.seat, PEOPLE.c.name).where(PEOPLE.c.workshop == workshop))
    return {row.seat: Person(row.name) for row in rows}


def _named(connection: Connection, named: Mapping[str, str | None]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    insert = dialect.insert(PEOPLE).values(**named)
    connection.execute(
        insert.on_conflict_do_update(index_elements=[PEOPLE.c.workshop, PEOPLE.c.seat], set_={"name": named["name"]})
    )


def init_app(app: Flask, transactions: Transactions | None = None) -> None:
    app.extensions["people"] = People(transactions or Transactions(engine_of(app)))


def people_of(app: Flask | None = None) -> People:
    return (app or current_app).extensions["people"]
