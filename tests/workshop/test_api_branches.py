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


def test_a_unit_reads_what_its_branch_decided_on_its_goals_once_that_is_approved(ministry: Ministry):
    ministry.decide("homes", kind="adopt", reason="It is everybody's.")
    ministry.decide("repairs", kind="keep", reason="It is theirs alone.")
    homes, repairs = (program(ministry, name) for name in ("homes", "repairs"))
    assert homes.get("/plans/plan-0001/decided").get_json()["decided"] == []
    ministry.approved()
    [made] = ministry.life.plan.goals
    [found] = homes.get("/plans/plan-0001/decided").get_json()["decided"]
    assert (found["kind"], found["reason"], found["read"]) == ("adopt", "It is everybody's.", "1.0")
    assert (found["plan"], found["version"], found["parent"]) == (ministry.plan.id, "1.0", made.id)
    [kept] = repairs.get("/plans/plan-0002/decided").get_json()["decided"]
    assert (kept["kind"], kept["parent"]) == ("keep", None)


def test_a_unit_s_goal_points_to_the_branch_s_and_the_branch_s_decision_back(ministry: Ministry):
    ministry.decide("homes", kind="adopt", reason="It is everybody's.")
    ministry.decide("repairs", kind="keep", reason="It is theirs alone.")
    ministry.approved()
    homes = program(ministry, "homes")
    [goal] = homes.get("/plans/plan-0001/goals").get_json()["goals"]
    assert homes.get(f"/plans/plan-0001/goals/{goal['id']}").get_json()["parent"] == goal["parent"]
    decisions = program(ministry, "housing").get(f"/plans/{ministry.plan.id}/decisions").get_json()["decisions"]
    [up] = [each for each in decisions if each["goal"] == goal["parent"]]
    assert [each["goal"] for each in up["goals"]] == [goal["id"]]


def test_from_above_and_from_elsewhere_a_unit_s_goals_stand_without_what_was_decided(ministry: Ministry):
    ministry.decide("homes", kind="adopt", reason=CANARY)
    ministry.decide("repairs", kind="keep", reason="It is theirs alone.")
    ministry.approved()
    for name in ("housing", "traffic"):
        asked = program(ministry, name)
        assert asked.get("/plans/plan-0001/decided").status_code in (403, 404)
        goals = asked.get("/plans/plan-0001/goals")
        assert goals.status_code == 404 or goals.get_json()["goals"][0].get("parent", "") == ""
