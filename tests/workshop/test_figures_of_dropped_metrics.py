"""Figures of a metric that an amendment left out are read one by one and taken back as those of any other."""

from datetime import date

import pytest
from lxml import html
from werkzeug.test import TestResponse

from facilitation.plans.commands import DropLine, EnterFigure, OpenAmendment, PutLineBack, RecordApproval
from facilitation.shapes.followed import period_of
from tests.workshop.followed import FINANCE, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_check_in import hand_over, link
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

YEAR = period_of("yearly", date(2025, 1, 1))
WHY = "Of another year."


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """A figure was entered by the holder of a role; then an amendment left its metric out."""
    desk = followed(tree)
    assert desk.ask(EnterFigure("figure-01", SHARE.id, YEAR, 40, 40, 100, "", "", "final", FINANCE, TODAY)).ok
    amend(desk, DropLine(SHARE.id, "Nobody needs it."))
    return desk


def amend(desk: PlanDesk, change: DropLine | PutLineBack) -> None:
    assert desk.ask(OpenAmendment("Another plan")).ok
    assert desk.ask(change).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok


def links(page: TestResponse) -> list[str]:
    return html.fromstring(page.text).xpath("//details[summary='Metrics that the plan has no more']//a/@href")


def test_the_follow_up_of_the_plan_leads_to_it_for_those_inside(tree: Tree, desk: PlanDesk, editor: Visitor):
    path = f"{desk.page}/follow-up"
    assert links(editor.get(path)) == [f"{path}/series/{SHARE.id}"]
    assert links(tree.somebody("steering", "housing").get(path)) == []
    amend(desk, PutLineBack(SHARE.id))
    assert links(editor.get(path)) == [], "it stands among the others again"


def test_a_metric_that_was_left_out_without_a_figure_is_not_led_to(tree: Tree, editor: Visitor):
    desk = followed(tree)
    amend(desk, DropLine(SHARE.id, "Nobody needs it."))
    assert links(editor.get(f"{desk.page}/follow-up")) == []


def test_it_is_taken_back_at_the_desk_and_does_not_come_again_with_its_metric(desk: PlanDesk, editor: Visitor):
    series = f"{desk.page}/follow-up/series/{SHARE.id}"
    page = editor.get(series).text
    assert "40" in page
    assert "Correct a figure" not in page
    took = editor.send(f"{desk.page}/follow-up/take-back/figure-01", "Take the figure back", reason=WHY)
    assert "The figure is taken back." in took.text
    assert WHY in editor.get(series).text
    amend(desk, PutLineBack(SHARE.id))
    assert desk.life.entered == ()


def test_it_is_taken_back_by_the_link_of_the_role_that_entered_it(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    assert SHARE.name["en"] in visitor.get(f"{path}/figures").text
    visitor.send(f"{path}/figures/{desk.id}/figure-01", "Take the figure back", reason=WHY)
    assert desk.life.entered == ()


def test_a_program_takes_it_back(tree: Tree, desk: PlanDesk):
    homes = Program(desk.app, token_for(desk.app, tree.ids["homes"]))
    assert homes.post(f"/plans/{desk.id}/readings/figure-01/withdrawal", {"reason": WHY}).status_code == 201
    assert desk.life.entered == ()
