"""One cell: a text is written as a text, whatever it begins with; a number, a day and a flag as what they are."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeAlias

from xlsxwriter.worksheet import Worksheet

from facilitation.report.sheets import Cell, Sort
from workshop.exports.workbook.looks import Looks
from workshop.exports.workbook.texts import clean

Place: TypeAlias = tuple[int, int]
FIRST_DAY = date(1900, 3, 1)
"""Days before it are others in Excel than in the calendar."""
A_LINE, TALLEST = 13.5, 400.0
"""In points."""
LARGEST = 1e307
FORMULA_LIKE = tuple("=+-@")


def put(page: Worksheet, at: Place, cell: Cell, sort: Sort, looks: Looks) -> None:
    match cell:
        case bool():
            page.write_boolean(*at, cell, looks["flag"])
        case date() if cell >= FIRST_DAY:
            day: Any = cell  # the library's types forget that it takes days without an hour
            page.write_datetime(*at, day, looks["day"])
        case date():
            put_text(page, at, cell.isoformat(), looks)
        case int() | float() if -LARGEST < cell < LARGEST:
            page.write_number(*at, cell, looks["number"])
        case str():
            put_text(page, at, cell, looks, "code" if sort == "code" else "text")
        case _:
            page.write_blank(*at, None, looks[sort])


def height(cells: Iterable[tuple[Cell, int]]) -> float:
    """A row's height, from its texts and their columns' widths: not every program finds it out by itself."""
    lines = (_lines(cell, width) for cell, width in cells if isinstance(cell, str))
    return min(A_LINE * max(lines, default=1) + 2, TALLEST)


def _lines(text: str, width: int) -> int:
    """Words break early: a line holds a little less than its letters."""
    if "\n" not in text:
        return 1 + int(len(text) * 1.1) // width
    return sum(_lines(line, width) for line in text.split("\n"))


def put_text(page: Worksheet, at: Place, text: str, looks: Looks, name: str = "text") -> None:
    kept = clean(text)
    quoted = name == "text" and kept.lstrip().startswith(FORMULA_LIKE)
    page.write_string(*at, kept, looks["quoted" if quoted else name])
