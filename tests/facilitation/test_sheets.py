"""The plan's figures as typed rows, and its days as entries."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from facilitation.packs import parse
from facilitation.report import Report, english, report
from facilitation.report.sheets import Cell, Entry, Sheet
from facilitation.shapes import Action, FollowUp, Goal, Metric, Plan, Promise, Reading, StateRow, Task
from facilitation.words import LANGUAGES, Message
from tests.facilitation.sample_plan import DAY, PACK, plan

SORTS: dict[str, type | tuple[type, ...]] = {
    "text": str,
    "choice": str,
    "number": (int, float),
    "day": date,
    "flag": bool,
}
EMPTY = Plan(id="p-0")
SHARES = Metric(
    id="m",
    name={"en": "Share"},
    unit="%",
    baseline=Reading(18.4, date(2026, 1, 1), "A count", 184, 1000),
    targets=(Reading(30, date(2027, 1, 1)), Reading(50, date(2028, 1, 1))),
)


@cache
def told(language: str = "en") -> Report:
    return report(plan(), language, english, PACK, made=DAY)


def sheet(key: str, made: Report | None = None) -> Sheet:
    return next(each for each in (made or told()).sheets if each.key == key)


def column(key: str, of: Sheet) -> list[Cell]:
    at = [field.key for field in of.fields].index(key)
    return [row.cells[at] for row in of.rows]


def keys(each: Sheet) -> list[str]:
    """Without the columns of other languages, and without the doubts, which differ by language."""
    return [field.key for field in each.fields if "." not in field.key and field.key != "unconfirmed"]


def of(given: Plan, language: str = "en") -> Report:
    return report(given, language, english, PACK)


def cells(made: Report) -> Iterator[tuple[str, Cell]]:
    for each in made.sheets:
        for row in each.rows:
            for field, cell in zip(each.fields, row.cells, strict=True):
                yield field.sort, cell


def test_a_plan_becomes_a_sheet_a_kind_of_thing():
    assert [each.key for each in told().sheets] == [
        "goals",
        "metrics",
        "readings",
        "actions",
        "themes",
        "current_state",
        "votes",
        "decisions",
        "risks",
        "tasks",
        "focus",
        "follow_up",
        "parked",
        "plan",
    ]


def test_an_empty_plan_has_no_sheets_and_no_entries():
    assert of(EMPTY).sheets == ()
    assert of(EMPTY).entries == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_cell_is_of_its_columns_sort_or_empty(language: str):
    for sort, cell in cells(told(language)):
        assert cell is None or isinstance(cell, SORTS[sort])
        assert (sort == "flag") == isinstance(cell, bool)
        assert cell != ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_is_one_of_those_offered(language: str):
    for each in told(language).sheets:
        for field in each.fields:
            if field.sort == "choice":
                assert set(column(field.key, each)) <= {None, *field.choices}


def test_ids_keys_and_figures_are_the_same_in_every_language():
    for english_one, *others in zip(*(told(code).sheets for code in ("en", "fi", "sv")), strict=True):
        for other in others:
            assert other.key == english_one.key
            assert [row.id for row in other.rows] == [row.id for row in english_one.rows]
            assert keys(other) == keys(english_one)


def test_no_row_of_a_sheet_has_the_id_of_another():
    for each in told().sheets:
        assert len({row.id for row in each.rows}) == len(each.rows)


def test_goals_metrics_and_actions_bear_the_plans_own_ids_and_their_goals():
    goals = plan().goals
    assert [row.id for row in sheet("goals").rows] == [goal.id for goal in goals]
    assert [row.id for row in sheet("metrics").rows] == [metric.id for goal in goals for metric in goal.metrics]
    assert [row.id for row in sheet("actions").rows] == [action.id for goal in goals for action in goal.actions]
    assert column("goal_id", sheet("actions")) == [goal.id for goal in goals for _ in goal.actions]


def test_texts_stand_beside_each_other_in_the_plans_languages():
    assert column("to", sheet("goals", told("sv"))) == [goal.to["sv"] for goal in plan().goals]
    assert column("to.fi", sheet("goals", told("sv"))) == [goal.to["fi"] for goal in plan().goals]
    assert "to.sv" not in {field.key for field in sheet("goals", told("sv")).fields}


def test_a_text_that_exists_in_another_language_only_is_told_in_that():
    only = replace(EMPTY, goals=(Goal(id="g", to={"fi": "Kaikki kunnossa."}),))
    assert column("to", sheet("goals", of(only))) == ["Kaikki kunnossa."]


def test_every_reading_has_its_row_and_a_share_what_it_was_divided_from():
    readings = sheet("readings", of(replace(EMPTY, loose_metrics=(SHARES,))))
    assert [row.id for row in readings.rows] == ["m.baseline", "m.milestone.1", "m.target"]
    assert column("kind", readings) == ["Baseline", "Interim target", "Target"]
    assert column("value", readings) == [18.4, 30, 50]
    assert column("numerator", readings) == [184, None, None]
    assert column("denominator", readings) == [1000, None, None]


def test_nought_is_a_figure_and_not_an_empty_cell():
    none_yet = replace(SHARES, baseline=Reading(0.0), valid_low=0.0)
    metrics = sheet("metrics", of(replace(EMPTY, loose_metrics=(none_yet,))))
    assert column("baseline", metrics) == column("valid_low", metrics) == [0.0]


def test_a_column_that_nobody_filled_in_is_left_out_unless_every_plan_needs_it():
    asked = set(keys(sheet("goals", of(replace(EMPTY, goals=(Goal(id="g"),))))))
    assert {"to", "from", "owner", "due"} <= asked
    assert not {"why", "agreement_year", "parent"} & asked


def test_metrics_of_one_unit_are_drawn_together_and_others_not():
    other = replace(SHARES, id="n", unit="days")
    alike = sheet("metrics", of(replace(EMPTY, loose_metrics=(SHARES, replace(SHARES, id="n")))))
    apart = sheet("metrics", of(replace(EMPTY, loose_metrics=(SHARES, other))))
    assert [chart.values for chart in alike.charts] == [("baseline", "target")]
    assert apart.charts == ()


def test_charts_draw_columns_that_are_there():
    charts = [(each, chart) for each in told().sheets for chart in each.charts]
    assert [chart.kind for _, chart in charts] == ["line"] * 3 + ["span"] + ["bar"] * 3
    for each, chart in charts:
        assert {chart.label, *chart.values} <= {field.key for field in each.fields}


def test_wording_that_nobody_confirmed_is_flagged():
    assert any(column("unconfirmed", sheet("themes")))


def test_a_pack_that_names_no_plan_fields_still_makes_sheets():
    pack = parse((Path(__file__).parent / "packs" / "tiny.json").read_text("utf-8"))
    made = report(replace(EMPTY, goals=(Goal(id="g", scope="single"),)), "en", english, pack)
    assert column("scope", sheet("goals", made)) == ["single"]


def test_what_ends_is_due_or_is_looked_at_again_stands_in_the_calendar_in_order_of_day():
    given = replace(
        EMPTY,
        workshops=("w-1",),
        goals=(Goal(id="g", to={"en": "All done"}, due=date(2029, 1, 1)),),
        loose_actions=(Action(id="a", text={"en": "Sign"}, end=date(2027, 3, 1)), Action(id="b")),
        loose_metrics=(SHARES, Metric(id="n", name={"en": "Calls"}, baseline_promise=Promise("Ada", date(2026, 5, 1)))),
        tasks=(Task("g", Message("Name an owner."), "Ben", date(2026, 4, 1)), Task("g", Message("Undated."))),
        follow_up=(FollowUp(date(2027, 6, 1), {"en": "First figures"}),),
    )
    assert [(entry.id.removeprefix("w-1.p-0."), entry.words) for entry in of(given).entries] == [
        ("g.name-an-owner", "Name an owner."),
        ("n.baseline", "Calls: the baseline is due"),
        ("m.milestone.1", "Share: 30\N{NO-BREAK SPACE}% is due"),
        ("a.end", "Action ends: Sign"),
        ("follow-up.1", "We look at the plan again: Action plan"),
        ("m.target", "Share: 50\N{NO-BREAK SPACE}% is due"),
        ("g.due", "Goal 1 is due: All done"),
    ]


def test_a_baseline_that_is_known_is_not_due_any_more():
    found = replace(SHARES, baseline_promise=Promise("Ada", date(2026, 5, 1)))
    assert not [each for each in of(replace(EMPTY, loose_metrics=(found,))).entries if each.id.endswith(".baseline")]


def test_an_entry_tells_who_answers_and_for_which_goal():
    ends = next(entry for entry in told().entries if entry.id.endswith(".a1.end"))
    assert ends == Entry(
        "w-1.p-1.a1.end",
        date(2027, 3, 31),
        "Action ends: Write a model target and guidance for the agreements",
        "Responsible: Tulosohjaus\nModel target and guidance\nGoal 1",
    )


def test_two_tasks_of_the_same_words_about_the_same_thing_are_told_apart():
    twice = replace(EMPTY, tasks=(Task("g", Message("Find it.")),) * 2)
    assert [row.id for row in sheet("tasks", of(twice)).rows] == ["g.find-it", "g.find-it.2"]


def test_the_long_form_has_its_columns_where_it_was_asked():
    row = StateRow("s", text={"en": "We know."}, median=2, importance=4.5)
    asked = keys(sheet("current_state", of(replace(EMPTY, current_state=(row,)))))
    assert "importance" in asked
    assert "certainty" not in asked
