"""An approved plan as it is followed up, with what was entered."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.consolidation import from_units, named_apart
from facilitation.plans import succession
from facilitation.plans.decided import units_of
from facilitation.plans.events import RestsOn
from facilitation.plans.succession import Continues
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered, Told
from facilitation.shapes.series import Counting, Figure, Redefined, by_metric, in_force, newest
from facilitation.words import Parallel
from workshop.limits import FIGURES_AT_HAND


@dataclass(frozen=True)
class Next:
    """The plan that goes on from another, and since when it stands in its stead."""

    plan: str
    title: Parallel
    since: date
    actions: frozenset[str] = frozenset()
    """Those that were taken along."""


@dataclass(frozen=True, kw_only=True)
class InTime:
    """When an approved plan stands, among those before and after it."""

    continues: Continues | None = None
    """The plan in whose stead it stands or will stand, and with whose figures it goes on."""
    next: Next | None = None
    closed: date | None = None
    """Since when it is closed by an act of its own."""

    def counts(self, day: date) -> bool:
        """Whether it is the one whose goals stand on a day: of a plan and the next one, one at a time does."""
        early = self.continues is not None and day < self.continues.since
        return not early and not self.is_over(day)

    @property
    def ends(self) -> date | None:
        """From when on the next plan stands in its stead, or it is closed."""
        days = (self.closed, self.next.since if self.next else None)
        return min((day for day in days if day), default=None)

    def is_over(self, day: date) -> bool:
        return self.ends is not None and self.ends <= day

    def closed_on(self, day: date) -> bool:
        """Whether it was closed by an act of its own."""
        return self.closed is not None and self.closed <= day


@dataclass(frozen=True)
class FollowedPlan(InTime):
    """A plan with the newest figures of each metric and what they restate, and the id of whose plan it is."""

    organisation: str
    plan: Plan
    entries: Sequence[Entered]
    seq: int = 0
    """After which event of its log the version was made."""
    digest: str = ""
    """The first signs of the version's data."""
    head: int = 0
    """The last event of its log."""
    rests: Sequence[RestsOn] = ()
    """Of a branch's plan: the plans of units that it rests on."""
    told: Mapping[str, Told] = field(default_factory=dict[str, Told])
    """What was said last of each action, since the approval."""
    redefined: Redefined = field(default_factory=dict[str, tuple[date, ...]])
    before: Plan | None = None
    """Of a branch's plan: as it was approved the time before."""
    newest: Mapping[str, Figure] = field(default_factory=dict[str, Figure])
    """The last period's figure of each metric that was counted by the definition in force."""
    counted: str = ""
    """The sign of all that its figures were put together of, where its units' are among them."""
    owed: Mapping[str, date] = field(default_factory=dict[str, date])
    """Metrics that the plan before it is no longer asked for, and since when it was."""

    def having(self, entries: Sequence[Entered], redefined: Redefined) -> "FollowedPlan":
        """The same with these figures."""
        return replace(self, entries=entries, redefined=redefined, newest=newest(entries, redefined))

    @property
    def told_apart(self) -> Plan:
        """Of a branch's plan with the unit beside each name that lines of several units bear."""
        return (
            named_apart(self.plan, {each.unit.id: each.unit.name for each in self.rests}) if self.rests else self.plan
        )

    @property
    def units(self) -> frozenset[str]:
        return units_of(self.rests)

    def reaches(self, day: date) -> bool:
        """Whether the figures at hand go back to that day: of a metric with many only the newest are."""
        return not any(
            len(of) >= FIGURES_AT_HAND and all(each.on and each.on > day for each in of)
            for of in by_metric(self.entries).values()
        )

    @property
    def comparable(self) -> Iterator[Entered]:
        """What was counted by the definitions that are in force."""
        return in_force(self.entries, self.redefined)

    @property
    def counting(self) -> Counting:
        """What it is asked for and judged by, among the plans before and after it."""
        own = Counting(self.redefined, self.owed, elsewhere=from_units(self.plan, self.units))
        if self.next is None:
            return replace(own, closed=self.closed)
        followed = None if succession.asks(self.plan.period, self.next.since, self.next.since) else self.next.since
        closed = min((day for day in (followed, self.closed) if day), default=None)
        return replace(own, taken_along=self.next.actions, closed=closed)

    def asks(self, day: date) -> bool:
        """Whether anybody is still asked for anything in it."""
        return not self.closed_on(day) and succession.asks(
            self.plan.period, self.next.since if self.next else None, day
        )
