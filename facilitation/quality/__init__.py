"""Checks on goals, actions, metrics and plans: advice beside the field, with what would mend it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from facilitation.quality import actions, goals, metrics, plan
from facilitation.quality.finding import Advice, Check, Context, Finding, Grade
from facilitation.shapes import Action, Goal, Metric, Plan

__all__ = ["CHECKS", "Advice", "Check", "Context", "Finding", "Grade", "findings", "findings_in"]

CHECKS: Mapping[type, Mapping[str, Check]] = {
    Goal: goals.CHECKS,
    Action: actions.CHECKS,
    Metric: metrics.CHECKS,
    Plan: plan.CHECKS,
}


def findings(thing: Goal | Action | Metric | Plan, context: Context) -> tuple[Finding, ...]:
    """What the checks say about this one thing, in the order of the checks; silent where all is well.

    A finding's `field` is the key of the field in the step and in the pack's plan fields.
    """
    return tuple(
        Finding(check, said.level, said.field, said.words, said.fix, thing.id, said.language)
        for check, look in CHECKS[type(thing)].items()
        for said in look(thing, context)
        if context.asks(said.field)
    )


def findings_in(whole: Plan, context: Context) -> tuple[Finding, ...]:
    """What the checks say about a plan and everything in it, each thing seen beside its neighbours."""
    around = replace(
        context,
        period=whole.period,
        languages=whole.languages or context.languages,
        goals=whole.goals,
        actions=(*whole.loose_actions, *(action for goal in whole.goals for action in goal.actions)),
        state=whole.current_state or context.state,
    )
    return tuple(found for thing, seen in _things(whole, around) for found in findings(thing, seen))


def _things(whole: Plan, around: Context) -> Iterator[tuple[Goal | Action | Metric | Plan, Context]]:
    yield whole, around
    for goal in whole.goals:
        yield goal, around
        beside = replace(around, goal=goal)
        yield from ((thing, beside) for thing in (*goal.metrics, *goal.actions))
    # What names a goal that did not come into the plan belongs to none.
    yield from ((replace(metric, goals=()), around) for metric in whole.loose_metrics)
    yield from ((replace(action, goal=""), around) for action in whole.loose_actions)
