"""A branch's year in real windows: asked, submitted, returned, mended, accepted, decided on, approved, read above.

The ministry reads Finnish, its unit English, the steering group Swedish.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from secrets import token_hex

from flask import Flask
from playwright.sync_api import Browser, expect

from facilitation.plans.commands import PlacePlan, RecordApproval
from facilitation.report import Wording
from facilitation.shapes import Goal, Plan
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.test_a_plan_s_life import Desk
from tests.browser.window import Window
from tests.workshop.catalogue import words_of
from tests.workshop.followed import GOAL, PLAN
from tests.workshop.plan_desk import PlanDesk
from workshop import store
from workshop.clock import now
from workshop.store import branches
from workshop.store.forest import add
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow

ENGLISH, FINNISH, SWEDISH = words_of("en"), words_of("fi"), words_of("sv")
ROUND_SET = FINNISH("The round is set. %(n)s letters of invitation wait in the outbox.").partition(".")[0]
MENDED = "Every agreement has a target from May on"
SECOND = Goal(
    "goal-two", to={"en": "Small firms hear of tenders a year ahead"}, objectives=("4.2",), owner="Head of law"
)


class World:
    """government > ministry > two agencies, whose plans are approved."""

    def __init__(self, app: Flask, mina: Desk, una: Desk, gus: Desk) -> None:
        self.app = app
        with app.app_context(), store.writing() as db:
            at = now()
            self.today: date = at.date()
            over = add(db, {"en": "Government", "kind": "government"}, "", None, None, at).id
            ministry = add(db, {"en": "Ministry of Housing", "kind": "ministry"}, over, None, None, at).id
            units = [
                add(db, {"en": name, "kind": "agency"}, ministry, None, None, at).id for name in ("Homes", "Repairs")
            ]
            for who, where, role in ((mina, ministry, "editor"), (una, units[0], "editor"), (gus, over, "steering")):
                give(db, db.get_one(AccountRow, who.account), Part(where, role, self.today), None, at)
        self.ministry, self.branch = ministry, f"/organisations/{ministry}/branch"
        self.above = f"/organisations/{over}/branches"
        self.homes = self.approved(una.account, units[0], PLAN)
        self.approved(una.account, units[1], replace(PLAN, organisation="Repairs", goals=(GOAL, SECOND)))

    def approved(self, account: str, organisation: str, plan: Plan) -> str:
        desk = PlanDesk(self.app, account, plan, f"plan-{token_hex(4)}")
        assert desk.ask(PlacePlan(organisation)).ok
        assert desk.ask(RecordApproval("Director", self.today, "1", "", "", "", "It is known", self.today)).ok
        return desk.page

    @property
    def plan(self) -> str:
        with self.app.app_context(), store.reading() as db:
            found = branches.plan_of(db, self.ministry)
        assert found is not None
        return f"/plans/{found.id}"


def test_a_branch_goes_from_its_round_to_a_plan_that_the_steering_group_reads(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        who = (("Mina", "fi"), ("Una", "en"), ("Gus", "sv"))
        mina, una, gus = (Desk(windows, place, name, language) for name, language in who)
        world = World(place.app, mina, una, gus)
        asks(mina.window, world)
        submits(una.window, world, "1.0")
        returns(mina.window, world)
        mends(una.window, world)
        accepts(mina.window, world)
        decides(mina.window, world)
        approves(mina.window, world)
        hears(una.window, world)
        reads(gus.window, world)


def looked_at(window: Window, name: str) -> None:
    found = faults(window, name)
    assert not found, "\n".join(found)


def asks(mina: Window, world: World) -> None:
    """The plan of the branch begins, and a round asks for the units' plans."""
    mina.page.goto(world.branch)
    mina.press(FINNISH("Begin the plan of the branch"))
    mina.sees(decided_on(0))
    mina.page.goto(f"{world.branch}/round")
    mina.page.get_by_label(FINNISH("Due by")).fill(f"{world.today + timedelta(days=30):%Y-%m-%d}")
    mina.press(FINNISH("Invite"))
    mina.sees(ROUND_SET).sees(accepted(0))


def submits(una: Window, world: World, version: str) -> None:
    una.page.goto(world.homes)
    una.sees("Ministry of Housing asks for your plan by")
    una.press(f"Submit version {version}")
    una.sees(f"Submitted: version {version}")


