"""What somebody may ask of a plan. Ids of lines and comments come from the asker; `today` is the asker's day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, get_args

from facilitation.consolidation import Decided, Taken
from facilitation.plans.events import Approver, Outcome, RestsOn, ReturnedLine, Source
from facilitation.shapes import Plan, Reading
from facilitation.shapes.followed import ActionStatus, Period, Standing
from facilitation.steps.kind import Value

# -- Writing --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """`organisation`: the id of whose it is; whether the asker may begin one for them is the place's business."""

    plan: Plan
    sources: tuple[Source, ...] = ()
    organisation: str = ""
    keyed_in: str = ""
    """The organisation that keys it in for them, if one does."""


@dataclass(frozen=True, slots=True)
class PlacePlan:
    """Into the hands of an organisation, by its id."""

    organisation: str
    keyed_in: str = ""


@dataclass(frozen=True, slots=True)
class ReviseField:
    """`base` is what the writer began from: another value meanwhile keeps both."""

    line: str
    field: str
    value: Value
    base: Value
    language: str = ""


@dataclass(frozen=True, slots=True)
class SettleField:
    """One of the texts that stand beside each other, or a third; `base` is what the plan said when it was chosen."""

    line: str
    field: str
    value: Value
    base: Value
    language: str = ""


@dataclass(frozen=True, slots=True)
class AddLine:
    """`under`: the goal of a metric or an action. Words in `values` are parallel texts."""

    kind: str
    line: str
    values: Mapping[str, Value]
    under: str = ""


@dataclass(frozen=True, slots=True)
class DropLine:
    line: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PutLineBack:
    line: str


@dataclass(frozen=True, slots=True)
class MoveLine:
    """`seen`: the goal it stood under for whoever asks; nothing where nobody looked."""

    line: str
    under: str
    place: int
    seen: str | None = None


@dataclass(frozen=True, slots=True)
class LeaveThemeOut:
    """Without a reason the theme is no longer left out."""

    theme: str
    reason: str


Writing: TypeAlias = (
    DraftPlan | PlacePlan | ReviseField | SettleField | AddLine | DropLine | PutLineBack | MoveLine | LeaveThemeOut
)

# -- Reviewing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KeepVersion:
    name: str


@dataclass(frozen=True, slots=True)
class OpenCommentRound:
    deadline: date
    today: date


@dataclass(frozen=True, slots=True)
class CloseCommentRound:
    pass


@dataclass(frozen=True, slots=True)
class AddComment:
    comment: str
    about: str
    text: str
    language: str
    today: date


@dataclass(frozen=True, slots=True)
class AnswerComment:
    comment: str
    answer: str
    outcome: Outcome


Reviewing: TypeAlias = KeepVersion | OpenCommentRound | CloseCommentRound | AddComment | AnswerComment

# -- Approving ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SendForApproval:
    approvers: tuple[Approver, ...]


@dataclass(frozen=True, slots=True)
class TakeBackFromApproval:
    pass


@dataclass(frozen=True, slots=True)
class ReturnPlan:
    reason: str


@dataclass(frozen=True, slots=True)
class OverruleFinding:
    """`words` is the stop as the approver read it."""

    check: str
    about: str
    field: str
    words: str
    reason: str
    today: date


@dataclass(frozen=True, slots=True)
class ApprovePlan:
    remarks: str
    today: date


@dataclass(frozen=True, slots=True)
class RecordApproval:
    """Approved elsewhere. `reason` says why the plan stands although checks would stop it, where any does."""

    approver: str
    day: date
    record_number: str
    digest: str
    file: str
    remarks: str
    reason: str
    today: date


@dataclass(frozen=True, slots=True)
class OpenAmendment:
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmPlan:
    """That a plan which others keyed in is as its organisation has it; whether the asker speaks for it is the place's
    business."""


Approving: TypeAlias = (
    ConfirmPlan
    | SendForApproval
    | TakeBackFromApproval
    | ReturnPlan
    | OverruleFinding
    | ApprovePlan
    | RecordApproval
    | OpenAmendment
)

# -- Following ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EnterFigure:
    """A metric's value for a period, in the name of a role; another one for the same period corrects it."""

    figure: str
    metric: str
    period: Period
    value: float
    numerator: float | None
    denominator: float | None
    comment: str
    evidence: str
    standing: Standing
    role: str
    today: date


@dataclass(frozen=True, slots=True)
class TellProgress:
    """How far an action has come."""

    action: str
    status: ActionStatus
    comment: str
    role: str
    today: date


@dataclass(frozen=True, slots=True)
class GiveBaseline:
    """A metric's baseline, where it was promised and not known when the plan was approved."""

    metric: str
    reading: Reading
    role: str
    today: date


Following: TypeAlias = EnterFigure | TellProgress | GiveBaseline

# -- A branch's plan: deciding --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DecideOnGoals:
    """`seen`: what was decided on these goals when the asker looked (`plans.decided.seen_of`)."""

    decision: Decided
    seen: int


@dataclass(frozen=True, slots=True)
class WithdrawDecision:
    decision: str
    seen: int


@dataclass(frozen=True, slots=True)
class TakeInOwn:
    """The ministry's own goals as they were approved last: they are the branch's without a decision of its own."""

    goals: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class ReadBranch:
    units: tuple[RestsOn, ...]


Deciding: TypeAlias = DecideOnGoals | WithdrawDecision | TakeInOwn | ReadBranch

# -- A branch's plan: asking ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class AskUnits:
    """Opens a round, or changes the deadline and the units of the one that is open."""

    deadline: date
    units: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class RemindUnits:
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubmitPlan:
    """An approved version. Whether the asker may speak for the unit is the place's business."""

    unit: str
    plan: str
    version: str


@dataclass(frozen=True, slots=True)
class ReturnSubmission:
    """`version`: what was read; a newer one meanwhile is read first."""

    unit: str
    version: str
    lines: tuple[ReturnedLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptSubmission:
    unit: str
    version: str


@dataclass(frozen=True, slots=True)
class EndAsking:
    pass


Asking: TypeAlias = AskUnits | RemindUnits | SubmitPlan | ReturnSubmission | AcceptSubmission | EndAsking

Command: TypeAlias = Writing | Reviewing | Approving | Following | Deciding | Asking
COMMANDS: Mapping[str, type] = {kind.__name__: kind for kind in get_args(Command)}
