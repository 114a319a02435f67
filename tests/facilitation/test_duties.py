"""A round counted by what is asked alike says what asking line by line says."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from facilitation.followup import Round, answers, asked, before, counted, duties, waiting
from facilitation.followup.duties import Counted
from facilitation.shapes import Action, Goal, Metric, Milestone, Plan, Promise, Reading, Span
from facilitation.shapes.followed import MONTHS, ActionStatus, Entered, Period, Told, period_of
from facilitation.shapes.series import Counting

ROLES = st.sampled_from(["Head of finance", "Head of law", ""])
DAYS = st.dates(date(2027, 1, 1), date(2028, 3, 1))
SOME = st.none() | DAYS
FREQUENCIES: list[Any] = ["monthly", "quarterly", "once", ""]
OPENS = date(2028, 1, 2)
ROUND = Round("r1", OPENS, date(2028, 2, 15))
YEARS = Span("2027–2028", date(2027, 1, 1), date(2028, 12, 31))


@st.composite
def metrics(draw: st.DrawFn, id: str) -> Metric:
    return Metric(
        id,
        owner=draw(ROLES),
        frequency=draw(st.sampled_from(FREQUENCIES)),
        baseline=draw(st.none() | st.builds(Reading, st.just(1.0), SOME)),
        baseline_promise=draw(st.none() | st.builds(Promise, ROLES, SOME)),
        targets=tuple(Reading(9, day) for day in draw(st.lists(DAYS, max_size=1))),
    )


@st.composite
def entered(draw: st.DrawFn, metric: Metric) -> Entered:
    day = draw(DAYS)
    period = period_of(metric.frequency, day) if metric.frequency in MONTHS else Period(day, day)
    return Entered("e", metric.id, period, 5, on=draw(SOME), definition=draw(st.integers(1, 2)))


@st.composite
def actions(draw: st.DrawFn, id: str) -> Action:
    status = draw(st.sampled_from(get_args(ActionStatus)))
    milestones = draw(st.lists(st.builds(Milestone, st.just({"en": "Out"}), SOME, st.booleans()), max_size=2))
    return Action(
        id, responsible=draw(ROLES), status=status, start=draw(SOME), end=draw(SOME), milestones=tuple(milestones)
    )


@st.composite
def followed(draw: st.DrawFn) -> tuple[Plan, list[Entered], dict[str, Told], Counting]:
    """A plan of two goals and loose lines, what was entered and told, and what is known besides."""
    few = st.integers(0, 4)
    own = [draw(metrics(f"m{n}")) for n in range(draw(few))]
    deeds = [draw(actions(f"a{n}")) for n in range(draw(few))]
    goals = tuple(
        Goal(f"g{n}", owner=draw(ROLES), metrics=tuple(own[n::3]), actions=tuple(deeds[n::3])) for n in (0, 1)
    )
    plan = Plan("p", period=YEARS, goals=goals, loose_metrics=tuple(own[2::3]), loose_actions=tuple(deeds[2::3]))
    entries = [each for metric in own for each in draw(st.lists(entered(metric), max_size=3))]
    told = {each.id: Told(each.id, each.status, on=draw(SOME)) for each in deeds if draw(st.booleans())}
    owed = {each.id: date(2026, 6, 1) for each in own if draw(st.booleans())}
    lines = st.frozensets(st.sampled_from(["m0", "m1", "a0", "a1"]))
    return plan, entries, told, Counting(owed=owed, taken_along=draw(lines), elsewhere=draw(lines))


def line_by_line(
    plan: Plan, entries: list[Entered], told: dict[str, Told], counting: Counting, round: Round, today: date
) -> Counted:
    every = list(answers(asked(plan, before(entries, round), round, counting), entries, round, today))
    waits = waiting(plan, entries, told, round, today, counting)
    roles = dict.fromkeys(ask.role for ask in waits if ask.role)
    return Counted(len(every), sum(each.entered is not None for each in every), tuple(roles))


@given(followed(), st.integers(-400, 500), st.integers(0, 60))
def test_a_round_counted_by_duties_asks_what_it_asks_line_by_line(
    of: tuple[Plan, list[Entered], dict[str, Told], Counting], later: int, after: int
):
    opens = OPENS + timedelta(later)
    round, today = replace(ROUND, opens=opens, due=opens + timedelta(30)), opens + timedelta(after)
    whole, small = line_by_line(*of, round, today), counted(duties(*of), round, today)
    assert (small.asked, small.given) == (whole.asked, whole.given)
    assert {*small.waits_for} == {*whole.waits_for}


def test_many_metrics_of_one_role_are_one_duty():
    metric = Metric("m0", frequency="monthly", owner="Head of finance")
    many = Plan("p", period=YEARS, loose_metrics=tuple(replace(metric, id=f"m{n}") for n in range(20)))
    of = duties(many, (), {})
    assert len(of.metrics) == 1
    assert counted(of, ROUND, OPENS) == Counted(20, 0, ("Head of finance",))
