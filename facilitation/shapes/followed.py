"""What is entered after the plan is made: figures by period, and the calendar that metrics are counted by."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, TypeAlias

from facilitation.words import Parallel

Standing: TypeAlias = Literal["preliminary", "final"]
ActionStatus: TypeAlias = Literal["to_come", "in_progress", "done", "paused", "abandoned"]

MONTHS: Mapping[str, int] = {"monthly": 1, "quarterly": 3, "twice_a_year": 6, "yearly": 12}
"""How many months a metric's period has. A metric counted once, or without a frequency, has no periods."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From one day to another, both within."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Entered:
    """A metric's value for one period, as somebody entered it. A later one for the same period restates it."""

    id: str
    metric: str
    period: Period
    value: float
    numerator: float | None = None
    denominator: float | None = None
    comment: str = ""
    evidence: str = ""
    """A link to where the figure can be looked up."""
    standing: Standing = "final"
    on: date | None = None
    by: str = ""
    """The role it was entered for; never a person."""
    definition: int = 1
    """Which version of the metric's definition it was counted by: figures of two versions are not one series."""


@dataclass(frozen=True, slots=True)
class Told:
    """How far an action has come, as somebody said on a day; `by` is the role it was told for, never a person."""

    action: str
    status: ActionStatus
    comment: str = ""
    on: date | None = None
    by: str = ""
    reached: tuple[str, ...] = ()
    """The signs of the milestones that are reached, as `facilitation.plans.reached` makes them."""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of follow-up: it opens on one day, and what it asks is due by another."""

    id: str
    opens: date
    due: date
    name: Parallel = field(default_factory=dict)


def period_of(frequency: str, day: date) -> Period:
    """The calendar month, quarter, half or year that the day lies in; the day itself where there are no periods."""
    months = MONTHS.get(frequency)
    if months is None:
        return Period(day, day)
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    ends = first.month + months - 1
    return Period(first, date(day.year, ends, monthrange(day.year, ends)[1]))


def counted_by(frequency: str, period: Period) -> bool:
    """Whether what is counted so often is counted for this period; without periods any will do."""
    return frequency not in MONTHS or period_of(frequency, period.last) == period


def last_ended(frequency: str, today: date) -> Period:
    """The period that ended last before today. Raises OverflowError where the calendar begins."""
    return period_of(frequency, period_of(frequency, today).first - timedelta(1))
