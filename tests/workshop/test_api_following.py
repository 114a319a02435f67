"""Figures, progress and rounds at the API: entered by the rules of follow-up, and read from above."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitation.shapes import Metric, Milestone
from tests.conftest import NOON
from tests.workshop.followed import ACTION, FINANCE, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_plans_of_organisations import plan_of
from tests.workshop.tree import Tree
from workshop import store
from workshop.store.rounds import open_round, withdraw_round
from workshop.store.tables import AccountRow, FollowRoundRow

YEAR = {"metric": SHARE.id, "first": "2025-01-01", "last": "2025-12-31", "value": 42, "role": FINANCE}
PROMISED = Metric("metric-promised", {"en": "Tenders a year"}, unit="count", direction="more")


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


@pytest.fixture
def homes(app: Flask, tree: Tree) -> Program:
    return Program(app, token_for(app, tree.ids["homes"]))


@pytest.fixture
def housing(app: Flask, tree: Tree) -> Program:
    return Program(app, token_for(app, tree.ids["housing"], below=True))


def values(program: Program, desk: PlanDesk) -> list[float]:
    return [each["value"] for each in program.get(f"/plans/{desk.id}/readings").get_json()["readings"]]


def test_a_figure_is_entered_once_and_read_here_and_from_above(desk: PlanDesk, homes: Program, housing: Program):
    for _again in range(2):
        assert homes.post(f"/plans/{desk.id}/readings", YEAR, Idempotency_Key="figure-2025").status_code == 201
    assert values(homes, desk) == values(housing, desk) == [42]
    assert desk.life.entered[0].by == FINANCE
    assert homes.get(f"/plans/{desk.id}/readings?metric=another").get_json()["readings"] == []


def test_a_figure_that_its_counts_contradict_is_taken_and_the_answer_says_what_they_give(
    desk: PlanDesk, homes: Program
):
    crooked = {**YEAR, "value": 80, "numerator": 1, "denominator": 100}
    answer = homes.post(f"/plans/{desk.id}/readings", crooked)
    assert (answer.status_code, answer.get_json()["doubts"]) == (201, ["The two counts give 1, not 80."])
    right = homes.post(f"/plans/{desk.id}/readings", {**crooked, "value": 1})
    assert right.get_json()["doubts"] == []
    swedish = homes.post(f"/plans/{desk.id}/readings", {**YEAR, "value": 180}, Accept_Language="sv")
    assert swedish.get_json()["doubts"] == ["Talet är inte möjligt för den här mätaren."]
    assert values(homes, desk) == [80, 1, 180]


@pytest.mark.parametrize(
    ("place", "first", "second"),
    [
        ("readings", YEAR, {**YEAR, "value": 44}),
        ("progress", {"action": ACTION.id, "status": "done"}, {"action": ACTION.id, "status": "paused"}),
        ("baselines", {"metric": PROMISED.id, "value": 3}, {"metric": PROMISED.id, "value": 4}),
    ],
)
def test_what_is_held_to_an_older_state_is_not_entered(
    tree: Tree, homes: Program, place: str, first: dict[str, object], second: dict[str, object]
):
    desk = followed(tree, plan=replace(PLAN, loose_metrics=(PROMISED,)))
    etag, path = homes.get(f"/plans/{desk.id}").headers["ETag"], f"/plans/{desk.id}/{place}"
    done = homes.post(path, first, If_Match=etag)
    assert done.status_code == 201
    late = homes.post(path, second, If_Match=etag)
    assert (late.status_code, late.get_json()["code"]) == (412, "moved_on")
    assert homes.post(path, second, If_Match=done.headers["ETag"]).status_code == 201


def test_another_figure_for_the_same_period_stands_after_the_first(desk: PlanDesk, homes: Program):
    for value in (42, 44, 44):
        assert homes.post(f"/plans/{desk.id}/readings", {**YEAR, "value": value}).status_code == 201
    assert values(homes, desk) == [42, 44]
    first, second = homes.get(f"/plans/{desk.id}/readings").get_json()["readings"]
    assert (first["restated_by"], second["restates"]) == (second["id"], first["id"])
    assert (first["restates"], second["restated_by"]) == ("", "")


def test_a_reading_by_a_definition_that_was_changed_says_that_it_is_of_another_series(desk: PlanDesk, homes: Program):
    assert homes.post(f"/plans/{desk.id}/readings", YEAR).status_code == 201
    redefine(desk)
    [read] = homes.get(f"/plans/{desk.id}/readings").get_json()["readings"]
    assert (read["definition"], read["in_force"]) == (1, False)


@pytest.mark.parametrize(
    ("otherwise", "code"),
    [
        ({"last": "2026-12-31", "first": "2026-01-01"}, "future"),
        ({"last": "9999-12-31", "first": "9999-01-01"}, "future"),
        ({"metric": "no-metric"}, "line_gone"),
    ],
)
def test_what_follow_up_does_not_grant_is_refused(desk: PlanDesk, homes: Program, otherwise: dict, code: str):
    answer = homes.post(f"/plans/{desk.id}/readings", {**YEAR, **otherwise})
    assert (answer.status_code, answer.get_json()["code"]) == (409, code)
    assert values(homes, desk) == []


def test_progress_is_told_and_read(desk: PlanDesk, homes: Program, housing: Program):
    told = {"action": ACTION.id, "status": "done", "comment": "Signed"}
    assert homes.post(f"/plans/{desk.id}/progress", told).status_code == 201
    [found] = housing.get(f"/plans/{desk.id}/progress").get_json()["progress"]
    assert (found["action"], found["status"], found["comment"]) == (ACTION.id, "done", "Signed")


OUT, SIGNED = Milestone({"en": "Tender out"}, date(2026, 3, 31)), Milestone({"en": "Signed", "fi": "Tehty"}, None)


def test_milestones_are_told_by_name_or_sign_and_read_with_what_was_told(tree: Tree, homes: Program):
    acting = replace(ACTION, milestones=(OUT, SIGNED))
    desk = followed(tree, plan=replace(PLAN, goals=(replace(PLAN.goals[0], actions=(acting,)),)))
    path, told = f"/plans/{desk.id}/progress", {"action": ACTION.id, "status": "in_progress"}

    def reached() -> list[object]:
        return [each["reached"] for each in points()]

    def points() -> list[dict[str, object]]:
        return homes.get(path).get_json()["progress"][0]["milestones"]

    assert homes.post(path, {**told, "milestones": ["Tehty"]}).status_code == 201
    assert [(each["name"], each["day"]) for each in points()] == [(OUT.name, "2026-03-31"), (SIGNED.name, None)]
    assert reached() == [False, True]
    assert homes.post(path, {**told, "comment": "So far."}).status_code == 201
    assert reached() == [False, True]
    assert homes.post(path, {**told, "milestones": [points()[0]["sign"]]}).status_code == 201
    assert reached() == [True, False]
    wrong = homes.post(path, {**told, "milestones": ["Lunch"]})
    assert (wrong.status_code, wrong.get_json()["code"]) == (409, "not_a_choice")


def test_a_baseline_that_was_approved_stays(desk: PlanDesk, homes: Program):
    answer = homes.post(f"/plans/{desk.id}/baselines", {"metric": SHARE.id, "value": 11})
    assert (answer.status_code, answer.get_json()["code"]) == (409, "has_baseline")


def test_nothing_is_entered_from_above_or_before_the_approval(tree: Tree, homes: Program, housing: Program):
    desk, early = followed(tree), plan_of(tree, "homes", "plan-0002")
    assert housing.post(f"/plans/{desk.id}/readings", YEAR).status_code == 403
    assert homes.post(f"/plans/{early.id}/readings", YEAR).get_json()["code"] == "not_approved"


def test_a_round_is_seen_by_those_whom_it_asks(app: Flask, tree: Tree, homes: Program, housing: Program):
    with app.app_context(), store.writing() as db:
        by = db.get_one(AccountRow, "giver")
        dates = (date(2026, 12, 1), date(2026, 12, 31))
        row = open_round(db, tree.ids["housing"], *dates, {"en": "Autumn"}, by, NOON)
    roads = Program(app, token_for(app, tree.ids["roads"]))
    for program in (homes, housing):
        [found] = program.get("/rounds").get_json()["rounds"]
        assert (found["name"], found["due"]) == ({"en": "Autumn"}, "2026-12-31")
        assert program.get(f"/rounds/{row.id}").get_json() == found
    assert roads.get("/rounds").get_json()["rounds"] == []
    assert roads.get(f"/rounds/{row.id}").status_code == 404


def test_a_round_that_was_withdrawn_says_since_when(app: Flask, tree: Tree, homes: Program):
    with app.app_context(), store.writing() as db:
        by = db.get_one(AccountRow, "giver")
        row = open_round(db, tree.ids["homes"], date(2026, 12, 1), date(2026, 12, 31), {}, by, NOON)
    assert homes.get(f"/rounds/{row.id}").get_json()["withdrawn"] is None
    with app.app_context(), store.writing() as db:
        withdraw_round(db, db.get_one(FollowRoundRow, row.id), db.get_one(AccountRow, "giver"), NOON)
    assert homes.get(f"/rounds/{row.id}").get_json()["withdrawn"] == "2026-11-26T12:00:00Z"
