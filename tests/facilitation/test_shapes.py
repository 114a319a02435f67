"""Shapes: frozen things with nothing required but an id, and a period read from how people write it."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from facilitation.shapes import Goal, Metric, Plan, Reading, Span, span_of


def test_a_plan_goal_or_metric_can_begin_with_nothing_but_its_id():
    assert (Plan("p").goals, Goal("g").metrics, Metric("m").target) == ((), (), None)


def test_a_thing_never_changes_under_its_reader():
    with pytest.raises(FrozenInstanceError):
        Goal("g").owner = "Somebody else"  # pyright: ignore[reportAttributeAccessIssue]


def test_the_last_target_is_the_target_and_those_before_are_milestones():
    half, whole = Reading(30, date(2027, 12, 31)), Reading(60, date(2028, 12, 31))
    assert Metric("m", targets=(half, whole)).target == whole


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2027–2029", date(2027, 1, 1), date(2029, 12, 31)),
        ("2027", date(2027, 1, 1), date(2027, 12, 31)),
        ("vuodet 2029 ja 2027", date(2027, 1, 1), date(2029, 12, 31)),
        ("12027 things", None, None),
        ("next spring", None, None),
        ("", None, None),
    ],
)
def test_a_period_reaches_from_its_first_year_to_its_last(name: str, first: date | None, last: date | None):
    assert span_of(name) == Span(name, first, last)
