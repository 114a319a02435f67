"""What a plan asks of its roles, told once for all that is asked for alike: rounds over very many plans are counted by
it, with the same questions as a round asks of the whole plan."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from facilitation.followup.asking import Ask
from facilitation.followup.waiting import of_round, still_waits
from facilitation.shapes import NO_SPAN, Action, Goal, Metric, Milestone, Plan, Promise, Reading, Span
from facilitation.shapes.followed import ActionStatus, Entered, Period, Round, Told
from facilitation.shapes.offered import Frequency
from facilitation.shapes.series import AS_PLANNED, Counting, by_metric


class Given(NamedTuple):
    """A figure: for which period, on which day it was entered, and by which definition."""

    period: Period
    on: date | None
    definition: int


class OfMetrics(NamedTuple):
    """What a role owes of each of so many metrics: their calendar, the days of their baseline and target, and the
    baseline that somebody promised."""

    role: str
    frequency: Frequency
    measured: tuple[date | None, ...]
    """Empty where no baseline was measured."""
    aimed: date | None
    promised: tuple[str, date | None]
    given: tuple[Given, ...]
    owed: date | None = None
    """Since when, if it is owed from before the plan's years."""


class OfActions(NamedTuple):
    """What a role is asked to tell of actions of the same days and the same progress."""

    role: str
    status: ActionStatus
    start: date | None
    end: date | None
    told: date | None
    taken_along: bool = False
    milestones: tuple[tuple[date | None, bool], ...] = ()
    """The days of its milestones, and whether they are reached."""


class Duties(NamedTuple):
    """Of one plan: the days that it lasts, and which metrics and actions its roles answer for."""

    years: Span
    metrics: tuple[tuple[OfMetrics, int], ...]
    actions: tuple[OfActions, ...]


NOTHING_ASKED = Duties(NO_SPAN, (), ())


@dataclass(frozen=True, slots=True)
class Counted:
    """How many figures a round asks of a plan, how many of them were given, and which roles it still waits for."""

    asked: int = 0
    given: int = 0
    waits_for: tuple[str, ...] = ()


def duties(plan: Plan, entries: Iterable[Entered], told: Mapping[str, Told], counting: Counting = AS_PLANNED) -> Duties:
    """Entries in the order in which they were entered."""
    known, goals = by_metric(entries), (*plan.goals, Goal("", metrics=plan.loose_metrics, actions=plan.loose_actions))
    own = ((goal, metric) for goal in goals for metric in goal.metrics if metric.id not in counting.elsewhere)
    metrics = Counter(_of_metric(metric, goal, known.get(metric.id, ()), counting) for goal, metric in own)
    actions = dict.fromkeys(_of_action(action, goal, told, counting) for goal in goals for action in goal.actions)
    return Duties(plan.period, tuple(metrics.items()), tuple(actions))


def _of_metric(metric: Metric, goal: Goal, entries: Sequence[Entered], counting: Counting) -> OfMetrics:
    promise = metric.baseline_promise or Promise()
    return OfMetrics(
        metric.owner or goal.owner,
        metric.frequency,
        (metric.baseline.day,) if metric.baseline else (),
        metric.target.day if metric.target else None,
        (promise.who, promise.by),
        tuple(Given(each.period, each.on, each.definition) for each in entries),
        counting.owed.get(metric.id),
    )


def _of_action(action: Action, goal: Goal, told: Mapping[str, Told], counting: Counting) -> OfActions:
    said, along = told.get(action.id), action.id in counting.taken_along
    role = action.responsible or goal.owner
    days = sorted({(each.day, each.done) for each in action.milestones}, key=_first_first)
    told_on = said.on if said else None
    return OfActions(role, action.status, action.start, action.end, told_on, along, tuple(days))


def _first_first(of: tuple[date | None, bool]) -> tuple[date, bool]:
    return of[0] or date.max, of[1]


# -- A round, counted by them -----------------------------------------------------------------------------------------


def counted(of: Duties, round: Round, today: date) -> Counted:
    """What the round asks of the whole plan, and what of it is still to be answered."""
    whole = Whole.of(of)
    asks = of_round(whole.plan, whole.entries, round, whole.counting, whole.told)
    open_ = still_waits(asks, whole.plan, whole.entries, whole.told, round, today)
    asked = sum(whole.many[ask.about] for ask in asks if ask.of == "figure")
    missing = sum(whole.many[ask.about] for ask in open_ if ask.of == "figure")
    return Counted(asked, asked - missing, tuple(_roles(open_)))


def _roles(asks: Iterable[Ask]) -> Iterator[str]:
    yield from dict.fromkeys(ask.role for ask in asks if ask.role.strip())


@dataclass(frozen=True, slots=True)
class Whole:
    """A plan that asks the same, with one line for many."""

    plan: Plan
    entries: tuple[Entered, ...]
    told: Mapping[str, Told]
    counting: Counting
    many: Mapping[str, int]

    @classmethod
    def of(cls, duties: Duties) -> "Whole":
        metrics = {f"m{n}": each for n, (each, _many) in enumerate(duties.metrics)}
        actions = {f"a{n}": each for n, each in enumerate(duties.actions)}
        lines = tuple(map(_metric, metrics, metrics.values())), tuple(map(_action, actions, actions.values()))
        owed = {id: each.owed for id, each in metrics.items() if each.owed}
        along = frozenset(id for id, each in actions.items() if each.taken_along)
        return cls(
            Plan("", period=duties.years, loose_metrics=lines[0], loose_actions=lines[1]),
            tuple(entry for id, each in metrics.items() for entry in _entered(id, each)),
            {id: Told(id, each.status, on=each.told) for id, each in actions.items() if each.told},
            Counting(owed=owed, taken_along=along),
            {f"m{n}": many for n, (_each, many) in enumerate(duties.metrics)},
        )


def _metric(id: str, of: OfMetrics) -> Metric:
    baseline = Reading(0, of.measured[0]) if of.measured else None
    targets = (Reading(0, of.aimed),) if of.aimed else ()
    promise = Promise(*of.promised)
    return Metric(
        id, owner=of.role, frequency=of.frequency, baseline=baseline, baseline_promise=promise, targets=targets
    )


def _action(id: str, of: OfActions) -> Action:
    milestones = tuple(Milestone({}, day, done) for day, done in of.milestones)
    return Action(id, responsible=of.role, status=of.status, start=of.start, end=of.end, milestones=milestones)


def _entered(id: str, of: OfMetrics) -> Iterator[Entered]:
    for each in of.given:
        yield Entered("", id, each.period, 0, on=each.on, definition=each.definition)
