"""Holders of roles tick the milestones that are reached, by a personal link."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from lxml import html

from facilitation.plans.results import with_results
from facilitation.shapes import Milestone
from tests.workshop.checking_in import hand_over, link
from tests.workshop.followed import ACTION, GOAL, LAW, PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

TENDER = Milestone({"en": "Tender out", "fi": "Kilpailutus avattu"}, TODAY - timedelta(days=10))
SIGNED = Milestone({"en": "Contract signed"}, TODAY + timedelta(days=30))
DRAFTED = Milestone({"en": "Model drafted"}, date(2026, 2, 1), done=True)


@pytest.fixture
def acting(tree: Tree) -> PlanDesk:
    """A plan whose action has three milestones: one was approved as reached, one is late, one is to come."""
    action = replace(ACTION, end=SIGNED.day, status="in_progress", milestones=(DRAFTED, TENDER, SIGNED))
    return followed(tree, plan=replace(PLAN, goals=(replace(GOAL, actions=(action,)),)))


def test_a_holder_ticks_the_milestones_that_are_reached(
    tree: Tree, acting: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Lea", LAW)
    path = link(editor, tree)
    page = html.fromstring(visitor.get(path).text)
    boxes = page.xpath("//fieldset//input[@type='checkbox']")
    named = [" ".join(box.getparent().text_content().split()) for box in boxes]
    assert named == ["Tender out by 16 November 2026 Late", "Contract signed by 26 December 2026"]
    assert "Reached before: Model drafted" in " ".join(page.text_content().split())
    assert [box.get("checked") for box in boxes] == [None, None]
    assert "One answer is kept." in visitor.send(path, "Send", **{boxes[0].get("name"): boxes[0].get("value")}).text
    assert reached(acting) == ["Model drafted", "Tender out"]
    again = html.fromstring(visitor.get(path).text).xpath("//fieldset//input[@type='checkbox']")
    assert [box.get("checked") is not None for box in again] == [True, False]


def test_pressing_send_without_a_tick_tells_nothing(tree: Tree, acting: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Lea", LAW)
    visitor.send(link(editor, tree), "Send")
    assert acting.life.told == {}


def test_a_page_from_before_takes_nothing_back_that_others_told_since(
    tree: Tree, acting: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Lea", LAW)
    path = link(editor, tree)
    before = {name: text for name, text in visitor.form(path, "Send").fields.items() if text}
    [box, *_] = html.fromstring(visitor.get(path).text).xpath("//fieldset//input[@type='checkbox']")
    visitor.send(path, "Send", **{box.get("name"): box.get("value")})
    assert "nothing was changed" in visitor.client.post(path, data=before, follow_redirects=True).text
    assert reached(acting) == ["Model drafted", "Tender out"]


def test_a_milestone_that_is_gone_from_the_plan_is_told_at_its_field(
    tree: Tree, acting: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Lea", LAW)
    path = link(editor, tree)
    page = visitor.send(path, "Send", **{field(visitor, path, "milestones"): "0123456789ab"})
    assert page.status_code == 400
    assert "Choose one of those shown." in page.text
    assert acting.life.told == {}


def test_whoever_takes_over_reads_which_milestone_is_late_and_which_is_next(
    tree: Tree, acting: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Lea", LAW)
    told = html.fromstring(visitor.get(link(editor, tree) + "/briefing").text).text_content()
    assert "Milestones reached: 1 of 3; late: Tender out (by" in told
    assert "next: Contract signed (by" in told


def reached(desk: PlanDesk) -> list[str]:
    plan = with_results(desk.life) or PLAN
    return [each.name["en"] for each in plan.goals[0].actions[0].milestones if each.done]
