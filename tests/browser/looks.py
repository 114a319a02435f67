"""A page as people see it: light and dark, on a wide screen, on a phone, in a very narrow window."""

from typing import Literal

from playwright.sync_api import ViewportSize

from tests.browser.window import NARROW, PHONE, WIDE, Window

LOOKS: tuple[tuple[ViewportSize, Literal["light", "dark"], bool], ...] = (
    (WIDE, "light", False),
    (WIDE, "dark", True),
    (PHONE, "light", True),
    (PHONE, "dark", False),
)
"""Size, scheme, and whether only what depends on them is looked at: the rest is the same page again."""


def faults(window: Window, name: str) -> list[str]:
    """What axe finds in all looks, and whether the page is wider than its window in any, or in the narrowest."""
    found: list[str] = []
    before = window.page.viewport_size
    for size, scheme, again in LOOKS:
        window.page.set_viewport_size(size)
        window.page.emulate_media(color_scheme=scheme)
        found += [f"{name}, {scheme}, {size['width']}: {each}" for each in window.axe(again=again)]
        found += too_wide(window, name, size)
    window.page.set_viewport_size(NARROW)
    found += too_wide(window, name, NARROW)
    window.page.set_viewport_size(before or WIDE)
    return found


def too_wide(window: Window, name: str, size: ViewportSize) -> list[str]:
    return [f"{name}: wider than {size['width']}"] if window.overflows() else []
