"""Windows on the place, and the pictures taken from them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TypeAlias, cast

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from playwright.sync_api import TimeoutError as PlaywrightTimeout

HOUSE = Path(__file__).resolve().parents[2]
KEPT, LEFT = HOUSE / "docs" / "pictures", HOUSE / "instance" / "pictures"
SHOWN = {"state-open-console": "console", "state-shown-screen": "screen", "goals-hints-seat": "participant"}
"""What README shows, by the name under which it is kept."""
SIZES = {"wide": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
LOOKS = ("light", "dark")
COLOURS = 256
Colour: TypeAlias = tuple[int, int, int]
PATIENCE = 15_000
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")


@dataclass
class Album:
    """Windows on the place, and the pictures taken from them."""

    browser: Browser
    address: str
    wanted: tuple[str, ...]
    windows: dict[str, BrowserContext] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)

    def window(self, who: str, cookies: str = "", language: str = "en") -> None:
        """Open somebody's browser; with the cookies of a seat it is that seat's."""
        context = self.browser.new_context(
            base_url=self.address,
            locale={"fi": "fi-FI", "sv": "sv-FI"}.get(language, "en-GB"),
            timezone_id="Europe/Helsinki",
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        pairs = (pair.split("=", 1) for pair in cookies.split("; ") if pair)
        context.add_cookies([{"name": name, "value": value, "url": self.address} for name, value in pairs])
        self.windows[who] = context

    def take(self, name: str, who: str, path: str, before: Callable[[Page], object] | None = None) -> None:
        """One page in both sizes and looks; `before` does on it what is to be seen done."""
        if self.wanted and not name.startswith(self.wanted):
            return
        with self._page(who, path) as page:
            for size, viewport in SIZES.items():
                page.set_viewport_size(viewport)  # pyright: ignore[reportArgumentType]
                if before:
                    before(page)
                for look in LOOKS:
                    self._shoot(page, name, size, look)
                self._measure(page, f"{name} ({size})")

    @contextmanager
    def _page(self, who: str, path: str) -> Iterator[Page]:
        page = self.windows[who].new_page()
        page.on("pageerror", lambda error: self.told.append(f"{path}: {error}"))
        page.set_viewport_size(SIZES["wide"])  # pyright: ignore[reportArgumentType]
        page.goto(path)
        try:
            page.locator("main :is(h1, h2, [class*=wall])").first.wait_for()
            page.locator("main .skels").first.wait_for(state="detached")
        except PlaywrightTimeout:
            self.told.append(f"{path} is not drawn")
        yield page
        page.close()

    def _shoot(self, page: Page, name: str, size: str, look: str) -> None:
        page.emulate_media(color_scheme=look)  # pyright: ignore[reportArgumentType]
        page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 60)))")
        picture = page.screenshot(path=LEFT / f"{name}-{size}-{look}.png", full_page=False)
        if name in SHOWN and (size, look) == ("wide", "light"):
            keep(SHOWN[name], picture)
        if size == "phone" and look == "light":
            page.screenshot(path=LEFT / f"{name}-{size}-whole.png", full_page=True)

    def _measure(self, page: Page, where: str) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if wide > 0:
            self.told.append(f"{where} is {wide} px wider than its window")


def keep(name: str, picture: bytes) -> None:
    """As sharp as it was taken, in its commonest colours only: small enough for a page that many open."""
    full = Image.open(BytesIO(picture)).convert("RGB")
    found = full.getcolors(full.width * full.height) or []
    common = [rgb(colour) for _, colour in sorted(found, reverse=True)[:COLOURS]]
    # Pillow's own search for the nearest colour is coarse, and would tint the paper.
    nearest = {rgb(colour): common.index(closest(rgb(colour), common)) for _, colour in found}
    small = Image.new("P", full.size)
    small.putpalette([part for colour in common for part in colour])
    small.putdata([nearest[rgb(colour)] for colour in full.get_flattened_data()])
    small.save(KEPT / f"{name}.png", optimize=True)


def rgb(colour: object) -> Colour:
    """A pixel of a picture that has no transparency."""
    return cast("Colour", colour)


def closest(colour: Colour, among: list[Colour]) -> Colour:
    return min(among, key=lambda each: sum((one - other) ** 2 for one, other in zip(each, colour, strict=True)))


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(QUIET))
        yield browser
        browser.close()
