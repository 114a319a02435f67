"""Cells of a workbook that comes back become fields of cards and lines of plans."""

from datetime import date
from typing import Any

import pytest

from facilitation.live.commands import ReviseCard
from facilitation.live.state import Answer, Card, Said, Wording, Workshop
from facilitation.plans.commands import MoveLine, ReviseField
from facilitation.plans.fields import FIELDS as ASKED
from facilitation.report import english
from facilitation.report.head import WHOLE
from facilitation.report.reader import reader
from facilitation.report.returned import (
    LINES,
    Line,
    PlanWish,
    Raw,
    Strange,
    Unfit,
    wish,
    wish_of_plan,
)
from facilitation.report.returned.cells import read
from facilitation.report.returned.columns import CARDS
from facilitation.report.sheets import Cell, Field
from facilitation.report.tabled import actions as tabled_actions
from facilitation.report.tabled import goals as tabled_goals
from facilitation.report.tabled import metrics as tabled_metrics
from facilitation.report.tabled import others as tabled_others
from facilitation.report.tabled import sheets
from facilitation.report.tabled import whole as tabled_whole
from facilitation.steps import KINDS
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.filled import filled

TO = reader("en", english, PACK)


def text(**wordings: str) -> Said:
    return Said(next(iter(wordings)), {code: Wording(words, "ada") for code, words in wordings.items()})


# -- Cells ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["2027-03-31", "31.3.2027", "31.03.2027", date(2027, 3, 31)])
def test_a_day_may_be_typed_in_several_ways(typed: Raw):
    assert read(typed, "day") == date(2027, 3, 31)


@pytest.mark.parametrize(("typed", "figure"), [("7,5", 7.5), ("\N{MINUS SIGN}3", -3), ("1 200", 1200), (7.0, 7)])
def test_a_figure_may_be_typed_in_several_ways(typed: Raw, figure: float):
    assert read(typed, "number") == figure


@pytest.mark.parametrize(
    ("raw", "sort", "why"),
    [
        ("spring", "day", "day"),
        ("31.2.2027", "day", "day"),
        (46843, "day", "day"),
        ("many", "number", "number"),
        ("nan", "number", "number"),
        (True, "number", "number"),
        (Strange("formula"), "text", "formula"),
        (Strange("error"), "number", "error"),
    ],
)
def test_what_does_not_fit_its_column_is_unfit(raw: Raw, sort: Any, why: str):
    with pytest.raises(Unfit) as unfit:
        read(raw, sort)
    assert unfit.value.why == why


def test_a_figure_in_a_column_of_words_is_a_word():
    assert read(2028, "text") == "2028"


# -- From a cell to a card's field ----------------------------------------------------------------------------------


def card(kind: str = "goal", **answers: Answer) -> Workshop:
    held = Card("g1", "", kind, "ada", "ada", DAY, answers, "fi")  # pyright: ignore[reportArgumentType]
    return Workshop(cards={"g1": held})


def wished(workshop: Workshop, sheet: str, column: str, new: Cell) -> ReviseCard | None:
    line = Line("changed", sheet, "g1", Field(column, ""), None, None, None, new)  # pyright: ignore[reportArgumentType]
    return wish(line, workshop, TO)


def test_words_go_to_the_language_of_their_column():
    workshop = card(to=text(fi="Tavoite", en="A target"))
    assert wished(workshop, "goals", "to", "Two") == ReviseCard("g1", "to", "Two", "A target", "en")
    assert wished(workshop, "goals", "to.fi", "Kaksi") == ReviseCard("g1", "to", "Kaksi", "Tavoite", "fi")


def test_words_where_a_column_showed_another_language_become_a_text_of_its_own():
    assert wished(card(to=text(fi="Tavoite")), "goals", "to", "Two") == ReviseCard("g1", "to", "Two", "", "en")


def test_what_has_one_wording_only_keeps_its_language():
    assert wished(card("action", partners=text(sv="Staten")), "actions", "partners", "Kommunerna") == ReviseCard(
        "g1", "partners", "Kommunerna", "Staten", "sv"
    )


