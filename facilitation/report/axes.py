"""Axes that people can read: round steps of values, months and years."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor, log10

from facilitation.report.charts import TrajectoryChart

MONTHS = (1, 3, 6, 12, 24, 60, 120, 240, 480, 960)
MOST_TICKS = 7
STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)

SHORT_UNIT = 3


def brief(unit: str) -> str:
    """The unit where it is short; a long one would push figures over each other, and stands in the table."""
    return unit if len(unit) <= SHORT_UNIT else ""


def scale(chart: TrajectoryChart) -> tuple[float, float, float]:
    """Lowest and highest value of the axis and its step. A line may begin above nought where it would else lie flat."""
    values = [*(point.value for point in (*chart.planned, *chart.actual)), *chart.limits]
    low, high = min(values), max(values)
    low = low if low < 0 or low > high / 2 else 0.0
    span = (high - low) or abs(high) or 1.0
    size = 10.0 ** floor(log10(span / 4))
    step = next(size * each for each in STEPS if size * each * 4 >= span * 0.999)
    first = floor(low / step) * step
    last = first
    while last < high:
        last += step
    return first, last, step


def months(days: Sequence[date]) -> tuple[date, date, int]:
    """First and last month of the axis, and the months from one figure to the next."""
    first, last = min(days), max(days)
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    step = next((each for each in MONTHS if span / each <= MOST_TICKS), MONTHS[-1])
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
