"""Following: what was found out about an approved plan. No version changes by it."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.shapes import Reading
from facilitation.shapes.followed import Entered, Told


@dataclass(frozen=True, slots=True)
class FigureEntered:
    """A metric's figure for a period; a later one for the same period restates it."""

    entered: Entered


@dataclass(frozen=True, slots=True)
class FigureWithdrawn:
    """From here on it counts nowhere, and what it restated holds again. `role`: in whose name."""

    figure: str
    reason: str = ""
    role: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class ProgressTold:
    told: Told


@dataclass(frozen=True, slots=True)
class BaselineGiven:
    """`role`: in whose name. A later one takes its place."""

    metric: str
    reading: Reading
    role: str = ""


@dataclass(frozen=True, slots=True)
class PlanClosed:
    """From that day on nothing is asked for in the plan, and its goals are counted no more."""

    day: date
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PlanReopened:
    """It is followed up again as if it had never been closed."""

    reason: str = ""


Following: TypeAlias = FigureEntered | FigureWithdrawn | ProgressTold | BaselineGiven | PlanClosed | PlanReopened
