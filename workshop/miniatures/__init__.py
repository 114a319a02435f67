"""First pages of a file as small pictures, by which one sees what it is before one takes it.

A file is made as it would be and read back; what is drawn is what stands in it, in letters of the reader's device.
PDF pages are the program's own. Runs in a child, as the formats do.
"""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from typing import Any, TypeAlias

from facilitation.report import Report
from facilitation.report.paper import Paper
from workshop import exports
from workshop.exports import Brought, Told
from workshop.limits import PICTURED_PAGES
from workshop.texts import without_controls

SVG, PNG = "image/svg+xml", "image/png"
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: its kind of picture, the picture, and what stands at its head, for whoever does not see it."""

    media_type: str
    body: bytes
    words: str


Draw: TypeAlias = Callable[[bytes, Any], Iterable[Picture]]
"""From the file and what it was made of."""
DRAWN = {
    "pptx": "workshop.miniatures.slides",
    "docx": "workshop.miniatures.document",
    "pdf": "workshop.miniatures.printed",
    "paper": "workshop.miniatures.printed",
    "xlsx": "workshop.miniatures.sheets",
}
OTHERS = "workshop.miniatures.plain"
STEPS = 2


def draw(format: str, report: Report | Paper, template: Brought | None, told: Told) -> bytes:
    """In JSON: how large the file is, and its first pages."""
    file = exports.make(format, report, template)
    told(1, STEPS)
    pictures = import_module(DRAWN.get(format, OTHERS)).draw(file, report)
    pages = [
        {"type": each.media_type, "body": b64encode(each.body).decode(), "words": readable(each.words)}
        for each in islice(pictures, PICTURED_PAGES)
    ]
    told(STEPS, STEPS)
    return json.dumps({"bytes": len(file), "pages": pages}).encode()


def readable(words: str) -> str:
    """Short, without what no other program could read."""
    return without_controls(words).encode("utf-8", "ignore").decode()[:LONGEST_WORDS]
