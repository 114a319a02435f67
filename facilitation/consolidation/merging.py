"""Several units' goals as one: their words, objectives and actions, and their metrics where they count the same."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from facilitation.consolidation.branch import Ref, Unit
from facilitation.consolidation.decisions import Decided
from facilitation.consolidation.homes import home, homed_metric
from facilitation.consolidation.together import Members, Together, grouped, one_a_unit, together
from facilitation.packs import Pack
from facilitation.shapes import Agreement, Goal, Metric, Reading
from facilitation.words import said

T = TypeVar("T")

RANK: Mapping[Agreement, int] = {"": 0, "no": 1, "candidate": 2, "agreed": 3}


def owner(decided: Decided, goals: Sequence[Goal]) -> str:
    """Whoever was named; else the role that all of them name, however it is spaced or capitalised."""
    named = [goal.owner for goal in goals]
    return decided.owner or (named[0] if _common([" ".join(role.casefold().split()) for role in named]) else "")


def merged(decided: Decided, goals: Sequence[Goal], pack: Pack) -> Goal:
    """The first goal's words; everybody's objectives, actions and units; levels only where they are the same."""
    most = max(goals, key=lambda goal: RANK[goal.agreement])
    return replace(
        goals[0],
        objectives=tuple(dict.fromkeys(id for goal in goals for id in goal.objectives)),
        level_now=_common([goal.level_now for goal in goals]),
        level_target=_common([goal.level_target for goal in goals]),
        owner=owner(decided, goals),
        due=_latest([goal.due for goal in goals]),
        agreement=most.agreement,
        agreement_year=most.agreement_year,
        unit="; ".join(dict.fromkeys(goal.unit for goal in goals)),
        metrics=tuple(metric for metric, _ in metrics(decided, pack)),
        actions=tuple(action for goal in goals for action in goal.actions),
    )


def _common(values: Sequence[T]) -> T | None:
    return values[0] if all(value == values[0] for value in values) else None


def _latest(days: Sequence[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def metrics(decided: Decided, pack: Pack, approved: Goal | None = None) -> Iterator[tuple[Metric, Members]]:
    """One metric where units count the same and their figures can be put together; else each unit's own.

    Each comes with whose it is made of. Milestones stay with the units: the branch's metric has its last target only.
    `approved`: the branch's goal as it was approved, in which what was each unit's own stays so.
    """
    every = [(taken.unit, metric) for taken in decided.goals for metric in taken.goal.metrics]
    apart = {metric.id for metric in approved.metrics} if approved else set[str]()
    for number, group in enumerate(grouped(every), 1):
        members = one_a_unit(group)
        seen = together(members, {}, pack)
        if _can_be_one(seen) and apart.isdisjoint(home(Ref(unit.id, metric.id)) for unit, metric in members):
            yield _one(f"{decided.id}.{number}", seen), members
        else:
            yield from ((_of_unit(unit, metric, decided.id), ((unit, metric),)) for unit, metric in members)


def _can_be_one(seen: Together) -> bool:
    """By its target: a baseline that cannot be put together is left out, as one that nobody knows."""
    return len(seen.members) > 1 and seen.target.value is not None and seen.target.how != "count_meeting_target"


def _one(id: str, seen: Together) -> Metric:
    owners = [metric.owner for _, metric in seen.members]
    return replace(
        seen.metric,
        id=id,
        owner=_common(owners) or "",
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
    return replace(homed_metric(unit, metric, goal), scope=scope)
