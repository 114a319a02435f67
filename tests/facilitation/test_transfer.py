"""A plan in the order in which another service asks for it, by a mapping that is data."""

import json
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.packs import Confirmation, PackError, texts
from facilitation.report import english
from facilitation.report.reader import Reader, reader
from facilitation.report.sheets import Cell, Sheet
from facilitation.report.transfer import (
    SOURCES,
    Transfer,
    as_data,
    by_hand,
    digest,
    offered_to,
    parse,
    remarks,
    sheets,
    shipped,
)
from facilitation.report.transfer.shape import ROW_KINDS
from facilitation.shapes import Action, Goal, Metric, Plan, Reading
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import PACK, plan

LUOTSI, AGREEMENT = "hankintaluotsi", "performance-agreement"


def to(language: str = "en") -> Reader:
    return reader(language, english, PACK)


def filled(key: str, given: Plan | None = None, language: str = "en") -> list[Sheet]:
    return sheets(shipped()[key], given or plan(), to(language))


def column(of: Sheet, head: str) -> list[Cell]:
    at = [field.head for field in of.fields].index(head)
    return [row.cells[at] for row in of.rows]


def with_column(rows: str = "goal", **more: Any) -> Transfer:
    """A mapping of one column."""
    asked = {"head": {"en": "Asked"}, "source": "goal.to", **more}
    only = {"rows": rows, "title": {"en": "Sheet"}, "columns": [asked]}
    return parse(json.dumps({"key": "own", "title": {"en": "Own"}, "purpose": {"en": "Ours"}, "sheets": [only]}))


def cells(transfer: Transfer, given: Plan, language: str = "en") -> list[Cell]:
    return [row.cells[0] for row in sheets(transfer, given, to(language))[0].rows]


def of(*goals: Goal) -> Plan:
    return Plan(id="p-0", goals=goals)


# -- What is shipped ------------------------------------------------------------------------------------------------


def test_one_is_shipped_for_the_national_service_and_one_for_the_states_result_system():
    assert set(shipped()) == {LUOTSI, AGREEMENT}


def test_hankintaluotsi_is_keyed_in_goal_by_goal_then_actions_then_metrics():
    assert [each.title for each in filled(LUOTSI)] == ["Goals", "Actions", "Metrics"]
    assert [len(each.rows) for each in filled(LUOTSI)] == [3, 7, 4]


def test_a_goal_stands_in_the_order_in_which_a_person_would_type_it_into_hankintaluotsi():
    assert [field.head for field in filled(LUOTSI)[0].fields] == [
        "Theme",
        "Objective of the strategy",
        "Own goal",
        "Concerns",
        "Start",
        "Due",
        "Responsible",
        "Metric",
        "Baseline",
        "Target",
        "Status",
    ]


def test_a_performance_agreement_asks_for_goal_kind_metric_baseline_a_target_each_year_and_who_answers():
    assert [field.head for field in filled(AGREEMENT)[0].fields][:9] == [
        "Goal",
        "Kind of result",
        "Metric",
        "Unit",
        "Baseline",
        "Target 2027",
        "Target 2028",
        "Target 2029",
        "Responsible",
    ]


def test_only_goals_meant_for_the_performance_agreement_go_into_it():
    meant = [goal.id for goal in plan().goals if goal.agreement in ("candidate", "agreed")]
    assert [row.id for row in filled(AGREEMENT)[0].rows] == meant
    assert len(meant) < len(plan().goals)


