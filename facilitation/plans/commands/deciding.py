"""Deciding in a branch's plan on its units' goals."""

from dataclasses import dataclass
from typing import TypeAlias

from facilitation.consolidation import Decided, Taken
from facilitation.plans.events import RestsOn


@dataclass(frozen=True, slots=True)
class DecideOnGoals:
    """`seen`: what was decided on these goals when the asker looked (`plans.decided.seen_of`)."""

    decision: Decided
    seen: int


@dataclass(frozen=True, slots=True)
class WithdrawDecision:
    decision: str
    seen: int


@dataclass(frozen=True, slots=True)
class TakeInOwn:
    """The ministry's own goals as they were approved last: they are the branch's without a decision of its own."""

    goals: tuple[Taken, ...]


@dataclass(frozen=True, slots=True)
class ReadBranch:
    units: tuple[RestsOn, ...]


Deciding: TypeAlias = DecideOnGoals | WithdrawDecision | TakeInOwn | ReadBranch
