"""Running: steps, rounds, timer, screen, help and decisions."""

from dataclasses import dataclass
from typing import TypeAlias

from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class StepOpened:
    step: str


@dataclass(frozen=True, slots=True)
class StepRevealed:
    step: str


@dataclass(frozen=True, slots=True)
class StepClosed:
    step: str


@dataclass(frozen=True, slots=True)
class GroupLetAhead:
    group: str
    step: str | None


@dataclass(frozen=True, slots=True)
class TimerStarted:
    seconds: int


@dataclass(frozen=True, slots=True)
class TimerPaused:
    pass


@dataclass(frozen=True, slots=True)
class TimerResumed:
    pass


@dataclass(frozen=True, slots=True)
class TimeAdded:
    seconds: int


@dataclass(frozen=True, slots=True)
class TimerStopped:
    pass


@dataclass(frozen=True, slots=True)
class ScreenSet:
    shows: str
    headline: Parallel | None = None


@dataclass(frozen=True, slots=True)
class CardSpotlit:
    card: str | None


@dataclass(frozen=True, slots=True)
class WritingFrozen:
    on: bool


@dataclass(frozen=True, slots=True)
class HelpAsked:
    group: str
    on: bool


@dataclass(frozen=True, slots=True)
class HelpAnswered:
    group: str


@dataclass(frozen=True, slots=True)
class NoteSent:
    note: str
    group: str | None
    text: str


@dataclass(frozen=True, slots=True)
class ReadyMarked:
    """`who` is a seat, or a group where the step is worked on by groups."""

    step: str
    who: str
    ready: bool


@dataclass(frozen=True, slots=True)
class RoundStarted:
    step: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelAgreed:
    step: str
    statement: str
    level: int
    target: int | None = None
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class LevelWithdrawn:
    step: str
    statement: str


@dataclass(frozen=True, slots=True)
class DecisionMade:
    decision: str
    step: str
    text: str
    cards: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class DecisionWithdrawn:
    decision: str


Running: TypeAlias = (
    StepOpened
    | StepRevealed
    | StepClosed
    | GroupLetAhead
    | TimerStarted
    | TimerPaused
    | TimerResumed
    | TimeAdded
    | TimerStopped
    | ScreenSet
    | CardSpotlit
    | WritingFrozen
    | HelpAsked
    | HelpAnswered
    | NoteSent
    | ReadyMarked
    | RoundStarted
    | LevelAgreed
    | LevelWithdrawn
    | DecisionMade
    | DecisionWithdrawn
)
