"""The house with its people: who sits at which window, and what they may be asked to do there."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.axe import violations
from tests.workshop.server import Server, running_server
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.rehearsal.stage import Stage
from workshop.store import schema

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE = 15_000


@dataclass
class Window:
    """One person's browser, and everything that went wrong in it."""

    page: Page
    context: BrowserContext
    troubles: list[str] = field(default_factory=list)

    def listen(self) -> "Window":
        """Errors of scripts, refused contents and requests to elsewhere are troubles."""
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error}"))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)
        return self

    def _heard(self, message: Any) -> None:
        if message.type == "error" and not re.search(
            r"WebSocket|ERR_INTERNET_DISCONNECTED|Failed to load", message.text
        ):
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Any) -> None:
        if not re.match(r"(http|ws)://127\.0\.0\.1:|data:|blob:", request.url):
            self.troubles.append(f"elsewhere: {request.url}")

    def sees(self, text: str | re.Pattern[str]) -> "Window":
        """Waits until the text is to be seen."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=PATIENCE)
        return self

    def press(self, name: str | re.Pattern[str], *, role: Any = "button") -> "Window":
        self.page.get_by_role(role, name=name).first.click(timeout=PATIENCE)
        return self

    def axe(self) -> list[str]:
        """What stands in somebody's way on this page, by axe."""
        return violations(self.page)


@dataclass
class House:
    """A running server, its workshop, and the browser whose windows people get."""

    server: Server
    set_: Stage
    browser: Browser
    windows: list[Window] = field(default_factory=list)

    def window(self, *, language: str = "en", size: dict[str, int] | None = None, **more: Any) -> Window:
        """A new person's window."""
        context = self.browser.new_context(
            viewport=size or WIDE,  # pyright: ignore[reportArgumentType]
            locale={"fi": "fi-FI", "sv": "sv-FI"}.get(language, "en-GB"),
            base_url=self.server.url,
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(PATIENCE)
        window = Window(context.new_page(), context).listen()
        self.windows.append(window)
        return window

    def joined(self, name: str, organisation: str = "Ministry", *, language: str = "en", **more: Any) -> Window:
        """Somebody comes by the code and takes a seat."""
        window = self.window(language=language, **more)
        window.page.goto(f"/j/{self.set_.code}?language={language}")
        window.page.locator("#name").fill(name)
        window.page.locator("#organisation").fill(organisation)
        window.page.locator("form button[type=submit]").last.click()
        window.page.wait_for_url("**/w/**")
        return window

    def hosted(self, **more: Any) -> Window:
        """The facilitator opens the console by their personal link."""
        window = self.window(**more)
        window.page.goto(f"/seat/{self.set_.host_key}")
        window.page.locator("form input[type=submit], form button[type=submit]").last.click()
        window.page.wait_for_url("**/console")
        return window


@contextmanager
def open_house(
    folder: Path, browser: Browser, *, agenda: str = "ninety_minutes", pack: str = "toimi"
) -> Iterator[House]:
    """A workshop set up in a database of its own, and served."""
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    set_ = stage.build(app, pack, agenda, "en")
    store.engine_of(app).dispose()
    with running_server(folder) as server:
        house = House(server, set_, browser)
        yield house
        for window in house.windows:
            window.context.close()
        assert [trouble for window in house.windows for trouble in window.troubles] == []
