"""Three ways: what was told, what it is now, what the file says. Nothing is decided here, and nothing is lost."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

from facilitation.report.returned.cells import Raw, Unfit, Why, plain, read, same, words
from facilitation.report.returned.columns import Sources, source_of
from facilitation.report.sheets import Cell, Field, Row, Sheet

R = TypeVar("R", Row, "BackRow")
Which: TypeAlias = tuple[str, int]
"""A row's id, and the how-manieth of that id it is in its sheet."""
State: TypeAlias = Literal["changed", "meanwhile", "both", "fixed", "gone"]
"""Changed in the file, meanwhile, in both; where nothing can be changed; of a row that is no longer there."""
UNTOLD = frozenset({"unconfirmed"})
"""What confirmations say changes outside of the log."""


@dataclass(frozen=True, slots=True)
class BackRow:
    """A row of the file: its number there, and its cells by the keys of their columns."""

    id: str
    number: int
    cells: Mapping[str, Raw]


@dataclass(frozen=True, slots=True)
class Back:
    """A sheet of the file. `columns` are the letters of the columns that are known, by key, and that of the ids.

    `others`: the letters of columns that hold something and bear no key.
    """

    key: str
    name: str
    columns: Mapping[str, str]
    rows: tuple[BackRow, ...]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in the file; without a cell the whole sheet."""

    sheet: str
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One difference."""

    state: State
    sheet: str
    row: str
    field: Field
    place: Place
    old: Cell
    now: Cell
    new: Cell


@dataclass(frozen=True, slots=True)
class Note:
    """What cannot be taken in, or what is not there; `rows` are the ids of rows that the file no longer has."""

    why: Why | Literal["unknown", "missing", "absent", "column", "sheet", "unfit"]
    sheet: str
    place: Place
    rows: tuple[str, ...] = ()


def compare(
    told: Sequence[Sheet], now: Sequence[Sheet], file: Sequence[Back], sources: Sources
) -> Iterator[Line | Note]:
    """Every difference, sheet by sheet as the file was told. `sources`: what can be changed at all."""
    back = {each.key: each for each in file}
    for sheet in told:
        if sheet.key in back:
            yield from _Compared(sheet, [each for each in now if each.key == sheet.key], back[sheet.key], sources)
        else:
            yield Note("absent", sheet.key, Place(sheet.title))


class _Compared:
    """One sheet, three ways."""

    def __init__(self, told: Sheet, now: Sequence[Sheet], back: Back, sources: Sources) -> None:
        self.told, self.back, self.sources = told, back, sources
        self.before = values([told])
        self.now = values(now)

    def __iter__(self) -> Iterator[Line | Note]:
        met = list(numbered(self.back.rows))
        for which, row in met:
            if which in self.before:
                yield from self.cells(which, row)
            else:
                yield Note("unknown", self.told.key, self.place("id", row))
        missing = self.before.keys() - {which for which, _ in met}
        if missing:
            yield Note("missing", self.told.key, Place(self.back.name), tuple(sorted(id for id, _ in missing)))
        yield from (Note("column", self.told.key, Place(self.back.name, letter)) for letter in self.back.others)

    def cells(self, which: Which, row: BackRow) -> Iterator[Line | Note]:
        for field in self.told.fields:
            if field.key in self.back.columns and field.key not in UNTOLD:
                yield from self.cell(which, row, field)

    def cell(self, which: Which, row: BackRow, field: Field) -> Iterator[Line | Note]:
        place = self.place(field.key, row)
        changeable = source_of(self.told.key, row.id, field.key, self.sources) is not None
        try:
            new = read(row.cells.get(field.key), field.sort)
        except Unfit as unfit:
            yield Note(unfit.why if changeable else "fixed", self.told.key, place)
            return
        old, now = self.before[which].get(field.key), self.now.get(which, {}).get(field.key)
        if state := state_of(old, now, new, here=which in self.now, changeable=changeable):
            yield Line(state, self.told.key, row.id, field, place, old, now, new)

    def place(self, column: str, row: BackRow) -> Place:
        return Place(self.back.name, f"{self.back.columns[column]}{row.number}")


def state_of(old: Cell, now: Cell, new: Cell, *, here: bool, changeable: bool) -> State | None:
    """What became of a cell; None where there is nothing to tell."""
    if same(new, old):
        return "meanwhile" if changeable and here and not same(now, old) else None
    if not here:
        return "gone"
    if same(new, now):
        return None
    if not changeable:
        return "fixed"
    return "changed" if same(now, old) else "both"


def values(sheets: Iterable[Sheet]) -> dict[Which, dict[str, Cell]]:
    """Every row's values by the keys of their columns."""
    return {
        which: {field.key: plain(cell) for field, cell in zip(sheet.fields, row.cells, strict=True)}
        for sheet in sheets
        for which, row in numbered(sheet.rows)
    }


def numbered(rows: Iterable[R]) -> Iterator[tuple[Which, R]]:
    met: Counter[str] = Counter()
    for row in rows:
        id = words(row.id)
        met[id] += 1
        yield (id, met[id]), row
