"""A day as people write it: a day, a month or a year, of which the first or the last day is meant."""

import re
from calendar import monthrange
from datetime import date

from facilitation.report.figures import MONTHS
from facilitation.report.returned.cells import Unfit, day

YEAR = re.compile(r"[12]\d{3}")


def first_day(text: str) -> date:
    """Raises Unfit, as all of these do."""
    return _day(text, last=False)


def last_day(text: str) -> date:
    return _day(text, last=True)


def by_then(text: str) -> date:
    """The day that is meant by a year, a month or a day: the last one of it."""
    said = text.strip()
    return date(int(said), 12, 31) if YEAR.fullmatch(said) else last_day(said)


def _day(text: str, *, last: bool) -> date:
    """A day, or the first or the last one of a month."""
    words = text.replace("\N{NO-BREAK SPACE}", " ").strip().rstrip(".")
    month = re.fullmatch(r"(?:(\d{1,2})/|(\d{1,2} )?([A-Za-z]{3,9}) )(\d{4})", words)
    if month is None:
        return day(words)
    numbered, of, named, year = month.groups()
    which = int(numbered) if numbered else _named(named)
    try:
        return date(int(year), which, int(of) if of else monthrange(int(year), which)[1] if last else 1)
    except ValueError:
        raise Unfit("day") from None


def _named(month: str) -> int:
    found = [at for at, name in enumerate(MONTHS, 1) if month.casefold() in (name.casefold(), name[:3].casefold())]
    return found[0] if found else 0
