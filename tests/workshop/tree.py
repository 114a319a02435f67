"""A small tree to try rights and pages at: a ministry with two agencies, and another ministry with one."""

from datetime import date

from flask import Flask
from sqlalchemy import select

from tests.conftest import NOON, new_account, signed_in
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import roles
from workshop.store.forest import add, merge, move
from workshop.store.roles import Part
from workshop.store.tables import AccountRow, OrganisationRow

TODAY = NOON.date()
NEXT_YEAR = date(2027, 1, 1)


class Tree:
    """housing > homes, repairs; traffic > roads."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.ids: dict[str, str] = {}
        for name, under in (
            ("housing", ""),
            ("homes", "housing"),
            ("repairs", "housing"),
            ("traffic", ""),
            ("roads", "traffic"),
        ):
            self.add(name, under)

    def add(self, name: str, under: str = "", **head: str) -> str:
        with self.app.app_context(), store.writing() as db:
            head = {"en": name.title(), "kind": "agency" if under else "ministry", **head}
            self.ids[name] = add(db, head, self.ids.get(under, ""), None, None, NOON).id
        return self.ids[name]

    def merge(self, name: str, into: str) -> None:
        """From today one goes on in the other."""
        with self.app.app_context(), store.writing() as db:
            merge(db, self.ids[name], self.ids[into], TODAY, None, NOON)

    def move(self, name: str, under: str) -> None:
        with self.app.app_context(), store.writing() as db:
            move(db, self.ids[name], self.ids[under], TODAY, None, NOON)

    def page(self, name: str) -> str:
        return f"/organisations/{self.ids[name]}"

    def row(self, name: str) -> OrganisationRow:
        with self.app.app_context(), store.reading() as db:
            return db.scalars(select(OrganisationRow).where(OrganisationRow.id == self.ids[name])).one()

    def give(self, account: str, role: str, name: str, since: date = TODAY, until: date | None = None) -> None:
        with self.app.app_context(), store.writing() as db:
            roles.give(db, db.get_one(AccountRow, account), Part(self.ids[name], role, since, until), None, NOON)

    def somebody(self, role: str, name: str, desk: str = "member") -> Visitor:
        """Signed in, with one role in one organisation."""
        who = signed_in(self.app, f"{role}@{name}.example", f"{role.title()} of {name.title()}", desk)
        self.give(who.account, role, name)
        return who

    def account(self, name: str) -> str:
        return new_account(self.app, f"{name}@example.fi", name.title(), "member")
