"""Which day it is where the place is."""

from calendar import monthrange
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from workshop.clock import now
from workshop.config import settings_of


def zone() -> ZoneInfo:
    return ZoneInfo(settings_of().timezone)


def local_day(moment: datetime) -> date:
    """On which day that was, or will be, where the place is."""
    return moment.astimezone(zone()).date()


def today() -> date:
    return local_day(now())


def start_of(day: date) -> datetime:
    """Its first moment."""
    return datetime.combine(day, time(), zone())


def months_later(day: date, months: int) -> date:
    """The same day of a later month; the last of a shorter one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
