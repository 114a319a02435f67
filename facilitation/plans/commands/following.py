"""Following: what was found out about an approved plan."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.shapes import Reading
from facilitation.shapes.followed import ActionStatus, Period, Standing


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
class WithdrawFigure:
    """A figure that was entered for the wrong metric or period is taken back: what it restated holds again."""

    figure: str
    reason: str
    role: str
    today: date


@dataclass(frozen=True, slots=True)
class TellProgress:
    """How far an action has come. `milestones`: a sign of each that is reached; None leaves them as they are."""

    action: str
    status: ActionStatus
    comment: str
    role: str
    today: date
    milestones: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class GiveBaseline:
    """A metric's baseline, where it was promised and not known when the plan was approved."""

    metric: str
    reading: Reading
    role: str
    today: date


@dataclass(frozen=True, slots=True)
class ClosePlan:
    """Nothing is asked for in it from a day on, though no other plan follows it; once more, and another day holds."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True)
class ReopenPlan:
    """It is followed up again."""

    reason: str


Following: TypeAlias = EnterFigure | WithdrawFigure | TellProgress | GiveBaseline | ClosePlan | ReopenPlan
