"""What a branch's plan says besides: which plans it rests on, and whose goals its own were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.consolidation import Branch, Decided, completeness
from facilitation.plans.decided import on_units
from facilitation.plans.events import RestsOn
from facilitation.plans.parts import Version
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Plan
from workshop.languages import reader_language, worded


@dataclass(frozen=True)
class Made:
    """A goal of the branch, and what it was made of."""

    goal: Goal
    decision: Decided


def rests_on(rests: Sequence[RestsOn]) -> str:
    """So many of so many plans, and whose are missing; nothing where that has not been said yet."""
    if not rests:
        return ""
    read = {each.unit.id: Plan(each.plan, version=each.version) for each in rests if each.plan}
    return worded(completeness(Branch(tuple(each.unit for each in rests), read), reader_language()))


def came_from(life: Life, version: Version | None) -> Sequence[Made]:
    """The goals of the branch that were made of units', in the plan's order."""
    of = version or life
    return tuple(_made(of.plan, on_units(of.decisions)))


def _made(plan: Plan, decisions: Sequence[Decided]) -> Iterator[Made]:
    by_goal = {each.id: each for each in decisions if each.kind != "keep"}
    yield from (Made(goal, by_goal[goal.id]) for goal in plan.goals if goal.id in by_goal)