def test_days_figures_and_choices_go_as_cards_hold_them():
    workshop = card(due="2027-01-01", agreement="no")
    assert wished(workshop, "goals", "due", DAY) == ReviseCard("g1", "due", "2026-11-26", "2027-01-01", "en")
    assert wished(workshop, "goals", "level_now", 3) == ReviseCard("g1", "level_now", 3, None, "en")
    assert wished(workshop, "goals", "agreement", "candidate") == ReviseCard("g1", "agreement", "candidate", "no", "en")
    assert wished(workshop, "goals", "agreement", None) == ReviseCard("g1", "agreement", None, "no", "en")


def test_a_unit_is_known_by_its_name_and_any_other_stays_as_typed():
    code, names = next(iter(PACK.units.items()))
    named, free = (
        wished(card("metric"), "metrics", "unit", names["en"]),
        wished(card("metric"), "metrics", "unit", "cakes"),
    )
    assert (named and named.value, free and free.value) == (code, "cakes")


def test_a_choice_that_there_is_not_is_unfit():
    with pytest.raises(Unfit):
        wished(card(), "goals", "agreement", "perhaps")


def test_a_cell_that_was_filled_from_elsewhere_cannot_be_emptied():
    assert wished(card(), "goals", "level_now", None) is None
    assert wished(card("metric"), "metrics", "name", None) is None


def test_every_column_that_may_be_changed_is_a_column_and_a_field_of_its_card():
    tabled = {"goals": tabled_goals.COLUMNS, "metrics": tabled_metrics.COLUMNS, "actions": tabled_actions.COLUMNS}
    assert set(CARDS) == set(tabled)
    for sheet, columns in CARDS.items():
        assert {source.field for source in columns.values()} <= {field.key for field in KINDS[sheet].fields}
        assert set(columns) <= {column.key for column in tabled[sheet]}


# -- From a cell to a plan's line -----------------------------------------------------------------------------------

PLAN = plan()
FIRST = PLAN.goals[0]


def asked(sheet: str, row: str, column: str, new: Cell) -> PlanWish | None:
    line = Line("changed", sheet, row, Field(column, ""), None, None, None, new)  # pyright: ignore[reportArgumentType]
    return wish_of_plan(line, PLAN, TO)


def test_a_plan_is_revised_from_what_it_says_now():
    assert asked("goals", FIRST.id, "to", "Two") == ReviseField(FIRST.id, "to", "Two", FIRST.to["en"], "en")
    assert asked("goals", FIRST.id, "to.fi", "Kaksi") == ReviseField(FIRST.id, "to", "Kaksi", FIRST.to["fi"], "fi")
    assert asked("goals", FIRST.id, "due", None) == ReviseField(FIRST.id, "due", None, str(FIRST.due), "")
    assert asked("goals", FIRST.id, "to", FIRST.to["en"]) is None


def test_a_metric_goes_to_the_end_of_the_goal_whose_id_is_given():
    metric, there = FIRST.metrics[0], PLAN.goals[1]
    moved = MoveLine(metric.id, there.id, len(there.metrics), FIRST.id)
    assert asked("metrics", metric.id, "goal_id", there.id) == moved
    assert asked("metrics", metric.id, "goal_id", FIRST.id) is None


def test_a_status_that_is_emptied_stays_where_it_began():
    waiting = next(each for goal in PLAN.goals for each in goal.actions if each.status == "to_come")
    assert asked("actions", waiting.id, "status", None) is None


def test_every_column_of_a_plan_that_may_be_changed_is_a_column_and_is_asked_of_its_lines():
    tabled = {
        "goals": ("goal", tabled_goals.COLUMNS),
        "metrics": ("metric", tabled_metrics.COLUMNS),
        "actions": ("action", tabled_actions.COLUMNS),
        "risks": ("risk", tabled_others.RISKS),
        "follow_up": ("follow_up", tabled_whole.DAYS),
    }
    assert set(LINES) == {*tabled, WHOLE}
    for sheet, (kind, known) in tabled.items():
        shown = {entry.key for entry in ASKED[kind] if entry.shown}
        assert {source.field for source in LINES[sheet].values()} <= shown | {"goal"}
        assert set(LINES[sheet]) <= {column.key for column in known}


def test_every_part_of_the_plan_itself_that_may_be_changed_is_a_row_and_is_asked_of_plans():
    rows = {row.id for sheet in sheets(filled(), TO) if sheet.key == WHOLE for row in sheet.rows}
    assert set(LINES[WHOLE]) <= rows
    assert {source.field for source in LINES[WHOLE].values()} <= {entry.key for entry in ASKED["plan"] if entry.shown}
