"""Asking units for their plans: a branch's round, from the invitation to what was accepted."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A line of a unit's plan that is to be looked at again, and why."""

    line: str
    reason: str


@dataclass(frozen=True, slots=True)
class UnitsAsked:
    """A round opens; while one is open, its deadline and its units change."""

    deadline: date
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitsReminded:
    units: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanSubmitted:
    """By the unit: an approved version of its plan."""

    unit: str
    plan: str
    version: str


@dataclass(frozen=True, slots=True)
class SubmissionReturned:
    unit: str
    lines: tuple[ReturnedLine, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SubmissionAccepted:
    unit: str


@dataclass(frozen=True, slots=True)
class AskingEnded:
    pass


Asking: TypeAlias = UnitsAsked | UnitsReminded | PlanSubmitted | SubmissionReturned | SubmissionAccepted | AskingEnded
