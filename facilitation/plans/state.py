"""A plan's life as it stands after some number of events. All is immutable: what did not change is the same object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeAlias

from facilitation.consolidation import Decided
from facilitation.plans.events import RestsOn, Source
from facilitation.plans.parts import (
    Approval,
    BranchRound,
    Closed,
    Comment,
    Dropped,
    EnteredBy,
    Kept,
    Keyed,
    Overruled,
    Round,
    Version,
    Withdrawn,
    last_before,
)
from facilitation.shapes import TOGETHER, Plan, Reading
from facilitation.shapes.followed import Entered, Told

Stage: TypeAlias = Literal["", "draft", "comment", "approval", "approved", "amended"]
"""Being written; out for comments; before its approvers; approved; approved, and being changed again."""

WRITABLE: tuple[Stage, ...] = ("draft", "comment", "amended")
NO_PLAN = Plan("")


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
    amended: Mapping[str, str] = field(default_factory=dict)
    """What was to be amended and why, by the number of the approved version that was opened for it."""
    overruled: tuple[Overruled, ...] = ()
    entered: tuple[Entered, ...] = ()
    """Figures that hold, in the order in which they came; nothing else counts anywhere."""
    withdrawn: tuple[Withdrawn, ...] = ()
    """Figures that were taken back, in the order of that."""
    entered_by: tuple[EnteredBy, ...] = ()
    """Of every figure that was ever entered."""
    told: Mapping[str, Told] = field(default_factory=dict)
    """How far each action has come, where somebody said so after the approval."""
    carried: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each action what was told as reached when the amendment was opened: whether it is, the draft says since."""
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

    def amends(self, version: Version | None) -> str:
        """Why the version approved before this one was opened again; of None, of the one that is being written."""
        before = self.published if version is None else last_before(self.versions, version)
        return self.amended.get(before.number, "") if before else ""

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
