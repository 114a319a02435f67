"""The branch's plan: the ministry's own goals and what was decided on the units', as a plan like any other.

It is made of decisions, not of what has arrived since: a late or changed plan changes nothing that was decided.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from facilitation.consolidation.branch import Branch, Ref
from facilitation.consolidation.decisions import Decided, Taken, decision_of, standing
from facilitation.consolidation.homes import homed
from facilitation.consolidation.merging import merged, owner
from facilitation.packs import Pack
from facilitation.shapes import Agreement, Goal, Plan


def branch_plan(branch: Branch, decisions: Iterable[Decided], pack: Pack, base: Plan) -> Plan:
    """`base` holds what the branch's plan says of itself: id, title, kind, organisation, period, status."""
    every = tuple(decisions)
    goals = (*own_goals(branch, every), *(goal_of(each, pack) for each in standing(every) if each.kind != "keep"))
    return replace(base, kind=base.kind or "branch", goals=goals, pack=pack.key, pack_version=pack.version)


def own_goals(branch: Branch, decisions: Iterable[Decided]) -> Iterator[Goal]:
    """The ministry's own goals that nothing else was decided on."""
    known = decision_of(decisions)
    return (homed(goal) for goal in branch.goals if goal.unit.own and goal.ref not in known)


def goal_of(decided: Decided, pack: Pack) -> Goal:
    """The goal of the branch that a decision makes of units' goals."""
    goals = [homed(taken) for taken in decided.goals]
    one = merged(decided, goals, pack) if decided.kind == "merge" else replace(goals[0], owner=owner(decided, goals))
    raised: Agreement = "candidate" if decided.kind == "raise" and one.agreement != "agreed" else one.agreement
    return replace(
        one,
        id=decided.id,
        to=decided.to or one.to,
        agreement=raised,
        agreement_year=decided.year or one.agreement_year,
        metrics=tuple(replace(metric, goals=(decided.id,)) for metric in one.metrics),
        actions=tuple(replace(action, goal=decided.id) for action in one.actions),
    )


def for_planning(branch: Branch, decisions: Iterable[Decided], plan: Plan) -> tuple[Plan, ...]:
    """What planning takes: the branch's plan as it was decided, and of its units' plans what did not become part of it.

    A goal kept with its unit, or on which nothing was decided, is the unit's still.
    """
    left = {ref for ref, each in decision_of(decisions).items() if each.kind != "keep"}
    having = (unit.id for unit in branch.units if unit.id in branch.plans)
    return (plan, *(_without(unit, branch.plans[unit], left) for unit in having))


def _without(unit: str, plan: Plan, left: Collection[Ref]) -> Plan:
    """An empty goal stands for one that was taken, since goals are told by their numbers in the unit's plan."""
    goals = (Goal(goal.id) if Ref(unit, goal.id) in left else goal for goal in plan.goals)
    return replace(plan, goals=tuple(goals))


def decided_on(unit: str, plan: Plan, decisions: Iterable[Decided]) -> Iterator[tuple[Goal, Taken, Decided]]:
    """What was decided on a unit's goals: each as it stands in this plan, as it was read, and the decision."""
    mine = {goal.id: goal for goal in plan.goals}
    for each in decisions:
        for taken in each.goals:
            if _of(plan, unit, taken) and taken.ref.goal in mine and not taken.unit.own:
                yield mine[taken.ref.goal], taken, each


def _of(plan: Plan, unit: str, taken: Taken) -> bool:
    """The plan may have gone over to another unit since."""
    return taken.unit.id == unit or bool(taken.plan) and taken.plan == plan.id


def with_parents(unit: str, plan: Plan, decisions: Iterable[Decided]) -> Plan:
    """A unit's plan with links to the goals of the branch that were made of its own."""
    made = (each for each in standing(decisions) if each.kind != "keep")
    up = {taken.goal.id: each.id for each in made for taken in each.goals if _of(plan, unit, taken)}
    return replace(plan, goals=tuple(replace(goal, parent=up.get(goal.id, goal.parent)) for goal in plan.goals))
