"""Deciding, in a branch's plan, on its units' goals; and the plans that the branch's rests on."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.consolidation import Decided, Unit
from facilitation.shapes import Goal


@dataclass(frozen=True, slots=True)
class RestsOn:
    """A unit of the branch, and the version of its plan that was read; none where it has published none."""

    unit: Unit
    plan: str = ""
    version: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class GoalsDecided:
    """`goal`: the branch's goal that was made by it; None where the goals stay with their units."""

    decision: Decided
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class DecisionTakenBack:
    decision: str


@dataclass(frozen=True, slots=True)
class BranchRead:
    """What the branch's plan rests on, as it goes to approval."""

    units: tuple[RestsOn, ...]


Deciding: TypeAlias = GoalsDecided | DecisionTakenBack | BranchRead
