"""What a sheet of paper asks and says; how it is drawn is its writer's business."""

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from facilitation.report.texts import Words


@dataclass(frozen=True, slots=True)
class Lines:
    """Room to write: so many lines. `help` says what belongs there."""

    label: str
    count: int = 1
    help: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Boxes to tick, each with its words; `several` may be ticked."""

    label: str
    choices: tuple[Words, ...]
    help: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The sign in each of its boxes, and what it means, said over every page of them."""

    sign: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """What is rated, with a box under each of the first so many columns; without a number it adds to the row above."""

    label: Words
    boxes: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, under a name."""

    name: Words
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """Many things rated alike: rows in groups, a box to tick under each column."""

    label: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Blanks:
    """A small table to fill in: its heads, and so many empty rows."""

    label: str
    heads: tuple[str, ...]
    count: int
    help: str = ""


Answer: TypeAlias = Lines | Ticks | Grid | Blanks


@dataclass(frozen=True, slots=True)
class Part:
    """What one step asks of one person, or what one card holds."""

    title: Words
    task: Words
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What every sheet of a workshop bears. `foot` says from which moment of the log it is."""

    title: str
    language: str
    organisation: str = ""
    when: str = ""
    foot: str = ""
    made: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheets:
    """The same questions, `count` times, numbered from `first`. `number` is how that is said: "Sheet %(n)s"."""

    head: Head
    parts: tuple[Part, ...]
    number: str
    name: str
    """The label of the place for whose sheet it is."""
    how: str
    first: int = 1
    count: int = 1
    unconfirmed: str = ""
    """What the star beside some wordings means."""


@dataclass(frozen=True, slots=True)
class CardSheets:
    """Cards to cut out: of each part so many pages, numbered on. `number` is how a card's number is said."""

    head: Head
    parts: tuple[Part, ...]
    number: str
    cut: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Way:
    """How to join, in one language."""

    language: str
    title: str
    steps: tuple[str, ...]
    code: str
    """What the code is called."""
    notes: tuple[str, ...] = ()
    """Who sees what, whom to ask."""


@dataclass(frozen=True, slots=True)
class JoinSheet:
    """The sheet by the door: the code, the address and its picture, and the way in, in the languages of the room.

    `picture` is the QR code's rows, a letter a square: "1" is dark.
    """

    head: Head
    code: str
    address: str
    picture: tuple[str, ...]
    said: str
    """What the picture is, for those who do not see it."""
    ways: tuple[Way, ...] = field(default=())
    place: str = ""
    cut: str = ""
    """What the second page is for: small ones for the tables."""


Paper: TypeAlias = AnswerSheets | CardSheets | JoinSheet
