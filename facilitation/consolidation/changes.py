"""What changed since the last round: plans that came or went, goals that are new, gone or not as they were."""

from dataclasses import dataclass
from typing import Literal

from facilitation.consolidation.branch import Branch, Unit, UnitGoal
from facilitation.consolidation.facets import INSIDE, differing


@dataclass(frozen=True, slots=True)
class GoalChange:
    """A goal that is new, gone, or changed in the parts named; one that is gone is told as it was."""

    goal: UnitGoal
    how: Literal["new", "gone", "changed"]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Changes:
    """From one round to the next."""

    arrived: tuple[Unit, ...]
    withdrawn: tuple[Unit, ...]
    goals: tuple[GoalChange, ...]

    def __bool__(self) -> bool:
        return bool(self.arrived or self.withdrawn or self.goals)


def changes(before: Branch, now: Branch) -> Changes:
    """Goals of plans that came or went as a whole are not told one by one."""
    was = {goal.ref: goal for goal in before.goals if goal.unit.id in now.plans}
    has = {goal.ref: goal for goal in now.goals if goal.unit.id in before.plans}
    new = (GoalChange(goal, "new") for ref, goal in has.items() if ref not in was)
    gone = (GoalChange(goal, "gone") for ref, goal in was.items() if ref not in has)
    both = ((was[ref].goal, goal) for ref, goal in has.items() if ref in was)
    other = (GoalChange(goal, "changed", parts) for old, goal in both if (parts := differing((old, goal.goal), INSIDE)))
    return Changes(
        tuple(unit for unit in now.units if unit.id in now.plans and unit.id not in before.plans),
        tuple(unit for unit in before.units if unit.id in before.plans and unit.id not in now.plans),
        (*new, *gone, *other),
    )
