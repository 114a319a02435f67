"""Whole days as iCalendar (RFC 5545), which calendars update by their ids."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any

import icalendar

from workshop.texts import one_line, without_controls

UNMADE = date(2000, 1, 1)
OURS = "toimi"
FREE = "TRANSPARENT"
"""A due date is no reason not to be invited elsewhere that day."""


def calendar(title: str, days: Iterable[icalendar.Event] = (), about: str = "") -> icalendar.Calendar:
    """A calendar by its name, with these days in it."""
    made, name = icalendar.Calendar(), one_line(kept(title))
    head = (("prodid", "-//Toimi//Plan//EN"), ("version", "2.0"), ("calscale", "GREGORIAN"), ("name", name))
    for key, value in (*head, ("x-wr-calname", name), *([("description", kept(about))] if about else ())):
        made.add(key, value)
    for each in days:
        made.add_component(each)
    return made


def whole_day(
    id: str,
    day: date,
    words: str,
    about: str = "",
    *,
    language: str,
    made: date | None = None,
    cancelled: bool = False,
) -> icalendar.Event:
    """Without an end: a day that begins and does not say when it ends is that day."""
    event, spoken, whole = icalendar.Event(), {"LANGUAGE": language}, _any(day)
    event.add("uid", f"{one_line(kept(id))}.{OURS}")
    event.add("dtstamp", datetime.combine(made or UNMADE, time(), UTC))
    event.add("dtstart", whole)
    event.add("summary", one_line(kept(words)), spoken)
    if about := kept(about):
        event.add("description", about, spoken)
    event.add("transp", FREE)
    if cancelled:
        event.add("status", "CANCELLED")
    return event


def _any(day: date) -> Any:
    """The library's types know only moments, its values whole days too."""
    return day


def kept(text: str) -> str:
    """Without control characters and halves of letters."""
    return without_controls(text).encode("utf-8", "ignore").decode()
