"""Which figure a metric owes, and by when: by how often it is counted and how long that takes, by what it was given
last, and as long as its plan lasts."""

from collections.abc import Iterator
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
        begun = period_of(metric.frequency, today).first > date.min
        return last_ended(metric.frequency, today) if begun else None
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day < today else None


def ended(metric: Metric, today: date, within: Span = NO_SPAN) -> Iterator[Period]:
    """The periods of the plan's days that are over, the last one first; of a metric without a frequency there are none.

    Where the plan has no first day they go back as far as the calendar does.
    """
    period = last_period(metric, _at_the_latest(metric, today, within))
    while period and period.last > (within.first or date.min):
        yield period
        period = last_period(metric, period.first) if metric.frequency in MONTHS else None


def days_to_count(metric: Metric) -> int:
    """From a period's end until its figure can be had: what the metric says, or what is usual for how often it is.

    A plan that came as data says any number: one that no form takes counts as the nearest that it takes.
    """
    own = metric.days_to_count
    usual = limits.DAYS_TO_COUNT.get(metric.frequency, 0)
    return usual if own is None else max(0, min(own, limits.LONGEST_COUNT))


def due_by(metric: Metric, period: Period) -> date:
    """The last day on which the period's figure is not overdue. Raises OverflowError beyond the calendar."""
    return period.last + timedelta(days_to_count(metric))


def overdue(metric: Metric, last: Entered | None, today: date, within: Span = NO_SPAN) -> Period | None:
    """The period whose figure should have been there: it ended longer ago than it takes to count."""
    return awaited(metric, last, today - timedelta(days_to_count(metric)), within)


def owed_after(metric: Metric, last: Entered | None, within: Span = NO_SPAN) -> date | None:
    """The last day on which nothing is overdue, as long as no newer figure comes; None where nothing ever will be."""
    ends = counted_until(metric, within)
    try:
        period = next_period(metric, _told_until(metric, last, within))
        if period is None or (ends and period.first > ends):
            return None
        return due_by(metric, period)
    except OverflowError:  # the calendar ends with the year 9999
        return None


def next_period(metric: Metric, after: date) -> Period | None:
    """The first period to be told of that ends after a day."""
    if metric.frequency in MONTHS:
        return period_of(metric.frequency, after + timedelta(1))
    day = metric.target.day if metric.target else None
    return Period(day, day) if metric.frequency == "once" and day and day > after else None
