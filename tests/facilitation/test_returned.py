"""Sheets that left and came back: what differs three ways, and which card and field a change belongs to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.report import english
from facilitation.report.reader import reader
from facilitation.report.returned import (
    Back,
    BackRow,
    Line,
    Note,
    Raw,
    Strange,
    compare,
)
from facilitation.report.returned.cells import plain, same
from facilitation.report.returned.columns import CARDS
from facilitation.report.sheets import Cell, Field, Row, Sheet
from facilitation.report.tabled import sheets
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import PACK, plan

LEVEL = Field("level_now", "Level now", "number")
GOAL = ("We set targets.", None, date(2028, 12, 31), 1)


FIELDS = (Field("to", "To"), Field("to.fi", "To (fi)"), Field("due", "By", "day"), Field("number", "Number", "number"))


def goals(*rows: tuple[Cell, ...], fields: Sequence[Field] = FIELDS) -> Sheet:
    return Sheet("goals", "Goals", tuple(fields), tuple(Row(f"g{n}", cells) for n, cells in enumerate(rows, 1)))


def back(sheet: Sheet, *changes: tuple[str, str, Raw]) -> Back:
    """The sheet as a file, with some cells changed: row, column, value."""
    changed = {(row, column): value for row, column, value in changes}
    letters = {field.key: chr(ord("B") + at) for at, field in enumerate(sheet.fields)}
    rows = (
        BackRow(
            row.id,
            number,
            {key: changed.get((row.id, key), cell) for key, cell in zip(letters, row.cells, strict=True)},
        )
        for number, row in enumerate(sheet.rows, 3)
    )
    return Back(sheet.key, sheet.title, {"id": "A", **letters}, tuple(rows))


def found(told: Sheet, now: Sheet, file: Back) -> list[Any]:
    return list(compare([told], [now], [file], CARDS))


def states(items: Iterable[Any]) -> list[tuple[str, str]]:
    return [(item.state, item.place.cell) if isinstance(item, Line) else (item.why, item.place.cell) for item in items]


SORTS: dict[str, st.SearchStrategy[Any]] = {
    "text": st.none() | st.text(max_size=20),
    "choice": st.none() | st.text(max_size=20),
    "number": st.none() | st.floats() | st.integers(-(10**9), 10**9),
    "day": st.none() | st.dates(),
    "flag": st.booleans(),
}
tables = st.lists(st.sampled_from(list(SORTS)), min_size=1, max_size=5).flatmap(
    lambda sorts: st.builds(
        lambda rows: goals(*rows, fields=[Field(f"f{n}", "F", sort) for n, sort in enumerate(sorts)]),  # pyright: ignore[reportArgumentType]
        st.lists(st.tuples(*(SORTS[sort] for sort in sorts)), max_size=4),
    )
)


@given(tables)
def test_whatever_left_and_came_back_unchanged_differs_in_nothing(sheet: Sheet):
    assert found(sheet, sheet, back(sheet)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_plan_that_came_back_unchanged_differs_in_nothing(language: str):
    told = tuple(sheets(plan(), reader(language, english, PACK)))
    assert list(compare(told, told, [back(sheet) for sheet in told], CARDS)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  ", None),
        (3, 3.0),
        ("a\r\nb", "a\nb "),
        (0.1 + 0.2, 0.3),
        (3.3093626399112853, 3.30936263991128),
        (float("nan"), None),
        ("x\x00", "x"),
    ],
)
def test_what_a_spreadsheet_makes_of_a_cell_is_the_same_cell(before: Cell, after: Cell):
    assert same(plain(before), plain(after))


# -- Three ways -----------------------------------------------------------------------------------------------------


def test_a_cell_is_changed_in_the_file_in_the_workshop_or_in_both():
    told = goals(GOAL, GOAL, GOAL)
    now = goals(GOAL, ("By the room.", *GOAL[1:]), ("By the room.", *GOAL[1:]))
    file = back(told, ("g1", "to", "By the file."), ("g3", "to", "By the file."))
    assert states(found(told, now, file)) == [("changed", "B3"), ("meanwhile", "B4"), ("both", "B5")]


def test_both_came_to_the_same_and_there_is_nothing_to_say():
    told, now = goals(GOAL), goals(("Agreed.", *GOAL[1:]))
    assert found(told, now, back(told, ("g1", "to", " Agreed. "))) == []


def test_all_three_values_are_told():
    told, now = goals(GOAL), goals(("By the room.", *GOAL[1:]))
    (line,) = found(told, now, back(told, ("g1", "to", "By the file.")))
    assert (line.old, line.now, line.new) == ("We set targets.", "By the room.", "By the file.")


def test_a_cleared_cell_is_a_change():
    told = goals(GOAL)
    (line,) = found(told, told, back(told, ("g1", "due", "")))
    assert (line.state, line.new) == ("changed", None)


@pytest.mark.parametrize("cell", [7, None, "many", Strange("formula"), Strange("error")])
def test_what_is_worked_out_cannot_be_changed_and_that_is_said_whatever_somebody_wrote_there(cell: Raw):
    told = goals(GOAL)
    assert states(found(told, told, back(told, ("g1", "number", cell)))) == [("fixed", "E3")]


def test_rows_are_known_by_their_ids_in_any_order():
    told = goals(GOAL, ("Another.", *GOAL[1:]))
    file = back(told)
    assert found(told, told, replace(file, rows=file.rows[::-1])) == []


def test_a_row_that_never_left_and_one_of_an_id_that_comes_twice_are_unknown():
    told = goals(GOAL)
    file = back(told)
    more = (BackRow("g9", 4, file.rows[0].cells), BackRow("g1", 5, {"to": "A copy."}))
    assert states(found(told, told, replace(file, rows=(*file.rows, *more)))) == [("unknown", "A4"), ("unknown", "A5")]


def test_missing_rows_columns_and_sheets_change_nothing():
    told = goals(GOAL, GOAL)
    file = back(told)
    (note,) = found(told, told, replace(file, rows=file.rows[:1]))
    assert (note.why, note.rows) == ("missing", ("g2",))
    assert found(told, told, replace(file, columns={"id": "A", "to": "B"})) == []
    assert [each.why for each in compare([told], [told], [], CARDS) if isinstance(each, Note)] == ["absent"]


def test_a_row_whose_card_is_gone_is_told_only_if_the_file_changed_it():
    told = goals(GOAL)
    assert found(told, goals(), back(told)) == []
    assert states(found(told, goals(), back(told, ("g1", "to", "New.")))) == [("gone", "B3")]
