"""Every live page in every step and phase, light and dark, wide and on a phone: axe finds nothing in anybody's way."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect

from facilitation.steps import KINDS
from facilitation.steps.kind import Step
from tests.browser.lived import STEPS, lived_through, somebody
from tests.browser.looks import faults
from tests.browser.stage import House, Lead, Place
from tests.browser.window import Window


@dataclass(frozen=True)
class Watch:
    """The three pages of one workshop, side by side, and who moves it."""

    house: House
    lead: Lead
    pages: dict[str, Window]

    def move(self, kind: str, step: Step) -> None:
        """Moves the room, and waits until every page shows it."""
        self.lead.move(kind, step.id)
        title = KINDS[step.kind].title
        for window in self.pages.values():
            expect(window.page.locator("body")).to_contain_text(title)
        phase = {"OpenStep": "open", "Reveal": "result shown"}[kind]
        expect(self.pages["console"].main.locator(".console__step .row").first).to_have_text(f"{title}{phase}")


@pytest.fixture(scope="module")
def watch(place: Place, chromium: Browser) -> Iterator[Watch]:
    with lived_through(place, chromium) as house:
        lead = house.lead()
        lead.panel("workshop")
        host = house.hosted()
        screen = house.seated(house.key(somebody(lead)))
        participant = house.seated(house.key(somebody(lead)))
        screen.page.goto(f"/w/{house.set_.workshop}/screen")
        yield Watch(house, lead, {"participant": participant, "console": host, "screen": screen})


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
def test_no_step_stands_in_anybodys_way(watch: Watch, step: Step):
    found: list[str] = []
    for kind in ("OpenStep", "Reveal"):
        watch.move(kind, step)
        for name, window in watch.pages.items():
            found += faults(window, f"{name} after {kind}")
    assert not found, "\n".join(found)
