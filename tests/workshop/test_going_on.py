"""The next plan and the next workshop of the place go on from the last readings of an approved plan."""

import pytest
from flask import Flask

from facilitation.plans.commands import TellProgress
from tests.workshop.desk import NEW, Desk, set_up
from tests.workshop.followed import ACTION, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor


@pytest.fixture
def desk(tree: Tree, editor: Visitor) -> PlanDesk:
    """Ten per cent when it was approved; 42 since, and its action is done."""
    desk = followed(tree)
    enter(editor, desk, numerator="21", denominator="50")
    assert desk.ask(TellProgress(ACTION.id, "done", "", "", TODAY)).ok
    return desk


@pytest.fixture
def fay(tree: Tree) -> Visitor:
    """Who facilitates, and reads what Homes approved."""
    fay = tree.somebody("facilitator", "homes", "facilitator")
    tree.give(fay.account, "reader", "housing")
    return fay


def test_a_workshop_starts_from_the_last_figures_of_an_approved_plan(app: Flask, desk: PlanDesk, fay: Visitor):
    state = Desk(app, set_up(fay, approved=desk.id)).state
    (metric,) = state.cards_in("metric")
    assert (metric.answers["baseline"], metric.answers["baseline_day"]) == (42, "2025-12-31")
    assert metric.source == PLAN.title["en"]
    assert not list(state.cards_in("action"))


def test_only_approved_plans_that_one_may_read_are_offered(desk: PlanDesk, tree: Tree, fay: Visitor):
    draft = PlanDesk(tree.app, fay.account, PLAN, "plan-0002")
    offered = fay.get("/workshops/new").text
    assert f'<option value="{desk.id}">Plan of Homes · Homes</option>' in offered
    assert draft.id not in offered
    stranger = tree.somebody("facilitator", "traffic", "facilitator")
    assert desk.id not in stranger.get("/workshops/new").text
    filled = stranger.form("/workshops/new", fields=NEW).fields | NEW | {"approved": desk.id}
    assert stranger.client.post("/workshops/new", data=filled).status_code == 400


def test_the_next_plan_starts_from_the_last_figures_too(desk: PlanDesk, tree: Tree, editor: Visitor):
    page = editor.send("/plans/new", "", begins="plan", plan=desk.id)
    life = PlanDesk.at(tree.app, editor.account, page.request.path.split("/")[2]).life
    (goal,) = life.plan.goals
    (metric,) = goal.metrics
    assert metric.baseline is not None
    assert (metric.baseline.value, metric.baseline.numerator, metric.baseline.denominator) == (42, 21, 50)
    assert not goal.actions


def test_the_plan_that_is_followed_up_keeps_the_baseline_it_was_approved_with(desk: PlanDesk, tree: Tree):
    assert desk.life.published is not None
    assert desk.life.published.plan.goals[0].metrics[0].baseline == SHARE.baseline
    assert "Baseline" in tree.somebody("reader", "homes").get(desk.page).text
