"""A branch's year in real windows: asked, submitted, returned, mended, accepted, decided on, approved, read above.

The ministry reads Finnish, its unit English, the steering group Swedish.
"""

from dataclasses import replace

from playwright.sync_api import Browser, expect

from facilitation.shapes import Goal
from tests.browser import ministry
from tests.browser.desks import Desk, looked_at, records
from tests.browser.ministry import World, accepted, accepts, asks, decided_on, decides, submits, to_approval
from tests.browser.stage import Place, Windows
from tests.workshop.followed import GOAL, PLAN

MENDED = "Every agreement has a target from May on"
SECOND = Goal(
    "goal-two", to={"en": "Small firms hear of tenders a year ahead"}, objectives=("4.2",), owner="Head of law"
)


def test_a_branch_goes_from_its_round_to_a_plan_that_the_steering_group_reads(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        who = (("Mina", "fi"), ("Una", "en"), ("Gus", "sv"), ("Vera", "fi"))
        mina, una, gus, vera = (Desk(windows, place, name, language) for name, language in who)
        world = World(place.app)
        for desk, role, where in (
            (mina, "editor", world.ministry),
            (una, "editor", world.homes),
            (gus, "steering", world.over),
            (vera, "editor", world.over),
        ):
            world.give(desk, role, where)
        homes = world.approved(una.account, world.homes, PLAN)
        world.approved(una.account, world.repairs, replace(PLAN, organisation="Repairs", goals=(GOAL, SECOND)))
        asks(mina, world)
        asked(una, homes)
        submits(una, homes, "1.0")
        returns(mina, world)
        mends(una, homes)
        accepts(mina, world)
        mina.window.sees(accepted(mina, 1))
        decided(mina, world)
        approved(mina, world)
        hears(una, homes)
        reads(gus, world)
        goes_on_above(vera, world)


def asked(una: Desk, homes: str) -> None:
    una.page.goto(homes)
    una.window.sees("Ministry of Housing asks for your plan by")


def returns(mina: Desk, world: World) -> None:
    mina.page.goto(f"{world.branch}/round")
    looked_at(mina.window, "the round")
    mina.window.press(mina.say("Accept or return"), role="link")
    looked_at(mina.window, "an answer")
    mina.page.locator("#lines-0").fill("By when?")
    mina.window.press(mina.say("Return the plan"))
    mina.window.sees(mina.say("The plan went back with its reasons."))


def mends(una: Desk, homes: str) -> None:
    una.page.goto(homes)
    una.window.sees("Returned: version 1.0").sees("By when?")
    looked_at(una.window, "a plan that came back")
    una.page.goto(f"{homes}/approval")
    una.page.get_by_label("What is to be amended, and why").fill("It came back")
    una.window.press("Open an amendment")
    una.page.goto(homes)
    una.page.locator("#asked-for ~ .hints a").click()
    una.page.locator("#to_en").fill(MENDED)
    una.window.press("Save")
    una.window.sees("Saved.")
    records(una, homes)
    submits(una, homes, "2.0")


def decided(mina: Desk, world: World) -> None:
    """Two goals that look alike become one with a press; the third is adopted with its reason."""
    mina.page.goto(f"{world.branch}/goals")
    mina.window.sees(decided_on(mina, 0, 3))
    looked_at(mina.window, "the goals")
    ministry.merges(mina, world)
    mina.window.sees(decided_on(mina, 2, 3))
    mina.page.goto(ministry.look(mina, world, "Small firms"))
    looked_at(mina.window, "a decision")
    decides(mina, world, "Small firms", "Adopted as a goal of the branch", "It is everybody's.")
    mina.window.sees(decided_on(mina, 3, 3))


def approved(mina: Desk, world: World) -> None:
    ministry.files(mina, world)
    to_approval(mina, world)
    looked_at(mina.window, "the approval")
    records(mina, world.plan)
    mina.page.goto(world.plan)
    mina.window.sees(mina.say("Whose goals they were"))
    looked_at(mina.window, "the plan of the branch")


def hears(una: Desk, homes: str) -> None:
    una.page.goto(homes)
    una.window.sees("What the branch decided on these goals").sees("Merged into a goal of the branch")
    looked_at(una.window, "a unit's plan")


def reads(gus: Desk, world: World) -> None:
    gus.page.goto(world.above)
    expect(gus.window.main.get_by_role("heading", level=1)).to_have_text(gus.say("The one plan is in"))
    gus.window.sees(gus.say("All %(of)s plans are in", of=2))
    looked_at(gus.window, "all branches")
    gus.window.press(gus.say("See the first pages before you download"), role="link")
    first = gus.window.main.locator("[data-way]").first
    first.scroll_into_view_if_needed()
    expect(first.locator("img").first).to_be_visible(timeout=60_000)
    looked_at(gus.window, "the files of all branches")
    gus.page.goto(world.branch)
    looked_at(gus.window, "one branch")


def goes_on_above(vera: Desk, world: World) -> None:
    """The plan of all branches begins, and a goal of this branch is raised in it."""
    vera.page.goto(world.above)
    vera.window.press(vera.say("Begin the plan of all branches"))
    vera.window.sees(decided_on(vera, 0, 2)).sees(vera.say("Goals of the branches"))
    looked_at(vera.window, "the goals of all branches")
    vera.window.press(vera.say("Decide"), role="link")
    looked_at(vera.window, "a decision on a branch's goal")
    ministry.says(vera, "Raised to the performance agreement", "Kaikille yhteinen.")
    vera.window.sees(decided_on(vera, 1, 2))
    vera.page.goto(f"/organisations/{world.over}/branch/round")
    vera.window.sees(vera.say("Ask branches for their plans"))
    looked_at(vera.window, "a round of branches")
    vera.page.goto(world.above)
    looked_at(vera.window, "all branches with a plan of theirs")
