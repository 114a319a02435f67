"""A ministry with more goals than anybody reads finds those it looks for: in Finnish, by keys, in a narrow window."""

from dataclasses import replace

from playwright.sync_api import Browser, Locator, expect

from facilitation.shapes import Goal
from tests.browser.desks import Desk
from tests.browser.ministry import World, decided_on, says
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW
from tests.workshop.followed import GOAL, PLAN

MANY = 70
RARE = Goal("goal-rare", to={"fi": "Pienet yritykset kuulevat hankinnoista"}, objectives=("4.2",), owner="Head of law")
OTHERS = tuple(replace(GOAL, id=f"goal-{n}", to={"fi": f"Sopimus {n} saa tavoitteen"}) for n in range(MANY))


def test_one_goal_of_many_is_found_decided_on_and_looked_for_again_by_keys(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        mina, world = Desk(windows, place, "Mina", "fi"), World(place.app)
        world.give(mina, "editor", world.ministry)
        world.approved(mina.account, world.homes, replace(PLAN, goals=(*OTHERS, RARE)))
        mina.page.goto(world.branch)
        mina.window.press(mina.say("Begin the plan of the branch"))
        mina.page.set_viewport_size(NARROW)
        opens_a_unit(mina)
        finds(mina, "yritykset")
        mina.window.key(mina.window.main.get_by_role("link", name=mina.say("Decide")).first)
        says(mina, "Adopted as a goal of the branch", "Kaikille yhteinen.")
        mina.window.sees(decided_on(mina, 1, MANY + 1))
        expect(mina.page.get_by_label(mina.say("Words in the goal"))).to_have_value("yritykset")
        chooses(mina)


def goals(mina: Desk) -> Locator:
    return mina.window.main.locator("[id^=goal-]:visible")


def opens_a_unit(mina: Desk) -> None:
    """So many goals are folded away until somebody opens their unit."""
    expect(goals(mina)).to_have_count(0)
    mina.window.key(mina.window.main.locator("summary", has_text="Homes"))
    expect(goals(mina)).to_have_count(MANY + 1)
    as_it_should_be(mina)


def finds(mina: Desk, words: str) -> None:
    mina.page.reload()
    mina.window.type_into(mina.page.get_by_label(mina.say("Words in the goal")), words)
    mina.page.keyboard.press("Enter")
    expect(goals(mina)).to_have_count(1)
    as_it_should_be(mina)


def chooses(mina: Desk) -> None:
    """From the first choice on the act stays in the window, and hides nothing that has the focus."""
    mina.window.key(mina.window.main.locator("[type=checkbox]").first, " ")
    expect(mina.window.button(mina.say("Make one goal of those chosen"))).to_be_in_viewport()
    expect(mina.window.main.locator("[type=checkbox]").first).to_be_in_viewport()
    as_it_should_be(mina)


def as_it_should_be(mina: Desk) -> None:
    assert mina.window.axe() == []
    assert not mina.window.overflows()
