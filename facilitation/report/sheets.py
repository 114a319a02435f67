"""A report's figures and days as data: typed rows for tables that people calculate with, and entries for a calendar.

What is shown in a sentence elsewhere is here a number, a day or a choice. Writers of workbooks and of plain tables walk
sheets, writers of calendars walk entries; none of them knows what a goal is.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Cell: TypeAlias = str | float | int | bool | date | None
"""None is an empty cell. A choice is given by its name in the report's language."""
Sort: TypeAlias = Literal["text", "code", "number", "day", "choice", "flag"]
"""code: a short text such as 1.1, of which a spreadsheet would make a figure or a day."""


@dataclass(frozen=True, slots=True)
class Field:
    """A sheet's column. `key` is the same in every language; `choices` are all names that a choice may take."""

    key: str
    head: str
    sort: Sort = "text"
    choices: tuple[str, ...] = ()
    width: int = 20
    """In letters."""
    longest: int | None = None
    """Characters that a cell may hold where it is going, if that is known."""
    wanted: bool = False
    """An empty cell lacks a text that was asked for: the sheet stands in two languages."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the id of what it is about, which is the same in every language and every later export."""

    id: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart that stands beside a sheet's rows: the label column and the columns whose figures it draws.

    A "line" goes over days; a "span" is a bar from a day in the first column, so many days long as the second says.
    """

    title: str
    kind: Literal["bar", "column", "line", "span"]
    label: str
    """Key of the field that names the rows."""
    values: tuple[str, ...]
    rows: tuple[int, int] | None = None
    """The first row and the one after the last, if it draws not all of them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a workbook: every row has a cell a field. `key` is the same in every language."""

    key: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]
    charts: tuple[Drawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole day in a calendar: an action that ends, a figure that is due, a review."""

    id: str
    day: date
    words: str
    about: str = ""
