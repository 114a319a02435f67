"""Checks on goals: each finds what it is for, and is silent where all is well."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.quality import findings
from facilitation.shapes import StateRow
from tests.facilitation.quality_world import ACTION, AROUND, GOAL, METRIC, found


def test_nothing_is_said_about_a_goal_with_which_nothing_is_wrong():
    assert findings(GOAL, AROUND) == ()


def test_g1_stops_a_goal_that_no_objective_stands_behind():
    assert found("G1", GOAL, objectives=()) == ["objectives"]


def test_g1_accepts_a_goal_of_ones_own():
    assert found("G1", GOAL, objectives=(), own=True) == []


@pytest.mark.parametrize("text", ["Good tenders", "x" * 221])
def test_g2_finds_what_is_too_short_or_too_long_for_a_goal(text: str):
    assert found("G2", GOAL, to={"en": text}) == ["to"]


@pytest.mark.parametrize("length", [40, 220])
def test_g2_is_silent_from_40_to_220_characters(length: int):
    assert found("G2", GOAL, to={"en": "x" * length}) == []


@pytest.mark.parametrize(
    "texts",
    [
        {"fi": "Johto saa hankintatiedot joka kuukausi ja hankintasuunnitelma on kaikilla yksiköillä"},
        {"sv": "Ledningen får uppgifterna varje månad och varje enhet har en godkänd årsplan"},
        {"en": "Management gets the figures every month and every unit has an approved plan"},
        {"en": "Every competition draws three tenders. Small firms win half of the contracts"},
    ],
)
def test_g2_finds_two_goals_in_one(texts: dict[str, str]):
    assert found("G2", GOAL, to=texts) == ["to"]


@pytest.mark.parametrize(
    "texts",
    [
        {"fi": "Johto saa hankintatiedot ja sopimustiedot käyttöönsä joka kuukausi"},
        {"sv": "Ledningen får uppgifter om upphandlingar och avtal varje månad"},
        {"en": "Management gets the figures on purchases and contracts every month"},
    ],
)
def test_g2_leaves_two_things_under_one_verb_alone(texts: dict[str, str]):
    assert found("G2", GOAL, to=texts) == []


def test_g2_does_not_speak_of_what_is_not_written_yet():
    assert found("G2", GOAL, to={"fi": "", "en": " "}) == []


def test_g2_speaks_once_and_says_of_which_language():
    both = {"en": "Good tenders", "sv": "Bra anbud"}
    assert [one.language for one in findings(replace(GOAL, to=both), AROUND) if one.check == "G2"] == ["en"]


@pytest.mark.parametrize(
    "texts",
    [
        {"fi": "Laaditaan koko hallinnonalalle yhteinen hankintojen vuosikello"},
        {"fi": "Otetaan käyttöön yhteinen sopimusrekisteri kaikissa virastoissa"},
        {"fi": "Me järjestämme hankintakoulutusta kaikille esihenkilöille"},
        {"sv": "Utarbeta ett gemensamt årshjul för hela förvaltningsområdet"},
        {"sv": "Vi ordnar utbildning i upphandling för alla chefer"},
        {"en": "Draft a common calendar for the whole administrative branch"},
        {"en": "We organise training for everybody who buys something"},
    ],
)
def test_g3_takes_a_task_for_an_action(texts: dict[str, str]):
    assert found("G3", GOAL, to=texts) == ["to"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_g3_is_silent_about_a_wished_for_state(language: str):
    assert found("G3", GOAL, to={language: GOAL.to[language]}) == []


VAGUE = [
    {"fi": "Parannetaan hankintojen laatua kaikissa hallinnonalan virastoissa"},
    {"sv": "Vi utvecklar kvaliteten på upphandlingarna i alla ämbetsverk"},
    {"en": "Improve the quality of purchasing in every agency of the branch"},
]


@pytest.mark.parametrize("texts", VAGUE)
def test_g4_finds_a_verb_that_does_not_say_how_much(texts: dict[str, str]):
    assert found("G4", GOAL, to=texts, metrics=()) == ["to"]


@pytest.mark.parametrize("texts", VAGUE)
def test_g4_is_silent_when_a_metric_says_how_much(texts: dict[str, str]):
    assert found("G4", GOAL, to=texts) == []


def test_g4_is_not_content_with_a_metric_without_a_target():
    assert found("G4", GOAL, to=VAGUE[2], metrics=(replace(METRIC, targets=()),)) == ["to"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_g4_is_silent_about_a_goal_that_says_how_much_itself(language: str):
    assert found("G4", GOAL, to={language: GOAL.to[language]}, metrics=()) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"owner": " "}, "owner"),
        ({"due": None}, "due"),
        ({"due": date(2026, 12, 31)}, "due"),
        ({"due": date(2030, 1, 1)}, "due"),
    ],
)
def test_g5_stops_a_goal_without_owner_or_a_day_within_the_period(wrong: dict[str, Any], field: str):
    assert found("G5", GOAL, **wrong) == [field]


def test_g5_stops_a_due_date_that_is_not_after_today():
    late = replace(AROUND, today=date(2028, 12, 31))
    assert found("G5", GOAL, late) == ["due"]


@pytest.mark.parametrize("due", [date(2027, 1, 1), date(2029, 12, 31)])
def test_g5_counts_the_periods_first_and_last_day_in(due: date):
    assert found("G5", GOAL, due=due) == []


def test_g6_misses_a_metric():
    assert found("G6", GOAL, metrics=()) == ["metrics"]


def test_g6_finds_more_than_three_metrics():
    assert found("G6", GOAL, metrics=(METRIC,) * 4) == ["metrics"]
    assert found("G6", GOAL, metrics=(METRIC,) * 3) == []


@pytest.mark.parametrize(("now", "target"), [(3, 3), (4, 2)])
def test_g7_finds_a_target_level_that_is_not_above_the_level_now(now: int, target: int):
    assert found("G7", GOAL, level_now=now, level_target=target) == ["level_target"]


def test_g7_asks_for_a_reason_for_a_jump_of_three():
    assert found("G7", GOAL, level_now=1, level_target=4) == ["why"]
    assert found("G7", GOAL, level_now=1, level_target=4, why={"en": "A new system comes"}) == []


def test_g7_is_silent_about_a_step_up_and_about_levels_nobody_gave():
    assert found("G7", GOAL, level_now=2, level_target=4) == []
    assert found("G7", GOAL, level_now=None) == []


def test_g8_asks_why_a_goal_was_chosen_where_all_is_well_already():
    assert found("G8", GOAL, level_now=4, level_target=5) == ["why"]


def test_g8_reads_the_rooms_agreed_level_when_the_goal_has_none():
    well = replace(AROUND, state=(StateRow("s4.1", "4.1", median=2, agreed=4),))
    badly = replace(AROUND, state=(StateRow("s4.1", "4.1", median=2),))
    assert found("G8", GOAL, well, level_now=None) == ["why"]
    assert found("G8", GOAL, badly, level_now=None) == []


def test_g8_is_silent_with_a_reason_or_a_gap():
    assert found("G8", GOAL, level_now=4, level_target=5, why={"en": "It may be lost"}) == []
    assert found("G8", GOAL, level_now=3) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_g9_finds_another_goal_that_says_nearly_the_same(language: str):
    twin = replace(GOAL, id="g2", to={language: GOAL.to[language].upper() + "."})
    assert found("G9", GOAL, replace(AROUND, goals=(GOAL, twin))) == ["to"]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("fi", "Jokaisessa sopimuksessa on ympäristötavoite", "Kaikissa sopimuksissa on ympäristötavoitteet"),
        ("sv", "Varje upphandling har ett miljömål", "Alla upphandlingar har miljömål"),
        ("en", "Every contract has a climate target", "All contracts have climate targets"),
    ],
)
def test_g9_finds_a_goal_that_says_the_same_in_another_inflection(language: str, one: str, other: str):
    goal, twin = (replace(GOAL, id=id, to={language: to}) for id, to in (("g1", one), ("g2", other)))
    assert "to" in found("G9", goal, replace(AROUND, goals=(goal, twin)))


def test_g9_is_silent_about_itself_and_about_goals_that_differ():
    other = replace(GOAL, id="g2", to={"en": "Every contract names who follows it"})
    assert found("G9", GOAL, replace(AROUND, goals=(GOAL, other))) == []


def test_g10_misses_a_language_the_plan_requires():
    (finding,) = [one for one in findings(replace(GOAL, to={"fi": GOAL.to["fi"]}), AROUND) if one.check == "G10"]
    assert (finding.field, finding.words.arguments["languages"]) == ("to", "Svenska, English")
    assert finding.language == "sv", "where there is something to write first"


def test_g10_asks_for_no_language_that_is_not_required():
    assert found("G10", GOAL, replace(AROUND, languages=("fi",)), to={"fi": GOAL.to["fi"]}) == []


def test_g10_asks_for_a_from_only_where_one_was_begun():
    assert found("G10", GOAL, from_={}) == []
    assert found("G10", GOAL, from_={"en": "Every fourth"}) == ["from"]


@pytest.mark.parametrize("level", ["input", "process", "output"])
def test_k6_asks_for_an_outcome_among_the_metrics(level: Any):
    assert found("K6", GOAL, metrics=(replace(METRIC, level=level),)) == ["metrics"]


def test_k6_is_silent_with_an_outcome_an_unknown_level_or_a_goal_that_wants_none():
    output = replace(METRIC, level="output")
    assert found("K6", GOAL, metrics=(output, METRIC)) == []
    assert found("K6", GOAL, metrics=(replace(METRIC, level=""),)) == []
    assert found("K6", GOAL, metrics=(output,), result="efficiency") == []


def test_a4_finds_a_goal_for_which_nothing_is_done():
    assert found("A4", GOAL, actions=()) == ["actions"]
    assert found("A4", GOAL, actions=(ACTION,)) == []


def test_advice_on_a_field_that_nobody_is_asked_for_now_waits():
    bare = replace(GOAL, objectives=(), metrics=(), actions=(), owner="")
    asked = replace(AROUND, asked=frozenset(("to", "objectives")))
    assert [one.check for one in findings(bare, asked)] == ["G1"]
