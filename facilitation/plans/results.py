"""An approved plan with what came of it since: the plan that is followed up, and that the next one continues."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise

from facilitation.plans.lines import line_in, lines
from facilitation.plans.reached import as_reached
from facilitation.plans.state import Life
from facilitation.shapes import Action, Goal, Metric, Plan
from facilitation.shapes.series import Redefined

DEFINING = ("definition", "numerator", "denominator", "unit", "scope")
"""What two figures must have been counted by to stand in one series."""


def with_results(life: Life) -> Plan | None:
    """The version that was approved last, with baselines found and progress told since; None before any approval."""
    plan = life.published.plan if life.published else None
    if plan is None or not (life.told or life.baselines):
        return plan
    return replace(
        plan,
        goals=tuple(_goal(goal, life) for goal in plan.goals),
        loose_metrics=tuple(_metric(each, life) for each in plan.loose_metrics),
        loose_actions=tuple(_action(each, life) for each in plan.loose_actions),
    )


def _goal(goal: Goal, life: Life) -> Goal:
    return replace(
        goal,
        metrics=tuple(_metric(each, life) for each in goal.metrics),
        actions=tuple(_action(each, life) for each in goal.actions),
    )


def _metric(metric: Metric, life: Life) -> Metric:
    """What an amendment says of the baseline since then is newer than what was found before it."""
    found = life.baselines.get(metric.id)
    return replace(metric, baseline=found) if found and metric.baseline is None else metric


def _action(action: Action, life: Life) -> Action:
    told = life.told.get(action.id)
    return as_reached(replace(action, status=told.status), told.reached) if told else action


def definition_of(life: Life, metric: str) -> int:
    """Which definition of a metric is in force: each approved version that defines it otherwise begins another."""
    return 1 + len(_anew(life, metric))


def redefined(life: Life) -> Redefined:
    """The metrics of the approved plan whose definition was changed, with the days of approval of the new ones."""
    plan = life.published.plan if life.published else Plan("")
    metrics = (line for line in lines(plan) if isinstance(line, Metric))
    return {metric.id: days for metric in metrics if (days := _anew(life, metric.id))}


def _anew(life: Life, metric: str) -> tuple[date, ...]:
    known = pairwise(_definitions(life, metric))
    return tuple(day for (_, before), (day, after) in known if otherwise(before, after))


def otherwise(before: Metric, after: Metric) -> bool:
    """Defined otherwise, or bound to another definition. To be bound at all for the first time changes no figure."""
    said = any(getattr(before, field) != getattr(after, field) for field in DEFINING)
    return said or bool(before.registered and after.registered and before.registered != after.registered)


def as_counted(metric: Metric, now: Plan | None) -> Metric:
    """A metric that was read earlier, with what the plan says today of what is counted; as it was where it is gone."""
    found = line_in(now, metric.id) if now else None
    if not isinstance(found, Metric) or not otherwise(metric, found):
        return metric
    return replace(metric, registered=found.registered, **{field: getattr(found, field) for field in DEFINING})


def _definitions(life: Life, metric: str) -> Iterator[tuple[date, Metric]]:
    for version in life.versions:
        found = line_in(version.plan, metric) if version.approved else None
        if isinstance(found, Metric):
            yield version.plan.approved_on or version.at.date(), found


def metric_of(life: Life, id: str) -> Metric | None:
    """As it stands, or as it was approved last where an amendment has left it out."""
    now = line_in(plan, id) if (plan := with_results(life)) else None
    return now if isinstance(now, Metric) else next((was for _, was in reversed([*_definitions(life, id)])), None)


def roles_of(plan: Plan) -> tuple[str, ...]:
    """Every role that the plan names as an owner, once, in its order."""
    named = (_named(line) for line in lines(plan))
    return tuple(dict.fromkeys(role for roles in named for role in roles if role))


def _named(line: object) -> tuple[str, ...]:
    match line:
        case Goal() | Plan():
            return (line.owner,)
        case Metric():
            return line.owner, line.baseline_promise.who if line.baseline_promise else ""
        case Action():
            return (line.responsible,)
        case _:
            return ()
