"""Decisions to look at again: what became of the goals decided on, and which goals came since that look like them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.consolidation.alike import look_alike
from facilitation.consolidation.branch import Branch, Ref, UnitGoal
from facilitation.consolidation.decisions import Decided, Taken, standing, undecided
from facilitation.consolidation.facets import INSIDE, differing

Drawn: TypeAlias = Sequence[tuple[Ref, Ref]]
"""A goal decided on and one that came since and looks like it."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A decision to look at again: the unit is no longer there, or its plan, or the goal; parts of the goal changed; or
    a plan that came since has a goal that looks like it.
    """

    decision: Decided
    ref: Ref
    how: Literal["no_unit", "no_plan", "gone", "changed", "alike"]
    parts: tuple[str, ...] = ()
    late: UnitGoal | None = None
    """The goal that looks like it."""


def touched(branch: Branch, decisions: Iterable[Decided], known: Drawn | None = None) -> tuple[Touched, ...]:
    """By what became of the goals decided on, then by what came since; `known`: what is drawn, where that is known."""
    holding = standing(decisions)
    now = {goal.ref: goal for goal in branch.goals}
    of = {taken.ref: each for each in holding for taken in each.goals}
    became = (_touched(each, taken, now.get(taken.ref), branch) for each in holding for taken in each.goals)
    came = drawn(branch, holding) if known is None else known
    return (*filter(None, became), *(Touched(of[ref], ref, "alike", late=now[late]) for ref, late in came))


def _touched(decision: Decided, taken: Taken, now: UnitGoal | None, branch: Branch) -> Touched | None:
    if now is None:
        return Touched(decision, taken.ref, _how_gone(taken.ref.unit, branch))
    parts = differing((taken.goal, now.goal), INSIDE)
    return Touched(decision, taken.ref, "changed", parts) if parts else None


def _how_gone(unit: str, branch: Branch) -> Literal["no_unit", "no_plan", "gone"]:
    if unit in branch.plans:
        return "gone"
    return "no_plan" if any(each.id == unit for each in branch.units) else "no_unit"


def drawn(branch: Branch, decisions: Iterable[Decided]) -> Drawn:
    """A late goal looks like goals that were decided on: each such decision once, with the goal."""
    holding = standing(decisions)
    late = tuple(late_goals(branch, holding))
    return tuple(_drawn(late, holding)) if late else ()


def _drawn(late: Sequence[UnitGoal], holding: Sequence[Decided]) -> Iterator[tuple[Ref, Ref]]:
    of = {taken.ref: each.id for each in holding for taken in each.goals}
    as_taken = [UnitGoal(taken.unit, 0, taken.goal) for each in holding for taken in each.goals]
    for group in look_alike((*as_taken, *late)):
        came = [goal.ref for goal in group.goals if goal.ref not in of]
        known = {of[goal.ref]: goal.ref for goal in reversed(group.goals) if goal.ref in of}
        yield from ((ref, goal) for goal in came for ref in known.values())


def late_goals(branch: Branch, holding: Sequence[Decided]) -> Iterator[UnitGoal]:
    """Undecided goals of plans, or of versions of them, from which nothing had been taken when it was decided."""
    read = {(taken.unit.id, taken.plan, taken.version) for each in holding for taken in each.goals}
    left = set(undecided(branch, holding))
    for goal in branch.goals:
        plan = branch.plans[goal.unit.id]
        if goal.ref in left and (goal.unit.id, plan.id, plan.version) not in read:
            yield goal
