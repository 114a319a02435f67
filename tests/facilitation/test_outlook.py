"""What was judged once tells on every day what judging anew would: no goal lags on one page and not on another."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitation import limits
from facilitation.followup import (
    NONE_LOOSE,
    follow,
    follow_loose,
    loose_actions,
    loose_on,
    loose_outlook,
    outlooks,
    standings,
    standings_on,
)
from facilitation.followup.progress import late_after, progress
from facilitation.shapes import Action, Goal, Metric, Milestone, Plan, Reading, Span
from facilitation.shapes.followed import MONTHS, ActionStatus, Entered, period_of
from facilitation.shapes.series import Counting, current, latest, series
from tests.facilitation.branch_world import entries, plans
from tests.facilitation.sample_plan import PACK

TODAY = date(2028, 9, 1)
DAYS = st.dates(date(2026, 1, 1), date(2031, 1, 1))
VALUES = st.sampled_from([0.0, 10.0, 50.0, 100.0])
FREQUENCIES: list[Any] = [*MONTHS, "once", ""]
PERIODS = st.builds(period_of, st.sampled_from([*MONTHS]), DAYS)
TWO = st.lists(DAYS, max_size=2)
READINGS = st.none() | st.builds(Reading, VALUES, st.none() | DAYS)


@st.composite
def metrics(draw: st.DrawFn, id: str) -> Metric:
    low = draw(st.none() | VALUES)
    return Metric(
        id,
        direction=draw(st.sampled_from(["", "more", "less", "keep", "range"])),
        frequency=draw(st.sampled_from(FREQUENCIES)),
        baseline=draw(READINGS),
        targets=tuple(each for each in draw(st.lists(READINGS, max_size=2)) if each),
        range_low=low,
        range_high=draw(st.none() | VALUES),
        green_from=draw(st.none() | VALUES),
        amber_from=draw(st.none() | VALUES),
        days_to_count=draw(st.none() | st.integers(0, limits.LONGEST_COUNT) | st.integers()),
    )


@st.composite
def figures(draw: st.DrawFn, metric: Metric) -> list[Entered]:
    days = draw(st.lists(DAYS, max_size=2))
    return [Entered("e", metric.id, period_of(metric.frequency, day), draw(VALUES)) for day in days]


ACTIONS = st.builds(
    lambda status, start, end, milestones: Action(
        "a", status=status, start=start, end=end, milestones=tuple(milestones)
    ),
    st.sampled_from(get_args(ActionStatus)),
    st.none() | DAYS,
    st.none() | DAYS,
    st.lists(st.builds(Milestone, st.just({"en": "Tender out"}), st.none() | DAYS, st.booleans()), max_size=3),
)


@st.composite
def followed(draw: st.DrawFn) -> tuple[Plan, list[Entered]]:
    """A plan of one goal, and what was entered."""
    several = [draw(metrics(f"m{n}")) for n in range(draw(st.integers(0, 3)))]
    goal = Goal("g", {"en": "A goal"}, metrics=tuple(several), actions=tuple(draw(st.lists(ACTIONS, max_size=2))))
    plan = Plan("p", goals=(goal,), period=Span("", draw(st.none() | DAYS), draw(st.none() | DAYS)))
    return plan, [each for metric in several for each in draw(figures(metric))]


@given(followed(), DAYS, TWO)
def test_on_any_day_an_outlook_tells_what_judging_on_that_day_tells(
    given: tuple[Plan, list[Entered]], day: date, redefined: list[date]
):
    plan, entries = given
    anew = Counting({"m0": tuple(sorted(redefined))})
    told = tuple(standings_on(day, outlooks(plan, entries, anew), plan.organisation, PACK.strategy, plan.pack, plan.id))
    assert told == standings(follow(plan, entries, day, PACK.strategy, anew))


@given(st.lists(st.builds(Entered, st.just("e"), st.just("m"), PERIODS, VALUES, definition=st.integers(1, 3))), TWO)
def test_the_current_figure_is_the_last_of_the_series_in_force(entries: list[Entered], redefined: list[date]):
    assert current(entries, redefined) == latest(series(entries), len(redefined) + 1)


def test_goals_stand_under_their_own_theme_or_that_of_their_first_objective():
    for unit, plan in plans().items():
        known = outlooks(plan, entries().get(unit, ()))
        told = tuple(standings_on(TODAY, known, plan.organisation, PACK.strategy, plan.pack, plan.id))
        assert told == standings(follow(plan, entries().get(unit, ()), TODAY, PACK.strategy))
        assert any(each.theme for each in told)


@pytest.mark.parametrize(
    ("frequency", "own", "last"),
    [
        ("monthly", None, date(2027, 2, 20)),
        ("quarterly", None, date(2027, 5, 15)),
        ("twice_a_year", None, date(2027, 8, 29)),
        ("yearly", None, date(2028, 3, 30)),
        ("yearly", 31, date(2028, 1, 31)),
        ("monthly", 0, date(2027, 1, 31)),
        ("monthly", -1, date(2027, 1, 31)),
        ("monthly", 10**12, date(2028, 2, 1)),
    ],
)
def test_a_figure_is_overdue_from_the_day_after_it_takes_to_count(frequency: Any, own: int | None, last: date):
    metric = Metric("m", frequency=frequency, baseline=Reading(0, date(2026, 12, 31)), days_to_count=own)
    plan = Plan("p", goals=(Goal("g", metrics=(metric,)),))
    [goal] = outlooks(plan, ())
    found = [next(standings_on(day, [goal], "", PACK.strategy)).status for day in (last, last + timedelta(1))]
    assert found == ["no_figure", "overdue"]


@given(st.lists(ACTIONS, max_size=3), DAYS)
def test_of_actions_of_no_goal_as_many_are_late_on_a_day_as_judging_on_that_day_tells(actions: list[Action], day: date):
    plan = Plan("p", loose_actions=tuple(actions))
    assert loose_on(day, loose_outlook(plan)) == loose_actions(follow_loose(plan, (), day))


def test_from_the_day_on_which_a_plan_is_closed_none_of_its_actions_of_no_goal_is_late():
    late = Action("a", status="in_progress", end=TODAY - timedelta(9))
    known = loose_outlook(Plan("p", loose_actions=(late,)), Counting(closed=TODAY))
    assert [loose_on(day, known) for day in (TODAY - timedelta(1), TODAY)] == [(1, 1), NONE_LOOSE]


@given(ACTIONS, DAYS)
def test_an_action_is_late_on_the_days_after_the_last_on_which_it_is_not(action: Action, day: date):
    last, found = late_after(action), progress(action, day)
    assert (found.progress == "late") == bool(last and last < day)
    assert bool(found.days) == (found.progress == "late")
    assert all(each.day and each.day < day and not each.done for each in found.missed)


@given(followed(), DAYS)
def test_a_metric_is_overdue_on_the_days_after_its_figure_was_due(given: tuple[Plan, list[Entered]], day: date):
    plan, entries = given
    for each in (each for goal in follow(plan, entries, day, PACK.strategy) for each in goal.metrics):
        assert bool(each.judged.owed) == bool(each.due and each.due < day)


@given(st.dates(date(9990, 1, 1), date.max), st.sampled_from(FREQUENCIES))
@example(date.max, "yearly")
@example(date.max, "once")
def test_whoever_counts_to_the_end_of_the_calendar_is_not_asked_beyond_it(day: date, frequency: Any):
    metric = Metric("m", frequency=frequency, baseline=Reading(0, day), targets=(Reading(1, day),))
    late = replace(Action("a"), start=day, end=day)
    plan = Plan("p", goals=(Goal("g", metrics=(metric,), actions=(late,)),))
    [goal] = standings_on(date(9999, 12, 31), outlooks(plan, ()), "", PACK.strategy)
    assert goal.late == (day < date.max)
