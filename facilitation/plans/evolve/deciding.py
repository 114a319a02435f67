"""A branch's decisions, and what each makes of its goals."""

from dataclasses import replace
from typing import assert_never

from facilitation.consolidation import Decided
from facilitation.plans.beginnings import bound
from facilitation.plans.events import BranchRead, Deciding, DecisionTakenBack, GoalsDecided, Recorded
from facilitation.plans.evolve.altering import altered
from facilitation.plans.evolve.writing import edited
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Plan


def evolve(life: Life, event: Deciding, recorded: Recorded) -> Life:
    """What deciding makes of a branch's plan."""
    match event:
        case GoalsDecided(decision, goal):
            at = {**life.decided_at, decision.id: recorded.seq}
            decided = altered(life, decisions=with_decision(life, decision), decided_at=at, rests=())
            return with_goal(decided, decision.id, goal, recorded)
        case DecisionTakenBack(decision):
            left = tuple(each for each in life.decisions if each.id != decision)
            at = {id: seq for id, seq in life.decided_at.items() if id != decision}
            return with_goal(altered(life, decisions=left, decided_at=at, rests=()), decision, None, recorded)
        case BranchRead(units):
            return altered(life, rests=units)
        case unknown:
            assert_never(unknown)


def with_decision(life: Life, decision: Decided) -> tuple[Decided, ...]:
    """In the place of the one before it, or last."""
    if decision.id not in life.decided_at:
        return (*life.decisions, decision)
    return tuple(decision if each.id == decision.id else each for each in life.decisions)


def with_goal(life: Life, id: str, goal: Goal | None, recorded: Recorded) -> Life:
    """The branch's goal of that id as it is made now: what was overruled about it is to be looked at again."""
    was = next((each for each in life.plan.goals if each.id == id), None)
    if goal is None or goal != was:
        about = {each.id for each in (was, *was.metrics, *was.actions)} if was else set[str]()
        overruled = tuple(each for each in life.overruled if each.about not in about)
        dropped = {line: each for line, each in life.dropped.items() if line != id}
        # A branch's log has hundreds of these, and hardly one that comes after an overruling or a drop.
        if (len(overruled), len(dropped)) != (len(life.overruled), len(life.dropped)):
            life = altered(life, overruled=overruled, dropped=dropped)
    return edited(life, placed(life.plan, id, goal), recorded)


def placed(plan: Plan, id: str, goal: Goal | None) -> Plan:
    """In the place of the one before it, or last; nowhere, where it stays with its unit."""
    made = (bound(goal),) if goal else ()
    if not any(each.id == id for each in plan.goals):
        return replace(plan, goals=(*plan.goals, *made)) if made else plan
    return replace(plan, goals=tuple(one for each in plan.goals for one in (made if each.id == id else (each,))))
