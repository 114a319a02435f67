"""A plan as it stands on a day: every metric judged, every action's progress, every goal by its worst metric."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.followup.progress import Progressed, first_things_first, progress
from facilitation.followup.status import URGENCY, Judged, Status, judged
from facilitation.shapes import Goal, Metric, Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import Series, by_metric, latest, series
from facilitation.strategy import Strategy


@dataclass(frozen=True, slots=True)
class FollowedMetric:
    """A metric, its series of figures, and how it is doing."""

    metric: Metric
    series: tuple[Series, ...]
    judged: Judged

    @property
    def last(self) -> Entered | None:
        found = latest(self.series)
        return found.now if found else None


@dataclass(frozen=True, slots=True)
class FollowedGoal:
    """A goal of an organisation, `number` in its plan, with its metrics and actions; what lags stands first."""

    organisation: str
    number: int
    goal: Goal
    theme: str
    metrics: tuple[FollowedMetric, ...]
    actions: tuple[Progressed, ...]

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


def follow(plan: Plan, entries: Iterable[Entered], today: date, strategy: Strategy) -> tuple[FollowedGoal, ...]:
    """The plan's goals in its order. Entries in the order in which they were entered."""
    known = by_metric(entries)
    return tuple(_goal(number, goal, known, plan, today, strategy) for number, goal in enumerate(plan.goals, 1))


def _goal(
    number: int, goal: Goal, known: Mapping[str, Sequence[Entered]], plan: Plan, today: date, strategy: Strategy
) -> FollowedGoal:
    metrics = [_metric(metric, known.get(metric.id, ()), plan, today) for metric in goal.metrics]
    return FollowedGoal(
        plan.organisation,
        number,
        goal,
        theme_of(goal, strategy),
        tuple(sorted(metrics, key=_first_what_lags)),
        tuple(sorted((progress(action, today) for action in goal.actions), key=first_things_first)),
    )


def _metric(metric: Metric, entries: Sequence[Entered], plan: Plan, today: date) -> FollowedMetric:
    found = series(entries)
    last = latest(found)
    return FollowedMetric(metric, found, judged(metric, last.now if last else None, today, plan.period.first))


def _first_what_lags(of: FollowedMetric) -> tuple[int, float]:
    return URGENCY[of.judged.status], -of.judged.lag


def theme_of(goal: Goal, strategy: Strategy) -> str:
    """The goal's own theme, or that of its first objective; "" for one outside the strategy."""
    objective = strategy.objective(goal.objectives[0]) if goal.objectives else None
    return goal.theme or (objective.theme if objective else "")
