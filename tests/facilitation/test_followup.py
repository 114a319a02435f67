"""Follow-up: what is asked, what is owed, where a metric should be, who lags. Said as somebody could disagree with."""

from dataclasses import replace
from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from facilitation.followup import (
    Round,
    answers,
    asked,
    awaited,
    breaks,
    doubts,
    ended,
    follow,
    judged,
    latest,
    overdue,
    series,
    share,
    stage,
)
from facilitation.shapes import Action, Goal, Metric, Plan, Promise, Reading, Span
from facilitation.shapes.followed import MONTHS, Entered, Period, Told, last_ended, period_of
from facilitation.shapes.offered import Frequency
from facilitation.shapes.series import Counting, in_force
from tests.facilitation.branch_world import entered
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
    assert period_of("monthly", date(2028, 2, 1)).last == date(2028, 2, 29)
    assert {period_of(each, date.max).last for each in MONTHS} == {date.max}


def test_no_period_ended_before_the_calendar_began():
    assert all(awaited(replace(RISING, frequency=each), None, date.min) is None for each in get_args(Frequency))
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


def test_the_periods_of_a_plan_that_are_over_go_back_to_its_first_day_and_on_to_its_last():
    years = Span("2027", date(2027, 1, 1), date(2027, 12, 31))
    short = replace(RISING, targets=(Reading(100, date(2027, 12, 31)),))
    assert list(ended(short, date(2027, 8, 14), years)) == [QUARTER, Period(date(2027, 1, 1), date(2027, 3, 31))]
    assert next(ended(short, date(2033, 5, 1), years)) == Period(date(2027, 10, 1), date(2027, 12, 31))
    assert list(ended(short, date(2027, 2, 1), years)) == []


def test_without_a_first_day_they_go_back_to_where_the_calendar_begins():
    assert list(ended(replace(RISING, frequency="yearly"), date(3, 5, 1)))[-1].first == date.min


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
    assert judged(RISING, on(100, END), later, overdue(RISING, on(100, END), later, years)).status == "on_its_way"


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


def test_what_others_are_asked_for_is_not_asked_here():
    assert asked(plan(RISING), (), SPRING, Counting(elsewhere=frozenset({"m1"}))) == ()


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
        [goal] = follow(plan, entries, date(2028, 3, 1), PACK.strategy, Counting(redefined))
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


def test_a_figure_below_nought_is_doubted_where_no_other_of_the_metric_is():
    assert [said.id for said in doubts(RISING, entered("m1", -5))] == [
        "The figure is below nought, and no other of this metric is."
    ]
    falls_below = replace(RISING, targets=(replace(RISING.targets[-1], value=-10),))
    assert not list(doubts(falls_below, entered("m1", -5)))
    assert not list(doubts(replace(RISING, baseline=None, targets=()), entered("m1", -5)))
