"""A transfer filled in from a plan: sheets of typed cells, and each cell as one keys it into a form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from facilitation.report.figures import HARD
from facilitation.report.reader import NONE, Reader
from facilitation.report.sheets import Cell, Field, Row, Sheet, Sort
from facilitation.report.tabled.columns import Column, tidy
from facilitation.report.transfer.lines import Line, lines
from facilitation.report.transfer.shape import Transfer, TransferColumn, TransferSheet
from facilitation.report.transfer.sources import SOURCES, Source
from facilitation.shapes import Plan
from facilitation.words import N_

KINDS: tuple[tuple[Sort, Any], ...] = (("flag", bool), ("day", date), ("number", int | float))
"""In this order: to the language a flag is a figure too."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One field of the other service as this plan needs it: a column of targets comes to one a year."""

    key: str
    head: str
    column: TransferColumn
    source: Source
    of: Column[Any]


def sheets(transfer: Transfer, plan: Plan, to: Reader) -> list[Sheet]:
    """Every sheet, also one without rows, with the columns in the mapping's order."""
    return [_sheet(number, sheet, plan, to) for number, sheet in enumerate(transfer.sheets, 1)]


def _sheet(number: int, sheet: TransferSheet, plan: Plan, to: Reader) -> Sheet:
    asked, told = list(asked_in(sheet, plan, to)), lines(sheet, plan)
    rows = tuple(Row(line.id, tuple(_cell(each, line, to) for each in asked)) for line in told)
    fields = tuple(_field(each, [row.cells[at] for row in rows]) for at, each in enumerate(asked))
    return Sheet(key_of(number, sheet), to.plain(sheet.title), fields, rows)


def key_of(number: int, sheet: TransferSheet) -> str:
    """No key of the plan's own sheets: such a workbook is not mistaken for the plan's when somebody brings it back."""
    return f"transfer_{number}_{sheet.rows}s"


def asked_in(sheet: TransferSheet, plan: Plan, to: Reader) -> Iterator[Asked]:
    for number, column in enumerate(sheet.columns, 1):
        source = SOURCES[column.source]
        for more, of in source.split(plan):
            head = f"{to.plain(column.head)} {more}".strip()
            yield Asked(f"{number:02}_{of.key}", head, column, source, of)


def _field(asked: Asked, cells: Sequence[Cell]) -> Field:
    return Field(asked.key, asked.head, _sort(cells), width=asked.of.width, longest=asked.column.longest)


def _sort(cells: Sequence[Cell]) -> Sort:
    """By what stands in the column: several metrics of one goal make lines of text out of figures."""
    filled = [cell for cell in cells if cell is not None]
    for sort, kind in KINDS:
        if filled and all(isinstance(each, kind) for each in filled):
            return sort
    return "text"


def _cell(asked: Asked, line: Line, to: Reader) -> Cell:
    """What the plan says, one line a thing where there are several; where it says nothing the column's own text."""
    cells = [_told(asked, thing, to) for thing in asked.source.things(line)]
    if all(cell is None for cell in cells):
        return to.plain(asked.column.text) or None
    return cells[0] if len(cells) == 1 else "\n".join(by_hand(cell, to) or NONE.text for cell in cells)


def _told(asked: Asked, thing: Any, to: Reader) -> Cell:
    value = asked.of.value
    words = asked.column.words.get(value(thing)) if value else None
    return to.plain(words) if words else tidy(asked.of.cell(thing, to))


def by_hand(cell: Cell, to: Reader) -> str:
    """A cell as it is typed into a form: days as services in Finland take them, figures exact and not in groups."""
    match cell:
        case None:
            return ""
        case bool():
            return to.words(N_("Yes")) if cell else to.words(N_("No"))
        case date():
            return f"{cell.day}.{cell.month}.{cell.year}"
        case int() | float():
            text = f"{Decimal(repr(cell)):f}".removesuffix(".0")
            return text if to.language == "en" else text.replace(".", ",")
        case str():
            return cell.replace(HARD, " ")
