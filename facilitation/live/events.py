"""What happened in a workshop: the log's public format. Names and fields are only ever added to, with defaults.

No event carries a person's name: people live in their own table. Days and times are ISO 8601 text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel

Place: TypeAlias = Literal["room", "remote", "phone"]
Role: TypeAlias = Literal["host", "cohost", "participant", "screen", "observer"]
Nothing: TypeAlias = Literal["dont_know", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as pinned by the agenda: its id, its theme, and whether it is one of the short form."""

    id: str
    theme: str
    short_form: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    """A group as formed."""

    id: str
    letter: str
    seats: tuple[str, ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Brought:
    """One thing that a workshop took along from an earlier one, with where it came from."""

    what: str
    value: Value
    source: str


@dataclass(frozen=True, slots=True)
class WorkshopSetUp:
    title: Parallel
    organisation: str
    pack: str
    pack_version: str
    languages: tuple[str, ...]
    period: str = ""


@dataclass(frozen=True, slots=True)
class AgendaSet:
    steps: tuple[Step, ...]
    statements: tuple[Asked, ...] = ()
    kinds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepAdded:
    step: Step
    after: str | None = None


@dataclass(frozen=True, slots=True)
class StepRevised:
    step: str
    title: Parallel | None = None
    task: Parallel | None = None
    minutes: int | None = None
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class OptionSet:
    step: str
    option: str
    value: Value


@dataclass(frozen=True, slots=True)
class StepDropped:
    step: str


@dataclass(frozen=True, slots=True)
class StepMoved:
    step: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class LevelsBrought:
    """Agreed levels, focus or goals of an earlier workshop or plan, as the starting point of a step."""

    step: str
    levels: Mapping[str, int]
    targets: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True)
class CardBrought:
    card: str
    step: str
    kind: str
    answers: Mapping[str, Value]
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class SeatTaken:
    seat: str
    role: Role = "participant"
    place: Place = "room"
    language: str = "en"
    organisation: str = ""
    role_group: str = ""


@dataclass(frozen=True, slots=True)
class SeatRevised:
    seat: str
    place: Place | None = None
    language: str | None = None
    organisation: str | None = None
    role_group: str | None = None


@dataclass(frozen=True, slots=True)
class RoleSet:
    seat: str
    role: Role


@dataclass(frozen=True, slots=True)
class DeciderNamed:
    seat: str | None


@dataclass(frozen=True, slots=True)
class SeatRemoved:
    seat: str


@dataclass(frozen=True, slots=True)
class SeatsMerged:
    """Two seats of one person became one; where both had answered, what `into` gave stands."""

    seat: str
    into: str


@dataclass(frozen=True, slots=True)
class GroupsFormed:
    teams: tuple[Team, ...]


@dataclass(frozen=True, slots=True)
class GroupAdded:
    group: str
    letter: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class GroupRevised:
    group: str
    name: str | None = None
    place: str | None = None
    organisation: str | None = None
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GroupsMerged:
    group: str
    into: str


@dataclass(frozen=True, slots=True)
class SeatPutInGroup:
    seat: str
    group: str | None


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
    """Somebody else had changed the field meanwhile: both texts stay until one is chosen."""

    card: str
    field: str
    value: str
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
class ChoiceMade:
    step: str
    choice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConfidenceGiven:
    step: str
    level: int
    raise_it: str = ""


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


Preparing: TypeAlias = (
    WorkshopSetUp | AgendaSet | StepAdded | StepRevised | OptionSet | StepDropped | StepMoved | LevelsBrought | CardBrought
)
Seating: TypeAlias = (
    SeatTaken
    | SeatRevised
    | RoleSet
    | DeciderNamed
    | SeatRemoved
    | SeatsMerged
    | GroupsFormed
    | GroupAdded
    | GroupRevised
    | GroupsMerged
    | SeatPutInGroup
)
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
    | DecisionMade
    | DecisionWithdrawn
)
Writing: TypeAlias = (
    CardAdded
    | CardRevised
    | WordingKept
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
Marking: TypeAlias = (
    MarkGiven
    | MarkTakenBack
    | StatementsPicked
    | DotsGiven
    | CardPlacedOnMatrix
    | ChoiceMade
    | ConfidenceGiven
)
Event: TypeAlias = Preparing | Seating | Running | Writing | Marking
AREAS: Mapping[str, object] = {
    "preparing": Preparing,
    "seating": Seating,
    "running": Running,
    "writing": Writing,
    "marking": Marking,
}
EVENTS: dict[str, type] = {kind.__name__: kind for area in AREAS.values() for kind in area.__args__}  # pyright: ignore[reportAttributeAccessIssue]


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its place in the log: `by` entered it, `for_` is whose it is; `at` is UTC."""

    seq: int
    at: datetime
    by: str
    for_: str
    event: Event
