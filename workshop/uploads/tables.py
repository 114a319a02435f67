"""The tables of a workbook that left here, found by the keys in their hidden row, wherever it was moved to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from facilitation.report.returned import Back, BackRow, Raw, Strange
from workshop.uploads.cells import letters

SEARCHED = 10
"""Rows from the top in which the keys may stand."""
ID = "id"


def tables(sheets: Iterable[Mapping[str, Any]]) -> list[Back]:
    """Every table by its key; what is copied stands once."""
    found = {back.key: back for sheet in sheets if (back := _table(sheet))}
    return list(found.values())


def _table(sheet: Mapping[str, Any]) -> Back | None:
    rows: Sequence[Sequence[Any]] = sheet["rows"]
    for at, row in enumerate(rows[:SEARCHED]):
        key = next((cell.removesuffix(f".{ID}") for cell in row if _is_id(cell)), None)
        if key:
            columns = _columns(row, key)
            named = {name: letters(column + 1) for name, column in columns.items()}
            # The row after the keys are the heads.
            found = tuple(_rows(rows, at + 2, columns, sheet["marks"]))
            return Back(key, sheet["name"], named, found, tuple(_others(row, rows[at + 1 :])))
    return None


def _is_id(cell: object) -> bool:
    return isinstance(cell, str) and cell.endswith(f".{ID}")


def _columns(row: Sequence[Any], key: str) -> dict[str, int]:
    """Where each of the table's columns stands, by its key."""
    mine = {at: cell.removeprefix(f"{key}.") for at, cell in enumerate(row) if str(cell).startswith(f"{key}.")}
    return {name: at for at, name in reversed(mine.items())}


def _others(keys: Sequence[Any], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """Columns that somebody put beside those that left."""
    for at in range(max(map(len, rows), default=0)):
        if not (keys[at] if at < len(keys) else None) and any(at < len(row) and row[at] is not None for row in rows):
            yield letters(at + 1)


def _rows(
    rows: Sequence[Sequence[Any]], first: int, columns: Mapping[str, int], marks: Mapping[str, str]
) -> Iterator[BackRow]:
    for number, row in enumerate(rows[first:], first + 1):
        cells = {name: _cell(row, at, number, marks) for name, at in columns.items()}
        if any(cell is not None for cell in cells.values()):
            yield BackRow(_id(cells.pop(ID)), number, cells)


def _id(cell: Raw) -> str:
    """A figure that somebody typed is no other id than the same in letters."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None or isinstance(cell, Strange) else str(cell)


def _cell(row: Sequence[Any], at: int, number: int, marks: Mapping[str, str]) -> Raw:
    match marks.get(f"{letters(at + 1)}{number}"):
        case "formula":
            return Strange("formula")
        case "error":
            return Strange("error")
        case _:
            return _value(row[at] if at < len(row) else None)


def _value(told: Any) -> Raw:
    return date.fromisoformat(told["day"]) if isinstance(told, dict) else told
