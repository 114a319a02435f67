"""What a kind of step is: one constant of data from which form, composer, board, plan and every format follow."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from facilitation.words import Parallel

Value: TypeAlias = str | int | float | bool | list[str] | dict[str, str] | None
Author: TypeAlias = Literal["person", "group", "room"]


@dataclass(frozen=True, kw_only=True)
class Field:
    """One answer on a card. `live` fields are asked in the room; the others become tasks for afterwards."""

    key: str
    label: str
    help: str = ""
    required: bool = False
    live: bool = True


@dataclass(frozen=True, kw_only=True)
class Text(Field):
    """Words in up to three languages; `limit` in characters, `lines` is how tall the box stands."""

    limit: int = 500
    lines: int = 1


@dataclass(frozen=True, kw_only=True)
class Scale(Field):
    """A whole number from `low` to `high`."""

    low: int = 1
    high: int = 5


@dataclass(frozen=True, kw_only=True)
class Choice(Field):
    """One of few: pairs of key and label."""

    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Number(Field):
    """A figure; the unit stands in another field or in the label."""


@dataclass(frozen=True, kw_only=True)
class Day(Field):
    """A date as YYYY-MM-DD."""


@dataclass(frozen=True, kw_only=True)
class Interim(Field):
    """Values to be reached by days on the way to a target, as a list of texts such as "2027-12-31 60".

    `start`, `target` and `end` are the keys of the fields between which they lie.
    """

    start: str
    target: str
    end: str


@dataclass(frozen=True, kw_only=True)
class Person(Field):
    """A role in words, never a person's name: plans outlive the people in them."""

    limit: int = 120


@dataclass(frozen=True, kw_only=True)
class Objective(Field):
    """Objectives of the pack's strategy, by id."""


@dataclass(frozen=True, kw_only=True)
class Statement(Field):
    """A statement of the pack, by id."""


@dataclass(frozen=True, kw_only=True)
class Library(Field):
    """An entry of the pack's metric library, by id."""


@dataclass(frozen=True, kw_only=True)
class Card(Field):
    """Another card of this workshop, by id; `of` names the kinds it may be, with blanks between."""

    of: str


@dataclass(frozen=True, kw_only=True)
class Option:
    """A setting of a step, with the phases in which a host may still change it and what becomes of what was given."""

    key: str
    label: str
    default: Value
    phases: frozenset[str]
    given: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What a host does to the whole room at once, told as an option is: in which phases, and what becomes of it all."""

    key: str
    label: str
    phases: frozenset[str]
    given: str


@dataclass(frozen=True, kw_only=True)
class StepKind:
    """A kind of step. `yields` is the kind of its cards, which is also what they become in the plan."""

    key: str
    title: str
    prompt: str
    board: str
    by: Author = "person"
    fields: tuple[Field, ...] = ()
    yields: str = ""
    clusters: bool = False
    solo_first: bool = False
    sharpens: bool = False
    options: tuple[Option, ...] = ()
    version: int = 1

    def field(self, key: str) -> Field | None:
        """The field of that key, if the kind has it."""
        return next((each for each in self.fields if each.key == key), None)

    def option(self, key: str) -> Option | None:
        """The option of that key, if the kind has it."""
        return next((each for each in self.options if each.key == key), None)

    @property
    def defaults(self) -> Mapping[str, Value]:
        """Every option at its default."""
        return {each.key: each.default for each in self.options}


@dataclass(frozen=True, slots=True)
class Step:
    """A step as planned in one workshop: texts in up to three languages, minutes, a pinned time as HH:MM or ""."""

    id: str
    kind: str
    title: Parallel = field(default_factory=dict)
    task: Parallel = field(default_factory=dict)
    minutes: int = 10
    pinned: str = ""
    options: Mapping[str, Value] = field(default_factory=dict)
