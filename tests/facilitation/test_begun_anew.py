"""A plan begun from the sheets of a workbook is the plan that left, as far as sheets tell it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from facilitation.plans.beginnings import fresh
from facilitation.report import english
from facilitation.report.reader import reader
from facilitation.report.returned import Back, BackRow, Raw
from facilitation.report.returned.anew import Begun, begun
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import sheets
from facilitation.shapes import NO_EVIDENCE, Action, Goal, Metric, Plan, Reading
from tests.facilitation.sample_plan import PACK
from tests.facilitation.sample_plan import plan as sample


def told(plan: Plan, language: str) -> list[Sheet]:
    return list(sheets(plan, reader(language, english, PACK)))


def back(sheet: Sheet) -> Back:
    """A sheet as a spreadsheet program gives it back."""
    keys = ["id", *(field.key for field in sheet.fields)]
    columns = {key: f"C{at}" for at, key in enumerate(keys)}
    rows = (
        BackRow(row.id, number, dict(zip(keys[1:], row.cells, strict=True))) for number, row in enumerate(sheet.rows, 3)
    )
    return Back(sheet.key, sheet.title, columns, tuple(rows))


def again(plan: Plan, language: str = "en") -> Begun:
    return begun([back(each) for each in told(plan, language)], reader(language, english, PACK))


def with_cell(plan: Plan, sheet: str, row: str, **cells: Raw) -> list[Back]:
    """The sheets with other contents in some cells of a row."""
    every = [back(each) for each in told(plan, "en")]
    return [
        replace(each, rows=tuple(changed(it, row, cells) for it in each.rows)) if each.key == sheet else each
        for each in every
    ]


def changed(row: BackRow, id: str, cells: dict[str, Raw]) -> BackRow:
    return replace(row, cells={**row.cells, **cells}) if row.id == id else row


def read(tables: Sequence[Back]) -> Begun:
    return begun(tables, reader("en", english, PACK))


def bare(plan: Plan) -> list[Goal | Metric | Action]:
    """The lines of a plan by themselves: where they stand is said by the goals."""
    goals = [replace(goal, metrics=(), actions=(), evidence=NO_EVIDENCE) for goal in plan.goals]
    metrics = [replace(it, goals=(), evidence=NO_EVIDENCE) for goal in plan.goals for it in goal.metrics]
    actions = [replace(it, goal="", evidence=NO_EVIDENCE) for goal in plan.goals for it in goal.actions]
    return [*goals, *metrics, *actions]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_its_goals_metrics_and_actions_are_those_that_left_in_every_language(language: str):
    assert again(sample(), language).notes == ()
    assert bare(again(sample(), language).plan) == bare(sample())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_told_as_a_workbook_once_more_it_is_the_same_workbook(language: str):
    once = again(sample(), language).plan
    mine = {each.key: each for each in told(once, language)}
    untold = {"tasks", "gathered", "plan"}
    for sheet in told(fresh(sample()), language):
        assert sheet.key in untold or mine[sheet.key] == sheet


def test_metrics_and_actions_stand_under_their_goals():
    where = [([it.id for it in goal.metrics], [it.id for it in goal.actions]) for goal in again(sample()).plan.goals]
    assert where == [([it.id for it in goal.metrics], [it.id for it in goal.actions]) for goal in sample().goals]


def test_nobody_has_approved_what_comes_from_a_file():
    plan = again(replace(sample(), status="approved", version="2", approver="Director", record_number="V/1")).plan
    assert (plan.status, plan.version, plan.approver, plan.record_number) == ("draft", "", "", "")


def test_what_was_edited_is_what_the_plan_says():
    goal = sample().goals[0]
    plan = read(with_cell(sample(), "goals", goal.id, owner="Head of purchasing", due="31.3.2028")).plan
    assert (plan.goals[0].owner, str(plan.goals[0].due)) == ("Head of purchasing", "2028-03-31")


def test_a_row_that_somebody_added_is_a_line_and_stands_where_its_number_says():
    tables = [back(each) for each in told(sample(), "en")]
    new = BackRow("", 99, {"goal": 2, "text": "Ask the suppliers.", "responsible": "Lawyer"})
    tables = [replace(each, rows=(*each.rows, new)) if each.key == "actions" else each for each in tables]
    assert read(tables).plan.goals[1].actions[-1].text == {"en": "Ask the suppliers."}


def test_a_cell_that_does_not_fit_is_told_with_its_place_and_the_rest_is_taken():
    goal = sample().goals[0]
    found = read(with_cell(sample(), "goals", goal.id, due="next spring", level_now=99, owner="Buyer"))
    assert [note.why for note in found.notes] == ["day", "unfit"]
    assert found.notes[0].place.sheet == "Goals"
    assert (found.plan.goals[0].due, found.plan.goals[0].owner) == (None, "Buyer")


def test_figures_keep_what_they_were_counted_from():
    counted = Reading(25, date(2026, 12, 31), "By hand.", 3, 12)
    metric = replace(sample().goals[0].metrics[0], baseline=counted)
    plan = replace(sample(), goals=(replace(sample().goals[0], metrics=(metric,)),))
    assert again(plan).plan.goals[0].metrics[0].baseline == counted
    (edited,) = read(with_cell(plan, "metrics", metric.id, baseline=30)).plan.goals[0].metrics
    assert edited.baseline and edited.baseline.value == 30
