"""The same content in every format: read back by structure, row by row and cell by cell, and held against the plan."""

import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from csv import DictReader
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from facilitation.report import figures, report
from facilitation.report.goals import AGREEMENTS
from facilitation.shapes import Action, Goal, Metric, Reading
from facilitation.view.as_data import as_text
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.readback import flat
from tests.workshop.readtables import TABLES, paragraphs, spoken, under
from workshop import exports

LANGUAGES = ("fi", "sv", "en")
SPOKEN = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
GOALS = plan().goals
METRICS = [metric for goal in GOALS for metric in goal.metrics]
ACTIONS = [action for goal in GOALS for action in goal.actions]


@cache
def made(format: str, language: str) -> bytes:
    return exports.make(format, report(plan(), language, words_of(language), PACK, made=DAY))


def heads(language: str, *sentences: str) -> tuple[str, ...]:
    return tuple(map(words_of(language), sentences))


def reading(told: Reading | None, unit: str, language: str) -> str:
    assert told
    units = PACK.units.get(unit, {})
    measured = figures.measured(told.value, "" if unit == "count" else units.get(language) or unit, language)
    return f"{measured} ({figures.month(told.day, language)})" if told.day else measured


def metric_row(metric: Metric, language: str) -> Iterator[str]:
    yield metric.name[language]
    # Who finds a baseline out is worded and tested elsewhere: here only that the cell stands in its row.
    yield reading(metric.baseline, metric.unit, language) if metric.baseline else ""
    yield reading(metric.target, metric.unit, language) if metric.target else "\N{EN DASH}"
    yield metric.owner or words_of(language)("Not named yet")


def action_row(action: Action, language: str) -> Iterator[str]:
    yield action.text[language]
    yield action.responsible or words_of(language)("Not named yet")
    ends = dict.fromkeys(figures.month(day, language) for day in (action.start, action.end) if day)
    yield " \N{EN DASH} ".join(ends) or "\N{EN DASH}"
    yield action.deliverable.get(language, "\N{EN DASH}")


