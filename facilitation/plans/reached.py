"""Which milestones of an action are reached, as somebody told after the approval.

A milestone has no id, and an amendment may move it, date it otherwise or translate its name. So it is known by its
words, by a sign for each language: it stays reached as long as its name stands in one of them. Signs, since facts of a
log are for ever, and words that are struck must not stand in one more place.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from facilitation.shapes import Action, Milestone, Plan
from facilitation.shapes.followed import Told
from facilitation.signs import sign

Signs: TypeAlias = tuple[str, ...]


def signs_of(milestones: Sequence[Milestone]) -> tuple[Signs, ...]:
    """What each is known by. Of several with one name it is told by the order of their days which is which."""
    by_day = sorted(range(len(milestones)), key=lambda n: (milestones[n].day or date.max, n))
    met, found = Counter[str](), dict[int, Signs]()
    for n in by_day:
        names = _names(milestones[n])
        met.update(names)
        found[n] = tuple(sign(f"{name} {met[name]}") for name in names)
    return tuple(found[n] for n in range(len(milestones)))


def _names(milestone: Milestone) -> list[str]:
    """In each language, however it is spaced or capitalised; one without a name is still one."""
    named = (f"{code} {' '.join(text.casefold().split())}" for code, text in milestone.name.items() if text.strip())
    return sorted(named) or [""]


def told_apart(action: Action, told: Collection[str]) -> Signs | None:
    """All signs of the milestones of which one sign each is told; None where one is told that there is not."""
    known = signs_of(action.milestones)
    if not set(told) <= {each for signs in known for each in signs}:
        return None
    return tuple(each for signs in known if not set(signs).isdisjoint(told) for each in signs)


def as_reached(action: Action, told: Collection[str]) -> Action:
    """Those told are reached too; what a version was approved with as reached stays so."""
    if not told or not action.milestones:
        return action
    known = zip(action.milestones, signs_of(action.milestones), strict=True)
    return replace(
        action,
        milestones=tuple(replace(each, done=each.done or not set(signs).isdisjoint(told)) for each, signs in known),
    )


def still_told(plan: Plan, told: Mapping[str, Told], carried: Mapping[str, Collection[str]]) -> Mapping[str, Told]:
    """Without what the plan says itself, now that it is approved so; `carried`: of what was told by then its draft has
    said since whether it is so."""
    if not any(each.reached for each in told.values()):
        return told
    actions = (*(each for goal in plan.goals for each in goal.actions), *plan.loose_actions)
    said = {each.id: _signs_of_done(each) | {*carried.get(each.id, ())} for each in actions}
    return {
        id: replace(each, reached=tuple(sign for sign in each.reached if sign not in said.get(id, ())))
        for id, each in told.items()
    }


def carried(told: Mapping[str, Told]) -> Mapping[str, Signs]:
    """What an amendment's draft begins with."""
    return {id: each.reached for id, each in told.items() if each.reached}


def _signs_of_done(action: Action) -> set[str]:
    known = zip(action.milestones, signs_of(action.milestones), strict=True)
    return {sign for each, signs in known if each.done for sign in signs}


def with_reached(plan: Plan, told: Mapping[str, Told]) -> Plan:
    """The plan with what was told of its milestones, and of nothing else."""
    if not any(each.reached for each in told.values()):
        return plan

    def every(actions: Sequence[Action]) -> tuple[Action, ...]:
        return tuple(as_reached(each, told[each.id].reached) if each.id in told else each for each in actions)

    goals = tuple(replace(goal, actions=every(goal.actions)) for goal in plan.goals)
    return replace(plan, goals=goals, loose_actions=every(plan.loose_actions))
