"""A branch's round as days go by: whom it waits for, and who is to be reminded when."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from facilitation.plans.parts import Asked, BranchRound
from facilitation.plans.state import Life

DAYS_BEFORE = (14, 3)
"""Reminders before the deadline; one more comes on the day after it."""


def in_round(plans: Iterable[Life], day: date | None = None) -> Life | None:
    """Of a branch's plans, as they were begun, the one whose round units answer: the last that has one open.

    `day`: a plan that is closed by then asks for nothing any more.
    """
    open_ones = (each for each in plans if each.asking and not (day and each.closed_on(day)))
    return next(iter(reversed(tuple(open_ones))), None)


def waited_for(round: BranchRound, gone: Collection[str] = ()) -> Sequence[Asked]:
    """Units that have not answered, or to which their answer came back; of those that are gone nobody is left to."""
    return [each for each in round.units if each.state in ("invited", "returned") and each.unit not in gone]


def reminders(round: BranchRound) -> Iterator[date]:
    """The days on which those who are waited for are reminded."""
    yield from (round.deadline - timedelta(days) for days in DAYS_BEFORE)
    yield round.deadline + timedelta(1)


def due(round: BranchRound, today: date, gone: Collection[str] = ()) -> Sequence[Asked]:
    """Who is to be reminded by today: waited for, and not reminded since the last of those days, nor asked since."""
    day = max((each for each in reminders(round) if each <= today), default=None)
    if day is None or not round.open:
        return []
    return [each for each in waited_for(round, gone) if last_heard(each) < day]


def last_heard(asked: Asked) -> date:
    """The day on which the unit was last written to: asked, returned to or reminded."""
    return max((asked.at, *asked.reminded)).date()
