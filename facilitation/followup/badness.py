"""How bad a value is, so that less is always better.

For *more* that is the value turned round, for *less* the value itself, for what is *kept* its distance from the level,
for a *range* how far outside it lies. A threshold of a kept or ranged metric is such a distance.
"""

from datetime import date

from facilitation import limits
from facilitation.followup.trajectory import DIGITS, expected, kept
from facilitation.shapes import Metric


def badness(metric: Metric, value: float) -> float:
    """How far from good a value is, in the metric's own unit; less is better whatever the direction."""
    return round(_badness(metric, value), DIGITS)


def _badness(metric: Metric, value: float) -> float:
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


def worst(metric: Metric, day: date) -> tuple[float, float] | None:
    """The worst that is still green and still amber on a day, as badness; None where nothing tells."""
    aim = expected(metric, day)
    if not metric.direction:
        return None
    best = _bad_as_given(metric, metric.green_from, _expected_badness(metric, aim))
    slight = None if best is None else round(best + whole_way(metric) * limits.SLIGHT, DIGITS)
    middle = _bad_as_given(metric, metric.amber_from, slight)
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


def lag(short: float, metric: Metric) -> float:
    """How far a value falls short, as a share of the whole way."""
    way = whole_way(metric)
    return 0.0 if short <= 0 else short / way if way else 1.0
