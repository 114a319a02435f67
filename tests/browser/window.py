"""One person's browser window: what is seen in it, what is done there, and everything that goes wrong."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Locator,
    Page,
    Request,
    Response,
    ViewportSize,
    WebSocket,
    expect,
)

from tests.browser.axe import violations

WIDE: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
NARROW: ViewportSize = {"width": 320, "height": 640}
PATIENCE = 30_000
"""Milliseconds. Nothing takes so long; a machine with other work to do may."""
MOST_TABS = 150

EXPECTED = re.compile(r"WebSocket|ERR_INTERNET_DISCONNECTED|Failed to load resource|ERR_ABORTED")
"""What the browser says about a line that is away; answers that say no are looked at by themselves."""
OURS = re.compile(r"(https?|ws)://(127\.0\.0\.1|localhost):|data:|blob:")
PARTS = ("script", "stylesheet", "font", "image", "manifest")


@cache
def catalogue(address: str) -> Mapping[str, str | list[str]]:
    """The words a live page was given, by their source."""
    with urlopen(address, timeout=10) as answer:
        return json.load(answer)["messages"]


@dataclass
class Window:
    """One person's browser, and everything that went wrong in it."""

    page: Page
    context: BrowserContext
    troubles: list[str] = field(default_factory=list)

    def listen(self) -> "Window":
        """Errors of scripts, refused contents, missing files and requests to elsewhere are troubles."""
        self.page.set_default_timeout(PATIENCE)
        self.page.on("pageerror", lambda error: self.troubles.append(f"script: {error.stack or error}"))
        self.page.on("console", self._heard)
        self.page.on("request", self._asked)
        self.page.on("response", self._answered)
        self.page.on("websocket", self._wired)
        return self

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not EXPECTED.search(message.text):
            self.troubles.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not OURS.match(request.url):
            self.troubles.append(f"elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500 or (response.status >= 400 and response.request.resource_type in PARTS):
            self.troubles.append(f"{response.status}: {response.url}")

    def _wired(self, line: WebSocket) -> None:
        if not OURS.match(line.url):
            self.troubles.append(f"elsewhere: {line.url}")

    # -- words ------------------------------------------------------------------------------------------------------

    @property
    def boot(self) -> Mapping[str, Any]:
        """What the live page was told at its beginning."""
        return json.loads(self.page.locator("#boot").text_content() or "{}")

    def t(self, source: str, **arguments: str | int) -> str:
        """A sentence of a live page as its reader has it; `source` is the English one in the code."""
        found = catalogue(urljoin(self.page.url, self.boot["catalogue"])).get(source) or source
        said = found if isinstance(found, str) else found[0]
        return said % arguments if arguments else said

    # -- what is seen -----------------------------------------------------------------------------------------------

    @property
    def main(self) -> Locator:
        return self.page.locator("main")

    def sees(self, text: str | re.Pattern[str]) -> "Window":
        """Waits until the text is to be seen."""
        expect(self.page.get_by_text(text).first).to_be_visible()
        return self

    def sees_not(self, text: str | re.Pattern[str]) -> "Window":
        expect(self.page.get_by_text(text)).to_have_count(0)
        return self

    def at(self, title: str) -> "Window":
        """Waits until the page stands at the step of this title."""
        expect(self.main.get_by_role("heading", level=1)).to_contain_text(title)
        return self

    def button(self, name: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name).first

    def field(self, label: str, within: Locator | None = None) -> Locator:
        """The control under this label; a word beside the label does not matter."""
        return (within or self.page).get_by_label(label).first

    def axe(self, *, again: bool = False) -> list[str]:
        """What stands in somebody's way on this page, by axe; `again` in another size or look."""
        return violations(self.page, again=again)

    def overflows(self) -> bool:
        """Whether the page is wider than its window."""
        return self.page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth")

    # -- what is done -----------------------------------------------------------------------------------------------

    def press(self, name: str | re.Pattern[str], *, role: Any = "button") -> "Window":
        self.page.get_by_role(role, name=name).first.click()
        return self

    def write(self, label: str, text: str, within: Locator | None = None) -> "Window":
        self.field(label, within).fill(text)
        return self

    def pick(self, menu: Locator, deed: str) -> "Window":
        """Opens a menu by its button and takes a line of it."""
        menu.click()
        self.page.get_by_role("menuitem", name=deed).first.click()
        return self

    def tab_to(self, wanted: Locator) -> "Window":
        """Moves the focus there as somebody without a mouse does."""
        wanted.wait_for()
        for _step in range(MOST_TABS):
            if wanted.evaluate("(place) => place === document.activeElement"):
                return self
            self.page.keyboard.press("Tab")
        raise AssertionError(f"No way by Tab to {wanted}")

    def key(self, wanted: Locator, key: str = "Enter") -> "Window":
        """Goes there by Tab and presses a key."""
        self.tab_to(wanted)
        self.page.keyboard.press(key)
        return self

    def type_into(self, wanted: Locator, text: str) -> "Window":
        self.tab_to(wanted)
        self.page.keyboard.insert_text(text)
        return self

    def line(self, *, away: bool) -> "Window":
        """Takes the network from this person, or gives it back."""
        self.context.set_offline(away)
        return self

    def path(self) -> str:
        return urlsplit(self.page.url).path
