"""A program takes a figure back that was entered for the wrong metric or period."""

from flask import Flask

from tests.conftest import Clock
from tests.workshop.checking_in import desk, editor
from tests.workshop.followed import FINANCE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.taken_back import WHY
from tests.workshop.test_api_following import YEAR
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor

__all__ = ["desk", "editor"]


def test_a_program_takes_a_figure_back_and_reads_that_it_did(app: Flask, tree: Tree, desk: PlanDesk):
    homes = Program(app, token_for(app, tree.ids["homes"]))
    homes.post(f"/plans/{desk.id}/readings", YEAR)
    path = f"/plans/{desk.id}/readings/{desk.life.entered[0].id}/withdrawal"
    assert homes.post(path, {"reason": " "}).status_code == 409
    done = [homes.post(path, {"reason": WHY, "role": FINANCE}).get_json()["seq"] for _again in range(2)]
    assert done[0] == done[1] == desk.life.seq
    [reading] = homes.get(f"/plans/{desk.id}/readings").get_json()["readings"]
    assert (reading["value"], reading["withdrawn"], reading["withdrawn_reason"]) == (42, "2026-11-26", WHY)
    assert homes.post(f"/plans/{desk.id}/readings", YEAR).status_code == 201
    told = homes.get(f"/plans/{desk.id}/readings").get_json()["readings"]
    assert [bool(each["withdrawn"]) for each in told] == [True, False]
    assert homes.post(f"/plans/{desk.id}/readings/figure-none/withdrawal", {"reason": WHY}).status_code == 404


def test_under_the_same_key_a_figure_that_was_taken_back_is_entered_anew_the_next_day(
    app: Flask, tree: Tree, desk: PlanDesk, clock: Clock
):
    homes = Program(app, token_for(app, tree.ids["homes"]))
    homes.post(f"/plans/{desk.id}/readings", YEAR, Idempotency_Key="figure-2025")
    homes.post(f"/plans/{desk.id}/readings/{desk.life.entered[0].id}/withdrawal", {"reason": WHY})
    homes.post(f"/plans/{desk.id}/readings", YEAR, Idempotency_Key="figure-2025")
    assert desk.life.entered == ()
    clock.pass_by(hours=25)
    homes.post(f"/plans/{desk.id}/readings", YEAR, Idempotency_Key="figure-2025")
    assert [each.value for each in desk.life.entered] == [42]


def test_a_program_without_the_scope_or_of_another_organisation_takes_nothing_back(
    app: Flask, tree: Tree, desk: PlanDesk, editor: Visitor
):
    enter(editor, desk, value="30")
    path = f"/plans/{desk.id}/readings/{desk.life.entered[0].id}/withdrawal"
    for program in (
        Program(app, token_for(app, tree.ids["homes"], "readings:read")),
        Program(app, token_for(app, tree.ids["housing"], below=True)),
    ):
        assert program.post(path, {"reason": WHY}).status_code in (403, 404)
    assert len(desk.life.entered) == 1
