"""What somebody may ask for in a workshop. Ids (card, note, decision, group, seat) come from the asker."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.live.events import Asked, Nothing, Place, Role
from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel

Way: TypeAlias = Literal["random", "theme", "organisation", "language", "place"]


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks: the seat, its role in the log's state, and the seat it is entered for when somebody has no device."""

    seat: str
    role: str = "participant"
    for_: str | None = None

    @property
    def whose(self) -> str:
        """The seat the contribution belongs to."""
        return self.for_ or self.seat

    @property
    def hosts(self) -> bool:
        """Whether the asker runs the workshop."""
        return self.role in ("host", "cohost", "system")


@dataclass(frozen=True, slots=True)
class SetUp:
    title: Parallel
    organisation: str
    pack: str
    pack_version: str
    languages: tuple[str, ...] = ("fi", "sv", "en")
    period: str = ""


@dataclass(frozen=True, slots=True)
class SetAgenda:
    steps: tuple[Step, ...]
    statements: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class AddStep:
    step: Step
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ReviseStep:
    step: str
    title: Parallel | None = None
    task: Parallel | None = None
    minutes: int | None = None
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class SetOption:
    step: str
    option: str
    value: Value


@dataclass(frozen=True, slots=True)
class DropStep:
    step: str


@dataclass(frozen=True, slots=True)
class MoveStep:
    step: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class BringLevels:
    step: str
    levels: Mapping[str, int]
    targets: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True)
class BringCard:
    card: str
    step: str
    kind: str
    answers: Mapping[str, Value]
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Join:
    seat: str
    language: str = "en"
    place: Place = "room"
    organisation: str = ""
    role_group: str = ""
    role: Role = "participant"


@dataclass(frozen=True, slots=True)
class ReviseSeat:
    seat: str
    language: str | None = None
    place: Place | None = None
    organisation: str | None = None
    role_group: str | None = None


@dataclass(frozen=True, slots=True)
class SetRole:
    seat: str
    role: Role


@dataclass(frozen=True, slots=True)
class NameDecider:
    seat: str | None


@dataclass(frozen=True, slots=True)
class RemoveSeat:
    seat: str


@dataclass(frozen=True, slots=True)
class MergeSeats:
    seat: str
    into: str


@dataclass(frozen=True, slots=True)
class FormGroups:
    way: Way
    size: int = 5
    seed: str = ""
    mix_places: bool = False


@dataclass(frozen=True, slots=True)
class AddGroup:
    group: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class ReviseGroup:
    group: str
    name: str | None = None
    place: str | None = None
    organisation: str | None = None
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class MergeGroups:
    group: str
    into: str


@dataclass(frozen=True, slots=True)
class PutInGroup:
    seat: str
    group: str | None


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


Preparing: TypeAlias = SetUp | SetAgenda | AddStep | ReviseStep | SetOption | DropStep | MoveStep | BringLevels | BringCard
Seating: TypeAlias = (
    Join
    | ReviseSeat
    | SetRole
    | NameDecider
    | RemoveSeat
    | MergeSeats
    | FormGroups
    | AddGroup
    | ReviseGroup
    | MergeGroups
    | PutInGroup
)
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
Marking: TypeAlias = GiveMark | Pick | GiveDots | PlaceOnMatrix | Choose | GiveConfidence
Command: TypeAlias = Preparing | Seating | Running | Writing | Marking
AREAS: Mapping[str, object] = {
    "preparing": Preparing,
    "seating": Seating,
    "running": Running,
    "writing": Writing,
    "marking": Marking,
}
COMMANDS: dict[str, type] = {kind.__name__: kind for area in AREAS.values() for kind in area.__args__}  # pyright: ignore[reportAttributeAccessIssue]