@pytest.mark.parametrize("format", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_metric_is_one_row_of_name_baseline_target_and_owner_and_there_is_no_other(format: str, language: str):
    found = under(format, made(format, language), heads(language, "Metric", "Baseline", "Target", "Owner"))
    wanted = [tuple(map(flat, metric_row(metric, language))) for metric in METRICS]
    known = [
        tuple(cell if told else "" for cell, told in zip(row, of, strict=True))
        for row, of in zip(found, wanted, strict=True)
    ]
    assert known == wanted


@pytest.mark.parametrize("format", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_is_one_row_of_what_who_when_and_what_comes_of_it(format: str, language: str):
    found = under(format, made(format, language), heads(language, "Action", "Responsible", "When", "Deliverable"))
    assert found == [tuple(map(flat, action_row(action, language))) for action in ACTIONS]


@pytest.mark.parametrize("format", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_has_its_owner_and_its_place_in_steering_in_the_order_of_the_plan(format: str, language: str):
    head = heads(language, "Objective of the strategy", "Owner", "Scope", "Performance agreement")
    found = under(format, made(format, language), head)
    year = [f" {goal.agreement_year}" if goal.agreement_year else "" for goal in GOALS]
    agreements = [flat(words_of(language)(AGREEMENTS[goal.agreement]) + year[at]) for at, goal in enumerate(GOALS)]
    assert [(row[1], row[3]) for row in found] == list(
        zip([flat(goal.owner) for goal in GOALS], agreements, strict=True)
    )
    assert [row[0].startswith(goal.objectives[0]) for row, goal in zip(found, GOALS, strict=True)] == [True] * len(
        GOALS
    )


@pytest.mark.parametrize("format", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_from_and_to_of_every_goal_are_texts_of_their_own_in_the_order_of_the_plan(format: str, language: str):
    found = paragraphs(format, made(format, language))
    wanted = [flat(text) for goal in GOALS for text in (goal.from_[language], goal.to[language])]
    named = [flat(words_of(language)(name)) for name in ("From", "To")]
    # In Markdown a text stands behind its name on one line.
    told = [
        text
        for line in found
        for text in wanted
        if line == text or line.startswith(tuple(named)) and line.endswith(text)
    ]
    assert list(dict.fromkeys(told)) == wanted
    days = [flat(figures.day(goal.due, language)) for goal in GOALS if goal.due]
    assert [day for day in days if not any(day in line for line in found)] == []


@pytest.mark.parametrize("format", ["pptx", "docx"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_the_language_that_it_is_in(format: str, language: str):
    found = Counter(spoken(format, made(format, language)))
    for text in (text for goal in GOALS for text in (goal.from_[language], goal.to[language])):
        assert found[flat(text), SPOKEN[language]]
        assert not [code for code in SPOKEN.values() if code != SPOKEN[language] and found[flat(text), code]]
    assert SPOKEN[language] == Counter(code for _, code in found.elements()).most_common(1)[0][0]


def tables(format: str, language: str) -> Mapping[str, list[dict[str, Any]]]:
    """Sheets by their keys: rows by the keys of their columns, empty cells left out."""
    if format == "csv.zip":
        with zipfile.ZipFile(BytesIO(made(format, language))) as package:
            parts = {name.removesuffix(".csv"): package.read(name).decode("utf-8-sig") for name in package.namelist()}
        return {
            name: [kept(row) for row in DictReader(StringIO(text, newline=""), delimiter=";")]
            for name, text in parts.items()
        }
    book = CalamineWorkbook.from_filelike(BytesIO(made(format, language)))
    pages = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    keyed = [(page[0], page[2:]) for page in pages if page and str(page[0][0]).endswith(".id")]
    return {
        str(keys[0]).partition(".")[0]: [
            kept(dict(zip((str(key).partition(".")[2] for key in keys), row, strict=True))) for row in rows
        ]
        for keys, rows in keyed
    }


def kept(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: cell for key, cell in row.items() if cell not in ("", None)}


def typed(value: Any, format: str) -> Any:
    """As the format holds it: a workbook figures and days, a table of texts their signs."""
    if format == "xlsx" or value is None:
        return value
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:g}".replace(".", ",") if isinstance(value, int | float) else value


def goal_cells(goal: Goal) -> dict[str, Any]:
    told = {"id": goal.id, "owner": goal.owner, "due": goal.due, "level_now": goal.level_now}
    return {**told, "level_target": goal.level_target}


def metric_cells(metric: Metric) -> dict[str, Any]:
    told: dict[str, Any] = {"id": metric.id, "owner": metric.owner}
    for name, each in (("baseline", metric.baseline), ("target", metric.target)):
        told |= {name: each and each.value, f"{name}_day": each and each.day}
    return told


def action_cells(action: Action) -> dict[str, Any]:
    return {"id": action.id, "responsible": action.responsible, "start": action.start, "end": action.end}


@pytest.mark.parametrize("format", ["xlsx", "csv.zip"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_every_goal_metric_and_action_with_its_figures_and_days_as_what_they_are(
    format: str, language: str
):
    found = tables(format, language)
    for sheet, wanted in (
        ("goals", map(goal_cells, GOALS)),
        ("metrics", map(metric_cells, METRICS)),
        ("actions", map(action_cells, ACTIONS)),
    ):
        for row, cells in zip(found[sheet], wanted, strict=True):
            assert {key: row.get(key) for key in cells} == {
                key: typed(None if cells[key] == "" else cells[key], format) for key in cells
            }


@pytest.mark.parametrize("format", ["xlsx", "csv.zip"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_hold_the_readers_language_and_beside_it_every_other(format: str, language: str):
    found = tables(format, language)
    for row, goal in zip(found["goals"], GOALS, strict=True):
        assert (row["to"], row["from"]) == (goal.to[language], goal.from_[language])
        others = [code for code in LANGUAGES if code != language]
        assert [row[f"to.{code}"] for code in others] == [goal.to[code] for code in others]
    for row, action in zip(found["actions"], ACTIONS, strict=True):
        assert row["text"] == action.text[language]


def test_data_hold_the_plan_and_nothing_else():
    told = json.loads(as_text(plan()))
    assert [(goal["to"], goal["from"], goal["owner"]) for goal in told["goals"]] == [
        (goal.to, goal.from_, goal.owner) for goal in GOALS
    ]
    assert [
        metric["targets"][-1]["value"] for goal in told["goals"] for metric in goal["metrics"] if metric["targets"]
    ] == [metric.target.value for metric in METRICS if metric.target]
    assert [action["text"] for goal in told["goals"] for action in goal["actions"]] == [each.text for each in ACTIONS]
