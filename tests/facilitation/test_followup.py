"""Follow-up: what is asked, what is owed, where a metric should be, who lags. Said as somebody could disagree with."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.followup import (
    FollowedGoal,
    Round,
    answers,
    asked,
    awaited,
    breaks,
    by_organisation,
    by_theme,
    doubts,
    expected,
    finding,
    follow,
    judged,
    lagging,
    latest,
    overdue,
    progress,
    series,
    share,
    stage,
    standings,
    tally,
)
from facilitation.followup.status import URGENCY
from facilitation.shapes import Action, Goal, Metric, Plan, Promise, Reading, Span
from facilitation.shapes.followed import Entered, Period, Told, last_ended, period_of
from facilitation.shapes.series import Counting, in_force
from tests.facilitation.branch_world import entered, entries, plans
from tests.facilitation.sample_plan import PACK

START, MIDDLE, END = date(2026, 12, 31), date(2027, 12, 31), date(2029, 12, 31)
QUARTER = Period(date(2027, 4, 1), date(2027, 6, 30))
RISING = Metric(
    "m1",
    unit="count",
    direction="more",
    baseline=Reading(0, START),
    targets=(Reading(40, MIDDLE), Reading(100, END)),
    frequency="quarterly",
    owner="Head of finance",
)
FALLING = replace(RISING, direction="less", baseline=Reading(100, START), targets=(Reading(0, END),))
KEPT = Metric("m2", direction="keep", baseline=Reading(50, START))
RANGED = Metric("m3", direction="range", range_low=10, range_high=20)
SPRING = Round("r1", date(2027, 7, 1), date(2027, 8, 31))


def on(value: float, day: date = MIDDLE) -> Entered:
    return Entered("e", "m1", Period(day, day), value)


def status(metric: Metric, value: float, day: date = MIDDLE) -> str:
    return judged(metric, on(value, day), day).status


# -- Periods and what is owed -----------------------------------------------------------------------------------------


def test_periods_are_those_of_the_calendar():
    assert period_of("quarterly", date(2027, 5, 9)) == QUARTER
    assert period_of("yearly", date(2028, 2, 29)) == Period(date(2028, 1, 1), date(2028, 12, 31))
    assert period_of("twice_a_year", date(2027, 7, 1)) == Period(date(2027, 7, 1), date(2027, 12, 31))
    assert last_ended("monthly", date(2027, 1, 1)) == Period(date(2026, 12, 1), date(2026, 12, 31))


@given(
    st.sampled_from(["monthly", "quarterly", "twice_a_year", "yearly"]), st.dates(date(2000, 1, 1), date(2090, 1, 1))
)
def test_every_day_lies_in_its_period_and_after_the_last_that_ended(frequency: str, day: date):
    now = period_of(frequency, day)
    assert now.first <= day <= now.last
    assert (now.first - last_ended(frequency, day).last).days == 1


def test_a_figure_is_owed_once_its_period_has_ended():
    assert awaited(RISING, None, date(2027, 6, 30)) == Period(date(2027, 1, 1), date(2027, 3, 31))
    assert awaited(RISING, None, date(2027, 7, 1)) == QUARTER
    assert awaited(RISING, entered("m1", 9, QUARTER), date(2027, 7, 1)) is None


def test_nobody_owes_a_figure_for_the_time_before_the_plan_or_the_baseline():
    assert awaited(RISING, None, date(2027, 1, 2)) is None
    assert awaited(replace(RISING, baseline=None), None, date(2027, 1, 2), Span("", date(2027, 1, 1))) is None


def test_a_figure_is_overdue_only_when_there_was_time_to_count_it():
    assert overdue(RISING, None, date(2027, 8, 14)) == Period(date(2027, 1, 1), date(2027, 3, 31))
    assert overdue(RISING, entered("m1", 9, Period(date(2027, 1, 1), date(2027, 3, 31))), date(2027, 8, 14)) is None


def test_what_is_counted_once_is_owed_when_its_target_is_due():
    once = replace(RISING, frequency="once")
    assert awaited(once, None, END) is None
    assert awaited(once, None, date(2030, 1, 1)) == Period(END, END)


def test_after_its_last_period_a_plan_owes_nothing_more_and_that_one_until_it_is_given():
    years, later = Span("2027–2029", date(2027, 1, 1), END), date(2033, 5, 1)
    final = Period(date(2029, 10, 1), END)
    assert awaited(RISING, None, later, years) == overdue(RISING, None, later, years) == final
    assert awaited(RISING, entered("m1", 100, final), later, years) is None
    assert judged(RISING, on(100, END), later, years).status == "on_its_way"


def test_a_target_beyond_the_plan_s_years_is_counted_up_to():
    longer = replace(RISING, targets=(Reading(100, date(2030, 12, 31)),))
    years = Span("2027–2029", date(2027, 1, 1), END)
    assert awaited(longer, None, date(2033, 5, 1), years) == Period(date(2030, 10, 1), date(2030, 12, 31))


# -- Rounds -----------------------------------------------------------------------------------------------------------


def plan(*metrics: Metric, actions: tuple[Action, ...] = ()) -> Plan:
    span = Span("2027–2029", date(2027, 1, 1), END)
    return Plan("p", period=span, goals=(Goal("g1", owner="Director", metrics=metrics, actions=actions),))


def test_a_round_asks_only_what_is_due():
    yearly = replace(RISING, id="m9", frequency="yearly")
    assert [ask.about for ask in asked(plan(RISING, yearly), (), SPRING)] == ["m1"]
    assert asked(plan(RISING), (entered("m1", 9, QUARTER),), SPRING) == ()


def test_a_round_brings_what_was_entered_last_time():
    before = entered("m1", 9, Period(date(2027, 1, 1), date(2027, 3, 31)))
    (ask,) = asked(plan(RISING), (before,), SPRING)
    assert (ask.last, ask.period, ask.role) == (before, QUARTER, "Head of finance")


def test_a_metric_of_which_nobody_said_how_often_is_asked_in_every_round():
    (ask,) = asked(plan(replace(RISING, frequency="", owner="")), (), SPRING)
    assert (ask.period, ask.role) == (Period(SPRING.opens, SPRING.opens), "Director")


def test_a_round_after_the_plan_s_years_asks_once_more_and_never_again():
    often, late = replace(RISING, frequency=""), Round("r9", date(2030, 3, 1), date(2030, 3, 31))
    for metric, final in ((RISING, Period(date(2029, 10, 1), END)), (often, Period(late.opens, late.opens))):
        (ask,) = asked(plan(metric), (), late)
        assert ask.period == final
        assert asked(plan(metric), (entered("m1", 100, final),), replace(late, opens=date(2031, 3, 1))) == ()


def test_a_baseline_that_was_promised_by_the_rounds_end_is_asked_of_who_promised_it():
    promised = replace(RISING, baseline=None, baseline_promise=Promise("Contract desk", SPRING.due))
    assert [(ask.of, ask.role) for ask in asked(plan(promised), (), SPRING)] == [
        ("baseline", "Contract desk"),
        ("figure", "Head of finance"),
    ]


def test_actions_under_way_are_asked_about_and_finished_or_future_ones_are_not():
    actions = (
        Action("a1", start=date(2027, 3, 1), responsible="Legal unit"),
        Action("a2", start=date(2027, 3, 1), status="done"),
        Action("a3", start=date(2028, 3, 1)),
    )
    assert [(ask.about, ask.role) for ask in asked(plan(actions=actions), (), SPRING)] == [("a1", "Legal unit")]


def test_after_the_plan_s_years_an_action_is_asked_about_until_somebody_has_said_how_it_ended():
    left = Action("a1", {"en": "Write it"}, responsible="Ada", start=START)
    over = Round("r2", date(2029, 2, 1), date(2029, 3, 31))
    later = Round("r3", date(2029, 9, 1), date(2029, 9, 30))
    within = replace(plan(actions=(left,)), period=Span("2027–2028", date(2027, 1, 1), date(2028, 12, 31)))
    before, after = (Told("a1", "in_progress", on=day) for day in (date(2028, 6, 1), date(2029, 2, 10)))
    assert [each.about for each in asked(within, (), over, told={"a1": before})] == ["a1"]
    assert [each.about for each in asked(within, (), over, told={"a1": after})] == ["a1"], "it can be said otherwise"
    assert asked(within, (), later, told={"a1": after}) == ()


def test_an_action_that_the_next_plan_took_along_is_asked_about_there():
    left = Action("a1", {"en": "Write it"}, responsible="Ada", start=START)
    within = replace(plan(actions=(left,)), period=Span("2027–2028", date(2027, 1, 1), date(2028, 12, 31)))
    along = Counting(taken_along=frozenset({"a1"}))
    assert asked(within, (), Round("r2", date(2029, 2, 1), date(2029, 3, 31)), along) == ()
    assert [each.about for each in asked(within, (), SPRING, along)] == ["a1"]


def test_an_answer_is_given_preliminary_due_or_late():
    asks = asked(plan(RISING), (), SPRING)

    def state(*given: Entered, today: date = SPRING.due) -> str:
        return next(iter(answers(asks, given, SPRING, today))).state

    assert state(entered("m1", 9, QUARTER)) == "given"
    assert state(entered("m1", 9, QUARTER, standing="preliminary")) == "preliminary"
    assert state() == "due"
    assert state(today=date(2027, 9, 1)) == "late"
    assert [stage(SPRING, day) for day in (date(2027, 6, 30), SPRING.due, date(2027, 9, 1))] == [
        "to_come",
        "open",
        "closed",
    ]


# -- Figures ----------------------------------------------------------------------------------------------------------


def test_a_corrected_figure_holds_and_what_it_was_is_kept():
    (found,) = series((entered("m1", 9, QUARTER), entered("m1", 12, QUARTER)))
    (figure,) = found.figures
    assert (figure.now.value, [each.value for each in figure.was], figure.restated) == (12, [9], True)


def test_confirming_a_preliminary_figure_is_no_correction():
    (found,) = series((entered("m1", 9, QUARTER, standing="preliminary"), entered("m1", 9, QUARTER)))
    assert not found.figures[0].restated


def test_a_changed_definition_begins_a_new_series():
    found = series((entered("m1", 9, QUARTER), entered("m1", 3, YEAR_LATER, definition=2)))
    assert [each.definition for each in found] == [1, 2]
    figure = latest(found)
    assert figure is not None and figure.now.value == 3
    (broken,) = breaks(found, (date(2028, 2, 1),))
    assert (broken.definition, broken.first, broken.since) == (2, YEAR_LATER.first, date(2028, 2, 1))


def test_a_definition_that_nothing_was_counted_by_yet_breaks_the_series_on_its_own_day():
    found = series([entered("m1", 9, QUARTER)])
    (broken,) = breaks(found, (date(2028, 2, 1),))
    assert (broken.first, latest(found, broken.definition)) == (date(2028, 2, 1), None)
    assert breaks((), (date(2028, 2, 1),)) == ()


def test_a_figure_counted_by_an_older_definition_is_held_against_no_target():
    plan = Plan("p1", goals=(Goal("g1", metrics=(RISING,)),))
    entries = [entered("m1", 9, QUARTER)]
    for redefined, shown in (({}, 9.0), ({"m1": (date(2028, 2, 1),)}, None)):
        [goal] = follow(plan, entries, date(2028, 3, 1), PACK.strategy, redefined)
        [metric] = goal.metrics
        assert (metric.last.value if metric.last else None) == shown
        assert (metric.judged.why.id == "The figure is clearly worse than it should be.") == (shown is not None)
    assert [each.value for each in in_force(entries, {"m1": (date(2028, 2, 1),)})] == []


YEAR_LATER = Period(date(2028, 4, 1), date(2028, 6, 30))


def test_a_share_follows_from_its_counts_and_a_wrong_one_is_doubted():
    per_cent = replace(RISING, unit="%")
    assert share(per_cent, 3, 4) == 75
    assert share(per_cent, 3, 0) is None
    assert not list(doubts(per_cent, entered("m1", 75, numerator=3, denominator=4)))
    assert [said.id for said in doubts(per_cent, entered("m1", 57, numerator=3, denominator=4))] == [
        "The two counts give %(reckoned)s, not %(value)s."
    ]
    assert any("possible" in said.id for said in doubts(per_cent, entered("m1", 101)))


# -- Where it should be -----------------------------------------------------------------------------------------------


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


def test_thresholds_of_its_own_come_before_the_line():
    own = replace(RISING, green_from=20, amber_from=10)
    assert [status(own, value) for value in (20, 10, 9)] == ["on_its_way", "slightly_behind", "behind"]
    less = replace(FALLING, green_from=90, amber_from=95)
    assert [status(less, value) for value in (90, 95, 96)] == ["on_its_way", "slightly_behind", "behind"]


def test_an_old_figure_vouches_for_nobody_but_one_that_was_behind_stays_behind():
    late = date(2029, 6, 1)
    assert judged(RISING, on(60), late).status == "overdue"
    assert judged(RISING, on(0), late).status == "behind"
    assert judged(RISING, on(0), late).owed == Period(date(2029, 1, 1), date(2029, 3, 31))


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


# -- Actions ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({"status": "in_progress", "end": date(2027, 12, 1)}, ("late", 30)),
        ({"status": "to_come", "start": date(2027, 12, 1), "end": END}, ("late", 30)),
        ({"status": "to_come", "start": END}, ("to_come", 0)),
        ({"status": "in_progress", "end": END}, ("in_progress", 0)),
        ({"status": "done", "end": date(2027, 1, 1)}, ("done", 0)),
        ({"status": "paused", "end": date(2027, 1, 1)}, ("paused", 0)),
    ],
)
def test_an_action_is_late_when_it_should_have_ended_or_begun(given: dict[str, Any], seen: tuple[str, int]):
    found = progress(Action("a1", **given), MIDDLE)
    assert (found.progress, found.days) == seen


# -- Rolled up --------------------------------------------------------------------------------------------------------


def followed(today: date = date(2028, 9, 1)) -> list[FollowedGoal]:
    every = entries()
    found = (follow(plan, every.get(unit, ()), today, PACK.strategy) for unit, plan in plans().items())
    return [goal for goals in found for goal in goals]


def test_a_goal_is_where_its_worst_metric_is():
    two = plan(replace(RISING, frequency="yearly"), replace(RISING, id="m2", frequency="yearly"))
    (goal,) = follow(two, (on(90), replace(on(0), metric="m2")), MIDDLE, PACK.strategy)
    assert goal.status == "behind"
    assert [each.metric.id for each in goal.metrics] == ["m2", "m1"]


def test_what_lags_stands_first_and_within_one_status_what_lags_most():
    found = lagging(standings(followed()))
    places = [(URGENCY[goal.status], -goal.lag) for goal in found]
    assert places == sorted(places)
    assert found[0].status == "behind"


def test_no_goal_is_lost_by_theme_or_by_organisation():
    goals = standings(followed())
    for parts in (by_theme(goals), by_organisation(goals)):
        assert sum(part.of for part in parts.values()) == tally(goals).of == len(goals)
        assert sum(part.late for part in parts.values()) == tally(goals).late == 7


def test_the_finding_says_what_lags_what_cannot_be_told_and_what_goes_well():
    def of(*statuses: str) -> str:
        return finding(
            tally([goal for status in statuses for goal in standings(followed()) if goal.status == status][:9])
        ).id

    assert of() == "There are no goals to follow"
    assert of("on_its_way") == "Every goal is on its way"
    assert of("no_figure") == "There is no figure yet to tell how the goals are doing"
    assert of("behind", "no_figure").startswith("%(lag)s of %(of)s goals lag behind; of %(unknown)s")
    assert finding(tally(standings(followed()))).arguments["of"] == len(followed())
