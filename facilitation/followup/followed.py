"""A plan as it stands on a day: every metric judged, every action's progress, every goal by its worst metric.

Metrics and actions that belong to no goal stand beside the goals, so that counts of goals stay counts of goals.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.followup.due import due_by, overdue, owed_after
from facilitation.followup.progress import Progressed, first_things_first, progress
from facilitation.followup.status import LAGS, URGENCY, Judged, Status, judged
from facilitation.shapes import Action, Goal, Metric, Plan, Span
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import AS_PLANNED, Break, Counting, Figure, Series, breaks, by_metric, latest, series
from facilitation.strategy import Strategy


@dataclass(frozen=True, slots=True)
class FollowedMetric:
    """A metric, its series of figures, and how it is doing."""

    metric: Metric
    series: tuple[Series, ...]
    judged: Judged
    breaks: tuple[Break, ...] = ()
    """Where the definition was changed, and a new series begins."""
    due: date | None = None
    """By when its next figure is to be there, or should have been; None where none is asked for any more."""

    @property
    def newest(self) -> Figure | None:
        """By the definition that is in force."""
        return latest(self.series, self.breaks[-1].definition if self.breaks else 0)

    @property
    def last(self) -> Entered | None:
        return self.newest.now if self.newest else None


@dataclass(frozen=True, slots=True)
class FollowedGoal:
    """A goal of an organisation, `number` in its plan, with its metrics and actions; what lags stands first.

    `pack`: the plan's method, whose theme it is. `plan`: its id.
    """

    organisation: str
    number: int
    goal: Goal
    theme: str
    metrics: tuple[FollowedMetric, ...]
    actions: tuple[Progressed, ...]
    pack: str = ""
    plan: str = ""

    @property
    def status(self) -> Status:
        """That of the metric which calls for somebody first; a goal without metrics has no figure."""
        return self.metrics[0].judged.status if self.metrics else "no_figure"

    @property
    def lag(self) -> float:
        return max((each.judged.lag for each in self.metrics), default=0.0)

    @property
    def late(self) -> int:
        return sum(each.progress == "late" for each in self.actions)


@dataclass(frozen=True, slots=True)
class Loose:
    """What belongs to no goal of a plan, and is counted as none; what lags stands first. `plan`: its id."""

    organisation: str
    metrics: tuple[FollowedMetric, ...]
    actions: tuple[Progressed, ...]
    plan: str = ""

    @property
    def any(self) -> bool:
        return bool(self.metrics or self.actions)

    @property
    def lagging(self) -> tuple[FollowedMetric, ...]:
        """Behind, or with a figure overdue."""
        return tuple(each for each in self.metrics if each.judged.status in LAGS)

    @property
    def late(self) -> tuple[Progressed, ...]:
        return tuple(each for each in self.actions if each.progress == "late")


@dataclass(frozen=True, slots=True)
class Counted:
    """What was entered for each metric, in the order in which it came, and what it is counted by."""

    entries: Mapping[str, Sequence[Entered]]
    counting: Counting


def follow(
    plan: Plan, entries: Iterable[Entered], today: date, strategy: Strategy, counting: Counting = AS_PLANNED
) -> tuple[FollowedGoal, ...]:
    """The plan's goals in its order. Entries in the order in which they were entered."""
    known = Counted(by_metric(entries), counting)
    return tuple(_goal(number, goal, known, plan, today, strategy) for number, goal in enumerate(plan.goals, 1))


def follow_loose(plan: Plan, entries: Iterable[Entered], today: date, counting: Counting = AS_PLANNED) -> Loose:
    """What belongs to none of the plan's goals. Entries in the order in which they were entered."""
    metrics = _metrics(plan.loose_metrics, Counted(by_metric(entries), counting), plan, today)
    return Loose(plan.organisation, metrics, _actions(plan.loose_actions, today), plan.id)


def _goal(number: int, goal: Goal, known: Counted, plan: Plan, today: date, strategy: Strategy) -> FollowedGoal:
    return FollowedGoal(
        plan.organisation,
        number,
        goal,
        theme_of(goal, strategy),
        _metrics(goal.metrics, known, plan, today),
        _actions(goal.actions, today),
        plan.pack,
        plan.id,
    )


def _metrics(metrics: Iterable[Metric], known: Counted, plan: Plan, today: date) -> tuple[FollowedMetric, ...]:
    return tuple(sorted((_metric(each, known, plan, today) for each in metrics), key=first_what_lags))


def _actions(actions: Iterable[Action], today: date) -> tuple[Progressed, ...]:
    return tuple(sorted((progress(each, today) for each in actions), key=first_things_first))


def _metric(metric: Metric, known: Counted, plan: Plan, today: date) -> FollowedMetric:
    """A figure by an older definition is held against nothing: the metric has none yet. But its period was told."""
    found = series(known.entries.get(metric.id, ()))
    broken = breaks(found, known.counting.redefined.get(metric.id, ()))
    last, told = latest(found, broken[-1].definition if broken else 0), latest(found)
    within = known.counting.within(metric.id, plan.period)
    owed, due = _owed(metric, told and told.now, today, within) if known.counting.asks(today) else (None, None)
    return FollowedMetric(metric, found, judged(metric, last and last.now, today, owed), broken, due)


def _owed(metric: Metric, told: Entered | None, today: date, within: Span) -> tuple[Period | None, date | None]:
    """The period whose figure is overdue, if one is, and the day by which that or the next one is to be there."""
    owed = overdue(metric, told, today, within)
    return owed, due_by(metric, owed) if owed else owed_after(metric, told, within)


def first_what_lags(of: FollowedMetric) -> tuple[int, float]:
    """Sorts metrics: by status, then by how far behind."""
    return URGENCY[of.judged.status], -of.judged.lag


def theme_of(goal: Goal, strategy: Strategy) -> str:
    """The goal's own theme, or that of its first objective; "" for one outside the strategy."""
    return goal.theme or strategy.theme_of(goal.objectives)
