"""Where goals stand on any day, as long as nothing more is told of them: judged once, read whenever somebody looks.

Tuples, since of a whole government very many are kept and read at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from facilitation.followup.due import owed_after
from facilitation.followup.followed import Counted
from facilitation.followup.progress import late_after
from facilitation.followup.standing import Standing
from facilitation.followup.status import URGENCY, WHY, Reason, Status, may_owe, owing, seen
from facilitation.shapes import Goal, Metric, Plan, Span
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting, by_metric, current
from facilitation.strategy import Strategy
from facilitation.words import Message, Parallel


class MetricOutlook(NamedTuple):
    """How a metric's last figure looks, and after which day a newer one is overdue."""

    status: Status
    reason: Reason
    lag: float
    owed_after: date | None


class Outlook(NamedTuple):
    """A goal of a plan; `late_after`: of its actions that are or will be late."""

    to: Parallel
    owner: str
    theme: str
    objective: str
    metrics: tuple[MetricOutlook, ...]
    actions: int
    late_after: tuple[date, ...]
    closed: date | None = None
    """Since when its plan is closed and the goal stands nowhere."""


def outlooks(plan: Plan, entries: Iterable[Entered], counting: Counting = AS_PLANNED) -> tuple[Outlook, ...]:
    """Of the plan's goals in its order. Entries in the order in which they were entered."""
    known = Counted(by_metric(entries), counting)
    return tuple(_outlook(goal, known, plan.period)._replace(closed=counting.closed) for goal in plan.goals)


def _outlook(goal: Goal, known: Counted, within: Span) -> Outlook:
    late = (late_after(action) for action in goal.actions)
    return Outlook(
        goal.to,
        goal.owner,
        goal.theme,
        goal.objectives[0] if goal.objectives else "",
        tuple(_metric(metric, known, within) for metric in goal.metrics),
        len(goal.actions),
        tuple(day for day in late if day),
    )


def _metric(metric: Metric, known: Counted, within: Span) -> MetricOutlook:
    entries, counting = known.entries.get(metric.id, ()), known.counting
    figure, told = current(entries, counting.redefined.get(metric.id, ())), current(entries)
    found = seen(metric, figure and figure.now)
    late = owed_after(metric, told and told.now, counting.within(metric.id, within))
    return MetricOutlook(found.status, found.reason, found.lag, late)


SAID = {reason: Message(words) for reason, words in WHY.items()}


def standings_on(
    day: date, goals: Iterable[Outlook], organisation: str, strategy: Strategy, pack: str = ""
) -> Iterator[Standing]:
    """Where they stand on a day."""
    themes = {each.id: each.theme for each in strategy.objectives}
    for number, goal in enumerate(goals, 1):
        if goal.closed and goal.closed <= day:
            continue
        status, reason, lag = _worst(goal.metrics, day)
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
            sum(each < day for each in goal.late_after),
            pack,
        )


def _worst(metrics: Sequence[MetricOutlook], day: date) -> tuple[Status, Reason | None, float]:
    """Status and reason of the metric that calls for somebody first, and the largest lag of all."""
    if not metrics:
        return "no_figure", None, 0.0
    now = [_on(metric, day) for metric in metrics]
    status, reason, _ = min(now, key=_urgency)
    return status, reason, max([lag for _, _, lag in now])


def _urgency(judged: tuple[Status, Reason, float]) -> tuple[int, float]:
    return URGENCY[judged[0]], -judged[2]


def _on(metric: MetricOutlook, day: date) -> tuple[Status, Reason, float]:
    status, reason, lag, after = metric
    if after and after < day and may_owe(status):
        status, reason = owing(first=reason == "unentered")
    return status, reason, lag
