"""Where goals stand on any day, as long as nothing more is told of them: judged once, read whenever somebody looks.

Tuples, since of a whole government very many are kept and read at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from facilitation.followup.due import owed_after
from facilitation.followup.followed import Counted
from facilitation.followup.progress import late_after
from facilitation.followup.standing import NONE_LOOSE, LooseActions, Standing
from facilitation.followup.status import URGENCY, WHY, Reason, Status, may_owe, owing, seen
from facilitation.shapes import Action, Goal, Metric, Plan, Span
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting, by_metric, current
from facilitation.strategy import Strategy
from facilitation.words import Message, Parallel


class Phase(NamedTuple):
    """How a goal stands up to a day and on it; on any later one without `until`. No reason: it has no metrics."""

    status: Status
    reason: Reason | None
    lag: float
    until: date | None = None


class Outlook(NamedTuple):
    """A goal of a plan; `phases` in their order, the last without end; `late_after`: of its actions that are or will be
    late."""

    to: Parallel
    owner: str
    theme: str
    objective: str
    phases: tuple[Phase, ...]
    actions: int
    late_after: tuple[date, ...]
    closed: date | None = None
    """Since when its plan is closed and the goal stands nowhere."""


class LooseOutlook(NamedTuple):
    """Actions of a plan that belong to no goal, as an outlook has those of a goal."""

    actions: int = 0
    late_after: tuple[date, ...] = ()
    closed: date | None = None


def outlooks(plan: Plan, entries: Iterable[Entered], counting: Counting = AS_PLANNED) -> tuple[Outlook, ...]:
    """Of the plan's goals in its order. Entries in the order in which they were entered."""
    known = Counted(by_metric(entries), counting)
    return tuple(_outlook(goal, known, plan.period)._replace(closed=counting.closed) for goal in plan.goals)


def loose_outlook(plan: Plan, counting: Counting = AS_PLANNED) -> LooseOutlook:
    return LooseOutlook(len(plan.loose_actions), _late_after(plan.loose_actions), counting.closed)


def _outlook(goal: Goal, known: Counted, within: Span) -> Outlook:
    return Outlook(
        goal.to,
        goal.owner,
        goal.theme,
        goal.objectives[0] if goal.objectives else "",
        _phases([_metric(metric, known, within) for metric in goal.metrics]),
        len(goal.actions),
        _late_after(goal.actions),
    )


def _late_after(actions: Iterable[Action]) -> tuple[date, ...]:
    return tuple(day for action in actions if (day := late_after(action)))


def _phases(metrics: Sequence[Phase]) -> tuple[Phase, ...]:
    """From one day after which a newer figure of a metric is overdue to the next."""
    days = sorted({each.until for each in metrics if each.until})
    return (*(_worst(metrics, day)._replace(until=day) for day in days), _worst(metrics, date.max)._replace(until=None))


def _metric(metric: Metric, known: Counted, within: Span) -> Phase:
    """How its last figure looks, until a newer one is overdue, if it may tell more that one is."""
    entries, counting = known.entries.get(metric.id, ()), known.counting
    figure, told = current(entries, counting.redefined.get(metric.id, ())), current(entries)
    found = seen(metric, figure and figure.now)
    late = owed_after(metric, told and told.now, counting.within(metric.id, within))
    return Phase(found.status, found.reason, found.lag, late if may_owe(found.status) else None)


def _worst(metrics: Sequence[Phase], day: date) -> Phase:
    """Status and reason of the metric that calls for somebody first on that day, and the largest lag of all."""
    if not metrics:
        return Phase("no_figure", None, 0.0)
    now = [_on(metric, day) for metric in metrics]
    return min(now, key=_urgency)._replace(lag=max(each.lag for each in now))


def _urgency(judged: Phase) -> tuple[int, float]:
    return URGENCY[judged.status], -judged.lag


def _on(metric: Phase, day: date) -> Phase:
    if metric.until is None or day <= metric.until:
        return metric
    status, reason = owing(first=metric.reason == "unentered")
    return Phase(status, reason, metric.lag)


SAID = {reason: Message(words) for reason, words in WHY.items()}


def standings_on(
    day: date, goals: Iterable[Outlook], organisation: str, strategy: Strategy, pack: str = "", plan: str = ""
) -> Iterator[Standing]:
    """Where they stand on a day."""
    themes = {each.id: each.theme for each in strategy.objectives}
    for number, goal in enumerate(goals, 1):
        if goal.closed and goal.closed <= day:
            continue
        status, reason, lag, _ = _phase(goal.phases, day)
        yield Standing(
            organisation,
            number,
            goal.to,
            goal.owner,
            goal.theme or themes.get(goal.objective, ""),
            status,
            SAID[reason] if reason else None,
            lag,
            goal.actions,
            _late(day, goal.late_after),
            pack,
            plan,
        )


def _phase(phases: Iterable[Phase], day: date) -> Phase:
    """The one that the day is in; the last has no end."""
    # A loop, and no `next`: a page over a whole government asks of every goal in it.
    for each in phases:
        if each.until is None or day <= each.until:
            return each
    raise LookupError(f"No phase reaches {day}")


def loose_on(day: date, of: LooseOutlook) -> LooseActions:
    """How many are late on a day; none at all once the plan is closed."""
    return NONE_LOOSE if of.closed and of.closed <= day else LooseActions(of.actions, _late(day, of.late_after))


def _late(day: date, after: Sequence[date]) -> int:
    return sum(each < day for each in after) if after else 0
