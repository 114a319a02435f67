"""A branch with two units under a government, and what its ministry does there from the round to the approval."""

import re
from datetime import date, timedelta
from secrets import token_hex

from flask import Flask

from facilitation.plans.commands import PlacePlan, RecordApproval
from facilitation.shapes import Plan
from tests.browser.desks import Desk
from tests.workshop.plan_desk import PlanDesk
from workshop import store
from workshop.clock import now
from workshop.store import branches
from workshop.store.forest import add
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow


class World:
    """government > ministry > Homes, Repairs."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context(), store.writing() as db:
            at = now()
            self.today: date = at.date()
            self.over = add(db, {"en": "Government", "kind": "government"}, "", None, None, at).id
            self.ministry = add(db, {"en": "Ministry of Housing", "kind": "ministry"}, self.over, None, None, at).id
            self.homes, self.repairs = (
                add(db, {"en": name, "kind": "agency"}, self.ministry, None, None, at).id
                for name in ("Homes", "Repairs")
            )
        self.branch = f"/organisations/{self.ministry}/branch"
        self.above = f"/organisations/{self.over}/branches"

    def give(self, desk: Desk, role: str, organisation: str) -> None:
        with self.app.app_context(), store.writing() as db:
            give(db, db.get_one(AccountRow, desk.account), Part(organisation, role, self.today), None, now())

    def approved(self, account: str, organisation: str, plan: Plan) -> str:
        """The page of a unit's plan that was approved elsewhere."""
        desk = PlanDesk(self.app, account, plan, f"plan-{token_hex(4)}")
        assert desk.ask(PlacePlan(organisation)).ok
        assert desk.ask(RecordApproval("Director", self.today, "1", "", "", "", "It is known", self.today)).ok
        return desk.page

    @property
    def plan(self) -> str:
        """The page of the branch's own plan."""
        with self.app.app_context(), store.reading() as db:
            found = branches.plan_of(db, self.ministry, self.today)
        assert found is not None
        return f"/plans/{found.written.id}"


def asks(mina: Desk, world: World) -> None:
    """The plan of the branch begins, and a round asks for the units' plans."""
    mina.page.goto(world.branch)
    mina.window.press(mina.say("Begin the plan of the branch"))
    mina.window.sees(mina.say("Take the plan to approval"))
    mina.page.goto(f"{world.branch}/round")
    mina.page.get_by_label(mina.say("Due by")).fill(f"{world.today + timedelta(days=30):%Y-%m-%d}")
    mina.window.press(mina.say("Invite"))
    mina.window.sees(mina.say("The round is set.")).sees(accepted(mina, 0))


def submits(una: Desk, plan: str, version: str) -> None:
    una.page.goto(plan)
    una.window.press(una.say("Submit version %(number)s", number=version))
    una.window.sees(una.say("Submitted: version %(number)s", number=version))


def accepts(mina: Desk, world: World) -> None:
    """The first plan that waits for an answer."""
    mina.page.goto(f"{world.branch}/round")
    mina.window.press(mina.say("Accept or return"), role="link")
    mina.window.press(mina.say("Accept the plan"))


def accepted(mina: Desk, count: int) -> str:
    said = mina.say("%(accepted)s of %(of)s plans accepted, due by %(day)s", accepted=count, of=2, day="")
    return said.strip()


def look(mina: Desk, world: World, goal: str) -> str:
    """Where the unit's goal with these words is decided on."""
    mina.page.goto(f"{world.branch}/goals")
    name = re.compile(f"({mina.say('Decide')}|{mina.say('Change')}).*{re.escape(goal)}")
    return mina.page.get_by_role("link", name=name).get_attribute("href") or ""


def decides(mina: Desk, world: World, goal: str, verdict: str, reason: str, **more: str) -> None:
    mina.page.goto(look(mina, world, goal))
    says(mina, verdict, reason, **more)


def says(mina: Desk, verdict: str, reason: str, **more: str) -> None:
    """On the page of a decision; `more` fills further fields by their names."""
    mina.page.get_by_label(mina.say(verdict)).check()
    mina.page.get_by_label(mina.say("Why")).fill(reason)
    for field, words in more.items():
        mina.page.locator(f"#{field}").fill(words)
    mina.window.press(mina.say("Keep the decision"))
    mina.window.sees(reason)


def merges(mina: Desk, world: World) -> None:
    """Two goals that look alike become one with a press."""
    mina.page.goto(f"{world.branch}/goals")
    mina.window.press(mina.say("Merge them"))
    mina.window.sees(mina.say("They are one goal of the branch."))


def decided_on(mina: Desk, count: int, of: int) -> str:
    return mina.say("%(n)s of %(of)s goals decided on", n=count, of=of)


def files(mina: Desk, world: World) -> None:
    """How public the plan of the branch is, and where its records go; then its approval's page."""
    mina.page.goto(f"{world.plan}/lines/{world.plan.rsplit('/', 1)[-1]}")
    mina.page.locator("#publicity").select_option("public")
    mina.page.locator("#records_class").fill("02.04.01")
    mina.window.press(mina.say("Save"))
    mina.window.sees(mina.say("Saved."))


def to_approval(mina: Desk, world: World) -> None:
    mina.page.goto(f"{world.branch}/goals")
    mina.window.press(mina.say("Take the plan to approval"))
    mina.window.sees(mina.say("All %(of)s plans are in", of=2))
