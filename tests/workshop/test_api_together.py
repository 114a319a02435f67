"""Programs take the files of plans read together, and read where goals stand: as far as the token reaches."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from flask import Flask

from facilitation.plans.commands import ClosePlan, EnterFigure, OpenAmendment, PlacePlan
from facilitation.shapes.followed import Period
from tests.conftest import Clock
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import ACTION, FINANCE, GOAL, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_dashboards import questions
from tests.workshop.tree import TODAY, Tree
from workshop.exports import FORMATS, child
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import followed as followed_plans
from workshop.store import terms
from workshop.together.files import FORMATS as TOGETHER
from workshop.together.files import OF

CANARY = "canary-4711"
FILES = ("exports:read", "readings:read")


def program(app: Flask, tree: Tree, name: str, *scopes: str, below: bool = False) -> Program:
    return Program(app, token_for(app, tree.ids[name], *scopes, below=below))


def enter(desk: PlanDesk, value: float, year: int = 2025) -> None:
    period = Period(date(year, 1, 1), date(year, 12, 31))
    id = f"figure-{year}-{value:g}"
    assert desk.ask(EnterFigure(id, SHARE.id, period, value, None, None, "", "", "preliminary", FINANCE, TODAY)).ok


# -- Where goals stand ------------------------------------------------------------------------------------------------


def follow_up(program: Program, tree: Tree, name: str = "homes", query: str = "") -> dict[str, Any]:
    answer = program.get(f"/organisations/{tree.ids[name]}/follow-up{query}")
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def test_a_goal_stands_as_its_page_says_with_the_figure_and_what_was_expected(app: Flask, tree: Tree):
    desk, homes = followed(tree), program(app, tree, "homes", "readings:read")
    [goal] = follow_up(homes, tree)["goals"]
    assert (goal["plan"], goal["goal"], goal["number"], goal["to"]) == (desk.id, GOAL.id, 1, dict(GOAL.to))
    assert goal["status"] == "overdue"
    assert goal["metrics"][0]["overdue"] == {"first": "2025-01-01", "last": "2025-12-31"}
    assert goal["late"] == [{"action": ACTION.id, "days": (TODAY - date(2026, 6, 30)).days}]
    enter(desk, 12)
    [goal] = follow_up(homes, tree)["goals"]
    [metric] = goal["metrics"]
    assert (goal["status"], goal["why"]) == (metric["status"], metric["why"]) == ("behind", "behind")
    period = {"first": "2025-01-01", "last": "2025-12-31"}
    assert metric["figure"] == {"value": 12, "period": period, "standing": "preliminary", "restated": False}
    assert 30 < metric["expected"] < 40
    assert metric["overdue"] is None


def test_a_figure_by_an_earlier_definition_stands_for_nothing(app: Flask, tree: Tree):
    desk, homes = followed(tree), program(app, tree, "homes", "readings:read")
    enter(desk, 12)
    redefine(desk)
    [goal] = follow_up(homes, tree)["goals"]
    assert (goal["metrics"][0]["figure"], goal["why"]) == (None, "unentered")


def test_from_above_units_goals_are_read_only_by_a_token_that_reaches_below(app: Flask, tree: Tree):
    followed(tree)
    followed(tree, "repairs", "plan-0002")
    followed(tree, "traffic", "plan-0003")
    whole = follow_up(program(app, tree, "housing", "readings:read", below=True), tree, "housing")
    assert {goal["organisation"] for goal in whole["goals"]} == {tree.ids["homes"], tree.ids["repairs"]}
    assert follow_up(program(app, tree, "housing", "readings:read"), tree, "housing")["goals"] == []
    stranger = program(app, tree, "traffic", "readings:read", below=True)
    assert stranger.get(f"/organisations/{tree.ids['housing']}/follow-up").status_code == 404


def test_in_parts_it_is_the_whole_once_and_what_is_no_more_leads_nowhere(app: Flask, tree: Tree):
    goals = tuple(replace(GOAL, id=f"goal-{n}", metrics=(), actions=()) for n in range(3))
    followed(tree, plan=replace(PLAN, goals=goals))
    followed(tree, "repairs", "plan-0002")
    housing = program(app, tree, "housing", "readings:read", below=True)
    whole = [goal["goal"] for goal in follow_up(housing, tree, "housing")["goals"]]
    found, further = list[str](), "?limit=1"
    while further:
        part = follow_up(housing, tree, "housing", further)
        found += [goal["goal"] for goal in part["goals"]]
        further = f"?limit=1&cursor={part['next']}" if part["next"] else ""
    assert sorted(found) == sorted(whole)
    assert len(found) == 4
    path = f"/organisations/{tree.ids['housing']}/follow-up"
    assert housing.get(f"{path}?cursor=bmV2ZXIvdGhlcmU").get_json()["code"] == "bad_cursor"


def test_what_belongs_to_no_goal_is_told_beside_the_goals_and_once_in_parts(app: Flask, tree: Tree):
    tenders, training = replace(SHARE, id="metric-tenders"), replace(ACTION, id="action-training")
    desk = followed(tree, plan=replace(PLAN, loose_metrics=(tenders,), loose_actions=(training,)))
    homes = program(app, tree, "homes", "readings:read")
    whole = follow_up(homes, tree)
    [loose] = whole["loose"]
    assert (loose["plan"], loose["actions"]) == (desk.id, 1)
    assert [(each["metric"], each["status"]) for each in loose["metrics"]] == [(tenders.id, "overdue")]
    assert loose["late"] == [{"action": training.id, "days": (TODAY - date(2026, 6, 30)).days}]
    assert [goal["goal"] for goal in whole["goals"]] == [GOAL.id]
    first = follow_up(homes, tree, query="?limit=1")
    second = follow_up(homes, tree, query=f"?limit=1&cursor={first['next']}")
    assert (first["goals"], first["loose"]) == (whole["goals"], [])
    assert (second["goals"], second["loose"], second["next"]) == ([], whole["loose"], None)


def test_it_is_told_again_only_once_something_was_entered_or_the_day_has_changed(app: Flask, tree: Tree, clock: Clock):
    desk, homes = followed(tree), program(app, tree, "homes", "readings:read")
    path = f"/organisations/{tree.ids['homes']}/follow-up"
    etag = homes.get(path).headers["ETag"]
    assert homes.get(path, If_None_Match=etag).status_code == 304
    enter(desk, 12)
    later = homes.get(path, If_None_Match=etag)
    assert later.status_code == 200
    clock.pass_by(days=1)
    assert homes.get(path, If_None_Match=later.headers["ETag"]).status_code == 200


def test_nothing_of_a_draft_is_read(app: Flask, tree: Tree):
    desk = followed(tree)
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", CANARY, GOAL.to["en"]).ok
    homes = program(app, tree, "homes", "readings:read")
    assert CANARY not in homes.get(f"/organisations/{tree.ids['homes']}/follow-up").text


def test_a_plan_that_is_closed_is_told_no_more(app: Flask, tree: Tree):
    desk, homes = followed(tree), program(app, tree, "homes", "readings:read")
    assert len(follow_up(homes, tree)["goals"]) == 1
    assert desk.ask(ClosePlan(TODAY, "It has another task.")).ok
    assert follow_up(homes, tree)["goals"] == []


def test_no_log_is_walked_and_many_plans_are_asked_for_at_once(app: Flask, tree: Tree):
    followed(tree)
    housing = program(app, tree, "housing", "readings:read", below=True)
    follow_up(housing, tree, "housing")
    few = asked_by(housing, tree)
    for number in range(2, 6):
        tree.add(f"unit{number}", "housing")
        followed(tree, f"unit{number}", f"plan-{number:04}")
    many = asked_by(housing, tree)
    assert len(many) == len(few)
    assert not [each for each in many if "FROM event" in each]


def asked_by(housing: Program, tree: Tree) -> list[str]:
    """With no plan and no log at hand."""
    with tree.app.app_context():
        for at_hand in (followed_plans.AT_HAND, terms.AT_HAND):
            at_hand.forget()
        for plan in ("plan-0001", "plan-0002"):
            rooms_of().forget(plan_log(plan))
    with questions(tree.app) as asked:
        follow_up(housing, tree, "housing")
    return asked


# -- Files ------------------------------------------------------------------------------------------------------------


def export(program: Program, tree: Tree, of: str, format: str = "md", name: str = "housing", **headers: str):
    return program.get(f"/organisations/{tree.ids[name]}/exports/{of}/{format}", **headers)


@pytest.mark.parametrize("format", TOGETHER)
def test_a_branch_is_taken_in_the_formats_of_its_page(app: Flask, tree: Tree, format: str):
    followed(tree)
    answer = export(program(app, tree, "housing", *FILES, below=True), tree, "plan", format)
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[format].media_type.partition(";")[0]
    assert f"plan-{tree.ids['housing']}-{TODAY}.{format}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("of", [*OF, "follow-up"])
def test_every_file_says_what_the_page_s_says(app: Flask, tree: Tree, of: str):
    agreed = replace(GOAL, agreement="candidate", agreement_year=2027)
    enter(followed(tree, plan=replace(PLAN, goals=(agreed,))), 12)
    told = export(program(app, tree, "housing", *FILES, below=True), tree, of).text
    page = {"follow-up": "/follow-up/report.md"}.get(of, f"/branch/file.md?of={of}")
    assert told == tree.somebody("editor", "housing").get(tree.page("housing") + page).text
    assert "Homes" in told or of == "years"


def test_the_plan_of_all_branches_is_there_once_a_branch_has_one(app: Flask):
    ministry = Ministry(app)
    head = program(app, ministry, "housing", *FILES, below=True)
    assert export(head, ministry, "branches").status_code == 404
    ministry.begun().decide("homes", "repairs", kind="merge", reason="One.", to_en=CANARY, owner="Director")
    assert CANARY not in export(head, ministry, "plan").text, "what is decided is a draft until it is approved"
    ministry.approved()
    assert CANARY in export(head, ministry, "plan").text


def test_only_what_the_token_reads_and_what_was_approved_is_in_a_file(app: Flask, tree: Tree):
    desk = followed(tree)
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", CANARY, GOAL.to["en"]).ok
    never = replace(PLAN, title={"en": CANARY}, goals=(replace(GOAL, to={"en": CANARY}),))
    unsent = PlanDesk(app, tree.account("owner-unsent"), never, "plan-0009")
    assert unsent.ask(PlacePlan(tree.ids["repairs"])).ok
    head = program(app, tree, "housing", *FILES, below=True)
    for of in (*OF, "follow-up"):
        assert CANARY not in export(head, tree, of).text
    assert export(program(app, tree, "housing", *FILES), tree, "plan").status_code == 404
    assert export(program(app, tree, "traffic", *FILES, below=True), tree, "plan").status_code == 404
    assert export(program(app, tree, "housing", "plans:read", below=True), tree, "plan").status_code == 403


@pytest.mark.parametrize("of", [*OF, "follow-up"])
def test_files_that_hold_figures_are_only_for_a_token_that_may_read_figures(app: Flask, tree: Tree, of: str):
    enter(followed(tree), 12)
    for alone in FILES:
        answer = export(program(app, tree, "housing", alone, below=True), tree, of)
        assert (answer.status_code, answer.get_json()["code"]) == (403, "scope")


def test_the_file_of_one_plan_holds_none_and_asks_for_no_such_right(app: Flask, tree: Tree):
    desk = followed(tree)
    homes = program(app, tree, "homes", "exports:read")
    before = homes.get(f"/plans/{desk.id}/exports/csv.zip?version=1.0").data
    enter(desk, 13)
    assert homes.get(f"/plans/{desk.id}/exports/csv.zip?version=1.0").data == before


@pytest.mark.parametrize("below", [True, False])
def test_of_units_goals_a_branch_s_file_holds_what_the_token_reads(app: Flask, *, below: bool):
    """Though the branch's approved plan rests on all of them, and the ministry has goals of its own to tell."""
    undecided = replace(GOAL, id="goal-two", to={"en": "Zebra crossings are painted."}, metrics=(), actions=())
    ministry = Ministry(app, PLAN, replace(PLAN, goals=(GOAL, undecided)))
    own = replace(GOAL, id="goal-own", to={"en": "Rules are plain."}, metrics=(), actions=())
    followed(ministry, "housing", "plan-0003", replace(PLAN, goals=(own,)))
    ministry.begun()
    ministry.decide("homes", kind="adopt", reason="One.", owner="Director")
    ministry.approved(3)
    file = export(program(app, ministry, "housing", *FILES, below=below), ministry, "plan").text
    assert "Rules are plain." in file
    assert ("Zebra crossings" in file) is below


def test_what_one_has_is_not_made_again_until_it_says_something_else(
    app: Flask, tree: Tree, monkeypatch: pytest.MonkeyPatch
):
    desk, head = followed(tree), program(app, tree, "housing", *FILES, below=True)
    etag = export(head, tree, "follow-up").headers["ETag"]
    monkeypatch.setattr(child, "make", unmade)
    assert export(head, tree, "follow-up", If_None_Match=etag).status_code == 304
    enter(desk, 12)
    answer = export(head, tree, "follow-up", If_None_Match=etag)
    assert (answer.status_code, answer.get_json()["code"]) == (503, "not_made")
    assert answer.headers["Retry-After"]


def unmade(*_asked: object) -> bytes:
    raise child.Unmade("late")


def test_a_format_that_the_page_does_not_give_is_not_there(app: Flask, tree: Tree):
    followed(tree)
    head = program(app, tree, "housing", *FILES, below=True)
    assert export(head, tree, "plan", "csv.zip").status_code == 404
    assert export(head, tree, "follow-up", "csv.zip").status_code == 200
