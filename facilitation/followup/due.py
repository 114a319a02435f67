"""Which figure a metric owes: by how often it is counted, and by what it was given last."""

from datetime import date, timedelta

from facilitation import limits
from facilitation.shapes import Metric
from facilitation.shapes.followed import MONTHS, Entered, Period, last_ended


def awaited(metric: Metric, last: Entered | None, today: date, begins: date | None = None) -> Period | None:
    """The period that has ended and has no figure yet; None where nothing is owed.

    Only the last ended period is asked for: who missed two gives the newer one. `begins` is the first day of the plan:
    what ended before it, or before the baseline was measured, is nobody's debt. A metric without a frequency owes
    nothing by the calendar; rounds ask for it.
    """
    period = last_period(metric, today)
    if period is None or (last and last.period.last >= period.last):
        return None
    starts = [day for day in (begins, metric.baseline.day if metric.baseline else None) if day]
    return period if all(period.last > day for day in starts) else None


def last_period(metric: Metric, today: date) -> Period | None:
    if metric.frequency in MONTHS:
        return last_ended(metric.frequency, today)
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day < today else None


def overdue(metric: Metric, last: Entered | None, today: date, begins: date | None = None) -> Period | None:
    """The period whose figure should have been there: it ended longer ago than it takes to count."""
    return awaited(metric, last, today - timedelta(limits.DAYS_TO_COUNT), begins)
