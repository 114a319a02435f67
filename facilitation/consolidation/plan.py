"""The branch's plan: the ministry's own goals and what was decided on the units', as a plan like any other.

It is made of decisions, not of what has arrived since: a late or changed plan changes nothing that was decided.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitation.consolidation.branch import Branch
from facilitation.consolidation.decisions import Decided, decision_of, standing
from facilitation.consolidation.homes import homed
from facilitation.consolidation.merging import merged, owner
from facilitation.packs import Pack
from facilitation.shapes import Agreement, Goal, Plan


def branch_plan(branch: Branch, decisions: Iterable[Decided], pack: Pack, base: Plan) -> Plan:
    """`base` holds what the branch's plan says of itself: id, title, organisation, period, status."""
    every = tuple(decisions)
    goals = (*own_goals(branch, every), *(goal_of(each, pack) for each in standing(every) if each.kind != "keep"))
    return replace(base, kind="branch", goals=goals, pack=pack.key, pack_version=pack.version)


def own_goals(branch: Branch, decisions: Iterable[Decided]) -> Iterator[Goal]:
    """The ministry's own goals that nothing else was decided on."""
    known = decision_of(decisions)
    return (homed(goal) for goal in branch.goals() if goal.unit.own and goal.ref not in known)


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


def with_parents(unit: str, plan: Plan, decisions: Iterable[Decided]) -> Plan:
    """A unit's plan with links to the goals of the branch that were made of its own."""
    known = decision_of(decisions)
    up = {ref.goal: each.id for ref, each in known.items() if ref.unit == unit and each.kind != "keep"}
    return replace(plan, goals=tuple(replace(goal, parent=up.get(goal.id, goal.parent)) for goal in plan.goals))
