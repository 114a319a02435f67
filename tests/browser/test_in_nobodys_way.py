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


LOOK_FOR_OFFERS = """() => {
  const look = () => { window.offered ||= document.querySelector('.moved--stays') !== null }
  new MutationObserver(() => requestAnimationFrame(look)).observe(document.body, { childList: true, subtree: true })
}"""


def test_who_is_not_typing_is_never_offered_to_go_where_the_room_is(watch: Watch):
    watch.move("OpenStep", STEPS[0])
    ada = watch.pages["participant"]
    ada.page.evaluate(LOOK_FOR_OFFERS)
    watch.move("OpenStep", STEPS[1])
    assert not ada.page.evaluate("window.offered")


def test_a_workshop_that_is_over_stands_in_nobodys_way(watch: Watch):
    last = STEPS[-1]
    watch.move("OpenStep", last)
    watch.move("Reveal", last)
    watch.lead.move("CloseStep", last.id)
    expect(watch.pages["screen"].page.locator("body")).to_contain_text("Thank you. The draft plan is in our hands.")
    expect(watch.pages["console"].page.locator("body")).to_contain_text("Every step is closed.")
    plan = watch.pages["participant"].page.get_by_role("link", name="Open the draft plan")
    expect(plan).to_have_attribute("href", f"/w/{watch.house.set_.workshop}/draft")
    found = [fault for name, window in watch.pages.items() for fault in faults(window, f"{name} when all is over")]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("kind", ["goals", "metrics", "actions"])
def test_a_groups_sheets_are_one_numbered_list_that_stands_in_nobodys_way(watch: Watch, kind: str):
    watch.move("OpenStep", next(each for each in STEPS if each.kind == kind))
    ada = watch.pages["participant"]
    ada.main.get_by_label("As one list").check()
    lines = ada.main.get_by_role("list", name=KINDS[kind].title).get_by_role("listitem")
    expect(lines.first.get_by_role("heading")).to_contain_text("1")
    expect(ada.main.get_by_role("tab")).to_have_count(0)
    assert not (found := faults(ada, f"{kind} as one list")), "\n".join(found)
    ada.main.get_by_label("As one list").press("ArrowLeft")
    expect(ada.main.get_by_role("tab").first).to_be_visible()


def test_a_cluster_is_split_by_keyboard_alone(watch: Watch):
    ideas = next(each for each in STEPS if each.kind == "ideas")
    watch.move("OpenStep", ideas)
    watch.move("Reveal", ideas)
    ada = watch.pages["participant"]
    cluster = ada.main.locator(".cluster").filter(has=ada.page.locator("li:nth-child(2)")).first
    whole = cluster.get_by_role("listitem").count()
    menu = cluster.get_by_role("button", name="What to do with")
    menu.press("Enter")
    ada.page.get_by_role("menuitem", name="Split off…").press("Enter")
    dialog = ada.page.get_by_role("dialog")
    assert not (found := faults(ada, "split off")), "\n".join(found)
    dialog.get_by_role("checkbox").first.press("Space")
    dialog.get_by_label("Name of the new cluster").press_sequentially("Of its own")
    dialog.get_by_role("button", name="Split off").press("Enter")
    new = ada.main.locator(".cluster").filter(has_text="Of its own")
    expect(new.get_by_role("listitem")).to_have_count(1)
    expect(menu).to_be_focused()
    expect(cluster.get_by_role("listitem")).to_have_count(whole - 1)
