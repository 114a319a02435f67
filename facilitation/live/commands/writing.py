"""Writing: cards and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.steps.kind import Value


@dataclass(frozen=True, slots=True)
class AddCard:
    """`step` "" is the parking lot; `kind` "cluster" names a cluster of the step, otherwise the step's own kind."""

    card: str
    step: str
    answers: Mapping[str, Value]
    language: str
    kind: str = ""
    group: str | None = None
    cluster: str | None = None


@dataclass(frozen=True, slots=True)
class ReviseCard:
    """`base` is the value the writer began from: another one meanwhile keeps both texts."""

    card: str
    field: str
    value: Value
    base: Value
    language: str


@dataclass(frozen=True, slots=True)
class ChooseWording:
    card: str
    field: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class CheckWording:
    card: str
    field: str
    language: str


@dataclass(frozen=True, slots=True)
class WithdrawCard:
    card: str


@dataclass(frozen=True, slots=True)
class TakeOut:
    card: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PutBack:
    card: str


@dataclass(frozen=True, slots=True)
class PlaceCards:
    cards: tuple[str, ...]
    cluster: str | None


@dataclass(frozen=True, slots=True)
class MergeClusters:
    cluster: str
    into: str


@dataclass(frozen=True, slots=True)
class MarkCardReady:
    card: str
    ready: bool = True


@dataclass(frozen=True, slots=True)
class MuteHint:
    card: str
    check: str


Writing: TypeAlias = (
    AddCard
    | ReviseCard
    | ChooseWording
    | CheckWording
    | WithdrawCard
    | TakeOut
    | PutBack
    | PlaceCards
    | MergeClusters
    | MarkCardReady
    | MuteHint
)
