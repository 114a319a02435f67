"""A calendar: whole days of a report's entries, which calendars update by the entries' ids."""

import icalendar

from facilitation.report.blocks import Report
from facilitation.report.sheets import Entry
from workshop import calendars
from workshop.exports import Brought, Told


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    """The report's entries as a calendar; it has no use for a template."""
    made = calendars.calendar(report.title, about="\n".join((report.subtitle, *report.origin)) if report.origin else "")
    for number, entry in enumerate(report.entries, 1):
        made.add_component(event(entry, report))
        told(number, len(report.entries))
    return made.to_ical()


def event(entry: Entry, report: Report) -> icalendar.Event:
    about = "\n".join(filter(None, (entry.about, report.title)))
    language, made = report.language, report.properties.made
    return calendars.whole_day(entry.id, entry.day, entry.words, about, language=language, made=made)
