"""Where a metric should be on a day, and how its figure stands against that."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.followup import (
    expected,
    judged,
    overdue,
)
from facilitation.followup.status import URGENCY
from facilitation.shapes import Metric, Reading
from facilitation.shapes.followed import Period
from tests.facilitation.test_followup import END, FALLING, KEPT, MIDDLE, RANGED, RISING, START, on, status


def test_the_way_goes_straight_over_the_interim_target():
    assert expected(RISING, START) == 0
    assert expected(RISING, date(2027, 7, 1)) == pytest.approx(20, abs=0.1)
    assert expected(RISING, MIDDLE) == 40
    assert expected(RISING, date(2028, 12, 30)) == pytest.approx(70, abs=0.1)


def test_before_the_first_point_nothing_is_expected_and_after_the_last_the_target_stays():
    assert expected(RISING, date(2026, 1, 1)) is None
    assert expected(RISING, date(2035, 1, 1)) == 100


def test_what_is_kept_has_one_level_and_a_range_has_no_line():
    assert expected(KEPT, END) == 50
    assert expected(RANGED, END) is None


@pytest.mark.parametrize(
    ("metric", "value", "seen"),
    [
        (RISING, 40, "on_its_way"),
        (RISING, 31, "slightly_behind"),
        (RISING, 29, "behind"),
        (FALLING, 60, "on_its_way"),
        (FALLING, 70, "slightly_behind"),
        (FALLING, 90, "behind"),
        (KEPT, 50, "on_its_way"),
        (KEPT, 46, "slightly_behind"),
        (KEPT, 56, "behind"),
        (RANGED, 15, "on_its_way"),
        (RANGED, 9, "slightly_behind"),
        (RANGED, 22, "behind"),
    ],
)
def test_a_tenth_of_the_way_is_only_slightly_behind(metric: Metric, value: float, seen: str):
    assert status(metric, value) == seen


@pytest.mark.parametrize(
    ("metric", "value", "seen"),
    [
        (replace(KEPT, baseline=None, targets=(Reading(0.3, END),), green_from=0.1), 0.4, "on_its_way"),
        (replace(RANGED, range_low=0.1, range_high=0.3, green_from=0.1), 0.4, "on_its_way"),
        (replace(RISING, baseline=Reading(0, START), targets=(Reading(1.1, END),)), 0.99, "slightly_behind"),
    ],
)
def test_a_value_on_a_threshold_is_no_worse_than_it_however_tenths_are_kept(metric: Metric, value: float, seen: str):
    assert status(metric, value, END) == seen


def test_thresholds_of_its_own_come_before_the_line():
    own = replace(RISING, green_from=20, amber_from=10)
    assert [status(own, value) for value in (20, 10, 9)] == ["on_its_way", "slightly_behind", "behind"]
    less = replace(FALLING, green_from=90, amber_from=95)
    assert [status(less, value) for value in (90, 95, 96)] == ["on_its_way", "slightly_behind", "behind"]


def test_an_old_figure_vouches_for_nobody_but_one_that_was_behind_stays_behind():
    late = date(2029, 6, 1)
    owed = overdue(RISING, on(60), late)
    assert owed == Period(date(2029, 1, 1), date(2029, 3, 31))
    assert judged(RISING, on(60), late, owed).status == "overdue"
    assert judged(RISING, on(0), late, owed).status == "behind"
    assert judged(RISING, on(0), late, owed).owed == owed


def test_without_a_figure_or_a_target_nothing_is_claimed():
    assert judged(RISING, None, date(2027, 1, 2)).status == "no_figure"
    aimless = replace(RISING, targets=(), baseline=None)
    assert judged(aimless, on(5), MIDDLE).why.id == "There is no target to hold the figure against."


def test_before_anything_is_expected_a_figure_is_on_its_way():
    assert status(replace(RISING, baseline=None), 1, date(2027, 1, 31)) == "on_its_way"


figures = st.floats(-1e6, 1e6, allow_nan=False)
metrics = st.builds(
    Metric,
    st.just("m1"),
    direction=st.sampled_from(["more", "less", "keep", "range"]),
    baseline=st.none() | st.builds(Reading, figures, st.dates(date(2026, 1, 1), date(2028, 1, 1))),
    targets=st.lists(st.builds(Reading, figures, st.dates(date(2027, 1, 1), date(2030, 1, 1))), max_size=3).map(tuple),
    range_low=st.none() | figures,
    range_high=st.none() | figures,
    green_from=st.none() | figures,
    amber_from=st.none() | figures,
)


@given(metrics, figures, figures, st.dates(date(2026, 1, 1), date(2031, 1, 1)))
def test_no_better_figure_is_judged_worse(metric: Metric, one: float, other: float, day: date):
    """Better is more, less, nearer to what is kept, or less far outside the range."""
    good = min((one, other), key=lambda value: distance(metric, value))
    bad = max((one, other), key=lambda value: distance(metric, value))
    assert URGENCY[judged(metric, on(good, day), day).status] >= URGENCY[judged(metric, on(bad, day), day).status]


def distance(metric: Metric, value: float) -> float:
    low, high = metric.range_low, metric.range_high
    level = metric.target or metric.baseline
    match metric.direction:
        case "more":
            return -value
        case "less":
            return value
        case "keep":
            return abs(value - (level.value if level else 0))
        case _:
            under = 0 if low is None else max(0.0, low - value)
            return max(under, 0 if high is None else max(0.0, value - high))


@given(metrics, st.dates(date(2026, 1, 1), date(2031, 1, 1)))
def test_what_is_expected_lies_between_the_points_around_it(metric: Metric, day: date):
    aim = expected(metric, day)
    known = [each.value for each in (*metric.targets, *filter(None, (metric.baseline,)))]
    assert aim is None or min(known) - 1e-6 <= aim <= max(known) + 1e-6
