"""The house with its people: a running server, a workshop in it, and who sits at which window."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, ViewportSize

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
from workshop.store.people import people_of

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
class Windows:
    """The windows that people open at a place, and what went wrong in any of them."""

    place: Place
    browser: Browser
    windows: list[Window] = field(default_factory=list)
    leaving: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return self.place.server.url

    def window(
        self, *, language: str = "en", size: ViewportSize | None = None, shut_out: bool = False, **more: Any
    ) -> Window:
        """A new person's window; `shut_out` is a network that lets no WebSocket through."""
        context = self.browser.new_context(
            viewport=size or WIDE,
            locale=LOCALES.get(language, "en-GB"),
            base_url=self.url,
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        if shut_out:
            context.route_web_socket(re.compile("/socket.io/"), lambda line: line.close())
        self.leaving.callback(context.close)
        return self.watched(Window(context.new_page(), context))

    def watched(self, window: Window) -> Window:
        """What goes wrong in this window goes wrong in the test."""
        self.windows.append(window.listen())
        return window

    @contextmanager
    def in_order(self) -> Iterator[None]:
        """Closes them all at the end of the block; then nothing may have gone wrong in any."""
        try:
            yield
        finally:
            self.leaving.close()
        troubles = [trouble for window in self.windows for trouble in window.troubles]
        assert not troubles, "\n".join(troubles)


@dataclass(kw_only=True)
class House(Windows):
    """A workshop at a running server, and the windows of its people."""

    set_: Stage

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

    def lead(self) -> "Lead":
        """The facilitator without a window, for what a test needs done and does not look at."""
        line = Visitor(self.url).come_by(f"/seat/{self.set_.watcher_key}").client()
        return Lead(self.leaving.enter_context(line))

    def key(self, seat: str) -> str:
        """The key of a seat's personal link; the one before it is void from now on."""
        with self.place.app.app_context():
            return people_of().give_key(self.set_.workshop, seat)

    def added(self, text: str) -> int:
        """How often a card with these words was added, by the log."""
        added = [fact for fact in self.place.log(self.set_.workshop) if fact.type == "CardAdded"]
        return sum(text in str(fact.body["answers"]) for fact in added)


@contextmanager
def open_house(place: Place, browser: Browser, steps: tuple[Step, ...] = ()) -> Iterator[House]:
    """A workshop ready for people to come. When they have left, nothing may have gone wrong in any window."""
    house = House(place, browser, set_=place.workshop(steps=steps))
    with house.in_order():
        yield house


@dataclass(frozen=True)
class Lead:
    """A facilitator's line: what is asked is granted, or the test is wrong."""

    line: SeatClient

    def ask(self, kind: str, **body: Any) -> None:
        answer = self.line.ask(kind, body)
        assert answer["ok"], answer

    def panel(self, key: str) -> Any:
        return self.line.until(lambda streams: streams.panel(key))

    def move(self, kind: str, step: str) -> None:
        """OpenStep, Reveal or CloseStep, from where the room is."""
        self.ask(kind, step=step, seen=self.panel("now")["step"] or "")

    def one_group(self) -> None:
        """Everybody who is here sits together."""
        self.ask("FormGroups", way="random", size=8, seed="one")


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
