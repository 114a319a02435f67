"""Which figure a metric owes: by how often it is counted, and by what it was given last."""

from datetime import date, timedelta

from facilitation import limits
from facilitation.shapes import Metric
from facilitation.shapes.followed import MONTHS, Entered, Period, last_ended, period_of


def awaited(metric: Metric, last: Entered | None, today: date, begins: date | None = None) -> Period | None:
    """The period that has ended and has no figure yet; None where nothing is owed.

    Only the last ended period is asked for: who missed two gives the newer one. `begins` is the first day of the plan:
    what ended before it, or before the baseline was measured, is nobody's debt. A metric without a frequency owes
    nothing by the calendar; rounds ask for it.
    """
    period = last_period(metric, today)
    return period if period and period.last > _told_until(metric, last, begins) else None


def _told_until(metric: Metric, last: Entered | None, begins: date | None) -> date:
    """What ended by this day is told, or was before anybody was asked."""
    measured = metric.baseline.day if metric.baseline else None
    return max(day for day in (last.period.last if last else None, begins, measured, date.min) if day)


def last_period(metric: Metric, today: date) -> Period | None:
    if metric.frequency in MONTHS:
        return last_ended(metric.frequency, today)
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day < today else None


def overdue(metric: Metric, last: Entered | None, today: date, begins: date | None = None) -> Period | None:
    """The period whose figure should have been there: it ended longer ago than it takes to count."""
    return awaited(metric, last, today - timedelta(limits.DAYS_TO_COUNT), begins)


def owed_after(metric: Metric, last: Entered | None, begins: date | None = None) -> date | None:
    """The last day on which nothing is overdue, as long as no newer figure comes; None where nothing ever will be."""
    try:
        period = next_period(metric, _told_until(metric, last, begins))
        return period.last + timedelta(limits.DAYS_TO_COUNT) if period else None
    except (OverflowError, ValueError):  # the calendar ends with the year 9999
        return None


def next_period(metric: Metric, after: date) -> Period | None:
    """The first period to be told of that ends after a day."""
    if metric.frequency in MONTHS:
        return period_of(metric.frequency, after + timedelta(1))
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day > after else None
