"""A desk to try a plan at: Fay's, drafted through the door, and what the tests ask about it behind the pages."""

from dataclasses import replace
from datetime import timedelta
from secrets import token_hex

from flask import Flask

from facilitation.live import Asker
from facilitation.plans.commands import (
    AddComment,
    Command,
    DraftPlan,
    KeepVersion,
    LeaveThemeOut,
    OpenCommentRound,
    ReviseField,
)
from facilitation.plans.events import Source
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.steps.kind import Value
from tests.facilitation.sample_plan import plan as sample
from workshop import store
from workshop.clock import now
from workshop.perform import Once, Outcome, perform, plan_log
from workshop.room import rooms_of
from workshop.store.plan_people import set_parts
from workshop.store.plans import name_guest, new_link
from workshop.store.tables import PlanRow

ID = "plan-0001"


class PlanDesk:
    def __init__(self, app: Flask, account: str, plan: Plan | None = None, id: str = ID) -> None:
        self.app, self.id, self.asked = app, id, 0
        self.fay = Asker(account, "editor")
        drafted = replace(plan or sample(), id=id)
        assert self.ask(DraftPlan(drafted, (Source("workshop", "w1", 812),))).ok

    @classmethod
    def at(cls, app: Flask, account: str, id: str) -> "PlanDesk":
        """At a plan that is there already."""
        desk = cls.__new__(cls)
        desk.app, desk.id, desk.asked, desk.fay = app, id, 0, Asker(account, "editor")
        return desk

    @property
    def life(self) -> Life:
        with self.app.app_context():
            return rooms_of().room(plan_log(self.id)).state

    @property
    def row(self) -> PlanRow:
        with self.app.app_context(), store.reading() as db:
            return db.get_one(PlanRow, self.id)

    def ask(self, command: Command, asker: Asker | None = None) -> Outcome:
        """Through the door, as pages do; refusals are returned."""
        self.asked += 1
        with self.app.app_context():
            return perform(plan_log(self.id), command, asker or self.fay, Once(f"desk-{self.asked:013}"))

    def revise(self, line: str, field: str, value: Value, base: Value, asker: Asker | None = None) -> Outcome:
        return self.ask(ReviseField(line, field, value, base, "en"), asker)

    def revise_plan(self, field: str, value: Value) -> Outcome:
        """What the plan says of itself, where it is no text in a language."""
        return self.ask(ReviseField(self.id, field, value, getattr(self.life.plan, field)))

    def invite(self, account: str, *roles: str) -> Asker:
        with self.app.app_context(), store.writing() as db:
            set_parts(db, self.id, account, roles)
        return Asker(account, roles[0] if roles else "")

    @property
    def page(self) -> str:
        return f"/plans/{self.id}"


def written(app: Flask, account: str) -> tuple[PlanDesk, str]:
    """The sample plan with two texts for one field, a version, and an open round of comments; and the round's link."""
    desk = PlanDesk(app, account, id=f"plan-{token_hex(4)}")
    goal = desk.life.plan.goals[0]
    for words, base in (("Every agreement has a target.", goal.to["en"]), ("Most have one.", "an older text")):
        assert desk.revise(goal.id, "to", words, base).ok
    assert desk.ask(KeepVersion("Sharper words")).ok
    assert desk.ask(LeaveThemeOut("7", "Next year")).ok
    with app.app_context():
        today = now().date()
    assert desk.ask(OpenCommentRound(today + timedelta(days=14), today)).ok
    with app.app_context(), store.writing() as db:
        token = new_link(db, desk.id, account, now())
        name_guest(db, desk.id, "guest-eva-01", "Housing Finance Centre")
    eva = Asker("guest-eva-01", "guest")
    assert desk.ask(AddComment("comment-01", goal.id, "Which agencies does this concern?", "en", today), eva).ok
    return desk, f"/comment/{token}"
