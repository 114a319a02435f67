"""A branch's plan at the API: decisions and rounds, from inside as they stand, from above as they were approved."""

import pytest
from flask import Flask

from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.program import Program, token_for
from tests.workshop.test_branch_decisions import CANARY
from tests.workshop.test_branch_rounds import opened, submitted, unit


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


def program(ministry: Ministry, name: str) -> Program:
    return Program(ministry.app, token_for(ministry.app, ministry.ids[name], "plans:read", below=True))


def test_a_program_of_the_ministry_reads_decisions_with_the_goals_they_are_about(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    [found] = program(ministry, "housing").get(f"/plans/{ministry.plan.id}/decisions").get_json()["decisions"]
    assert (found["kind"], found["reason"], found["owner"]) == ("merge", "One goal is enough.", "Director")
    assert [(each["unit"], each["plan"], each["version"]) for each in found["goals"]] == [
        (ministry.ids["homes"], "plan-0001", "1.0"),
        (ministry.ids["repairs"], "plan-0002", "1.0"),
    ]


def test_a_branchs_plan_is_known_by_its_kind(ministry: Ministry):
    plans = program(ministry, "housing").get("/plans").get_json()["plans"]
    assert {each["id"] for each in plans if each["kind"] == "branch"} == {ministry.plan.id}


def test_a_round_tells_where_each_answer_stands(ministry: Ministry):
    submitted(opened(ministry), unit(ministry))
    [found] = program(ministry, "housing").get(f"/plans/{ministry.plan.id}/branch-rounds").get_json()["rounds"]
    states = {each["unit"]: each["state"] for each in found["units"]}
    assert states == {ministry.ids["homes"]: "submitted", ministry.ids["repairs"]: "invited"}


def test_from_outside_nothing_of_it_is_there_before_it_is_approved_and_no_round_ever(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    for name in ("homes", "traffic"):
        for path in ("decisions", "rests", "branch-rounds"):
            assert program(ministry, name).get(f"/plans/{ministry.plan.id}/{path}").status_code in (403, 404)
    ministry.approved()
    ministry.editor.send(f"/plans/{ministry.plan.id}/approval", "Open an amendment", reason="A late plan")
    ministry.decide("homes", "repairs", kind="merge", reason=CANARY)
    inside = program(ministry, "housing")
    assert CANARY in inside.get(f"/plans/{ministry.plan.id}/decisions").text
    fixed = inside.get(f"/plans/{ministry.plan.id}/decisions?version=1.0")
    assert CANARY not in fixed.text
    rests = inside.get(f"/plans/{ministry.plan.id}/rests?version=1.0").get_json()["rests"]
    assert [each["version"] for each in rests] == ["1.0", "1.0"]
