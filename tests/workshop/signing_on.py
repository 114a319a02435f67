"""A place with a provider, and people who come from there."""

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.conftest import NOON
from tests.workshop.crooked import CLIENT, SECRET, Crooked
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor, forms
from workshop import config, store
from workshop.signon.claims import Rule
from workshop.signon.secrecy import seal
from workshop.store import providers
from workshop.store.tables import AccountRow, AuditRow, IdentityRow, LoginRow, OrganisationRoleRow, ProviderRow


@dataclass
class Behind:
    """The place behind the pages, as far as one provider is concerned."""

    app: Flask
    tree: Tree
    id: str

    @property
    def row(self) -> ProviderRow:
        with self.app.app_context(), store.reading() as db:
            return db.get_one(ProviderRow, self.id)

    @property
    def path(self) -> str:
        return f"/sign-on/{self.id}"

    def go(self, who: Visitor, way: str = "") -> str:
        """The provider's page to which somebody is sent."""
        sent = who.client.get(f"{self.path}{way}", headers=who.headers)
        assert sent.status_code == 302, sent.text
        return sent.headers["Location"]

    def read(self, who: Visitor, way: str = "") -> TestResponse:
        """Where it leads, or the page that says why it does not."""
        answer = who.client.get(f"{self.path}{way}", headers=who.headers)
        if answer.headers.get("Location") == f"{self.path}/turned":
            return who.client.get(f"{self.path}/turned", headers=who.headers)
        return answer

    def rule(self, claim: str, value: str, organisation: str, role: str) -> None:
        with self.app.app_context(), store.writing() as db:
            by = db.scalars(select(AccountRow)).first()
            assert by is not None
            providers.add_rule(db, self.id, Rule(claim, value, self.tree.ids[organisation], role), by, NOON)

    def change(self, **values: str) -> None:
        with self.app.app_context(), store.writing() as db:
            for name, value in values.items():
                setattr(db.get_one(ProviderRow, self.id), name, value)

    def count(self, table: Any) -> int:
        with self.app.app_context(), store.reading() as db:
            return db.scalar(select(func.count()).select_from(table)) or 0

    @property
    def kept(self) -> dict[str, int]:
        """What signing in may leave behind."""
        return {table.__tablename__: self.count(table) for table in (AccountRow, IdentityRow, LoginRow)}

    def roles(self, after: int = 0) -> set[tuple[str, str]]:
        """Roles that hold by the provider's word so many days after the first: organisation and role."""
        row, today = OrganisationRoleRow, NOON.date() + timedelta(days=after)
        names = {id: name for name, id in self.tree.ids.items()}
        with self.app.app_context(), store.reading() as db:
            rows = db.scalars(select(row).where(row.provider == self.id)).all()
        return {(names[each.organisation], each.role) for each in rows if each.until is None or each.until > today}

    def trail(self, action: str) -> list[AuditRow]:
        with self.app.app_context(), store.reading() as db:
            return list(db.scalars(select(AuditRow).where(AuditRow.action == action).order_by(AuditRow.id)))


@dataclass
class Desk(Behind):
    """With a provider that may be crooked, and a rule that makes planners editors of Homes."""

    crooked: Crooked

    def come_back(self, who: Visitor, told: dict[str, str]) -> TestResponse:
        return self.read(who, f"/back?{urlencode(told)}")

    def sign_in(self, who: Visitor, way: str = "") -> TestResponse:
        return self.come_back(who, self.crooked.shows(self.go(who, way)))


def desk(app: Flask, crooked: Crooked, by: Visitor) -> Desk:
    """By Ann, who administers the place."""
    made = at_provider(app, crooked, by, Tree(app), "House of Keys")
    made.rule("groups", "planners", "homes", "editor")
    return made


def at_provider(app: Flask, crooked: Crooked, by: Visitor, tree: Tree, name: str) -> Desk:
    """One of several in the same tree; without rules."""
    with app.app_context(), store.writing() as db:
        sealed = seal(SECRET, config.settings_of(app).secret_key)
        columns = {"name": name, "issuer": crooked.issuer, "client": CLIENT, "secret": sealed}
        row = providers.add(db, columns | {"scopes": "openid profile"}, db.get_one(AccountRow, by.account), NOON)
    return Desk(app, tree, row.id, crooked)


def tie(place: Desk, who: Visitor) -> None:
    assert place.sign_in(who, way_to_tie(place, who)).headers["Location"] == "/account"


def way_to_tie(place: Desk, who: Visitor) -> str:
    """The way to the provider, once somebody has asked to tie their account to it."""
    page = who.client.post(f"/account/ties/{place.id}", data=form_of(who, "Tie to"))
    assert page.status_code == 200, page.text
    onward = re.search(r'href="/sign-on/[^/]+(/on\?state=[^"]+)"', page.text)
    assert onward, page.text
    return onward[1]


def form_of(who: Visitor, button: str) -> dict[str, str | list[str]]:
    return next(
        form.fields for form in forms(who.get("/account")) if any(button in each.words for each in form.buttons)
    )
