"""How a metric is doing, by its own thresholds, or by the line from its baseline to its target.

Everything is read as how *bad* a value is, so that less is always better: for *more* the value turned round, for *less*
the value itself, for what is *kept* its distance from the level, for a *range* how far outside it lies. A threshold of
a kept or ranged metric is such a distance. On its way: no worse than green, else than expected. Slightly behind: no
worse than amber, else within a tenth of the whole way from baseline to target (of the level, of the range's width).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

from facilitation import limits
from facilitation.followup.due import overdue
from facilitation.followup.trajectory import expected, kept
from facilitation.shapes import Metric
from facilitation.shapes.followed import Entered, Period
from facilitation.words import N_, Message

Status: TypeAlias = Literal["behind", "overdue", "slightly_behind", "no_figure", "on_its_way"]

STATUSES: Mapping[Status, str] = {
    "behind": N_("Behind"),
    "overdue": N_("Figure overdue"),
    "slightly_behind": N_("Slightly behind"),
    "no_figure": N_("No figure"),
    "on_its_way": N_("On its way"),
}
"""In the order in which they call for somebody: what lags stands first."""
URGENCY: Mapping[Status, int] = {status: place for place, status in enumerate(STATUSES)}


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, why, where the metric should be, and how far behind it is as a share of its whole way."""

    status: Status
    why: Message
    expected: float | None = None
    lag: float = 0.0
    owed: Period | None = None
    """The period whose figure is overdue."""


def judged(metric: Metric, last: Entered | None, today: date, begins: date | None = None) -> Judged:
    """An overdue figure is told before how the older one looked, unless that was behind: age makes it no better."""
    seen = _seen(metric, last, today)
    owed = overdue(metric, last, today, begins)
    if owed and seen.status != "behind":
        why = N_("A newer figure should be there by now.") if last else N_("A first figure should be there by now.")
        return replace(seen, status="overdue", why=Message(why), owed=owed)
    return replace(seen, owed=owed)


def _seen(metric: Metric, last: Entered | None, today: date) -> Judged:
    if last is None:
        return Judged("no_figure", Message(N_("No figure has been entered.")), expected(metric, today))
    day = last.period.last
    aim = expected(metric, day)
    limit = _limits(metric, aim)
    if limit is None:
        return _unheld(metric, day)
    bad = badness(metric, last.value)
    green, amber = limit
    status: Status = "on_its_way" if bad <= green else "slightly_behind" if bad <= amber else "behind"
    return Judged(status, Message(_WHY[status]), aim, _share(bad - green, metric))


_WHY: Mapping[Status, str] = {
    "on_its_way": N_("The figure is where it should be, or better."),
    "slightly_behind": N_("The figure is a little worse than it should be."),
    "behind": N_("The figure is clearly worse than it should be."),
}


def _unheld(metric: Metric, day: date) -> Judged:
    """A figure with nothing to hold it against: the first target is still ahead, or there is none."""
    first = min((each.day for each in metric.targets if each.day), default=None)
    if metric.direction and first and day < first:
        return Judged("on_its_way", Message(N_("Nothing is expected of it yet.")))
    return Judged("no_figure", Message(N_("There is no target to hold the figure against.")))


def badness(metric: Metric, value: float) -> float:
    """How far from good a value is, in the metric's own unit; less is better whatever the direction."""
    match metric.direction:
        case "more":
            return -value
        case "less":
            return value
        case "keep":
            return abs(value - (kept(metric) or 0.0))
        case "range":
            low, high = metric.range_low, metric.range_high
            return max(0.0, 0.0 if low is None else low - value, 0.0 if high is None else value - high)
        case _:
            return 0.0


def _limits(metric: Metric, aim: float | None) -> tuple[float, float] | None:
    """The worst that is still green and still amber, as badness; None where nothing tells."""
    if not metric.direction:
        return None
    best = _bad_as_given(metric, metric.green_from, _expected_badness(metric, aim))
    middle = _bad_as_given(
        metric, metric.amber_from, None if best is None else best + whole_way(metric) * limits.SLIGHT
    )
    if best is None:
        best = middle
    return None if best is None or middle is None else (best, max(best, middle))


def _bad_as_given(metric: Metric, threshold: float | None, otherwise: float | None) -> float | None:
    if threshold is None:
        return otherwise
    return threshold if metric.direction in ("keep", "range") else badness(metric, threshold)


def _expected_badness(metric: Metric, aim: float | None) -> float | None:
    match metric.direction:
        case "range":
            return None if metric.range_low is None and metric.range_high is None else 0.0
        case "keep":
            return None if aim is None else 0.0
        case _:
            return None if aim is None else badness(metric, aim)


def whole_way(metric: Metric) -> float:
    """What a lag is measured by: from baseline to target, the level that is kept, or the range's width."""
    match metric.direction:
        case "keep":
            return abs(kept(metric) or 0.0)
        case "range":
            return abs((metric.range_high or 0.0) - (metric.range_low or 0.0))
        case _:
            start = metric.baseline.value if metric.baseline else 0.0
            return abs(metric.target.value - start) if metric.target else 0.0


def _share(short: float, metric: Metric) -> float:
    way = whole_way(metric)
    return 0.0 if short <= 0 else short / way if way else 1.0
