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
    """

    key: str
    title: str
    media_type: str
    module: str


FORMATS = {
    form.key: form
    for form in (
        Format(
            "pptx",
            N_("Slides"),
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "workshop.exports.slides",
        ),
    )
}


def make(format: str, report: Report, template: bytes | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a file; raises KeyError for a format that is not listed."""
    return import_module(FORMATS[format].module).write(report, template, told)
