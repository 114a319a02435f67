"""What a pack offers a workshop: statements, the rungs of a scale, metrics to take, agendas to start from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from facilitation.strategy import Own, Provenances
from facilitation.words import Parallel

Direction: TypeAlias = Literal["more", "less", "keep", "range"]
MetricLevel: TypeAlias = Literal["", "input", "process", "output", "outcome", "impact"]

Frequency: TypeAlias = Literal["", "monthly", "quarterly", "twice_a_year", "yearly", "once"]
Aggregation: TypeAlias = Literal[
    "", "sum", "ratio", "weighted_mean", "median", "min", "max", "count_meeting_target", "latest", "none"
]

DIRECTIONS: tuple[Direction, ...] = ("more", "less", "keep", "range")
METRIC_LEVELS: tuple[MetricLevel, ...] = ("", "input", "process", "output", "outcome", "impact")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a room rates in the current state: one idea, about one objective. `short_form`: one of the few used live."""

    id: str
    objective: str
    text: Parallel
    short_form: bool = False
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Level:
    """One rung of the maturity scale."""

    value: int
    name: Parallel
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LibraryMetric:
    """A metric ready to take. A share has numerator and denominator, and its definition is made of them."""

    id: str
    objectives: tuple[str, ...]
    name: Parallel
    definition: Parallel
    unit: str
    direction: Direction
    source: Parallel
    level: MetricLevel
    context: Parallel = field(default_factory=dict)
    caution: Parallel = field(default_factory=dict)
    numerator: Parallel = field(default_factory=dict)
    denominator: Parallel = field(default_factory=dict)
    provenance: Provenances = field(default_factory=dict)
    frequency: Frequency = ""
    aggregation: Aggregation = ""
    days_to_count: int | None = None
    own: Own | None = None
    """Of a metric in an organisation's register; its id is then that of the entry and the definition's version."""


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """What somebody works with; results may be split by it."""

    id: str
    name: Parallel
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepPlan:
    """A step as an agenda proposes it: `minutes` long, `pinned` to a minute of the day where one is given ("10:30")."""

    kind: str
    title: Parallel
    task: Parallel
    minutes: int
    pinned: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Agenda:
    """An order of steps that a workshop can start from."""

    key: str
    name: Parallel
    description: Parallel
    steps: tuple[StepPlan, ...]
    provenance: Provenances = field(default_factory=dict)