def returns(mina: Window, world: World) -> None:
    mina.page.goto(f"{world.branch}/round")
    looked_at(mina, "the round")
    mina.press(FINNISH("Accept or return"), role="link")
    looked_at(mina, "an answer")
    mina.page.locator("#lines-0").fill("By when?")
    mina.press(FINNISH("Return the plan"))
    mina.sees(FINNISH("The plan went back with its reasons."))


def mends(una: Window, world: World) -> None:
    una.page.goto(world.homes)
    una.sees("Returned: version 1.0").sees("By when?")
    looked_at(una, "a plan that came back")
    una.page.goto(f"{world.homes}/approval")
    una.page.get_by_label("What is to be amended, and why").fill("It came back")
    una.press("Open an amendment")
    una.page.goto(world.homes)
    una.page.locator("#asked-for ~ .hints a").click()
    una.page.locator("#to_en").fill(MENDED)
    una.press("Save")
    una.sees("Saved.")
    recorded(una, f"{world.homes}/approval", ENGLISH)
    submits(una, world, "2.0")


def recorded(window: Window, path: str, say: Wording) -> None:
    """Approved elsewhere, with the reason why what the checks say may be."""
    window.page.goto(path)
    window.page.get_by_text(say("It was approved elsewhere: record it")).click()
    window.page.get_by_label(say("Who approved it")).fill("Director General")
    window.page.get_by_label(say("Record number")).fill("VN/2")
    for reason in window.page.get_by_label(say("Why it was approved all the same")).all():
        reason.fill("It is known.")
    window.press(say("Record the approval"))
    window.sees(say("The approval is recorded."))


def decided_on(count: int) -> str:
    return FINNISH("%(n)s of %(of)s goals decided on", n=count, of=3)


def accepted(count: int) -> str:
    said = FINNISH("%(accepted)s of %(of)s plans accepted, due by %(day)s", accepted=count, of=2, day="")
    return said.strip()


def accepts(mina: Window, world: World) -> None:
    mina.page.goto(f"{world.branch}/round")
    mina.press(FINNISH("Accept or return"), role="link")
    mina.press(FINNISH("Accept the plan"))
    mina.sees(accepted(1))


def decides(mina: Window, world: World) -> None:
    """Two goals that look alike become one with a press; the third is adopted with its reason."""
    mina.page.goto(f"{world.branch}/goals")
    looked_at(mina, "the goals")
    mina.press(FINNISH("Merge them"))
    mina.sees(FINNISH("They are one goal of the branch.")).sees(decided_on(2))
    mina.page.get_by_role("link", name=re.compile(f"{FINNISH('Decide')}.*Small firms")).click()
    mina.page.get_by_label(FINNISH("Adopted as a goal of the branch")).check()
    mina.page.get_by_label(FINNISH("Why")).fill("It is everybody's.")
    looked_at(mina, "a decision")
    mina.press(FINNISH("Keep the decision"))
    mina.sees(decided_on(3)).sees("It is everybody's.")


def approves(mina: Window, world: World) -> None:
    mina.page.goto(f"{world.plan}/lines/{world.plan.rsplit('/', 1)[-1]}")
    mina.page.locator("#publicity").select_option("public")
    mina.page.locator("#records_class").fill("02.04.01")
    mina.press(FINNISH("Save"))
    mina.sees(FINNISH("Saved."))
    mina.page.goto(f"{world.branch}/goals")
    mina.press(FINNISH("Take the plan to approval"))
    mina.sees(FINNISH("All %(of)s plans are in", of=2))
    looked_at(mina, "the approval")
    recorded(mina, f"{world.plan}/approval", FINNISH)
    mina.page.goto(world.plan)
    mina.sees(FINNISH("Whose goals they were"))
    looked_at(mina, "the plan of the branch")


def hears(una: Window, world: World) -> None:
    una.page.goto(world.homes)
    una.sees("What the branch decided on these goals").sees("Merged into a goal of the branch")
    looked_at(una, "a unit's plan")


def reads(gus: Window, world: World) -> None:
    gus.page.goto(world.above)
    expect(gus.main.get_by_role("heading", level=1)).to_have_text(SWEDISH("The one plan is in"))
    gus.sees(SWEDISH("All %(of)s plans are in", of=2))
    looked_at(gus, "all branches")
    gus.press(SWEDISH("See the first pages before you download"), role="link")
    first = gus.main.locator("[data-way]").first
    first.scroll_into_view_if_needed()
    expect(first.locator("img").first).to_be_visible(timeout=60_000)
    looked_at(gus, "the files of all branches")
    gus.page.goto(world.branch)
    looked_at(gus, "one branch")
