"""A table as plain text (CSV), as spreadsheet programs save it; told like the sheet of a workbook."""

import csv
from collections.abc import Iterable, Iterator
from typing import Any

from facilitation.words import N_, Refused
from workshop import limits
from workshop.texts import without_controls

SEPARATORS = ";\t,"
TOO_LARGE = N_("The table is larger than %(rows)s rows.")
UNREADABLE = N_("The table cannot be read. Save it as a workbook (.xlsx) or as CSV in UTF-8 and bring it again.")


def read(file: bytes) -> dict[str, Any]:
    """Its rows, and no marked cells; runs in the child. Raises Refused, at the field `file`."""
    if len(file) > limits.TABLE_BYTES:
        raise too_large()
    text = _text(file)
    head = text.partition("\n")[0]
    separator = max(SEPARATORS, key=head.count)
    try:
        return {"rows": list(_rows(csv.reader(text.splitlines(), delimiter=separator))), "marks": {}}
    except csv.Error:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None


def too_large() -> Refused:
    return Refused(TOO_LARGE, code="too_long", field="file", rows=limits.WORKBOOK_ROWS)


def _rows(table: Iterable[list[str]]) -> Iterator[list[str | None]]:
    cells = 0
    for number, row in enumerate(table):
        cells += len(row)
        if number >= limits.WORKBOOK_ROWS or cells > limits.WORKBOOK_CELLS:
            raise too_large()
        yield [_cell(cell) for cell in row]


def _text(file: bytes) -> str:
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None
    if "\x00" in text:
        raise Refused(UNREADABLE, code="unreadable", field="file")
    return text


def _cell(text: str) -> str | None:
    return without_controls(text).strip() or None
