"""A government over two ministries whose branches' plans are approved, and whoever puts those together."""

from itertools import product

from flask import Flask

from facilitation.plans.commands import RecordApproval, ReviseField
from facilitation.shapes import Plan
from tests.workshop.branch_desk import MERGE, Ministry, branch_of
from tests.workshop.followed import PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.days import today
from workshop.store import branches

KNOWN = RecordApproval("Permanent secretary", TODAY, "VN/1", "", "", "", "It is known", TODAY)


class Government(Ministry):
    """government > housing, traffic: the plan of each branch is approved, and holds one goal of its units.

    `plan` is that of each unit; what it has beyond its first goal is adopted by housing.
    """

    def __init__(self, app: Flask, plan: Plan = PLAN) -> None:
        super().__init__(app, plan)
        self.add("government", kind="government")
        for name in ("housing", "traffic"):
            self.move(name, "government")
        self.roads = followed(self, "roads", "plan-0003", plan)
        self.traffic: PlanDesk = branch_of(self, "traffic", "roads", self.roads)
        for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
            assert self.traffic.ask(ReviseField(self.traffic.id, field, value, "")).ok
        assert self.traffic.ask(KNOWN).ok
        self.begun().decide("homes", "repairs", **MERGE)
        for unit, goal in product(("homes", "repairs"), plan.goals[1:]):
            self.adopt(unit, goal.id)
        self.approved()
        self.housing = PlanDesk.at(app, "", self.plan.id)
        self.group: Visitor = self.somebody("editor", "government")

    @property
    def above(self) -> str:
        return self.page("government")

    @property
    def desk(self) -> PlanDesk:
        """At the government's own plan."""
        with self.app.app_context(), store.reading() as db:
            found = branches.plan_of(db, self.ids["government"], today())
        assert found
        return PlanDesk.at(self.app, self.group.account, found.written.id)

    def goal_of(self, name: str, number: int = 0) -> str:
        desk = self.housing if name == "housing" else self.traffic
        return f"{self.ids[name]}.{desk.life.plan.goals[number].id}"

    def start(self) -> "Government":
        assert self.group.send(f"{self.above}/branches", "Begin the plan of all branches").status_code == 200
        return self

    def settle(self, *names: str, number: int | str = 0, **said: str) -> str:
        look = f"{self.above}/branch/decide?" + "&".join(f"goal={self.goal_of(name, int(number))}" for name in names)
        told = self.group.send(look, "Keep the decision", **said)
        assert told.status_code == 200, told.text
        return told.text

    def settled(self) -> "Government":
        """Decided on and approved."""
        self.settle("housing", kind="raise", reason="For the result agreement.", year="2028", owner="Director")
        self.settle("traffic", kind="keep", reason="Theirs alone.")
        for number in range(1, len(self.housing.life.plan.goals)):
            self.settle("housing", number=number, kind="adopt", reason="It is everybody's.")
        assert "All 2 plans are in" in self.group.send(f"{self.above}/branch/goals", "Take the plan to approval").text
        desk = self.desk
        for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
            assert self.group.send(f"{desk.page}/lines/{desk.id}", "Save", **{field: value}).status_code == 200
        approved = {"approver": "Steering group", "record_number": "VM/1", "reason": "It is known."}
        assert self.group.send(f"{desk.page}/approval", **approved).status_code == 200
        assert desk.life.published
        return self