SAID_NOWHERE = {(LUOTSI, "Status"), (AGREEMENT, "Kind of result")}
"""What the sample plan's goals leave open."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", (LUOTSI, AGREEMENT))
def test_every_shipped_column_says_something_of_the_sample_plan(key: str, language: str):
    for number, (sheet, english_one) in enumerate(zip(filled(key, language=language), filled(key), strict=True)):
        for at, field in enumerate(english_one.fields):
            silent = all(row.cells[at] is None for row in sheet.rows)
            assert silent == (number == 0 and (key, field.head) in SAID_NOWHERE), field.head


@pytest.mark.parametrize("transfer", shipped().values(), ids=str)
def test_whatever_is_shipped_is_worded_in_every_language(transfer: Transfer):
    worded = [transfer.title, transfer.purpose]
    for sheet in transfer.sheets:
        worded += [sheet.title, *(each.head for each in sheet.columns)]
    assert all(set(each) == set(LANGUAGES) for each in worded)


# -- What stands in a cell ------------------------------------------------------------------------------------------


def test_figures_and_days_stay_figures_and_days():
    metrics = filled(LUOTSI)[2]
    assert column(metrics, "Baseline") == [0, 18, None, 0]
    assert column(metrics, "Target reached by")[0] == date(2028, 12, 31)
    sorts = {field.head: field.sort for field in metrics.fields}
    assert (sorts["Baseline"], sorts["Target reached by"], sorts["Metric"]) == ("number", "day", "text")


def test_a_goal_with_two_metrics_has_a_line_for_each_in_every_cell_that_tells_of_them():
    goals = filled(LUOTSI)[0]
    assert str(column(goals, "Metric")[1]).count("\n") == 1
    assert by_hand(column(goals, "Baseline")[1], to()) == "18 %\n–"


def test_a_goal_begins_with_the_first_of_its_actions():
    late, soon = Action("a1", start=date(2028, 1, 1)), Action("a2", start=date(2027, 5, 1))
    asked = with_column(source="goal.start")
    assert cells(asked, of(Goal("g", actions=(late, Action("a3"), soon)))) == [date(2027, 5, 1)]
    assert cells(asked, of(Goal("g"))) == [None]


def test_a_year_with_two_targets_shows_the_later_one():
    targets = (Reading(5, date(2027, 12, 31)), Reading(3, date(2027, 6, 30)))
    given = of(Goal("g", metrics=(Metric("m", targets=targets),)))
    made = sheets(with_column(source="metric.target_by_year"), given, to())[0]
    assert [(field.head, row.cells[at]) for row in made.rows for at, field in enumerate(made.fields)] == [
        ("Asked 2027", 5)
    ]


def test_a_plan_without_targets_still_has_their_column():
    made = sheets(with_column(source="metric.target_by_year"), of(Goal("g")), to())[0]
    assert [field.head for field in made.fields] == ["Asked"]


def test_the_columns_own_text_stands_where_the_plan_says_nothing():
    asked = with_column(source="goal.status", text={"en": "Not started", "fi": "Ei aloitettu"})
    assert cells(asked, of(Goal("g"), Goal("h", status="Under way"))) == ["Not started", "Under way"]
    assert cells(asked, of(Goal("g")), "fi") == ["Ei aloitettu"]


def test_a_fixed_text_stands_in_every_row():
    asked = with_column(source="text", text={"en": "Ministry’s own"})
    assert cells(asked, of(Goal("g"), Goal("h"))) == ["Ministry’s own"] * 2


def test_the_service_may_have_words_of_its_own_for_an_answer():
    asked = with_column(source="goal.scope", words={"single": {"en": "One tender"}})
    assert cells(asked, of(Goal("g", scope="single"), Goal("h", scope="function"))) == [
        "One tender",
        "The procurement function",
    ]


def test_an_action_without_a_goal_has_its_row_too():
    given = Plan("p", loose_actions=(Action("a", text={"en": "Ask"}),))
    assert cells(with_column("action", source="action.text"), given) == ["Ask"]
    assert cells(with_column("action"), given) == [None]


@pytest.mark.parametrize("rows", ROW_KINDS)
def test_everything_on_offer_can_be_told_of_any_plan(rows: str):
    for source in offered_to(rows):  # pyright: ignore[reportArgumentType]
        for given in (plan(), Plan("p", loose_metrics=(Metric("m"),), loose_actions=(Action("a"),)), of(Goal("g"))):
            made = sheets(with_column(rows, source=source.key), given, to())[0]
            assert all(len(row.cells) == len(made.fields) for row in made.rows)


@pytest.mark.parametrize(
    ("cell", "language", "typed"),
    [
        (date(2028, 12, 31), "en", "31.12.2028"),
        (1234.5, "fi", "1234,5"),
        (1234.5, "en", "1234.5"),
        (100.0, "sv", "100"),
        (1e21, "en", "1000000000000000000000"),
        (-0.125, "sv", "-0,125"),
        ("18\N{NO-BREAK SPACE}%", "fi", "18 %"),
        (True, "en", "Yes"),
        (None, "en", ""),
    ],
)
def test_a_cell_is_typed_as_forms_take_it(cell: Cell, language: str, typed: str):
    assert by_hand(cell, to(language)) == typed


def test_a_cell_whose_wording_stands_for_an_official_one_is_known_for_it():
    known = {place: words.unconfirmed for place, words in remarks(shipped()[LUOTSI], plan(), to()).items()}
    assert known["transfer_1_goals", "g1", "02_objectives"]
    assert not known.get(("transfer_1_goals", "g1", "03_to"))
    sure = {Confirmation(text.path, language, words) for text in texts(PACK) for language, words in text.words.items()}
    assert remarks(shipped()[LUOTSI], plan(), reader("en", english, PACK, sure)) == {}


def test_a_cell_that_nobody_wrote_in_the_readers_language_is_known_for_its_own():
    given = of(Goal("g", to={"fi": "Tavoite"}), Goal("h", to={"en": "Goal"}))
    known = remarks(with_column(), given, to())
    assert {place[1]: words.language for place, words in known.items()} == {"g": "fi"}


def test_lines_in_two_languages_are_in_none():
    named = (Metric("m1", name={"fi": "Mittari"}), Metric("m2", name={"sv": "Mätare"}))
    known = remarks(with_column(source="metric.name"), of(Goal("g", metrics=named)), to())
    assert [words.language for words in known.values()] == [""]


# -- A mapping as data ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("transfer", shipped().values(), ids=str)
def test_a_mapping_written_out_and_read_again_is_the_same(transfer: Transfer):
    assert parse(json.dumps(as_data(transfer))) == transfer
    assert digest(build_from(as_data(transfer))) == digest(transfer)


def test_what_a_column_holds_beside_its_source_comes_back_too():
    rich = with_column(source="goal.scope", words={"single": {"en": "One"}}, text={"en": "?"}, longest=200)
    assert build_from(as_data(rich)) == rich


def build_from(body: dict[str, Any]) -> Transfer:
    return parse(json.dumps(body))


def test_another_word_anywhere_is_another_digest():
    luotsi = shipped()[LUOTSI]
    first = luotsi.sheets[0].columns
    other = luotsi.with_columns(0, (replace(first[0], longest=100), *first[1:]))
    assert digest(other) != digest(luotsi)


def wrong(change: Callable[[dict[str, Any]], None]) -> str:
    """The place that is named when the shipped mapping is changed so."""
    body = deepcopy(as_data(shipped()[LUOTSI]))
    change(body)
    with pytest.raises(PackError) as caught:
        build_from(body)
    return caught.value.path


def test_what_is_wrong_is_named_by_its_place():
    def column(body: dict[str, Any]) -> dict[str, Any]:
        return body["sheets"][1]["columns"][2]

    assert wrong(lambda body: body.pop("title")) == "title"
    assert wrong(lambda body: body.update(key="Not a Key")) == "key"
    assert wrong(lambda body: body.update(sheets=[])) == "sheets"
    assert wrong(lambda body: body["sheets"][0].update(rows="risk")) == "sheets[0].rows"
    assert wrong(lambda body: body["sheets"][0].update(only="some")) == "sheets[0].only"
    assert wrong(lambda body: body["sheets"][2].update(columns=[])) == "sheets[2].columns"
    assert wrong(lambda body: column(body).update(source="goal.dreams")) == "sheets[1].columns[2].source"
    assert wrong(lambda body: column(body).update(source="metric.name")) == "sheets[1].columns[2].source"
    assert wrong(lambda body: column(body).update(head={"de": "Ziel"})) == "sheets[1].columns[2].head.de"
    assert wrong(lambda body: column(body).update(head={"en": "x" * 301})) == "sheets[1].columns[2].head.en"
    assert wrong(lambda body: column(body).update(longest=0)) == "sheets[1].columns[2].longest"
    assert wrong(lambda body: column(body).update(words={"a": {"en": "A"}})) == "sheets[1].columns[2].words"
    assert wrong(lambda body: body["sheets"].extend(body["sheets"] * 3)) == "sheets"
    assert wrong(lambda body: body["sheets"][0]["columns"].extend([column(body)] * 60)) == "sheets[0].columns"


def test_the_keys_of_sources_never_go():
    """They stand in mappings that administrators keep."""
    promised = {"goal.to", "goal.theme", "goal.objectives", "metric.baseline", "metric.target_by_year", "action.text"}
    used = {each.source for transfer in shipped().values() for sheet in transfer.sheets for each in sheet.columns}
    assert promised | used | {"text", "plan.organisation"} <= set(SOURCES)
