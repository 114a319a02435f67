"""A calendar: whole days of a report's entries as iCalendar (RFC 5545), which calendars update by the entries' ids."""

from datetime import UTC, date, datetime, time
from typing import Any

import icalendar

from facilitation.report.blocks import Report
from facilitation.report.sheets import Entry
from workshop.exports import Brought, Told
from workshop.texts import one_line, without_controls

UNMADE = date(2000, 1, 1)
OURS = "toimi"
FREE = "TRANSPARENT"
"""A due date is no reason not to be invited elsewhere that day."""


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    """The report's entries as a calendar; it has no use for a template."""
    made = icalendar.Calendar()
    for key, value in _head(report):
        made.add(key, value)
    for number, entry in enumerate(report.entries, 1):
        made.add_component(event(entry, report))
        told(number, len(report.entries))
    return made.to_ical()


def _head(report: Report) -> list[tuple[str, str]]:
    title = one_line(_kept(report.title))
    return [
        ("prodid", "-//Toimi//Plan//EN"),
        ("version", "2.0"),
        ("calscale", "GREGORIAN"),
        ("name", title),
        ("x-wr-calname", title),
        *([("description", _kept("\n".join((report.subtitle, *report.origin))))] if report.origin else ()),
    ]


def event(entry: Entry, report: Report) -> icalendar.Event:
    """Without an end: a day that begins and does not say when it ends is that day."""
    made, spoken = icalendar.Event(), {"LANGUAGE": report.language}
    stamp = datetime.combine(report.properties.made or UNMADE, time(), UTC)
    whole: Any = entry.day
    made.add("uid", f"{one_line(_kept(entry.id))}.{OURS}")
    made.add("dtstamp", stamp)
    made.add("dtstart", whole)
    made.add("summary", one_line(_kept(entry.words)), spoken)
    if about := _kept("\n".join(filter(None, (entry.about, report.title)))):
        made.add("description", about, spoken)
    made.add("transp", FREE)
    return made


def _kept(text: str) -> str:
    """Without control characters and halves of letters."""
    return without_controls(text).encode("utf-8", "ignore").decode()
