"""What somebody writes in a workbook where nothing is read is told, and what the plan says of itself is read."""

import pytest

from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import INLINE, beside, place, put, renamed, said, typed
from tests.workshop.test_plan_comes_back import desk, left, page
from tests.workshop.test_roundtrip import bring, take, words
from tests.workshop.visitor import Visitor

__all__ = ["desk", "page"]


def test_what_the_plan_says_of_itself_is_taken_from_its_sheet_and_what_an_approval_gives_is_told(
    desk: PlanDesk, page: str, facilitator: Visitor
):
    summary, whole = desk.life.plan.summary["en"], "The plan as a whole"
    file = said(left(facilitator, desk), summary, "Steering reads figures.")
    version = place(file, "plan.text", "version")
    compared = bring(facilitator, page, put(file, whole, version, typed("9.9"), INLINE))
    assert f"{whole}, {version}: this comes from somewhere else" in words(compared)
    assert "One change was taken into the plan" in take(facilitator, compared).text
    assert desk.life.plan.summary["en"] == "Steering reads figures."


def test_what_is_written_where_nothing_is_read_is_told(desk: PlanDesk, page: str, facilitator: Visitor):
    file = left(facilitator, desk)
    file = said(file, "Viiva vedetään kolmannen idean alle.", "Viiva vedetään toisen idean alle.")
    file = beside(beside(file, "Decisions", 3, "Z", "Really?"), "Goals", 4, "Z", "Ask the agencies.")
    told = words(bring(facilitator, page, renamed(file, "Choices", "Remarks")))
    assert "Decisions, B3: this comes from somewhere else and cannot be changed in the workbook." in told
    assert "Decisions, column Z: this column is not the plan’s, and is not read." in told
    assert "Goals, column Z: this column is not the plan’s, and is not read." in told
    assert "The sheet “Remarks” is not the plan’s, and is not read." in told
    assert "The sheet “Contents” is not the plan’s" not in told


@pytest.mark.parametrize(("sheet", "at"), [("Decisions", "decisions.text"), ("Goals", "goals.number")])
def test_a_formula_where_nothing_is_read_is_told(desk: PlanDesk, page: str, facilitator: Visitor, sheet: str, at: str):
    file = left(facilitator, desk)
    cell = place(file, at)
    told = words(bring(facilitator, page, put(file, sheet, cell, "<f>1+1</f><v>2</v>")))
    assert f"{sheet}, {cell}: this comes from somewhere else and cannot be changed in the workbook." in told
