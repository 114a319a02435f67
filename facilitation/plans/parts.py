"""What a plan's life is made of: what was kept, said, asked and approved. All is immutable."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal, TypeAlias

from facilitation.consolidation import Decided
from facilitation.plans.events import ApprovalRecorded, Approver, Outcome, RestsOn, ReturnedLine
from facilitation.plans.lines import Line
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.steps.kind import Value


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
class Withdrawn:
    """A figure that was taken back: why, in the name of which role, on which day, and by whom."""

    entered: Entered
    reason: str = ""
    role: str = ""
    on: date | None = None
    by: str = ""

    @property
    def from_outside(self) -> "Withdrawn":
        """Others learn that it counts no more; why and by whom stays at home."""
        return replace(self, reason="", role="", by="")


@dataclass(frozen=True, slots=True)
class EnteredBy:
    """Who entered a figure: an account, or whoever held a role and came by its link; nobody is told outside."""

    figure: str
    by: str = ""


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
        """Who has not approved yet, with those deputies who may: nobody gives two approvals."""
        done, gave = {each.approver for each in self.given}, {each.by for each in self.given}
        left = (each for each in self.approvers if each.account not in done)
        return tuple(replace(each, deputies=tuple(who for who in each.deputies if who not in gave)) for each in left)

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
