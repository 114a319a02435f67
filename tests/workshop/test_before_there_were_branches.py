"""A government whose first plan was made of units' plans, before it had branches, goes on to one of all branches."""

import pytest
from flask import Flask

from facilitation.plans.commands import ReviseField
from tests.conftest import NOON, Clock
from tests.workshop.government import KNOWN, Government
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.branches import OfBranch, plan_of
from workshop.store.forest import move

BEGIN = "Begin the plan of all branches"


class Council(Government):
    """A council began a plan while nobody was under it; then housing and its units came to it."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self.add("council", kind="government")
        self.editor_above: Visitor = self.somebody("editor", "council")
        told = self.editor_above.send(f"{self.above}/branch", "Begin the plan of the branch")
        assert told.status_code == 200
        with app.app_context(), store.writing() as db:
            move(db, self.ids["housing"], self.ids["council"], TODAY, None, NOON)

    @property
    def above(self) -> str:
        return self.page("council") if "council" in self.ids else super().above

    def plans(self) -> OfBranch:
        with self.app.app_context(), store.reading() as db:
            return plan_of(db, self.ids["council"], TODAY) or pytest.fail("no plan was begun")

    def approve(self) -> None:
        """The one that is being written."""
        desk = PlanDesk.at(self.app, self.editor_above.account, self.plans().written.id)
        for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
            assert desk.ask(ReviseField(desk.id, field, value, "")).ok
        told = self.editor_above.send(f"{self.above}/branch/goals", "Take the plan to approval")
        assert told.status_code == 200
        assert desk.ask(KNOWN).ok

    def told(self, path: str) -> str:
        return self.editor_above.get(f"{self.above}/{path}").text


@pytest.fixture
def council(app: Flask, clock: Clock) -> Council:
    council = Council(app)
    clock.pass_by(hours=1)
    return council


def test_one_of_all_branches_is_begun_beside_it_and_once(council: Council):
    assert BEGIN in council.told("branches")
    assert council.editor_above.send(f"{council.above}/branches", BEGIN).status_code == 200
    assert [row.kind for row in council.plans().rows] == ["branch", "branches"]
    told = council.told("branches")
    assert BEGIN not in told
    assert "begun here before there were branches" in told


def test_each_of_the_two_is_decided_on_by_what_it_is_made_of(council: Council):
    council.editor_above.send(f"{council.above}/branches", BEGIN)
    of_units, of_branches = council.plans().rows
    units = council.told(f"branch/goals?plan={of_units.id}")
    assert "Homes" in units
    branches = council.told(f"branch/goals?plan={of_branches.id}")
    assert "Housing" in branches
    assert "Homes" not in branches


def test_the_older_in_force_is_read_among_its_units_until_the_one_of_all_branches_stands(council: Council):
    council.approve()
    council.editor_above.send(f"{council.above}/branches", BEGIN)
    page = f"{council.above}/branch"
    told = council.editor_above.get(page)
    assert told.request.path == page
    assert "The next plan is being drafted:" in told.text
    council.approve()
    assert council.editor_above.get(page).request.path == f"{council.above}/branches"
    assert council.plans().read.kind == "branches"


def test_a_file_of_all_branches_is_of_their_plan_and_one_of_the_branch_of_the_older(council: Council):
    council.approve()
    council.editor_above.send(f"{council.above}/branches", BEGIN)
    assert "Homes" in council.told("branch/file.md")
    above = council.told("branch/file.md?of=branches")
    assert "Housing" in above
    assert "Homes" not in above
