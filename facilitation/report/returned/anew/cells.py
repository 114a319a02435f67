"""The cells of a workbook as values; what does not fit its column is told, with the place where it stands."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from facilitation.report.reader import Reader
from facilitation.report.returned.cells import Unfit, read
from facilitation.report.returned.compare import Back, BackRow, Note, Place
from facilitation.report.sheets import Cell, Sort
from facilitation.report.tabled.columns import Column
from facilitation.words import Refused

T = TypeVar("T")


@dataclass(frozen=True)
class Book:
    """A workbook's tables, for whom they were told, and what could not be taken from them."""

    tables: Mapping[str, Back]
    to: Reader
    notes: list[Note] = field(default_factory=list[Note])

    def rows(self, sheet: str) -> Sequence[BackRow]:
        return self.tables[sheet].rows if sheet in self.tables else ()

    def tried(self, sheet: str, key: str, row: BackRow, make: Callable[[], T], otherwise: T) -> T:
        """What is made of a cell, or what stands there without it."""
        try:
            return make()
        except Unfit as unfit:
            self.notes.append(Note(unfit.why, sheet, self.place(sheet, key, row)))
        except Refused:
            self.notes.append(Note("unfit", sheet, self.place(sheet, key, row)))
        return otherwise

    def place(self, sheet: str, key: str, row: BackRow) -> Place:
        back = self.tables[sheet]
        return Place(back.name, f"{back.columns[key]}{row.number}")

    def told(self, sheet: str, row: BackRow, columns: Sequence[Column[Any]]) -> dict[str, Any]:
        """What a row's cells say, by the keys of their columns; without those that say nothing."""
        return dict(self._told(sheet, row, columns))

    def _told(self, sheet: str, row: BackRow, columns: Sequence[Column[Any]]) -> Iterator[tuple[str, Cell]]:
        sorts: dict[str, Sort] = {column.key: column.sort for column in columns}
        for key, raw in row.cells.items():
            sort = sorts.get(key.partition(".")[0])
            cell = self.tried(sheet, key, row, partial(read, raw, sort), None) if sort else None
            if cell is not None and cell is not False:
                yield key, cell


def texts(told: Mapping[str, Any], key: str, language: str) -> dict[str, str]:
    """What people wrote, by language. What stands in another language's column too was only shown in this one's."""
    others = {name.partition(".")[2]: str(text) for name, text in told.items() if name.startswith(f"{key}.")}
    own = str(told.get(key) or "")
    return {**({language: own} if own and own not in others.values() else {}), **others}
