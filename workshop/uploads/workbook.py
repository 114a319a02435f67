"""What a workbook holds, cell by cell; runs in the child. Formulas are not run: it is told where they stand."""

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from workshop import limits
from workshop.uploads import stamps
from workshop.uploads.cells import TooLarge, marked
from workshop.uploads.stamps import local, root

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def read(file: bytes) -> dict[str, Any] | None:
    """The stamp, and each sheet's name, rows and marked cells ("D7": "formula" or "error"). None if it is too large."""
    try:
        with ZipFile(BytesIO(file)) as archive:
            marks = dict(_marks(archive))
            stamp = stamps.stamp(archive)
        return {"stamp": stamp, "sheets": list(_sheets(file, marks))}
    except TooLarge:
        return None


def _sheets(file: bytes, marks: dict[str, dict[str, str]]) -> Iterator[dict[str, Any]]:
    book, letters = CalamineWorkbook.from_filelike(BytesIO(file)), 0
    for name in book.sheet_names:
        if name in marks:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            letters += sum(len(cell) for row in rows for cell in row if isinstance(cell, str))
            if letters > limits.WORKBOOK_LETTERS:
                raise TooLarge
            yield {"name": name, "rows": [[_told(cell) for cell in row] for row in rows], "marks": marks[name]}


def _told(cell: Any) -> Any:
    """A cell as JSON knows it; a day in an object of its own, and nothing for a blank."""
    if isinstance(cell, datetime):
        return {"day": cell.date().isoformat()}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    if isinstance(cell, str | int | float | bool):
        return None if cell == "" else cell
    return str(cell)


def _marks(archive: ZipFile) -> Iterator[tuple[str, dict[str, str]]]:
    """By the name of each worksheet, the cells that hold no value of their own."""
    left = limits.WORKBOOK_CELLS
    for name, path in _worksheets(archive):
        with archive.open(path) as part:
            found, cells = marked(part, left)
        left -= cells
        yield name, found


def _worksheets(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Name and path of every sheet with cells."""
    targets = {
        each.get("Id"): str(each.get("Target"))
        for each in root(archive, RELATIONS)
        if str(each.get("Type")).endswith("/worksheet")
    }
    for sheet in root(archive, BOOK).iter():
        id = next((value for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        if local(sheet) == "sheet" and id in targets:
            target = targets[id]
            yield str(sheet.get("name")), target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
