"""Asking a branch's units for their plans."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.plans.events import ReturnedLine


@dataclass(frozen=True, slots=True)
class AskUnits:
    """Opens a round, or changes the deadline and the units of the one that is open."""

    deadline: date
    units: tuple[str, ...]
    today: date


@dataclass(frozen=True, slots=True)
class RemindUnits:
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SubmitPlan:
    """An approved version. Whether the asker may speak for the unit is the place's business."""

    unit: str
    plan: str
    version: str


@dataclass(frozen=True, slots=True)
class ReturnSubmission:
    """`version`: what was read; a newer one meanwhile is read first."""

    unit: str
    version: str
    lines: tuple[ReturnedLine, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptSubmission:
    unit: str
    version: str


@dataclass(frozen=True, slots=True)
class EndAsking:
    pass


Asking: TypeAlias = AskUnits | RemindUnits | SubmitPlan | ReturnSubmission | AcceptSubmission | EndAsking
