"""What happened to a plan: its log's public format. Names and fields are only ever added to, with defaults.

No event carries a person's name: accounts are ids, and plans name roles. Days and times are ISO 8601 text.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, TypeAlias, get_args

from facilitation.plans.events.approving import (
    AmendmentOpened,
    ApprovalRecorded,
    Approver,
    Approving,
    FindingOverruled,
    PlanApproved,
    PlanConfirmed,
    PlanReturned,
    SentForApproval,
)
from facilitation.plans.events.asking import (
    Asking,
    AskingEnded,
    PlanSubmitted,
    ReturnedLine,
    SubmissionAccepted,
    SubmissionReturned,
    UnitsAsked,
    UnitsReminded,
)
from facilitation.plans.events.deciding import BranchRead, Deciding, DecisionTakenBack, GoalsDecided, RestsOn
from facilitation.plans.events.following import (
    BaselineGiven,
    FigureEntered,
    FigureWithdrawn,
    Following,
    PlanClosed,
    PlanReopened,
    ProgressTold,
)
from facilitation.plans.events.reviewing import (
    CommentAdded,
    CommentAnswered,
    CommentRoundClosed,
    CommentRoundOpened,
    Outcome,
    Reviewing,
    VersionKept,
)
from facilitation.plans.events.writing import (
    FieldRevised,
    LineAdded,
    LineDropped,
    LineMoved,
    LinePutBack,
    Origin,
    PlanDrafted,
    PlanPlaced,
    Source,
    ThemeLeftOut,
    ValueKept,
    ValueSettled,
    Writing,
)

__all__ = [
    "EVENTS",
    "AmendmentOpened",
    "ApprovalRecorded",
    "Approver",
    "Approving",
    "Asking",
    "AskingEnded",
    "BaselineGiven",
    "BranchRead",
    "CommentAdded",
    "CommentAnswered",
    "CommentRoundClosed",
    "CommentRoundOpened",
    "Deciding",
    "DecisionTakenBack",
    "Event",
    "FieldRevised",
    "FigureEntered",
    "FigureWithdrawn",
    "FindingOverruled",
    "Following",
    "GoalsDecided",
    "LineAdded",
    "LineDropped",
    "LineMoved",
    "LinePutBack",
    "Origin",
    "Outcome",
    "PlanApproved",
    "PlanClosed",
    "PlanConfirmed",
    "PlanDrafted",
    "PlanPlaced",
    "PlanReopened",
    "PlanReturned",
    "PlanSubmitted",
    "ProgressTold",
    "Recorded",
    "RestsOn",
    "ReturnedLine",
    "Reviewing",
    "SentForApproval",
    "Source",
    "SubmissionAccepted",
    "SubmissionReturned",
    "ThemeLeftOut",
    "UnitsAsked",
    "UnitsReminded",
    "ValueKept",
    "ValueSettled",
    "VersionKept",
    "Writing",
]

Event: TypeAlias = Writing | Reviewing | Approving | Following | Deciding | Asking
EVENTS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Event)}


class Recorded(Protocol):
    """An event in its place in the log: `by` entered it, `for_` is whose it is; `at` is UTC."""

    @property
    def seq(self) -> int: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> str: ...
    @property
    def for_(self) -> str: ...
    @property
    def event(self) -> Event: ...
