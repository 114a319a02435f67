"""Values to be reached on the way to a target, as an answer holds them: "2027-12-31 60" each, in order of day."""

from collections.abc import Iterable
from datetime import date
from math import isfinite

from facilitation.shapes import Reading

EXACT = 2**53
NO_DAY = "-"
"""Stands for the day of a value that came from elsewhere without one."""


def written(reading: Reading) -> str:
    """A value and its day as one text; all digits of the value are kept."""
    value = float(reading.value)
    figure = str(int(value)) if value.is_integer() and abs(value) < EXACT else repr(value)
    return f"{reading.day.isoformat() if reading.day else NO_DAY} {figure}"


def read(text: str) -> Reading:
    """The value and its day. Raises ValueError for what is neither."""
    day, _, figure = text.partition(" ")
    value = float(figure)
    if not isfinite(value):
        raise ValueError(text)
    return Reading(int(value) if value.is_integer() else value, None if day == NO_DAY else date.fromisoformat(day))


def on_the_way(texts: Iterable[str], known: Iterable[Reading] = ()) -> tuple[Reading, ...]:
    """The values that the texts tell; what else was known of one that stays as it is stays too."""
    told = {written(each): each for each in known}
    return tuple(told.get(text) or read(text) for text in texts)
