"""What a method's sheet is made of: which part of its JSON it holds, and what stands in each column."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.packs.provenance import PROVENANCES
from facilitation.words import N_

Kind: TypeAlias = Literal["text", "code", "words", "several", "whole", "flag", "origins", "settings"]
"""words: a parallel text, a column a language. several: a list in one cell. origins: where the words of each language
come from. settings: whatever else there is, as JSON."""
Shape: TypeAlias = Literal["one", "list", "named", "inside"]
"""How the part stands in the JSON: an object, a list, an object by name, or a list inside of each entry of a list."""

DEEP = "/"
"""Between the names that lead to a value: `levels/start` is `start` of `levels`."""
NARROW, WIDE, WIDEST = 14, 30, 50


@dataclass(frozen=True, slots=True)
class Column:
    """`key` is the name in the JSON, empty where the part's entry is the value itself."""

    key: str
    head: str
    kind: Kind = "text"
    width: int = WIDE
    needed: bool = False
    choices: tuple[str, ...] = ()

    @property
    def path(self) -> tuple[str, ...]:
        return tuple(filter(None, self.key.split(DEEP)))


@dataclass(frozen=True, slots=True)
class Part:
    """One sheet. `id` names the values that make up an entry's id, `under` the list inside of an entry."""

    key: str
    title: str
    path: tuple[str, ...]
    shape: Shape
    columns: tuple[Column, ...]
    id: tuple[str, ...] = ("id",)
    under: str = ""
    own: bool = True
    """Whether every method has its own; if not, an empty workbook brings what the methods have in common."""


def code(key: str, head: str, choices: tuple[str, ...] = (), *, needed: bool = True) -> Column:
    return Column(key, head, "code", NARROW, needed, choices)


def words(key: str, head: str, width: int = WIDE, *, needed: bool = True) -> Column:
    return Column(key, head, "words", width, needed)


def several(key: str, head: str) -> Column:
    return Column(key, head, "several", WIDE)


def origins(key: str = "provenance", head: str = N_("Where the words are from")) -> Column:
    return Column(key, head, "origins", NARROW, choices=PROVENANCES)


SOURCE = Column("source", N_("Source"))
