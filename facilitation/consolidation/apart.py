"""Metrics and actions of several units that are called the same in one plan: the unit's name tells them apart."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from facilitation.shapes import Action, Metric, Plan
from facilitation.words import LANGUAGES, Parallel, said


def named_apart(plan: Plan, units: Mapping[str, Parallel]) -> Plan:
    """The plan with the unit behind each name that another line of its kind bears too; its id tells whose it is.

    `units`: their names by their ids.
    """
    names = Counter(_plainly(metric.name) for goal in plan.goals for metric in goal.metrics)
    deeds = Counter(_plainly(action.text) for goal in plan.goals for action in goal.actions)
    if not units or max((*names.values(), *deeds.values()), default=0) < 2:
        return plan

    def metric(each: Metric) -> Metric:
        return replace(each, name=_of(units, each.id, each.name)) if names[_plainly(each.name)] > 1 else each

    def action(each: Action) -> Action:
        return replace(each, text=_of(units, each.id, each.text)) if deeds[_plainly(each.text)] > 1 else each

    goals = (
        replace(goal, metrics=tuple(map(metric, goal.metrics)), actions=tuple(map(action, goal.actions)))
        for goal in plan.goals
    )
    return replace(plan, goals=tuple(goals))


def _plainly(words: Parallel) -> frozenset[str]:
    return frozenset(text.casefold().strip() for text in words.values() if text)


def _of(units: Mapping[str, Parallel], id: str, words: Parallel) -> Parallel:
    unit = units.get(id.partition(".")[0])
    if not unit:
        return words
    return {code: f"{words[code]} ({said(unit, code)})" for code in LANGUAGES if words.get(code)}
