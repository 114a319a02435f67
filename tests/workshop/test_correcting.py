"""Correcting a figure: what is offered is what another figure would truly correct, and the periods that are late."""

from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from facilitation.plans.commands import EnterFigure, OpenAmendment, RecordApproval, ReviseField
from facilitation.shapes import Span
from facilitation.shapes.followed import Period, period_of
from tests.workshop.followed import FINANCE, GOAL, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor

SPRING, SUMMER = (period_of("quarterly", date(2026, month, 1)) for month in (4, 7))


@pytest.fixture
def quarterly(tree: Tree) -> PlanDesk:
    """Counted by the quarter; the last that is over is the third of 2026, the seventh of the plan."""
    return followed(tree, plan=replace(PLAN, goals=(replace(GOAL, metrics=(replace(SHARE, frequency="quarterly"),)),)))


def give(desk: PlanDesk, period: Period, value: float, number: int) -> None:
    command = EnterFigure(f"figure-{number}", SHARE.id, period, value, None, None, "", "", "final", FINANCE, TODAY)
    assert desk.ask(command).ok


def to_correct(who: Visitor, desk: PlanDesk) -> list[str]:
    """The periods that are offered, each with what it says of its figure; the one that is open begins with *."""
    page = html.fromstring(who.get(f"{desk.page}/follow-up/figures/{SHARE.id}").text)
    links = page.xpath("//nav[@aria-label='Period']//a")
    return [f"{'*' if each.get('aria-current') else ''}{' '.join(each.text_content().split())}" for each in links]


def test_what_is_corrected_first_is_the_newest_figure_there_is(quarterly: PlanDesk, editor: Visitor):
    give(quarterly, SPRING, 12, 1)
    assert to_correct(editor, quarterly)[:2] == ["Jul 2026–Sep 2026: no figure", "*Apr 2026–Jun 2026: 12 %"]


def test_what_can_be_corrected_are_the_periods_of_the_plan_and_what_was_given_beside_them(
    quarterly: PlanDesk, editor: Visitor
):
    assert len(to_correct(editor, quarterly)) == 7
    assert to_correct(editor, quarterly)[-1] == "Jan 2025–Mar 2025: no figure"
    give(quarterly, period_of("quarterly", date(2024, 12, 1)), 9, 1)
    assert to_correct(editor, quarterly)[-1] == "*Oct 2024–Dec 2024: 9 %"


def test_of_each_is_said_what_it_stands_at_and_whether_it_was_corrected(quarterly: PlanDesk, editor: Visitor):
    for number, (period, value) in enumerate(((SPRING, 12), (SUMMER, 20), (SUMMER, 22))):
        give(quarterly, period, value, number)
    assert to_correct(editor, quarterly)[:2] == [
        "*Jul 2026–Sep 2026: 22 %, corrected",
        "Apr 2026–Jun 2026: 12 %",
    ]


def test_what_was_counted_otherwise_is_not_offered_as_what_another_figure_would_correct(
    quarterly: PlanDesk, editor: Visitor
):
    give(quarterly, SPRING, 12, 1)
    page = f"{quarterly.page}/follow-up/figures/{SHARE.id}"
    assert "by an earlier definition" not in editor.get(page).text
    redefine(quarterly)
    assert to_correct(editor, quarterly)[:2] == [
        "*Jul 2026–Sep 2026: no figure",
        "Apr 2026–Jun 2026: no figure",
    ]
    assert "by an earlier definition" in editor.get(page).text
    assert 'value="12"' not in editor.get(f"{page}/{SPRING.last}").text


def test_a_period_by_which_it_is_counted_no_more_is_not_offered(quarterly: PlanDesk, editor: Visitor):
    give(quarterly, SPRING, 12, 1)
    assert quarterly.ask(OpenAmendment("Counted once a year")).ok
    assert quarterly.ask(ReviseField(SHARE.id, "frequency", "yearly", "quarterly")).ok
    assert quarterly.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    assert to_correct(editor, quarterly) == ["*2025: no figure"]


def test_before_the_first_period_is_over_there_is_nothing_to_correct(tree: Tree, editor: Visitor):
    years = Span("2026–2027", date(2026, 1, 1), date(2027, 12, 31))
    desk = followed(tree, plan=replace(PLAN, period=years))
    page = editor.get(f"{desk.page}/follow-up/figures/{SHARE.id}")
    assert page.status_code == 200
    assert "The first period of this metric is not over yet." in page.text
    assert "Save" not in page.text
