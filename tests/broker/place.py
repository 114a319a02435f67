"""A place at which people sign in by the broker, and people who come that way."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.broker.agent import Agent
from tests.broker.programs import Broker, Federation, address, broker, federation, trusted
from tests.broker.setting_up import CLIENT, SECRET
from tests.conftest import signed_in
from tests.workshop.served import free_port
from tests.workshop.signing_on import Behind
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import clock, config, create_app, store
from workshop.store import accounts
from workshop.store.tables import IdentityRow

NUMBERS = count(1)


@dataclass
class Place(Behind):
    broker: Broker
    federation: Federation

    @property
    def homes(self) -> str:
        """The page of the organisation that the rules are about."""
        return self.tree.page("homes")

    def somebody(self, name: str = "ada") -> "Person":
        """Nobody has had their user id before."""
        return Person(self, Visitor(self.app), Agent(trusted(self.broker.instance)), f"{name}{next(NUMBERS)}")

    def accounts_of(self, who: str) -> list[str]:
        """The accounts that open to this user id, whatever its organisation."""
        with self.app.app_context(), store.reading() as db:
            rows = db.scalars(select(IdentityRow).order_by(IdentityRow.created)).all()
        return [row.account for row in rows if f'"{who}"' in row.who or f'"{who}@' in row.who]


@dataclass
class Person:
    """Somebody at a browser: at Toimi as a visitor, elsewhere as an agent."""

    place: Place
    visitor: Visitor
    agent: Agent
    who: str

    def comes(self, member: str = "agency", way: str = "?next=/account", **said: str) -> TestResponse:
        """By our door, their organisation's page, where this is said of them, and back to whatever we answer."""
        there = self.agent.chooses(self.place.go(self.visitor, way), member)
        return self.arrives(self.agent.takes(self.agent.says(there, **{"who": self.who, **said})))

    def arrives(self, path: str) -> TestResponse:
        return self.visitor.get(path)

    @property
    def inside(self) -> bool:
        return self.visitor.get("/account").request.path == "/account"


@contextmanager
def open_place(folder: Path, empty_database: Path) -> Iterator[Place]:
    """By the wall's clock, as the programs go. Ann sets it up, as the page for operators says."""
    instance = folder / "instance"
    instance.mkdir()
    instance.joinpath("toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(config.Settings(instance=instance), clock.wall_clock)
    app.testing = True
    ann, tree = signed_in(app, "ann@example.fi", "Ann", accounts.ADMINISTRATOR), Tree(app)
    with federation(folder / "federation") as members, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(folder / "broker" / "tls.crt"))
        port = free_port()
        page = ann.send("/providers", name="The state's sign-in", issuer=address(port)).request.path
        way = page.replace("/providers", "/sign-on")
        with broker(folder / "broker", members, f"http://localhost{way}/back", port) as running:
            ann.send(page, client=CLIENT, secret=SECRET, identity="local_id home_organisation")
            assert "Its description is read" in ann.send(page, button="Read its description").text
            place = Place(app, tree, way.rpartition("/")[2], running, members)
            place.rule("home_organisation", "agency.example", "homes", "reader")
            place.rule("entitlement", "toimi-editor@agency.example", "repairs", "editor")
            place.rule("home_organisation", "bureau.example", "roads", "reader")
            yield place
    store.engine_of(app).dispose()
