"""Writing: cards and their words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.steps.kind import Value


@dataclass(frozen=True, slots=True)
class CardAdded:
    """`shown` is the promise under which the card came: hidden until the next reveal, or open from the first word."""

    card: str
    step: str
    kind: str
    answers: Mapping[str, Value]
    language: str
    group: str | None = None
    cluster: str | None = None
    shown: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class CardRevised:
    card: str
    field: str
    value: Value
    language: str


@dataclass(frozen=True, slots=True)
class WordingKept:
    """Somebody else had changed the field meanwhile: both texts stay until one is chosen.

    `author` is whose text it is, where that is not who it is entered for.
    """

    card: str
    field: str
    value: str
    language: str
    author: str = ""


@dataclass(frozen=True, slots=True)
class WordingTakenBack:
    """A kept text is withdrawn by whoever wrote it."""

    card: str
    field: str
    language: str


@dataclass(frozen=True, slots=True)
class WordingChosen:
    card: str
    field: str
    value: str
    language: str


@dataclass(frozen=True, slots=True)
class WordingChecked:
    card: str
    field: str
    language: str


@dataclass(frozen=True, slots=True)
class CardWithdrawn:
    card: str


@dataclass(frozen=True, slots=True)
class CardRestored:
    card: str


@dataclass(frozen=True, slots=True)
class CardTakenOut:
    card: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CardPutBack:
    card: str


@dataclass(frozen=True, slots=True)
class CardsPlaced:
    cards: tuple[str, ...]
    cluster: str | None


@dataclass(frozen=True, slots=True)
class CardMarkedReady:
    card: str
    ready: bool


@dataclass(frozen=True, slots=True)
class HintMuted:
    card: str
    check: str


Writing: TypeAlias = (
    CardAdded
    | CardRevised
    | WordingKept
    | WordingTakenBack
    | WordingChosen
    | WordingChecked
    | CardWithdrawn
    | CardRestored
    | CardTakenOut
    | CardPutBack
    | CardsPlaced
    | CardMarkedReady
    | HintMuted
)
