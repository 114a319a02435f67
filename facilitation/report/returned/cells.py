"""A cell that comes back: the same as it was told, whatever a spreadsheet made of it on the way; or why it is unfit."""

import re
from dataclasses import dataclass
from datetime import date
from math import isclose, isfinite
from typing import Literal, TypeAlias

from facilitation.report.sheets import Cell, Sort

Why: TypeAlias = Literal[
    "formula",
    "error",
    "number",
    "day",
    "choice",
    "flag",
    "objective",
    "interim",
    "milestone",
    "unclear",
    "same",
    "fixed",
]

NO_LETTERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
BLANKS = re.compile("[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]")
FIGURE = re.compile(r"[+-]?\d+(\.\d+)?")
DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
YES = ("true", "1", "x", "yes", "kyllä", "tosi", "ja", "sant")
NO = ("false", "0", "no", "ei", "epätosi", "nej", "falskt")
LARGEST = 1e307
EXACT = 2**53
CLOSE = 1e-13
"""A spreadsheet keeps fifteen digits, and rounds on the way to them."""


@dataclass(frozen=True, slots=True)
class Strange:
    """A cell of the file that holds no value of its own: a formula, or an error."""

    why: Why


Raw: TypeAlias = Cell | Strange


class Unfit(Exception):
    """A cell that does not fit its column."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why: Why = why


def plain(cell: Cell) -> Cell:
    """A blank is nothing, 3.0 is 3, and a text has no signs that files cannot hold."""
    match cell:
        case str():
            return words(cell) or None
        case int() | float() if not isinstance(cell, bool):
            return figure(cell)
        case _:
            return cell


def words(text: str) -> str:
    return NO_LETTERS.sub("", text.replace("\r\n", "\n")).strip()


def figure(value: float) -> float | None:
    if not isfinite(value) or abs(value) >= LARGEST:
        return None
    return int(value) if float(value).is_integer() and abs(value) < EXACT else value


def same(one: Cell, other: Cell) -> bool:
    """Whether two plain cells say the same; figures as far as a spreadsheet keeps them."""
    if isinstance(one, float) or isinstance(other, float):
        return isinstance(one, int | float) and isinstance(other, int | float) and isclose(one, other, rel_tol=CLOSE)
    return one == other


def read(raw: Raw, sort: Sort) -> Cell:
    """What a cell of the file says in a column of this sort. Raises Unfit."""
    if isinstance(raw, Strange):
        raise Unfit(raw.why)
    cell = plain(raw)
    if cell is None:
        return False if sort == "flag" else None
    match sort:
        case "flag":
            return flag(cell)
        case "number":
            return number(cell)
        case "day":
            return day(cell)
        case "text" | "code" | "choice":
            return cell.isoformat() if isinstance(cell, date) else str(cell)


def flag(cell: Cell) -> bool:
    """A yes or a no, also one that was typed in any of the languages, or as a tick."""
    typed = str(cell).casefold()
    if typed not in (*YES, *NO):
        raise Unfit("flag")
    return typed in YES


def number(cell: Cell) -> Cell:
    """A figure, also one that was typed as a text with a comma."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return cell
    typed = BLANKS.sub("", str(cell)).replace(",", ".").replace("\N{MINUS SIGN}", "-")
    if not FIGURE.fullmatch(typed):
        raise Unfit("number")
    return figure(float(typed))


def day(cell: Cell) -> date:
    """A day, also one that was typed as 2027-03-31 or 31.3.2027."""
    if isinstance(cell, date):
        return cell
    try:
        typed = DAY.fullmatch(str(cell))
        return date(*map(int, typed.groups()[::-1])) if typed else date.fromisoformat(str(cell))
    except ValueError:
        raise Unfit("day") from None
