"""How a workbook looks: the colours and the face of the house's slides."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

FACE = "Arial"
INK, PAPER, DEEP, GREEN, AMBER, QUIET, LINE = (
    "#13221B",
    "#FFFFFF",
    "#06412F",
    "#0A6747",
    "#F0A133",
    "#5D6862",
    "#C9D2CD",
)
DAYS = {"en": "[$-809]d mmm yyyy"}
"""English names of months wherever the file is opened."""
DAY = "d.m.yyyy"
AS_TEXT = "@"
INDENTED: dict[str, Any] = {"align": "left", "indent": 1}
FLUSH: dict[str, Any] = {"align": "right", "indent": 1}
FIGURES = frozenset({"number", "day"})


class Looks:
    """The formats of one workbook, by name; each is made once."""

    def __init__(self, book: Workbook, language: str) -> None:
        cell: dict[str, Any] = {"valign": "top", "bottom": 1, "bottom_color": LINE}
        wrapped = {**cell, **INDENTED, "text_wrap": True}
        head = {"bold": True, "font_color": PAPER, "bg_color": DEEP, "text_wrap": True, "valign": "top"}
        named: dict[str, dict[str, Any]] = {
            "title": {"bold": True, "font_size": 20, "font_color": DEEP},
            "line": {"font_size": 12},
            "quiet": {"font_color": QUIET},
            "head": {**head, **INDENTED},
            "head over figures": {**head, **FLUSH},
            "link": {**cell, **INDENTED, "font_color": GREEN, "underline": 1},
            "id": {**cell, **INDENTED, "font_color": QUIET, "font_size": 8, "num_format": AS_TEXT},
            "text": wrapped,
            "choice": wrapped,
            "code": {**wrapped, "num_format": AS_TEXT},
            # Of a whole column, for what somebody types below its last row.
            "codes": {"num_format": AS_TEXT},
            # A text that looks like a formula stays a text when somebody edits the cell.
            "quoted": {**wrapped, "quote_prefix": True},
            "missing": {"bg_color": AMBER},
            "number": {**cell, **FLUSH},
            "flag": {**cell, "align": "center"},
            "day": {**cell, **FLUSH, "num_format": DAYS.get(language, DAY)},
        }
        self._made = {name: book.add_format(looks) for name, looks in named.items()}

    def __getitem__(self, name: str) -> Format:
        return self._made[name]
