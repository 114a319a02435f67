"""A row becomes a line of a plan, field by field, by the same doors through which people write it."""

from collections.abc import Iterator
from functools import partial
from typing import Any, cast

from facilitation.plans.fields import Entry, value_of, with_value
from facilitation.plans.fields.entry import Yes
from facilitation.plans.lines import Line
from facilitation.plans.rules.answers import fits
from facilitation.report.returned.anew.cells import Book
from facilitation.report.returned.anew.entries import KINDS, SOURCES, entries
from facilitation.report.returned.cells import Raw, plain, read, same
from facilitation.report.returned.columns import Source
from facilitation.report.returned.compare import BackRow
from facilitation.report.returned.typed import COLUMNS
from facilitation.report.returned.wishes import value_of as wanted
from facilitation.report.sheets import Cell
from facilitation.report.tabled.columns import Column, tidy
from facilitation.report.tabled.placed import Placed
from facilitation.shapes import Plan
from facilitation.steps.kind import Value
from facilitation.words import LANGUAGES

PLACED = ("goals", "metrics", "actions")


def line(start: Line, sheet: str, row: BackRow, book: Book) -> Line:
    """What the row says, over what the line says already."""
    for entry in entries(KINDS[sheet]):
        for key in keys(sheet, entry, row):
            start = book.tried(sheet, key, row, partial(told, start, entry, sheet, key, row, book), start)
    return start


def keys(sheet: str, entry: Entry, row: BackRow) -> Iterator[str]:
    """The columns in which the file tells the entry: those of other languages first, since its own may repeat them."""
    mine = [key for key, source in SOURCES[sheet].items() if source.field == entry.key]
    yield from (f"{key}.{code}" for key in mine for code in LANGUAGES if f"{key}.{code}" in row.cells)
    yield from (key for key in mine if key in row.cells)


def told(it: Line, entry: Entry, sheet: str, key: str, row: BackRow, book: Book) -> Line:
    """The line with what the cell says. What it says without it, from a library or another language, is not its own."""
    name, _, language = key.partition(".")
    column = next(each for each in COLUMNS[sheet] if each.key == name)
    cell = read(row.cells[key], column.sort)
    if same(cell, None if language else shown(it, sheet, column, book)):
        return it
    return put(it, entry, SOURCES[sheet][name], cell, language or book.to.language, book)


def shown(it: Line, sheet: str, column: Column[Any], book: Book) -> Cell:
    return plain(tidy(column.cell(Placed(it) if sheet in PLACED else it, book.to)))


def put(it: Line, entry: Entry, source: Source, cell: Cell, language: str, book: Book) -> Line:
    """Raises Unfit, and Refused for what no form would take."""
    now = value_of(it, entry, language)
    value: Value = bool(cell) if isinstance(entry.field, Yes) else wanted(cell, source, book.to, now)
    return with_value(it, entry, fits(entry, value) if entry.shown else value, language if entry.is_words else "")


def part(it: Plan, row: BackRow, raw: Raw, book: Book) -> Plan:
    """A row of the plan as a whole: a field of its own under its name."""
    source = SOURCES["plan"].get(row.id)
    entry = next((each for each in entries("plan") if source and each.key == source.field), None)
    if source is None or entry is None:
        return it
    return cast(Plan, put(it, entry, source, read(raw, "text"), book.to.language, book))
