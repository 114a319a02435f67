"""An agenda against the clock: when each step is planned to begin, and how far the room has drifted from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from facilitation.shapes import Agenda, StepPlan

__all__ = ["Agenda", "Planned", "StepPlan", "Timed", "clock", "drift", "minute_of", "minutes_of", "planned"]


class Timed(Protocol):
    """What planning asks of a step: its length in minutes and the time of day it is pinned to, or ""."""

    @property
    def minutes(self) -> int: ...

    @property
    def pinned(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Planned:
    """When a step is planned to begin and end, in minutes from midnight.

    `gap` is how long the room would wait before it; `overlap` by how much the steps before it run into its pin.
    """

    begins: int
    ends: int
    gap: int = 0
    overlap: int = 0


def planned(steps: Iterable[Timed], start: str) -> tuple[Planned, ...]:
    """One after another from `start` ("9:00"); a pinned step begins at its pin, whatever stands before it.

    A workshop may pass midnight; its minutes then count on beyond 24 hours.
    """
    times: list[Planned] = []
    free = first = minute_of(start)
    for step in steps:
        begins = _pinned_from(step.pinned, first) if step.pinned else free
        times.append(Planned(begins, begins + step.minutes, max(0, begins - free), max(0, free - begins)))
        free = begins + step.minutes
    return tuple(times)


def drift(times: Sequence[Planned], place: int, began: int) -> int:
    """By how many minutes the step at `place` began later than planned; less than zero when earlier."""
    return began - times[place].begins


def minutes_of(steps: Iterable[Timed]) -> int:
    """The minutes of all steps together, without waiting."""
    return sum(step.minutes for step in steps)


def minute_of(time: str) -> int:
    """Minutes from midnight of "9:30"; raises ValueError for anything that is not a time of day."""
    hours, colon, minutes = time.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal() and len(minutes) == 2):
        raise ValueError(f"not a time of day: {time!r}")
    if int(hours) > 23 or int(minutes) > 59:
        raise ValueError(f"not a time of day: {time!r}")
    return int(hours) * 60 + int(minutes)


def clock(minute: int) -> str:
    """Minutes from midnight as "09:30"."""
    return f"{minute // 60 % 24:02}:{minute % 60:02}"


def _pinned_from(pinned: str, first: int) -> int:
    """The pin's minute; one that lies half a day or more before the start is meant for after midnight."""
    minute = minute_of(pinned)
    return minute + 24 * 60 if first - minute >= 12 * 60 else minute
