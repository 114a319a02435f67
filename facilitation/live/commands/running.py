"""Running: steps, rounds, timer, screen, help and decisions."""

from dataclasses import dataclass
from typing import TypeAlias

from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class OpenStep:
    """`seen` is the current step the host saw, so that two hosts never skip one."""

    step: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Reveal:
    step: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class CloseStep:
    step: str
    seen: str = ""


@dataclass(frozen=True, slots=True)
class LetAhead:
    group: str
    step: str | None


@dataclass(frozen=True, slots=True)
class StartTimer:
    seconds: int


@dataclass(frozen=True, slots=True)
class PauseTimer:
    pass


@dataclass(frozen=True, slots=True)
class ResumeTimer:
    pass


@dataclass(frozen=True, slots=True)
class AddTime:
    seconds: int


@dataclass(frozen=True, slots=True)
class StopTimer:
    pass


@dataclass(frozen=True, slots=True)
class Show:
    what: str
    headline: Parallel | None = None


@dataclass(frozen=True, slots=True)
class Spotlight:
    card: str | None


@dataclass(frozen=True, slots=True)
class Freeze:
    on: bool


@dataclass(frozen=True, slots=True)
class AskForHelp:
    on: bool = True


@dataclass(frozen=True, slots=True)
class AnswerHelp:
    group: str


@dataclass(frozen=True, slots=True)
class SendNote:
    note: str
    group: str | None
    text: str


@dataclass(frozen=True, slots=True)
class MarkReady:
    step: str
    ready: bool = True


@dataclass(frozen=True, slots=True)
class StartRound:
    step: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreeLevel:
    step: str
    statement: str
    level: int
    target: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decide:
    decision: str
    step: str
    text: str
    cards: tuple[str, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Undo:
    pass


Running: TypeAlias = (
    OpenStep
    | Reveal
    | CloseStep
    | LetAhead
    | StartTimer
    | PauseTimer
    | ResumeTimer
    | AddTime
    | StopTimer
    | Show
    | Spotlight
    | Freeze
    | AskForHelp
    | AnswerHelp
    | SendNote
    | MarkReady
    | StartRound
    | AgreeLevel
    | Decide
    | Undo
)
