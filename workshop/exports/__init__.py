"""File formats: each writes the same Report in its own way and knows nothing of the others.

`make` writes in this process; `workshop.exports.child.make` in a child with limits, so that the room does not wait.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TypeAlias

from facilitation.report import Report
from facilitation.words import N_

Told: TypeAlias = Callable[[int, int], None]
"""Hears how many parts of how many are done."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is called, and the module whose `write(report, template, told)` makes it.

    The module is looked up when a file is made: a web worker that makes none never loads the library.
    `megabytes`: as much memory as the child that makes it may take.
    """

    key: str
    title: str
    media_type: str
    module: str
    megabytes: int = 512


FORMATS = {
    form.key: form
    for form in (
        Format(
            "pptx",
            N_("Slides"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "workshop.exports.slides",
        ),
        Format("pdf", N_("PDF"), "application/pdf", "workshop.exports.pdf", megabytes=2048),
        Format(
            "xlsx",
            N_("Workbook"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "workshop.exports.workbook",
        ),
        Format("csv.zip", N_("Tables as CSV"), "application/zip", "workshop.exports.plain_tables"),
        Format("ics", N_("Calendar"), "text/calendar", "workshop.exports.calendar"),
    )
}


def make(format: str, report: Report, template: bytes | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a file; raises KeyError for a format that is not listed."""
    return import_module(FORMATS[format].module).write(report, template, told)
