"""A plan's workbook comes back with yes and no, objectives, interim targets and milestones changed in their cells."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitation.shapes import Action, Goal, Metric, Milestone, Plan, Reading
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import INLINE, place, put, said, typed
from tests.workshop.test_plan_comes_back import left
from tests.workshop.test_roundtrip import bring, take, words
from tests.workshop.visitor import Visitor

OUT, IN = date(2027, 3, 31), date(2027, 9, 15)
NAMED = Milestone({"fi": "Avattu", "en": "Tender out"}, OUT)


def of_one_goal() -> Plan:
    """A goal with everything of which a cell may hold several or a yes, and nothing else."""
    goal = sample().goals[0]
    metric = replace(
        goal.metrics[0],
        baseline=Reading(10, date(2026, 12, 31)),
        targets=(Reading(18.5, date(2027, 12, 31), "as agreed"), Reading(60, date(2029, 12, 31))),
    )
    action = replace(goal.actions[0], yearly=True, milestones=(NAMED,))
    whole = replace(goal, own=True, objectives=("1.1",), theme="1", metrics=(metric,), actions=(action,))
    return replace(sample(), goals=(whole,), loose_metrics=(), loose_actions=())


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account, of_one_goal())


def changed(desk: PlanDesk, who: Visitor, sheet: str, column: str, text: str) -> str:
    """A cell of the first row is written over, brought back and taken in; what the page said of it."""
    file = left(who, desk)
    file = put(file, sheet, place(file, f"{sheet.lower()}.{column}"), typed(text), INLINE)
    compared = bring(who, f"{desk.page}/workbook", file)
    told = words(compared)
    if "Nothing in the workbook is to be taken in" not in told:
        take(who, compared)
    return told


def goal(desk: PlanDesk) -> Goal:
    return desk.life.plan.goals[0]


def metric(desk: PlanDesk) -> Metric:
    return goal(desk).metrics[0]


def action(desk: PlanDesk) -> Action:
    return goal(desk).actions[0]


@pytest.mark.parametrize("text", ["no", "Ei", "nej", "FALSE", "0", ""])
def test_a_yes_becomes_a_no_in_any_language(desk: PlanDesk, facilitator: Visitor, text: str):
    changed(desk, facilitator, "Goals", "own", text)
    changed(desk, facilitator, "Actions", "yearly", text)
    assert (goal(desk).own, action(desk).yearly) == (False, False)


def test_what_is_neither_yes_nor_no_is_told_by_sheet_and_cell(desk: PlanDesk, facilitator: Visitor):
    told = changed(desk, facilitator, "Goals", "own", "perhaps")
    assert f"Goals, {place(left(facilitator, desk), 'goals.own')}: this is neither yes nor no." in told


@pytest.mark.parametrize("text", ["1.1\n2.3", "2.3; 1.1", "1.1 in our own words\n2.3 Lisäämme"])
def test_objectives_come_back_by_their_numbers(desk: PlanDesk, facilitator: Visitor, text: str):
    changed(desk, facilitator, "Goals", "objectives", text)
    assert sorted(goal(desk).objectives) == ["1.1", "2.3"]


def test_the_theme_follows_the_objectives(desk: PlanDesk, facilitator: Visitor):
    changed(desk, facilitator, "Goals", "objectives", "8.1")
    assert (goal(desk).objectives, goal(desk).theme) == (("8.1",), "8")


def test_what_is_no_objective_is_told_by_sheet_and_cell(desk: PlanDesk, facilitator: Visitor):
    told = changed(desk, facilitator, "Goals", "objectives", "1.1\nWorld peace")
    assert f"Goals, {place(left(facilitator, desk), 'goals.objectives')}: this is no objective" in told
    assert goal(desk).objectives == ("1.1",)


def test_interim_targets_come_back_and_what_was_noted_of_them_stays(desk: PlanDesk, facilitator: Visitor):
    changed(desk, facilitator, "Metrics", "milestones", "31 December 2027: 18.5\n2028: 40")
    assert metric(desk).targets == (
        Reading(18.5, date(2027, 12, 31), "as agreed"),
        Reading(40, date(2028, 12, 31)),
        Reading(60, date(2029, 12, 31)),
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2028", "write a day and a value on each line"),
        ("soon: 40", "this is not a day."),
        ("2028: many", "this is not a number."),
    ],
)
def test_an_interim_target_that_cannot_be_read_is_told(desk: PlanDesk, facilitator: Visitor, text: str, why: str):
    told = changed(desk, facilitator, "Metrics", "milestones", text)
    assert f"Metrics, {place(left(facilitator, desk), 'metrics.milestones')}: {why}" in told


def test_a_milestone_is_reached_renamed_and_added_and_its_other_languages_stay(desk: PlanDesk, facilitator: Visitor):
    changed(desk, facilitator, "Actions", "milestones", "Tender out (31.3.2027, reached)\nContract (15.9.2027)")
    assert action(desk).milestones == (replace(NAMED, done=True), Milestone({"en": "Contract"}, IN))
    changed(desk, facilitator, "Actions", "milestones", "Tender sent\nContract (two years)")
    renamed = Milestone({"fi": "Avattu", "en": "Tender sent"})
    assert action(desk).milestones == (renamed, Milestone({"en": "Contract (two years)"}, None))


def test_a_milestone_is_renamed_in_the_language_of_the_workbook(desk: PlanDesk, facilitator: Visitor):
    file = said(left(facilitator, desk, **{"Accept-Language": "fi"}), "Avattu (31.3.2027)", "Julkaistu (31.3.2027)")
    take(facilitator, bring(facilitator, f"{desk.page}/workbook", file))
    assert action(desk).milestones == (replace(NAMED, name={"fi": "Julkaistu", "en": "Tender out"}),)


def test_a_milestone_without_a_day_that_there_is_is_told(desk: PlanDesk, facilitator: Visitor):
    told = changed(desk, facilitator, "Actions", "milestones", "Tender out (31.13.2027)")
    assert f"Actions, {place(left(facilitator, desk), 'actions.milestones')}: this is not a day." in told


def test_an_emptied_cell_takes_all_of_them_away(desk: PlanDesk, facilitator: Visitor):
    for sheet, column in (("Goals", "objectives"), ("Metrics", "milestones"), ("Actions", "milestones")):
        changed(desk, facilitator, sheet, column, "")
    assert (goal(desk).objectives, len(metric(desk).targets), action(desk).milestones) == ((), 1, ())


def test_what_was_changed_here_meanwhile_stands_beside_what_the_file_says(desk: PlanDesk, facilitator: Visitor):
    file = left(facilitator, desk)
    assert desk.revise(goal(desk).id, "objectives", ["2.1"], ["1.1"]).ok
    file = put(file, "Goals", place(file, "goals.objectives"), typed("1.2"), INLINE)
    told = words(bring(facilitator, f"{desk.page}/workbook", file))
    assert "1.2" in told
    assert "2.1" in told
