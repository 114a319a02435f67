"""What happened in a workshop: the log's public format. Names and fields are only ever added to, with defaults.

No event carries a person's name: people live in their own table. Days and times are ISO 8601 text.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias, get_args

from facilitation.live.events.marking import (
    CardPlacedOnMatrix,
    CardTakenOffMatrix,
    ChoiceMade,
    ConfidenceGiven,
    ConfidenceTakenBack,
    DotsGiven,
    MarkGiven,
    Marking,
    MarkTakenBack,
    Nothing,
    StatementsPicked,
)
from facilitation.live.events.preparing import (
    AgendaSet,
    Asked,
    CardBrought,
    LevelsBrought,
    OptionSet,
    Preparing,
    StepAdded,
    StepDropped,
    StepMoved,
    StepRevised,
    WorkshopSetUp,
)
from facilitation.live.events.running import (
    CardSpotlit,
    DecisionMade,
    DecisionWithdrawn,
    GroupLetAhead,
    HelpAnswered,
    HelpAsked,
    LevelAgreed,
    LevelWithdrawn,
    NoteSent,
    ReadyMarked,
    RoundStarted,
    Running,
    ScreenSet,
    StepClosed,
    StepOpened,
    StepRevealed,
    TimeAdded,
    TimerPaused,
    TimerResumed,
    TimerStarted,
    TimerStopped,
    WritingFrozen,
)
from facilitation.live.events.seating import (
    DeciderNamed,
    GroupAdded,
    GroupRevised,
    GroupsFormed,
    GroupsMerged,
    Place,
    Role,
    RoleSet,
    Seating,
    SeatPutInGroup,
    SeatRemoved,
    SeatRevised,
    SeatsMerged,
    SeatTaken,
    Team,
    Way,
)
from facilitation.live.events.writing import (
    CardAdded,
    CardMarkedReady,
    CardPutBack,
    CardRestored,
    CardRevised,
    CardsPlaced,
    CardTakenOut,
    CardWithdrawn,
    HintMuted,
    WordingChecked,
    WordingChosen,
    WordingKept,
    WordingTakenBack,
    Writing,
)

__all__ = [
    "EVENTS",
    "AgendaSet",
    "Asked",
    "CardAdded",
    "CardBrought",
    "CardMarkedReady",
    "CardPlacedOnMatrix",
    "CardPutBack",
    "CardRestored",
    "CardRevised",
    "CardSpotlit",
    "CardTakenOffMatrix",
    "CardTakenOut",
    "CardWithdrawn",
    "CardsPlaced",
    "ChoiceMade",
    "ConfidenceGiven",
    "ConfidenceTakenBack",
    "DeciderNamed",
    "DecisionMade",
    "DecisionWithdrawn",
    "DotsGiven",
    "Event",
    "GroupAdded",
    "GroupLetAhead",
    "GroupRevised",
    "GroupsFormed",
    "GroupsMerged",
    "HelpAnswered",
    "HelpAsked",
    "HintMuted",
    "LevelAgreed",
    "LevelWithdrawn",
    "LevelsBrought",
    "MarkGiven",
    "MarkTakenBack",
    "Marking",
    "NoteSent",
    "Nothing",
    "OptionSet",
    "Place",
    "Preparing",
    "ReadyMarked",
    "Recorded",
    "Role",
    "RoleSet",
    "RoundStarted",
    "Running",
    "ScreenSet",
    "SeatPutInGroup",
    "SeatRemoved",
    "SeatRevised",
    "SeatTaken",
    "Seating",
    "SeatsMerged",
    "StatementsPicked",
    "StepAdded",
    "StepClosed",
    "StepDropped",
    "StepMoved",
    "StepOpened",
    "StepRevealed",
    "StepRevised",
    "Team",
    "TimeAdded",
    "TimerPaused",
    "TimerResumed",
    "TimerStarted",
    "TimerStopped",
    "Way",
    "WordingChecked",
    "WordingChosen",
    "WordingKept",
    "WordingTakenBack",
    "WorkshopSetUp",
    "Writing",
    "WritingFrozen",
]

Event: TypeAlias = Preparing | Seating | Running | Writing | Marking
EVENTS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event in its place in the log: `by` entered it, `for_` is whose it is; `at` is UTC."""

    seq: int
    at: datetime
    by: str
    for_: str
    event: Event
