"""Which day it is where the place is."""

from datetime import date
from zoneinfo import ZoneInfo

from workshop.clock import now
from workshop.config import settings_of


def zone() -> ZoneInfo:
    return ZoneInfo(settings_of().timezone)


def today() -> date:
    return now().astimezone(zone()).date()
