"""File formats: each writes the same Report in its own way and knows nothing of the others.

`make` writes in this process; `workshop.exports.child.make` in a child with limits, so that the room does not wait.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TypeAlias

from facilitation.report import Report
from facilitation.report.paper import Paper
from facilitation.words import N_

Told: TypeAlias = Callable[[int, int], None]
"""Hears how many parts of how many are done."""


@dataclass(frozen=True, slots=True)
class Brought:
    """An organisation's own template, and an editor's corrections of how it is matched: role → its layout or style."""

    file: bytes
    roles: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: what it is called, and the module whose `write(report, template, told)` makes it.

    The module is looked up when a file is made: a web worker that makes none never loads the library.
    `megabytes`: as much memory as the child that makes it may take. `brought`: organisations bring templates for it,
    and its module says with `looked(file)` what one holds.
    """

    key: str
    title: str
    media_type: str
    module: str
    megabytes: int = 512
    brought: bool = False
    purpose: str = ""
    """What it is good for, in a few words."""


FORMATS = {
    form.key: form
    for form in (
        Format(
            "pptx",
            N_("Slides"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "workshop.exports.slides",
            megabytes=1536,
            brought=True,
            purpose=N_("To show and to edit"),
        ),
        Format(
            "docx",
            N_("Document"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "workshop.exports.document",
            megabytes=1024,
            brought=True,
            purpose=N_("To sign, to comment on and to edit in your organisation’s own styles"),
        ),
        Format(
            "pdf",
            N_("PDF"),
            "application/pdf",
            "workshop.exports.pdf",
            megabytes=2048,
            purpose=N_("To print, to send and to archive; made for screen readers too"),
        ),
        Format(
            "xlsx",
            N_("Workbook"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "workshop.exports.workbook",
            purpose=N_("To calculate with: every goal, metric, action and mark in its cell"),
        ),
        Format(
            "md",
            N_("Markdown"),
            "text/markdown",
            "workshop.exports.markdown",
            purpose=N_("Plain text with headings and tables, for wikis and notes"),
        ),
        Format(
            "csv.zip",
            N_("Tables as CSV"),
            "application/zip",
            "workshop.exports.plain_tables",
            purpose=N_("For other programs and for statistics"),
        ),
        Format(
            "ics",
            N_("Calendar"),
            "text/calendar",
            "workshop.exports.calendar",
            purpose=N_("Days when something is due, for your own calendar"),
        ),
    )
}

PAPER = Format("paper", N_("Paper"), "application/pdf", "workshop.exports.pdf.paper")
"""Sheets for those without a device: made of `facilitation.report.paper`, not of a plan's report."""
MADE = FORMATS | {PAPER.key: PAPER}


def make(
    format: str, report: Report | Paper, template: Brought | None = None, told: Told = lambda done, of: None
) -> bytes:
    """The report as a file; raises KeyError for a format that is not listed."""
    return import_module(MADE[format].module).write(report, template, told)
