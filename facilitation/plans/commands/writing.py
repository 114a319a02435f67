"""Writing: what the plan says, line by line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.consolidation import Decided
from facilitation.plans.events import Source
from facilitation.shapes import Plan
from facilitation.steps.kind import Value


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """`organisation`: the id of whose it is; whether the asker may begin one for them is the place's business."""

    plan: Plan
    sources: tuple[Source, ...] = ()
    organisation: str = ""
    keyed_in: str = ""
    """The organisation that keys it in for them, if one does."""
    decisions: tuple[Decided, ...] = ()
    """Of a branch's plan that goes on from another: what was decided there on its goals."""


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
