"""Several organisations' published plans read together. What is not published is not there at all.

The same holds one level up: ministries with their branch plans are to the steering group what units are to a ministry.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from facilitation.shapes import Goal, Plan
from facilitation.words import N_, Message, Parallel

PUBLISHED = frozenset(("approved", "followed", "closed"))
"""The states in which a plan is read by others than those who write it."""

NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Unit:
    """Whose plan is read. `own`: the ministry itself, whose goals are the branch's without a decision."""

    id: str
    name: Parallel
    own: bool = False


class Ref(NamedTuple):
    """A goal of a unit: ids are unique within a plan only."""

    unit: str
    goal: str


@dataclass(frozen=True)
class UnitGoal:
    """A goal with the unit whose it is, and its number in that unit's plan."""

    unit: Unit
    number: int
    goal: Goal

    @cached_property
    def ref(self) -> Ref:
        return Ref(self.unit.id, self.goal.id)


@dataclass(frozen=True)
class Branch:
    """Units and the newest published plan of each that has one."""

    units: tuple[Unit, ...]
    plans: Mapping[str, Plan] = field(default_factory=dict)
    unread: tuple[tuple[Unit, Plan], ...] = ()
    """What stands beside those plans and is not read, so that it can be said."""
    closed: Mapping[str, date] = field(default_factory=dict)
    """By unit, since when a plan of it is closed: why one may be missing."""

    @property
    def missing(self) -> tuple[Unit, ...]:
        return tuple(unit for unit in self.units if unit.id not in self.plans)

    @cached_property
    def goals(self) -> Sequence[UnitGoal]:
        """Every published goal, unit by unit."""
        having = [(unit, self.plans[unit.id]) for unit in self.units if unit.id in self.plans]
        return [UnitGoal(unit, number, goal) for unit, plan in having for number, goal in enumerate(plan.goals, 1)]


def read_together(units: Iterable[Unit], arrived: Iterable[tuple[str, Plan]]) -> Branch:
    """The branch after these plans have arrived, by unit, in whatever order; what is not published is passed over."""
    every = tuple(units)
    known = {unit.id for unit in every}
    plans: dict[str, Plan] = {}
    for unit, plan in arrived:
        held = plans.get(unit)
        if unit in known and plan.status in PUBLISHED and (held is None or newness(held) < newness(plan)):
            plans[unit] = plan
    return Branch(every, plans)


def beside(branch: Branch, arrived: Iterable[tuple[str, Plan]]) -> Iterator[tuple[Unit, Plan]]:
    """Other published plans of the units: of each unit one is read, the one that was approved last."""
    every = tuple(arrived)
    for unit in branch.units:
        for whose, plan in every:
            if whose == unit.id and plan.status in PUBLISHED and plan.id != branch.plans[whose].id:
                yield unit, plan


def before_round(now: Branch, earlier: Iterable[tuple[str, Plan]]) -> Branch | None:
    """The branch by the plans that were replaced since, with those that already stood then and still do.

    None where nothing was replaced: there was no round before.
    """
    replaced = [(unit, replace(plan, status="approved")) for unit, plan in earlier]
    known = {unit for unit, _ in replaced}
    until = max((plan.approved_on or date.min for _, plan in replaced), default=date.min)
    still = [(unit, plan) for unit, plan in now.plans.items() if (plan.approved_on or date.max) <= until]
    return read_together(now.units, (*replaced, *(each for each in still if each[0] not in known))) if known else None


def newness(plan: Plan) -> tuple[date, tuple[int, ...], str]:
    """Published plans in order: by day of approval, then by version, of which 1.10 comes after 1.9."""
    numbers = tuple(int(number) for number in NUMBER.findall(plan.version))
    return plan.approved_on or date.min, numbers, plan.id


def completeness(branch: Branch, language: str) -> Message:
    """How many plans it rests on, and whose are missing, by name in the reader's language."""
    arrived = {"n": len(branch.plans), "of": len(branch.units)}
    if not branch.missing:
        return Message(N_("The one plan is in") if len(branch.units) == 1 else N_("All %(of)s plans are in"), arrived)
    missing = ", ".join(name_of(unit, language) for unit in branch.missing)
    return Message(N_("%(n)s of %(of)s plans are in, missing: %(missing)s"), {**arrived, "missing": missing})


def name_of(unit: Unit, language: str) -> str:
    return unit.name.get(language) or next((name for name in unit.name.values() if name), unit.id)
