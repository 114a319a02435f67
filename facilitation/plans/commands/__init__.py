"""What somebody may ask of a plan. Ids of lines and comments come from the asker; `today` is the asker's day."""

from collections.abc import Mapping
from typing import TypeAlias, get_args

from facilitation.plans.commands.approving import (
    ApprovePlan,
    Approving,
    ConfirmPlan,
    OpenAmendment,
    OverruleFinding,
    RecordApproval,
    ReturnPlan,
    SendForApproval,
    TakeBackFromApproval,
)
from facilitation.plans.commands.asking import (
    AcceptSubmission,
    Asking,
    AskUnits,
    EndAsking,
    RemindUnits,
    ReturnSubmission,
    SubmitPlan,
)
from facilitation.plans.commands.deciding import DecideOnGoals, Deciding, ReadBranch, TakeInOwn, WithdrawDecision
from facilitation.plans.commands.following import (
    ClosePlan,
    EnterFigure,
    Following,
    GiveBaseline,
    ReopenPlan,
    TellProgress,
    WithdrawFigure,
)
from facilitation.plans.commands.reviewing import (
    AddComment,
    AnswerComment,
    CloseCommentRound,
    KeepVersion,
    OpenCommentRound,
    Reviewing,
)
from facilitation.plans.commands.writing import (
    AddLine,
    DraftPlan,
    DropLine,
    LeaveThemeOut,
    MoveLine,
    PlacePlan,
    PutLineBack,
    ReviseField,
    SettleField,
    Writing,
)

__all__ = [
    "COMMANDS",
    "AcceptSubmission",
    "AddComment",
    "AddLine",
    "AnswerComment",
    "ApprovePlan",
    "Approving",
    "AskUnits",
    "Asking",
    "CloseCommentRound",
    "ClosePlan",
    "Command",
    "ConfirmPlan",
    "DecideOnGoals",
    "Deciding",
    "DraftPlan",
    "DropLine",
    "EndAsking",
    "EnterFigure",
    "Following",
    "GiveBaseline",
    "KeepVersion",
    "LeaveThemeOut",
    "MoveLine",
    "OpenAmendment",
    "OpenCommentRound",
    "OverruleFinding",
    "PlacePlan",
    "PutLineBack",
    "ReadBranch",
    "RecordApproval",
    "RemindUnits",
    "ReopenPlan",
    "ReturnPlan",
    "ReturnSubmission",
    "Reviewing",
    "ReviseField",
    "SendForApproval",
    "SettleField",
    "SubmitPlan",
    "TakeBackFromApproval",
    "TakeInOwn",
    "TellProgress",
    "WithdrawDecision",
    "WithdrawFigure",
    "Writing",
]

Command: TypeAlias = Writing | Reviewing | Approving | Following | Deciding | Asking
COMMANDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Command)}
