"""Which figure a metric owes: by how often it is counted, by what it was given last, and as long as its plan lasts."""

from datetime import date, timedelta

from facilitation import limits
from facilitation.shapes import NO_SPAN, Metric, Span
from facilitation.shapes.followed import MONTHS, Entered, Period, last_ended, period_of


def awaited(metric: Metric, last: Entered | None, today: date, within: Span = NO_SPAN) -> Period | None:
    """The period that has ended and has no figure yet; None where nothing is owed.

    Only the last ended period is asked for: who missed two gives the newer one. `within` are the plan's days: what
    ended before them, or before the baseline was measured, is nobody's debt, and neither is what begins after them and
    the target. A metric without a frequency owes nothing by the calendar; rounds ask for it.
    """
    period = last_period(metric, _at_the_latest(metric, today, within))
    return period if period and period.last > _told_until(metric, last, within) else None


def _told_until(metric: Metric, last: Entered | None, within: Span) -> date:
    """What ended by this day is told, or was before anybody was asked."""
    measured = metric.baseline.day if metric.baseline else None
    return max(day for day in (last.period.last if last else None, within.first, measured, date.min) if day)


def counted_until(metric: Metric, within: Span) -> date | None:
    """The day after which nothing more is counted: the plan's last, or that of a target beyond it."""
    aimed = metric.target.day if metric.target else None
    return max(within.last, aimed or within.last) if within.last else None


def _at_the_latest(metric: Metric, today: date, within: Span) -> date:
    """Today, or the day on which the last period that is counted is over."""
    ends = counted_until(metric, within)
    if ends is None or today <= ends:
        return today
    return min(today, period_of(metric.frequency, ends).last + timedelta(1))


def told_to_the_end(metric: Metric, last: Entered | None, within: Span) -> bool:
    """Whether the figure is there with which the plan's time ended."""
    ends = counted_until(metric, within)
    return bool(ends and last and last.period.last >= ends)


def last_period(metric: Metric, today: date) -> Period | None:
    if metric.frequency in MONTHS:
        return last_ended(metric.frequency, today)
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day < today else None


def overdue(metric: Metric, last: Entered | None, today: date, within: Span = NO_SPAN) -> Period | None:
    """The period whose figure should have been there: it ended longer ago than it takes to count."""
    return awaited(metric, last, today - timedelta(limits.DAYS_TO_COUNT), within)


def owed_after(metric: Metric, last: Entered | None, within: Span = NO_SPAN) -> date | None:
    """The last day on which nothing is overdue, as long as no newer figure comes; None where nothing ever will be."""
    ends = counted_until(metric, within)
    try:
        period = next_period(metric, _told_until(metric, last, within))
        if period is None or (ends and period.first > ends):
            return None
        return period.last + timedelta(limits.DAYS_TO_COUNT)
    except (OverflowError, ValueError):  # the calendar ends with the year 9999
        return None


def next_period(metric: Metric, after: date) -> Period | None:
    """The first period to be told of that ends after a day."""
    if metric.frequency in MONTHS:
        return period_of(metric.frequency, after + timedelta(1))
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day > after else None
