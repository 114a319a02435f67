"""Checks on metrics: countable by a stranger, moving the right way, counted in time."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.quality import findings
from facilitation.shapes import Metric, Promise, Reading
from tests.facilitation.quality_world import ACTION, AROUND, GOAL, METRIC, PROMISED, TODAY, found

DAY = date(2026, 6, 30)
DUE = date(2028, 12, 31)


def measured(baseline: float, target: float, **more: Any) -> Metric:
    return replace(METRIC, unit="days", baseline=Reading(baseline, DAY), targets=(Reading(target, DUE),), **more)


@pytest.mark.parametrize("metric", [METRIC, PROMISED])
def test_nothing_is_said_about_a_metric_with_which_nothing_is_wrong(metric: Metric):
    assert findings(metric, AROUND) == ()


def test_k1_stops_a_metric_without_a_unit():
    assert found("K1", METRIC, unit=" ") == ["unit"]


@pytest.mark.parametrize("unit", ["%", "prosenttia", "procent", "per cent"])
def test_k1_asks_what_a_percentage_is_divided_by(unit: str):
    assert found("K1", METRIC, unit=unit, denominator={}) == ["denominator"]
    assert found("K1", METRIC, unit=unit) == []


def test_k1_asks_only_a_percentage_for_it():
    assert found("K1", METRIC, unit="days", numerator={}, denominator={}) == []


@pytest.mark.parametrize("value", [-1, 101, float("nan")])
def test_k1_stops_a_percentage_outside_0_to_100(value: float):
    assert found("K1", METRIC, targets=(Reading(value, DUE),)) == ["target"]
    assert found("K1", METRIC, baseline=Reading(value, DAY)) == ["baseline"]


@pytest.mark.parametrize("value", [0, 100])
def test_k1_allows_nothing_and_all(value: float):
    assert found("K1", METRIC, baseline=Reading(value, DAY)) == []


def test_k2_stops_a_metric_that_does_not_say_which_way_is_better():
    assert found("K2", METRIC, direction="") == ["direction"]


@pytest.mark.parametrize(("direction", "baseline", "target"), [("more", 30, 20), ("less", 20, 30), ("keep", 20, 30)])
def test_k2_stops_a_target_that_is_worse_than_the_baseline(direction: str, baseline: float, target: float):
    assert found("K2", measured(baseline, target), direction=direction) == ["target"]


@pytest.mark.parametrize(("direction", "baseline", "target"), [("more", 20, 30), ("less", 30, 20), ("keep", 20, 20)])
def test_k2_is_silent_about_a_target_the_right_way(direction: str, baseline: float, target: float):
    assert found("K2", measured(baseline, target), direction=direction) == []


def test_k2_asks_for_the_limits_of_a_range():
    assert found("K2", METRIC, direction="range") == ["range"]
    assert found("K2", METRIC, direction="range", range_low=9, range_high=5) == ["range"]
    assert found("K2", METRIC, direction="range", range_low=5, range_high=9) == []


@pytest.mark.parametrize(
    ("metric", "wrong", "field"),
    [
        (METRIC, {"baseline": None}, "baseline_by"),
        (METRIC, {"baseline": Reading(28)}, "baseline_day"),
        (PROMISED, {"baseline_promise": Promise(" ", DUE)}, "baseline_by"),
        (PROMISED, {"baseline_promise": Promise("Controller")}, "baseline_when"),
        (PROMISED, {"baseline_promise": Promise("Controller", date(2026, 11, 25))}, "baseline_when"),
    ],
)
def test_k3_asks_for_a_baseline_with_its_day_or_a_promise_that_holds(metric: Metric, wrong: dict[str, Any], field: str):
    assert found("K3", metric, **wrong) == [field]


def test_k3_trusts_a_promise_until_its_day_is_over():
    assert found("K3", PROMISED, baseline_promise=Promise("Controller", TODAY)) == []


def test_k4_stops_a_direction_without_a_target():
    assert found("K4", METRIC, targets=()) == ["target"]


def test_k4_stops_a_target_without_a_day():
    assert found("K4", METRIC, targets=(Reading(15),)) == ["target_day"]


@pytest.mark.parametrize("direction", ["keep", "range"])
def test_k4_asks_no_target_of_what_is_kept_or_held_within_a_range(direction: str):
    assert found("K4", METRIC, direction=direction, targets=()) == []


def test_k5_misses_source_and_owner():
    assert found("K5", METRIC, source={}, owner="") == ["source", "owner"]


@pytest.mark.parametrize(
    ("frequency", "due"),
    [("yearly", date(2028, 6, 1)), ("twice_a_year", date(2027, 9, 1)), ("quarterly", date(2027, 3, 1)), ("once", DUE)],
)
def test_k5_finds_fewer_than_two_measurements_before_the_target_is_due(frequency: str, due: date):
    assert found("K5", METRIC, frequency=frequency, targets=(Reading(15, due),)) == ["frequency"]


@pytest.mark.parametrize(
    ("frequency", "due"),
    [("yearly", DUE), ("monthly", date(2027, 2, 1)), ("yearly", None), ("yearly", TODAY), ("", DUE)],
)
def test_k5_is_silent_with_two_and_where_there_is_nothing_to_count(frequency: str, due: date | None):
    assert found("K5", METRIC, frequency=frequency, targets=(Reading(15, due),)) == []


@pytest.mark.parametrize("direction", ["more", "less"])
def test_k7_finds_a_baseline_that_already_meets_the_target(direction: str):
    assert found("K7", measured(20, 20), direction=direction) == ["target"]


def test_k7_finds_a_baseline_that_already_lies_within_the_range():
    assert found("K7", METRIC, direction="range", range_low=20, range_high=30) == ["target"]
    assert found("K7", METRIC, direction="range", range_low=5, range_high=9) == []


def test_k7_leaves_alone_what_is_to_be_kept_and_what_k2_has_told_of():
    assert found("K7", measured(20, 20), direction="keep") == []
    assert found("K7", measured(20, 30), direction="less") == []


def test_k8_finds_a_percentage_of_a_handful():
    assert found("K8", METRIC, expected_denominator=9) == ["expected_denominator"]
    assert found("K8", METRIC, baseline=Reading(25, DAY, denominator=4)) == ["expected_denominator"]


def test_k8_is_silent_about_ten_about_the_unknown_and_about_counts():
    assert found("K8", METRIC, expected_denominator=10) == []
    assert found("K8", METRIC, expected_denominator=None) == []
    assert found("K8", METRIC, unit="days", expected_denominator=3) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"unit": "yes/no"},
        {"name": {"fi": "Strategia tehty: kyllä/ei"}},
        {"definition": {"sv": "strategin finns, ja/nej"}},
        {"definition": {"en": "Strategy made: Yes/No"}},
    ],
)
def test_k9_finds_a_yes_or_no_as_the_goals_only_metric(wrong: dict[str, Any]):
    metric = replace(METRIC, **wrong)
    assert found("K9", metric, replace(AROUND, goal=replace(GOAL, metrics=(metric,)))) == ["name"]


def test_k9_is_silent_when_another_metric_stands_beside_it_or_the_goal_is_not_known():
    metric = replace(METRIC, unit="yes/no")
    beside = replace(AROUND, goal=replace(GOAL, metrics=(metric, replace(METRIC, id="m2"))))
    assert found("K9", metric, beside) == []
    assert found("K9", metric) == []
    assert found("K9", METRIC, replace(AROUND, goal=GOAL)) == []


def test_k10_finds_figures_that_nobody_goes_to_get():
    assert found("K10", METRIC, replace(AROUND, goal=GOAL), available="no") == ["available"]


def test_k10_is_silent_when_an_action_gets_them_or_they_are_there():
    collecting = replace(ACTION, collects=("m1",))
    assert found("K10", METRIC, replace(AROUND, goal=replace(GOAL, actions=(collecting,))), available="no") == []
    assert found("K10", METRIC, replace(AROUND, actions=(collecting,)), available="no") == []
    assert found("K10", METRIC, available="with_work") == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_k11_finds_another_meaning_under_the_same_name(language: str):
    here = replace(METRIC, name={language: "Share 1"}, definition={language: "one / two"})
    there = replace(METRIC, id="m9", name={language: " share  1"}, definition={language: "one / three"})
    assert found("K11", here, replace(AROUND, metrics=(there,))) == ["definition"]


def test_k11_is_silent_about_the_same_meaning_another_name_or_no_definition():
    for same in ({}, {"name": {"en": "Another"}, "definition": {"en": "x"}}, {"definition": {}}):
        assert found("K11", METRIC, replace(AROUND, metrics=(replace(METRIC, id="m9", **same),))) == []


def test_k12_hears_its_author_say_that_the_owner_cannot_move_it():
    assert found("K12", METRIC, owner_can_influence=False) == ["owner"]
    assert found("K12", METRIC, owner_can_influence=True) == []
    assert found("K12", METRIC) == []


def test_k13_finds_a_metric_of_no_goal():
    assert found("K13", METRIC, goals=()) == ["goal"]


def test_k13_is_silent_when_the_goal_is_known_either_way():
    assert found("K13", METRIC) == []
    assert found("K13", METRIC, replace(AROUND, goal=GOAL), goals=()) == []
