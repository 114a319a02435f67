"""A plan's life as it stands after some number of events. All is immutable: what did not change is the same object."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from facilitation.consolidation import Decided
from facilitation.plans.events import ApprovalRecorded, Approver, Outcome, RestsOn, ReturnedLine, Source
from facilitation.plans.lines import Line
from facilitation.shapes import TOGETHER, Plan, Reading
from facilitation.shapes.followed import Entered, Told
from facilitation.steps.kind import Value

Stage: TypeAlias = Literal["", "draft", "comment", "approval", "approved", "amended"]
"""Being written; out for comments; before its approvers; approved; approved, and being changed again."""

WRITABLE: tuple[Stage, ...] = ("draft", "comment", "amended")
NO_PLAN = Plan("")


@dataclass(frozen=True, slots=True)
class Kept:
    """A value that came while somebody else changed the same field."""

    line: str
    field: str
    language: str
    value: Value
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that was taken out, with all that belongs to it, and where it stood."""

    line: Line
    under: str
    place: int
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """Of which round, about which line; the answer once there is one."""

    id: str
    round: int
    about: str
    text: str
    language: str
    by: str
    at: datetime
    answer: str = ""
    outcome: Outcome = ""


@dataclass(frozen=True, slots=True)
class Round:
    """A round of comments on one version."""

    number: int
    deadline: date
    version: str
    open: bool = True


@dataclass(frozen=True, slots=True)
class Given:
    """An approval that was given: whose it is, and by whom, where a deputy stood in."""

    approver: str
    by: str
    at: datetime
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who was asked, and who has approved so far."""

    approvers: tuple[Approver, ...]
    by: str
    at: datetime
    given: tuple[Given, ...] = ()
    answer_by: date | None = None
    """Until when an answer is wished; whoever has not given one is reminded."""

    @property
    def waiting(self) -> tuple[Approver, ...]:
        done = {each.approver for each in self.given}
        return tuple(each for each in self.approvers if each.account not in done)

    def of(self, account: str) -> Approver | None:
        """The approval still to be given that this account may give: its own before another's."""
        mine = [each for each in self.waiting if account == each.account]
        return next(iter((*mine, *(each for each in self.waiting if account in each.deputies))), None)


@dataclass(frozen=True, slots=True)
class Keyed:
    """Keyed in for whose plan it is: by which organisation, by whom, and since when they say that it is right."""

    organisation: str
    by: str
    confirmed_by: str = ""
    confirmed: datetime | None = None
    changed: bool = False
    """Since then, by others."""
    own: tuple[str, ...] = ()
    """Accounts whose changes are their own word, as long as the plan is amended by themselves."""


@dataclass(frozen=True, slots=True)
class Overruled:
    """A stop that an approver let be, and why."""

    check: str
    about: str
    field: str
    words: str
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Version:
    """A point in the log with a number: 0.1, 0.2 … before the first approval, 1.0 at it, 1.1 … towards the second."""

    number: str
    seq: int
    at: datetime
    by: str
    name: str
    plan: Plan
    approval: Approval | ApprovalRecorded | None = None
    decisions: tuple[Decided, ...] = ()
    """Of a branch's plan: what was decided by then, and the plans that it rests on."""
    rests: tuple[RestsOn, ...] = ()

    @property
    def approved(self) -> bool:
        return self.approval is not None


def last_before(versions: Sequence[Version], published: Version) -> Version | None:
    """The version that was approved the time before."""
    return next((each for each in reversed(versions) if each.approved and each.seq < published.seq), None)


@dataclass(frozen=True, slots=True)
class Closed:
    """Since when nothing is asked for in a plan that was closed by an act of its own, and why."""

    day: date
    reason: str


Answering: TypeAlias = Literal["invited", "submitted", "returned", "accepted"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit that is asked for its plan: where its answer stands, which version it gave, and what was said of it."""

    unit: str
    at: datetime
    state: Answering = "invited"
    plan: str = ""
    version: str = ""
    lines: tuple[ReturnedLine, ...] = ()
    reason: str = ""
    reminded: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class BranchRound:
    """A ministry's round: by when it asks which units for their plans."""

    number: int
    deadline: date
    units: tuple[Asked, ...]
    open: bool = True

    @property
    def asks(self) -> Sequence[str]:
        return [each.unit for each in self.units]

    def of(self, unit: str) -> Asked | None:
        return next((each for each in self.units if each.unit == unit), None)


@dataclass(frozen=True)
class Life:
    """The plan as it stands, and all that was said and decided about it."""

    plan: Plan = NO_PLAN
    first: Plan = NO_PLAN
    """As it was drafted: what the room agreed."""
    sources: tuple[Source, ...] = ()
    owner: str = ""
    """Who drafted it."""
    drafted_at: datetime | None = None
    organisation: str = ""
    """The id of whose it is; what it is called in the plan's text is no more than words."""
    keyed: Keyed | None = None
    """Nothing where they wrote it themselves."""
    stage: Stage = ""
    kept: tuple[Kept, ...] = ()
    dropped: Mapping[str, Dropped] = field(default_factory=dict)
    versions: tuple[Version, ...] = ()
    rounds: tuple[Round, ...] = ()
    comments: Mapping[str, Comment] = field(default_factory=dict)
    approval: Approval | None = None
    returned: str = ""
    """Why it last came back from its approvers."""
    overruled: tuple[Overruled, ...] = ()
    entered: tuple[Entered, ...] = ()
    """Figures, in the order in which they came."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """How far each action has come, where somebody said so after the approval."""
    baselines: Mapping[str, Reading] = field(default_factory=dict)
    """What was measured after the approval, by metric."""
    closed: Closed | None = None
    decisions: tuple[Decided, ...] = ()
    """Of a branch's plan, on its units' goals: no two of them on one goal."""
    decided_at: Mapping[str, int] = field(default_factory=dict)
    """The number of the fact that each of them was last changed by."""
    rests: tuple[RestsOn, ...] = ()
    asked: tuple[BranchRound, ...] = ()
    editor: str = ""
    """Who changed it last."""
    changed_at: datetime | None = None
    seq: int = 0

    @property
    def round(self) -> Round | None:
        """The round of comments that is open."""
        return next((each for each in self.rounds if each.open), None)

    @property
    def of_branch(self) -> bool:
        """Whether goals of other plans are decided on in it: of a branch's units, or of all branches."""
        return self.first.kind in TOGETHER

    @property
    def asking(self) -> BranchRound | None:
        """The branch's round that is open."""
        return next((each for each in self.asked if each.open), None)

    @property
    def published(self) -> Version | None:
        """The version that was approved last: what others may read and build on."""
        return next((each for each in reversed(self.versions) if each.approved), None)

    @property
    def writing(self) -> Stage:
        """The stage of a plan that is being written: for the first time, or again."""
        return "amended" if self.published else "draft"

    def closed_on(self, day: date) -> bool:
        """Whether it was closed by an act of its own by then."""
        return self.closed is not None and self.closed.day <= day

    def kept_of(self, line: str, field: str, language: str = "") -> tuple[Kept, ...]:
        return tuple(each for each in self.kept if (each.line, each.field, each.language) == (line, field, language))

    def version(self, number: str) -> Version | None:
        return next((each for each in self.versions if each.number == number), None)


def confirmed(life: Life) -> bool:
    """Whether whose plan it is have said that it is right as it stands now; nothing of it was changed since."""
    return life.keyed is not None and life.keyed.confirmed is not None and not life.keyed.changed
