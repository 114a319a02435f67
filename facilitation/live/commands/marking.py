"""Marking: marks, picks, dots, places, choices, confidence."""

from dataclasses import dataclass
from typing import TypeAlias

from facilitation.live.events import Nothing


@dataclass(frozen=True, slots=True)
class GiveMark:
    step: str
    statement: str
    level: int | None = None
    none: Nothing | None = None
    importance: int | None = None
    certainty: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    step: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiveDots:
    step: str
    card: str
    dots: int


@dataclass(frozen=True, slots=True)
class PlaceOnMatrix:
    step: str
    card: str
    importance: int
    feasibility: int


@dataclass(frozen=True, slots=True)
class Choose:
    step: str
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GiveConfidence:
    step: str
    level: int
    raise_it: str = ""


Marking: TypeAlias = GiveMark | Pick | GiveDots | PlaceOnMatrix | Choose | GiveConfidence
