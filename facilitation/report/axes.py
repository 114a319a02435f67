"""Axes that people can read: round steps of values, months and years."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil, floor, log10

from facilitation.report.charts import TrajectoryChart

MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 480, 960)
MOST_TICKS = 7
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)

ALIKE = 1e-9
"""Values that differ by no more of themselves are drawn as one: no step between them could be told."""

SMALLEST = 1e-300
"""No axis is shorter: below, numbers have no fourth parts."""

SHORT_UNIT = 3


def brief(unit: str) -> str:
    """The unit where it is short; a long one would push figures over each other, and stands in the table."""
    return unit if len(unit) <= SHORT_UNIT else ""


def scale(chart: TrajectoryChart) -> tuple[float, float, float]:
    """Lowest and highest value of the axis and its step. A line may begin above nought where it would else lie flat."""
    values = [*(point.value for point in chart.points), *chart.limits]
    low, high = min(values), max(values)
    flat = high - low <= abs(high) * ALIKE
    low = low if low < 0 or low > high / 2 else 0.0
    span = max(SMALLEST, abs(high) or 1.0 if flat else high - low)
    size = 10.0 ** floor(log10(span / 4))
    step = next(size * each for each in STEPS if size * each * 4 >= span * 0.999)
    first = floor(low / step) * step
    steps = max(1, ceil((high - first) / step))
    # A flat line on a step of its own: above what is, there may be nothing, as above 100 per cent.
    first -= step if first == high > 0 else 0.0
    return first, first + steps * step, step


def months(days: Sequence[date], most: float = MOST_TICKS) -> tuple[date, date, int]:
    """First and last month of the axis, and the months from one figure to the next: at most so many steps."""
    first, last = min(days), max(days)
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((each for each in MONTHS if span / each <= most), MONTHS[-1])
    quarter = 3 if step >= 3 else 1
    begin = first.replace(month=1 + (first.month - 1) // quarter * quarter, day=1)
    return begin, _later(last.replace(day=1), 1), step


def _later(day: date, months: int) -> date:
    at = min(day.year * 12 + day.month - 1 + months, date.max.year * 12 + 11)
    return date(at // 12, at % 12 + 1, 1)


def ticks(begin: date, end: date, step: int) -> Iterator[date]:
    """Every so many months."""
    day = begin
    while day < end:
        yield day
        day = _later(day, step)
