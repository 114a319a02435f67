"""The branch's plan: the ministry's own goals and what was decided on the units', as a plan like any other.

It is made of decisions, not of what has arrived since: a late or changed plan changes nothing that was decided.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from facilitation.consolidation.branch import Branch, Ref, Unit, UnitGoal
from facilitation.consolidation.decisions import Decided, Taken, decision_of, standing
from facilitation.consolidation.together import Together, grouped, one_a_unit, together
from facilitation.packs import Pack
from facilitation.shapes import Action, Agreement, Goal, Metric, Plan, Reading
from facilitation.words import said

T = TypeVar("T")

RANK: Mapping[Agreement, int] = {"": 0, "no": 1, "candidate": 2, "agreed": 3}


def branch_plan(branch: Branch, decisions: Iterable[Decided], pack: Pack, base: Plan) -> Plan:
    """`base` holds what the branch's plan says of itself: id, title, organisation, period, status."""
    every = tuple(decisions)
    goals = (*own_goals(branch, every), *(_goal(each, pack) for each in standing(every) if each.kind != "keep"))
    return replace(base, kind="branch", goals=goals, pack=pack.key, pack_version=pack.version)


def own_goals(branch: Branch, decisions: Iterable[Decided]) -> Iterator[Goal]:
    """The ministry's own goals that nothing else was decided on."""
    known = decision_of(decisions)
    return (homed(goal) for goal in branch.goals() if goal.unit.own and goal.ref not in known)


def homed(goal: UnitGoal | Taken) -> Goal:
    """A unit's goal among others': ids tell the unit, and so do the goal and its metrics."""
    unit, of = goal.unit, goal.goal
    id = home(goal.ref)
    return replace(
        of,
        id=id,
        unit=said(unit.name, "en") or unit.id,
        metrics=tuple(_homed_metric(unit, metric, id) for metric in of.metrics),
        actions=tuple(_homed_action(unit, action, id) for action in of.actions),
    )


def home(ref: Ref) -> str:
    """An id that no other unit's can be."""
    return f"{ref.unit}/{ref.goal}"


def _homed_metric(unit: Unit, metric: Metric, goal: str) -> Metric:
    return replace(metric, id=home(Ref(unit.id, metric.id)), goals=(goal,))


def _homed_action(unit: Unit, action: Action, goal: str) -> Action:
    metrics = tuple(home(Ref(unit.id, metric)) for metric in action.collects)
    before = tuple(home(Ref(unit.id, other)) for other in action.depends_on)
    return replace(action, id=home(Ref(unit.id, action.id)), goal=goal, collects=metrics, depends_on=before)


def _goal(decided: Decided, pack: Pack) -> Goal:
    goals = [homed(taken) for taken in decided.goals]
    one = _merged(decided, goals, pack) if decided.kind == "merge" else replace(goals[0], owner=_owner(decided, goals))
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


def _owner(decided: Decided, goals: Sequence[Goal]) -> str:
    """Whoever was named; else the owner that all have in common."""
    return decided.owner or _common([goal.owner for goal in goals]) or ""


def _merged(decided: Decided, goals: Sequence[Goal], pack: Pack) -> Goal:
    """The first goal's words; everybody's objectives, actions and units; levels only where they are the same."""
    most = max(goals, key=lambda goal: RANK[goal.agreement])
    return replace(
        goals[0],
        objectives=tuple(dict.fromkeys(id for goal in goals for id in goal.objectives)),
        level_now=_common([goal.level_now for goal in goals]),
        level_target=_common([goal.level_target for goal in goals]),
        owner=_owner(decided, goals),
        due=_latest([goal.due for goal in goals]),
        agreement=most.agreement,
        agreement_year=most.agreement_year,
        unit="; ".join(dict.fromkeys(goal.unit for goal in goals)),
        metrics=tuple(_metrics(decided, pack)),
        actions=tuple(action for goal in goals for action in goal.actions),
    )


def _common(values: Sequence[T]) -> T | None:
    return values[0] if all(value == values[0] for value in values) else None


def _latest(days: Sequence[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _metrics(decided: Decided, pack: Pack) -> Iterator[Metric]:
    """One metric where units count the same and their figures can be put together; else each unit's own."""
    every = [(taken.unit, metric) for taken in decided.goals for metric in taken.goal.metrics]
    for number, group in enumerate(grouped(every), 1):
        members = one_a_unit(group)
        seen = together(members, {}, pack)
        if len(members) > 1 and seen.target.value is not None and seen.target.how != "count_meeting_target":
            yield _one(f"{decided.id}/{number}", seen)
        else:
            yield from (_of_unit(unit, metric, decided.id) for unit, metric in members)


def _one(id: str, seen: Together) -> Metric:
    metrics = [metric for _, metric in seen.members]
    return replace(
        seen.metric,
        id=id,
        owner=_common([metric.owner for metric in metrics]) or "",
        baseline=_reading(seen, "baseline"),
        baseline_promise=None,
        targets=tuple(filter(None, (_reading(seen, "target"),))),
    )


def _reading(seen: Together, key: str) -> Reading | None:
    put = getattr(seen, key)
    if put.value is None:
        return None
    return Reading(put.value, put.newest.day if put.newest else None, "", put.numerator, put.denominator)


def _of_unit(unit: Unit, metric: Metric, goal: str) -> Metric:
    """With the unit's name in its scope, so that nobody reads it as the branch's."""
    name = said(unit.name, "en") or unit.id
    scope = {code: f"{text} – {name}" for code, text in metric.scope.items()} or dict(unit.name)
    return replace(_homed_metric(unit, metric, goal), scope=scope)


def with_parents(unit: str, plan: Plan, decisions: Iterable[Decided]) -> Plan:
    """A unit's plan with links to the goals of the branch that were made of its own."""
    known = decision_of(decisions)
    up = {ref.goal: each.id for ref, each in known.items() if ref.unit == unit and each.kind != "keep"}
    return replace(plan, goals=tuple(replace(goal, parent=up.get(goal.id, goal.parent)) for goal in plan.goals))
