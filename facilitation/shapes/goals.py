"""Goals with their metrics and actions, and what stands behind each of them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from facilitation.shapes.offered import Aggregation, Direction, Frequency, MetricLevel
from facilitation.words import Parallel

Agreement: TypeAlias = Literal["", "no", "candidate", "agreed"]
"""Whether a goal is proposed for the performance agreement."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind a line of the plan: its cards, the dots or the matrix, the marks and how far they spread."""

    cards: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    dots: int | None = None
    rank: int | None = None
    tied: bool = False
    people: int | None = None
    """How many gave dots, or placed it on the matrix."""
    importance: float | None = None
    feasibility: float | None = None
    picks: int | None = None
    median: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    groups: tuple[str, ...] = ()
    workshop: str = ""
    """The earlier workshop or plan it came from, if it was brought along."""


NO_EVIDENCE = Evidence()


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a metric on a day. A share keeps what it was divided from, since shares cannot be added up."""

    value: float
    day: date | None = None
    note: str = ""
    numerator: float | None = None
    denominator: float | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """Who finds something out, and by when."""

    who: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """The metric sheet. `targets` are in order of day: the last is the target, those before it are milestones."""

    id: str
    name: Parallel = field(default_factory=dict)
    question: Parallel = field(default_factory=dict)
    library: str = ""
    goals: tuple[str, ...] = ()
    definition: Parallel = field(default_factory=dict)
    numerator: Parallel = field(default_factory=dict)
    denominator: Parallel = field(default_factory=dict)
    unit: str = ""
    direction: Direction | Literal[""] = ""
    baseline: Reading | None = None
    baseline_promise: Promise | None = None
    targets: tuple[Reading, ...] = ()
    range_low: float | None = None
    range_high: float | None = None
    source: Parallel = field(default_factory=dict)
    delivered_by: str = ""
    frequency: Frequency = ""
    owner: str = ""
    level: MetricLevel = ""
    scope: Parallel = field(default_factory=dict)
    green_from: float | None = None
    amber_from: float | None = None
    aggregation: Aggregation = ""
    weight: str = ""
    reaction: Parallel = field(default_factory=dict)
    """Who acts and what they do when the value is red."""
    valid_low: float | None = None
    valid_high: float | None = None
    precision: int | None = None
    expected_denominator: float | None = None
    """How many cases a share is expected to be counted from in one period."""
    cost: Literal["", "low", "medium", "high"] = ""
    available: Literal["", "yes", "with_work", "no"] = ""
    owner_can_influence: bool | None = None
    audience: str = ""
    publicity: str = ""
    evidence: Evidence = NO_EVIDENCE
    registered: str = ""
    """By which definition of a register it is counted, as `bound` writes it; "" where it is counted by its own."""
    days_to_count: int | None = None
    """How long after a period's end its figure can be had; None: as is usual for how often it is counted."""

    @property
    def target(self) -> Reading | None:
        return self.targets[-1] if self.targets else None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A named point on an action's way."""

    name: Parallel
    day: date | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """What is done for a goal. `effort` in person-days, `cost` in euros."""

    id: str
    text: Parallel = field(default_factory=dict)
    goal: str = ""
    deliverable: Parallel = field(default_factory=dict)
    responsible: str = ""
    partners: str = ""
    start: date | None = None
    end: date | None = None
    milestones: tuple[Milestone, ...] = ()
    effort: float | None = None
    cost: float | None = None
    funding: str = ""
    resources: Parallel = field(default_factory=dict)
    yearly: bool = False
    depends_on: tuple[str, ...] = ()
    collects: tuple[str, ...] = ()
    """Metrics whose missing figures this action brings."""
    risk: Parallel = field(default_factory=dict)
    priority: Literal["", "high", "medium", "low"] = ""
    status: Literal["to_come", "in_progress", "done", "paused", "abandoned"] = "to_come"
    notes: tuple[str, ...] = ()
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class Goal:
    """From where to where, for which objectives, who answers for it and by when. The goal's sentence is `to`."""

    id: str
    from_: Parallel = field(default_factory=dict)
    to: Parallel = field(default_factory=dict)
    objectives: tuple[str, ...] = ()
    own: bool = False
    """Deliberately linked to no objective of the strategy."""
    theme: str = ""
    scope: str = ""
    result: str = ""
    """Which kind of result it is, by the pack's plan field of that name; "effect" is an outcome."""
    level_now: int | None = None
    level_target: int | None = None
    why: Parallel = field(default_factory=dict)
    owner: str = ""
    due: date | None = None
    agreement: Agreement = ""
    agreement_year: int | None = None
    document: str = ""
    status: str = ""
    parent: str = ""
    unit: str = ""
    """The organisation whose goal it was before it was adopted or merged."""
    metrics: tuple[Metric, ...] = ()
    actions: tuple[Action, ...] = ()
    evidence: Evidence = NO_EVIDENCE
