"""Where a metric is expected to be on a day: on straight lines from baseline over interim targets to the target.

The rule's edges: before the first dated point nothing is expected; after the last one its value stays expected; of two
points on one day the later in the plan holds; a point without a day is on no line; what is kept has the baseline (or a
target given for it) as its one level; what stays within a range has no line, since the range is all that is expected.
"""

from bisect import bisect_right
from datetime import date
from itertools import chain
from typing import TypeAlias

from facilitation.shapes import Metric

Point: TypeAlias = tuple[date, float]
DIGITS = 9
"""Decimals that count: a line is not missed by a rounding error."""


def points(metric: Metric) -> tuple[Point, ...]:
    """Baseline, interim targets and target that have a day, in order of day."""
    readings = chain((metric.baseline,) if metric.baseline else (), metric.targets)
    return tuple(sorted({each.day: each.value for each in readings if each.day}.items()))


def expected(metric: Metric, day: date) -> float | None:
    """The value expected on the day; None where the metric says nothing about it."""
    match metric.direction:
        case "range":
            return None
        case "keep":
            return kept(metric)
        case _:
            return _on_the_line(points(metric), day)


def kept(metric: Metric) -> float | None:
    """The one level at which a metric is kept."""
    known = metric.target or metric.baseline
    return known.value if known else None


def _on_the_line(line: tuple[Point, ...], day: date) -> float | None:
    at = bisect_right(line, day, key=lambda point: point[0])
    if at == 0:
        return None
    if at == len(line):
        return line[-1][1]
    (before, low), (after, high) = line[at - 1], line[at]
    way = (day - before).days / (after - before).days
    return round(low + (high - low) * way, DIGITS)
