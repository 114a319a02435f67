"""Who is written to about a round of follow-up, and when; and what it still waits for."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from facilitation import limits
from facilitation.followup import Nudge, Round, Step, nudge, passed_over, step, waiting, written_to
from facilitation.shapes import Action, Goal, Metric, Plan, Promise, Reading, Span
from facilitation.shapes.followed import Entered, Period, Told

DAY = timedelta(1)
OPENS, DUE = date(2026, 11, 2), date(2026, 11, 30)
ROUND = Round("r1", OPENS, DUE)
HAL, DEE, OWNER = ("hal",), ("dee",), ("olga",)
LINE = (HAL, DEE, OWNER)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (OPENS - DAY, None),
        (OPENS, "opened"),
        (DUE - 8 * DAY, "opened"),
        (DUE - 7 * DAY, "soon"),
        (DUE, "soon"),
        (DUE + DAY, "late"),
        (DUE + 7 * DAY, "late"),
        (DUE + 8 * DAY, "unanswered"),
        (DUE + limits.DAYS_OF_REMINDING * DAY, "unanswered"),
        (DUE + (limits.DAYS_OF_REMINDING + 1) * DAY, None),
    ],
)
def test_a_round_is_told_of_when_it_opens_before_its_last_day_and_after_it(day: date, said: Step | None):
    assert step(ROUND, day) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (OPENS, None),
        (DUE - 8 * DAY, None),
        (DUE - 7 * DAY, "soon"),
        (DUE - DAY, "soon"),
        (DUE, "last"),
        (DUE + DAY, "late"),
        (DUE + 7 * DAY, "late"),
        (DUE + 8 * DAY, "unanswered"),
        (DUE + limits.DAYS_OF_REMINDING * DAY, "unanswered"),
        (DUE + (limits.DAYS_OF_REMINDING + 1) * DAY, None),
    ],
)
def test_an_approval_is_told_of_again_before_and_on_its_day_and_after_it(day: date, said: Nudge | None):
    assert nudge(OPENS, DUE, day) == said


def test_what_was_asked_a_few_days_before_is_told_of_again_on_the_day_only_and_never_on_the_day_it_is_asked():
    assert [nudge(DUE - 5 * DAY, DUE, DUE - n * DAY) for n in (5, 3, 0)] == [None, None, "last"]
    assert nudge(DUE, DUE, DUE) is None


def test_a_short_round_is_not_told_of_twice_before_its_last_day():
    short = replace(ROUND, due=OPENS + 10 * DAY)
    assert {step(short, OPENS + n * DAY) for n in range(11)} == {"opened"}


@pytest.mark.parametrize(
    ("now", "line", "bounced", "whom"),
    [
        ("opened", LINE, (), ["hal"]),
        ("soon", LINE, (), ["hal"]),
        ("late", LINE, (), ["hal", "dee"]),
        ("unanswered", LINE, (), ["hal", "dee", "olga"]),
        ("opened", LINE, HAL, ["dee"]),
        ("opened", LINE, HAL + DEE, ["olga"]),
        ("late", LINE, HAL, ["dee", "olga"]),
        ("opened", ((), DEE, OWNER), (), ["dee"]),
        ("late", (HAL, (), OWNER), (), ["hal", "olga"]),
        ("unanswered", LINE, HAL + DEE + OWNER, []),
        ("opened", (("hal", "ida"), DEE, OWNER), HAL, ["ida"]),
    ],
)
def test_what_is_not_answered_or_comes_back_goes_to_the_next_in_line(now, line, bounced, whom):
    assert [who for _part, who in written_to(now, line, bounced)] == whom


# -- What it waits for ----------------------------------------------------------------------------------------------

SHARE = Metric("share", {"en": "Share"}, frequency="yearly", owner="Finance", baseline=Reading(1.0, date(2024, 1, 1)))
WORK = Action("work", {"en": "Work"}, responsible="Law", start=date(2026, 1, 1), end=date(2026, 6, 30))
PLAN = Plan(
    "p", period=Span("", date(2025, 1, 1)), goals=(Goal("g", owner="Finance", metrics=(SHARE,), actions=(WORK,)),)
)
FIGURE = Entered("f", "share", Period(date(2025, 1, 1), date(2025, 12, 31)), 3.0, on=OPENS + DAY)


def left(plan: Plan = PLAN, entries: tuple[Entered, ...] = (), **told: Told) -> list[str]:
    return [ask.about for ask in waiting(plan, entries, told, ROUND, OPENS + DAY)]


def test_a_figure_is_waited_for_until_it_is_given():
    assert left() == ["share", "work"]
    assert left(entries=(FIGURE,)) == ["work"]


def test_a_late_action_is_waited_for_until_something_is_said_of_it_in_the_round():
    assert "work" not in left(work=Told("work", "in_progress", on=OPENS))
    assert "work" in left(work=Told("work", "in_progress", on=OPENS - DAY))


def test_an_action_that_goes_as_planned_needs_no_word():
    going = replace(WORK, end=date(2027, 6, 30), status="in_progress")
    assert left(replace(PLAN, goals=(replace(PLAN.goals[0], actions=(going,)),))) == ["share"]


def test_a_promised_baseline_is_waited_for_until_it_is_there():
    promised = replace(SHARE, baseline=None, baseline_promise=Promise("Finance", DUE))
    of = replace(PLAN, goals=(replace(PLAN.goals[0], metrics=(promised,), actions=()),))
    assert left(of, (FIGURE,)) == ["share"]


def test_who_missed_two_figures_and_gave_the_newer_one_is_asked_for_neither():
    [ask] = (each for each in waiting(PLAN, (), {}, ROUND, OPENS + DAY) if each.of == "figure")
    newer = replace(FIGURE, period=Period(date(2026, 1, 1), date(2026, 12, 31)))
    older = replace(FIGURE, period=Period(date(2024, 1, 1), date(2024, 12, 31)))
    assert passed_over(ask, [newer])
    assert not passed_over(ask, [older])
    assert not passed_over(ask, [replace(newer, metric="another")])
