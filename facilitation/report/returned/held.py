"""Figures, days and choices as they were told and as they are, for what a document says of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from facilitation.report.reader import Reader
from facilitation.report.returned.cells import Raw, Strange
from facilitation.report.returned.columns import Sources, source_of
from facilitation.report.returned.compare import Line, Place, state_of, values
from facilitation.report.returned.typed import field_of
from facilitation.report.sheets import Cell, Field, Sheet

Where: TypeAlias = "tuple[tuple[str, int], str]"
"""A row's id, the how manieth it is of that id, and its sheet."""


def _rows(sheets: Sequence[Sheet]) -> dict[Where, Mapping[str, Cell]]:
    return {(which, sheet.key): row for sheet in sheets for which, row in values([sheet]).items()}


@dataclass(frozen=True)
class Cells:
    """What figures, days and choices are, and what each column is called."""

    to: Reader
    before: Sequence[Sheet]
    now: Sequence[Sheet]
    sources: Sources
    """What can be changed at all."""

    def head(self, sheet: str, column: str) -> Field:
        return field_of(sheet, column.partition(".")[0], self.to)

    @cached_property
    def by_sheet(self) -> tuple[Mapping[Where, Mapping[str, Cell]], Mapping[Where, Mapping[str, Cell]]]:
        """The cells of each row by their columns, as they left and as they are."""
        return _rows(self.before), _rows(self.now)

    def left(self, sheet: str, row: str, column: str) -> Cell:
        """What a cell held when the document left."""
        return self.by_sheet[0].get(((row, 1), sheet), {}).get(column)

    def line(self, sheet: str, row: str, column: str, raw: Raw) -> Line | None:
        before, now = (each.get(((row, 1), sheet), {}) for each in self.by_sheet)
        old, wanted = before.get(column), raw if not isinstance(raw, Strange) else None
        here, changeable = bool(now), source_of(sheet, row, column, self.sources) is not None
        state = state_of(old, now.get(column), wanted, here=here, changeable=changeable)
        head = self.head(sheet, column)
        return Line(state, sheet, row, head, Place(sheet), old, now.get(column), wanted) if state else None
