"""What somebody may ask for in a workshop. Ids (card, note, decision, group, seat) come from the asker."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias, get_args

from facilitation.live.commands.marking import Choose, GiveConfidence, GiveDots, GiveMark, Marking, Pick, PlaceOnMatrix
from facilitation.live.commands.preparing import (
    AddStep,
    BringCard,
    BringLevels,
    DropStep,
    MoveStep,
    Preparing,
    ReviseStep,
    SetAgenda,
    SetOption,
    SetUp,
)
from facilitation.live.commands.running import (
    AddTime,
    AgreeLevel,
    AnswerHelp,
    AskForHelp,
    CloseStep,
    Decide,
    Freeze,
    LetAhead,
    MarkReady,
    OpenStep,
    PauseTimer,
    ResumeTimer,
    Reveal,
    Running,
    SendNote,
    Show,
    Spotlight,
    StartRound,
    StartTimer,
    StopTimer,
    Undo,
)
from facilitation.live.commands.seating import (
    AddGroup,
    FormGroups,
    Join,
    MergeGroups,
    MergeSeats,
    NameDecider,
    PutInGroup,
    RemoveSeat,
    ReviseGroup,
    ReviseSeat,
    Seating,
    SetRole,
)
from facilitation.live.commands.writing import (
    AddCard,
    CheckWording,
    ChooseWording,
    MarkCardReady,
    MergeClusters,
    MuteHint,
    PlaceCards,
    PutBack,
    ReviseCard,
    TakeOut,
    WithdrawCard,
    Writing,
)

__all__ = [
    "COMMANDS",
    "AddCard",
    "AddGroup",
    "AddStep",
    "AddTime",
    "AgreeLevel",
    "AnswerHelp",
    "AskForHelp",
    "Asker",
    "BringCard",
    "BringLevels",
    "CheckWording",
    "Choose",
    "ChooseWording",
    "CloseStep",
    "Command",
    "Decide",
    "DropStep",
    "FormGroups",
    "Freeze",
    "GiveConfidence",
    "GiveDots",
    "GiveMark",
    "Join",
    "LetAhead",
    "MarkCardReady",
    "MarkReady",
    "Marking",
    "MergeClusters",
    "MergeGroups",
    "MergeSeats",
    "MoveStep",
    "MuteHint",
    "NameDecider",
    "OpenStep",
    "PauseTimer",
    "Pick",
    "PlaceCards",
    "PlaceOnMatrix",
    "Preparing",
    "PutBack",
    "PutInGroup",
    "RemoveSeat",
    "ResumeTimer",
    "Reveal",
    "ReviseCard",
    "ReviseGroup",
    "ReviseSeat",
    "ReviseStep",
    "Running",
    "Seating",
    "SendNote",
    "SetAgenda",
    "SetOption",
    "SetRole",
    "SetUp",
    "Show",
    "Spotlight",
    "StartRound",
    "StartTimer",
    "StopTimer",
    "TakeOut",
    "Undo",
    "WithdrawCard",
    "Writing",
]

Command: TypeAlias = Preparing | Seating | Running | Writing | Marking
COMMANDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Command)}


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
