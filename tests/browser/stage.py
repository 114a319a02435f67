"""The house with its people: a running server, a workshop in it, and who sits at which window."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser

from facilitation.live.commands import SetAgenda
from facilitation.packs import load
from facilitation.steps.kind import Step
from tests.browser.window import PATIENCE, WIDE, Window
from tests.workshop.server import Server, running_server
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.rehearsal import stage
from workshop.rehearsal.socket import SeatClient
from workshop.rehearsal.stage import Stage
from workshop.rehearsal.visitor import Visitor
from workshop.store import schema
from workshop.store.log import Log, Written

LOCALES = {"fi": "fi-FI", "sv": "sv-FI"}
SYSTEM = Asker("system", "system")


@dataclass
class Place:
    """A running server, and the app beside it by which tests set workshops up and read their logs."""

    app: Flask
    server: Server

    def workshop(self, agenda: str = "ninety_minutes", steps: tuple[Step, ...] = (), pack: str = "toimi") -> Stage:
        """A new workshop, with one of the method's agendas or with steps of its own."""
        set_ = stage.build(self.app, pack, agenda, "en")
        if steps:
            with self.app.app_context():
                own = SetAgenda(steps, stage.statements(load(pack)))
                assert perform(workshop_log(set_.workshop), own, SYSTEM, Once("own-agenda")).ok
        return set_

    def log(self, workshop: str) -> list[Written]:
        """The workshop's facts as they lie on the disk."""
        with store.engine_of(self.app).connect() as connection:
            return Log(connection, workshop_log(workshop)).since()


@contextmanager
def open_place(folder: Path) -> Iterator[Place]:
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    with running_server(folder) as server:
        yield Place(app, server)
        assert "Traceback" not in server.said(), server.said()
    store.engine_of(app).dispose()


@dataclass
class House:
    """A workshop at a running server, and the browser whose windows people get."""

    place: Place
    set_: Stage
    browser: Browser
    windows: list[Window] = field(default_factory=list)
    leaving: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return self.place.server.url

    def window(self, *, language: str = "en", size: dict[str, int] | None = None, **more: Any) -> Window:
        """A new person's window."""
        context = self.browser.new_context(
            viewport=size or WIDE,  # pyright: ignore[reportArgumentType]
            locale=LOCALES.get(language, "en-GB"),
            base_url=self.url,
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        self.leaving.callback(context.close)
        return self.watched(Window(context.new_page(), context))

    def watched(self, window: Window) -> Window:
        """What goes wrong in this window goes wrong in the test."""
        self.windows.append(window.listen())
        return window

    def joined(self, name: str, organisation: str = "Ministry", *, language: str = "en", **more: Any) -> Window:
        """Somebody comes by the code and takes a seat."""
        return join(self.window(language=language, **more), self.set_.code, name, organisation, language)

    def seated(self, key: str, **more: Any) -> Window:
        """Somebody opens their personal link."""
        return sit(self.window(**more), key)

    def hosted(self, **more: Any) -> Window:
        """The facilitator opens the console by their personal link."""
        window = self.seated(self.set_.host_key, **more)
        window.page.wait_for_url("**/console")
        return window

    def host(self) -> SeatClient:
        """The facilitator's line without a window, for what a test needs done and does not look at."""
        return self.leaving.enter_context(Visitor(self.url).come_by(f"/seat/{self.set_.watcher_key}").client())

    def cards(self, text: str) -> int:
        """How often a card with these words was added, by the log."""
        added = [fact for fact in self.place.log(self.set_.workshop) if fact.type == "CardAdded"]
        return sum(text in str(fact.body["answers"]) for fact in added)

    def close(self) -> None:
        self.leaving.close()
        assert [trouble for window in self.windows for trouble in window.troubles] == []


def join(window: Window, code: str, name: str, organisation: str, language: str = "en") -> Window:
    window.page.goto(f"/j/{code}?language={language}")
    window.page.locator("#name").fill(name)
    window.page.locator("#organisation").fill(organisation)
    window.page.locator("form button[type=submit]").last.click()
    window.page.wait_for_url("**/w/**")
    return window


def sit(window: Window, key: str) -> Window:
    window.page.goto(f"/seat/{key}")
    window.page.locator("form input[type=submit], form button[type=submit]").last.click()
    window.page.wait_for_url("**/w/**")
    return window
