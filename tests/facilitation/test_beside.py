"""One report in two languages: text beside text, each in its own language, and nothing filled in silently."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from facilitation.report import Report, report
from facilitation.report.beside import beside
from facilitation.report.blocks import Table
from facilitation.report.extracts import EXTRACTS
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.facilitation.test_extracts import large
from tests.workshop.catalogue import words_of

NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
GOAL = plan().goals[0]
HALF = replace(
    plan(),
    goals=(
        replace(GOAL, to={"fi": GOAL.to["fi"]}, metrics=(replace(GOAL.metrics[0], name={"sv": "Avtal"}),)),
        *plan().goals[1:],
    ),
)


def two(given: Plan, first: str = "fi", second: str = "sv", extract: str = "") -> Report:
    made = [
        report(given, one, words_of(one), PACK, made=DAY, extract=extract, beside=other)
        for one, other in ((first, second), (second, first))
    ]
    return beside(made[0], made[1], (NAMES[first], NAMES[second]))


def words(told: object) -> Iterator[Words]:
    """All words of a report, those beside others too."""
    if isinstance(told, Words):
        yield from told.both
    elif isinstance(told, tuple):
        yield from (each for one in told for each in words(one))
    elif is_dataclass(told):
        yield from (each for field in fields(told) for each in words(getattr(told, field.name)))


def goal_table(told: Report, number: int) -> Table:
    section = next(each for each in told.sections if each.title == "Tavoitteet / Mål")
    tables = [block for block in section.blocks if isinstance(block, Table)]
    return [table for table in tables if table.columns[-1].head == "Svenska"][number - 1]


def test_a_goal_stands_in_both_languages_side_by_side():
    table = goal_table(two(plan()), 2)
    goal = plan().goals[1]
    assert [column.head for column in table.columns] == ["Kohta / Punkt", "Suomi", "Svenska"]
    assert [[cell.text for cell in row[1:]] for row in table.rows] == [
        [goal.from_["fi"], goal.from_["sv"]],
        [goal.to["fi"], goal.to["sv"]],
    ]
    assert [cell.language for cell in table.rows[1][1:]] == ["", "sv"]


def test_what_is_missing_in_one_language_says_so_in_it_and_is_never_filled_in():
    told = two(HALF)
    assert goal_table(told, 1).rows[1][2].text == "[saknas]"
    said = [each for each in words(told.sections) if each.text == GOAL.to["fi"]]
    assert {each.language for each in said} == {""}
    assert any(
        each.text == "[puuttuu]" and each.beside and each.beside.text == "Avtal" for each in words(told.sections)
    )


def test_what_neither_language_has_is_told_in_the_one_that_has_it_behind_the_mark():
    told = two(replace(HALF, goals=(replace(GOAL, to={"en": "More"}), *HALF.goals[1:])))
    row = goal_table(told, 1).rows[1]
    assert [(cell.text, cell.language) for cell in row[1:]] == [("[puuttuu] More", "en"), ("[saknas] More", "en")]


@pytest.mark.parametrize(("first", "second"), [("fi", "sv"), ("sv", "en"), ("en", "fi")])
@pytest.mark.parametrize("extract", ["", *EXTRACTS])
@pytest.mark.parametrize("given", [plan(), HALF, large(12), Plan(id="p")])
def test_both_tellings_have_the_same_parts_whatever_the_plan_holds(given: Plan, extract: str, first: str, second: str):
    told = two(given, first, second, extract)
    once = report(given, first, words_of(first), PACK, made=DAY, extract=extract)
    assert told.beside == second
    assert len(told.sections) == len(once.sections)


def test_what_says_the_same_in_both_languages_stands_once():
    told = two(plan())
    owners = [each for each in words(told.sections) if each.text == GOAL.owner]
    assert owners
    assert not any(each.beside for each in owners)


def test_sheets_have_a_column_for_each_of_the_two_and_none_takes_the_others_place():
    sheet = next(each for each in two(HALF).sheets if each.key == "metrics")
    keys = [field.key for field in sheet.fields]
    row = sheet.rows[0].cells
    assert (row[keys.index("name")], row[keys.index("name.sv")]) == (None, "Avtal")
    assert [field.key for field in sheet.fields if field.wanted][:2] == ["name", "name.sv"]
