"""The cells of a worksheet, one after the other, before a library makes room for them: how many, and which are odd."""

import re
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from workshop import limits

REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
ANSWERS = frozenset({"TRUE()", "FALSE()"})
"""How LibreOffice writes a yes and a no that nobody reckons."""
SAYING = frozenset({"v", "is", "f"})


class TooLarge(Exception):
    """More cells, or further out, than a plan's workbook has."""


def marked(part: IO[bytes], most: int) -> tuple[dict[str, str], int]:
    """Cells with a formula or an error, and how many cells say something. Raises TooLarge."""
    marks: dict[str, str] = {}
    cells = 0
    for place, cell in _cells(part):
        inside = {_local(each) for each in cell}
        if SAYING & inside:
            cells += 1
            _check(place, cells, most)
        formula = next((each.text or "" for each in cell if _local(each) == "f"), None)
        if formula is not None and formula not in ANSWERS or cell.get("t") == "e":
            marks[place] = "error" if formula is None else "formula"
    return marks, cells


def _cells(part: IO[bytes]) -> Iterator[tuple[str, ElementTree.Element]]:
    """Each cell with its place. A cell without one stands behind the one before it."""
    row = column = 0
    for event, element in ElementTree.iterparse(part, ("start", "end")):  # noqa: S314 (checked: no document type)
        name = _local(element)
        if name == "row" and event == "start":
            row, column = int(element.get("r") or row + 1), 0
        elif name == "row":
            element.clear()
        elif name == "c" and event == "end":
            place = element.get("r") or f"{letters(column + 1)}{row}"
            column = _column(place)
            yield place, element
            element.clear()


def _check(place: str, cells: int, most: int) -> None:
    found = REFERENCE.fullmatch(place)
    if found is None or cells > most:
        raise TooLarge
    if int(found[2]) > limits.WORKBOOK_ROWS or _column(place) > limits.WORKBOOK_COLUMNS:
        raise TooLarge


def _column(place: str) -> int:
    number = 0
    for letter in place.rstrip("0123456789"):
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def letters(column: int) -> str:
    """A column by its letters: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, last = divmod(column - 1, 26)
        name = chr(ord("A") + last) + name
    return name


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
