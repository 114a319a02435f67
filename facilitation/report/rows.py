"""The rows of a current state: what they are called, how they are put in order."""

from collections.abc import Sequence
from typing import Protocol

from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import StateRow


class Name(Protocol):
    """How a row is called in a chart."""

    def __call__(self, row: StateRow, to: Reader) -> Words: ...


def theme_name(row: StateRow, to: Reader) -> Words:
    theme = to.pack.strategy.theme(row.statement)
    if theme is None:
        return to.theirs(row.text)
    return to.official(f"strategy.themes.{theme.id}.name", theme.name)


def statement_name(row: StateRow, to: Reader) -> Words:
    statement = to.pack.statement(row.statement)
    if statement is None:
        return to.theirs(row.text)
    return to.official(f"statements.{statement.id}", statement.text)


def median(row: StateRow) -> float:
    return row.median or 0.0


def reach(row: StateRow) -> float:
    return (row.high or 0.0) - (row.low or 0.0)


def widest(rows: Sequence[StateRow]) -> list[StateRow]:
    return sorted(rows, key=reach, reverse=True)


def scale(to: Reader) -> str:
    return " · ".join(f"{level.value} {to.plain(level.name)}" for level in to.pack.scale.levels)
