"""Writing: where a plan came from, and what changed in its lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.consolidation import Decided
from facilitation.shapes import Plan
from facilitation.steps.kind import Value
from facilitation.words import Parallel

Origin: TypeAlias = Literal["workshop", "plan", "file", "empty"]


@dataclass(frozen=True, slots=True)
class Source:
    """What a plan was made of: a workshop or a plan at a number of its log, a file by its digest."""

    kind: Origin
    id: str = ""
    seq: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True)
class PlanDrafted:
    """The whole plan as it began: what the room agreed, pinned. `organisation` is the id of whose it is, if known;
    `keyed_in` that of whoever keyed it in for them, if somebody did; `decisions` came along from a branch's plan."""

    plan: Plan
    sources: tuple[Source, ...] = ()
    organisation: str = ""
    keyed_in: str = ""
    decisions: tuple[Decided, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPlaced:
    """From now on it belongs to this organisation; what the plan says of itself stays as it is."""

    organisation: str
    keyed_in: str = ""
    """The organisation that keyed it in for them, if one did."""


@dataclass(frozen=True, slots=True)
class FieldRevised:
    """`before` is what stood there; words are those of one language."""

    line: str
    field: str
    value: Value
    before: Value
    language: str = ""


@dataclass(frozen=True, slots=True)
class ValueKept:
    """Somebody else had changed the field meanwhile: both stay until one is chosen."""

    line: str
    field: str
    value: Value
    language: str = ""


@dataclass(frozen=True, slots=True)
class ValueSettled:
    line: str
    field: str
    value: Value
    before: Value
    language: str = ""


@dataclass(frozen=True, slots=True)
class LineAdded:
    """`under`: the goal of a metric or an action. Words in `values` are parallel texts."""

    kind: str
    line: str
    values: Mapping[str, Value]
    under: str = ""


@dataclass(frozen=True, slots=True)
class LineDropped:
    line: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LinePutBack:
    line: str


@dataclass(frozen=True, slots=True)
class LineMoved:
    line: str
    under: str
    place: int


@dataclass(frozen=True, slots=True)
class ThemeLeftOut:
    """A theme that was looked at and left out; without a reason it is no longer left out."""

    theme: str
    reason: str
    name: Parallel


Writing: TypeAlias = (
    PlanDrafted
    | PlanPlaced
    | FieldRevised
    | ValueKept
    | ValueSettled
    | LineAdded
    | LineDropped
    | LinePutBack
    | LineMoved
    | ThemeLeftOut
)
