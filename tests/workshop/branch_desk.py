"""A ministry with two agencies whose plans are approved, and the ministry's editor who puts them together."""

from dataclasses import replace

from flask import Flask
from werkzeug.test import TestResponse

from facilitation.consolidation import Decided, Taken, Unit
from facilitation.plans.commands import AskUnits, DecideOnGoals, DraftPlan, ReadBranch, SubmitPlan
from facilitation.plans.events import RestsOn
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from tests.conftest import signed_in
from tests.facilitation.branch_desk import EMPTY
from tests.workshop.followed import PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Sent, Visitor
from workshop import store
from workshop.days import today
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import branches
from workshop.store.tables import PlanRow

MERGE = {"kind": "merge", "reason": "One goal is enough.", "to_en": "Everybody sets targets.", "owner": "Director"}


class Ministry(Tree):
    """housing > homes, repairs: both approved, and saying nearly the same unless they are given plans of their own."""

    def __init__(self, app: Flask, homes: Plan = PLAN, repairs: Plan | None = None) -> None:
        super().__init__(app)
        self.homes: PlanDesk = followed(self, "homes", "plan-0001", homes)
        self.repairs: PlanDesk = followed(self, "repairs", "plan-0002", repairs or homes)
        self.editor: Visitor = self.somebody("editor", "housing")

    def colleague(self) -> Visitor:
        """Another who edits for the ministry."""
        who = signed_in(self.app, "colleague@housing.example", "Colleague", "member")
        self.give(who.account, "editor", "housing")
        return who

    def begun(self) -> "Ministry":
        page = self.editor.send(self.page("housing") + "/branch", "Begin the plan of the branch")
        assert page.status_code == 200, page.text
        return self

    @property
    def plan(self) -> PlanRow:
        """The one in which is decided."""
        with self.app.app_context(), store.reading() as db:
            found = branches.plan_of(db, self.ids["housing"], today())
        assert found is not None
        return found.written

    @property
    def life(self) -> Life:
        with self.app.app_context():
            return rooms_of().room(plan_log(self.plan.id)).state

    @property
    def goals(self) -> str:
        return self.page("housing") + "/branch/goals"

    def key(self, unit: str, goal: str = PLAN.goals[0].id) -> str:
        return f"{self.ids[unit]}.{goal}"

    def look(self, *units: str) -> str:
        return f"{self.page('housing')}/branch/decide?" + "&".join(f"goal={self.key(each)}" for each in units)

    def adopt(self, unit: str, goal: str) -> None:
        look = f"{self.page('housing')}/branch/decide?goal={self.key(unit, goal)}"
        told = self.editor.send(look, "Keep the decision", kind="adopt", reason="It is the branch's.")
        assert told.status_code == 200, told.text

    def decide(self, *units: str, **said: Sent) -> TestResponse:
        return self.editor.send(self.look(*units), "Keep the decision", **said)

    def approved(self, units: int = 2) -> "Ministry":
        """Approved elsewhere and recorded, from the page that says which plans it rests on."""
        told = self.editor.send(self.goals, "Take the plan to approval")
        assert f"All {units} plans are in" in told.text
        page = f"/plans/{self.plan.id}"
        for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
            said = self.editor.send(f"{page}/lines/{self.plan.id}", "Save", **{field: value})
            assert said.status_code == 200, said.text
        recorded = self.editor.send(
            f"{page}/approval", approver="Permanent secretary", record_number="VN/9", reason="It is known."
        )
        assert recorded.status_code == 200, recorded.text
        assert self.plan.published
        return self


def branch_of(tree: Tree, name: str, unit: str, answer: PlanDesk, words: str = "Plan of the branch") -> PlanDesk:
    """The plan of a branch whose one unit has answered the round with this approved plan; its first goal is adopted."""
    desk, its = PlanDesk.at(tree.app, tree.account("owner-of-branch"), "plan-of-branch"), answer.life.published
    assert its
    whole, of = replace(EMPTY, id=desk.id, title={"en": words}), Unit(tree.ids[unit], {"en": unit.title()})
    adopted = Decided("decision-1", "adopt", (Taken(of, its.plan.goals[0], its.number, answer.id),), words)
    assert desk.ask(DraftPlan(whole, (), tree.ids[name])).ok
    assert desk.ask(AskUnits(TODAY.replace(day=30), (of.id,), TODAY)).ok
    assert desk.ask(SubmitPlan(of.id, answer.id, its.number), replace(desk.fay, role="unit")).ok
    assert desk.ask(DecideOnGoals(adopted, 0)).ok
    assert desk.ask(ReadBranch((RestsOn(of, answer.id, its.number, TODAY),))).ok
    return desk
