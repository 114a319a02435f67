"""Marking: marks, picks, dots, places, choices, confidence."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Nothing: TypeAlias = Literal["dont_know", "not_applicable"]


@dataclass(frozen=True, slots=True)
class MarkGiven:
    step: str
    statement: str
    level: int | None = None
    none: Nothing | None = None
    importance: int | None = None
    certainty: int | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class MarkTakenBack:
    step: str
    statement: str


@dataclass(frozen=True, slots=True)
class StatementsPicked:
    step: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DotsGiven:
    step: str
    card: str
    dots: int


@dataclass(frozen=True, slots=True)
class CardPlacedOnMatrix:
    step: str
    card: str
    importance: int
    feasibility: int


@dataclass(frozen=True, slots=True)
class CardTakenOffMatrix:
    step: str
    card: str


@dataclass(frozen=True, slots=True)
class ChoiceMade:
    step: str
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfidenceGiven:
    step: str
    level: int
    raise_it: str = ""


@dataclass(frozen=True, slots=True)
class ConfidenceTakenBack:
    step: str


Marking: TypeAlias = (
    MarkGiven
    | MarkTakenBack
    | StatementsPicked
    | DotsGiven
    | CardPlacedOnMatrix
    | CardTakenOffMatrix
    | ChoiceMade
    | ConfidenceGiven
    | ConfidenceTakenBack
)
