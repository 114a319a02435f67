"""What a file of any format says, read back by another program than the one that wrote it: its letters, no spaces."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import vobject
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pptx import Presentation
from python_calamine import CalamineWorkbook


def flat(text: str) -> str:
    """The letters, whatever lines they stand on; a divided word ends in a hyphen."""
    return re.sub("[\\s\u200b\u2060\u00ad‐-]", "", text)


def of_slides(made: bytes) -> str:
    found: list[str] = []
    for slide in Presentation(BytesIO(made)).slides:
        parts = [slide.element] + ([slide.notes_slide.element] if slide.has_notes_slide else [])
        found += [each.text or "" for part in parts for each in part.iter("{*}t")]
    return "".join(found)


def of_document(made: bytes) -> str:
    opened: Any = Document(BytesIO(made))
    return "".join(each.text or "" for each in opened.element.body.iter(qn("w:t")))


def of_pdf(made: bytes) -> str:
    """The printed pages; a cell's lines stand together."""
    command = ["pdftotext", "-", "-"]
    return subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode(errors="replace")


def of_workbook(made: bytes) -> str:
    book = CalamineWorkbook.from_filelike(BytesIO(made))
    return "\n".join(
        str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
    )


def of_markdown(made: bytes) -> str:
    """What a reader of the rendered text sees."""
    tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(made.decode())
    inside = [each for token in tokens for each in token.children or ()]
    return "".join(each.content for each in inside if each.type in ("text", "text_special", "code_inline"))


def of_tables(made: bytes) -> str:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return "".join(package.read(name).decode("utf-8-sig") for name in package.namelist())


def of_calendar(made: bytes) -> str:
    (calendar,) = vobject.readComponents(made.decode())
    return "\n".join(each.summary.value for each in calendar.components())


def of_data(made: bytes) -> str:
    return made.decode()


SAYS: dict[str, Callable[[bytes], str]] = {
    "pptx": of_slides,
    "docx": of_document,
    "pdf": of_pdf,
    "xlsx": of_workbook,
    "md": of_markdown,
    "csv.zip": of_tables,
}
EVERY = {**SAYS, "ics": of_calendar, "json": of_data}
"""Also what says some of a plan only, and what says it to programs."""


def says(format: str, made: bytes) -> str:
    return flat(EVERY[format](made))
