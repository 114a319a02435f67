"""A page as people see it: light and dark, on a wide screen, on a phone, in a very narrow window."""

from collections.abc import Mapping
from typing import Literal, TypeAlias

from playwright.sync_api import ViewportSize

from tests.browser.window import NARROW, PHONE, WIDE, Window

Look: TypeAlias = tuple[ViewportSize, Literal["light", "dark"], bool]
Looks: TypeAlias = tuple[Look, ...]
LOOKS: Looks = (
    (WIDE, "light", False),
    (WIDE, "dark", True),
    (PHONE, "light", True),
    (PHONE, "dark", False),
)
"""Size, scheme, and whether only what depends on them is looked at: the rest is the same page again."""
SHARED: Mapping[str, Looks] = {
    "en": LOOKS[:2],
    "fi": ((PHONE, "light", False),),
    "sv": ((PHONE, "dark", False),),
}
"""The same shared out over the languages, where each page is met in every one: each is looked at as a whole in all."""


def faults(window: Window, name: str, looks: Looks = LOOKS) -> list[str]:
    """What axe finds in these looks, and whether the page is wider than its window in any, or in the narrowest."""
    found: list[str] = []
    before = window.page.viewport_size
    for size, scheme, again in looks:
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
