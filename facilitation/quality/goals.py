"""Checks on a goal: is it a wished-for state, somebody's, by a day, worth it, and followed by figures and deeds?"""

from collections.abc import Iterator, Mapping

from facilitation import limits
from facilitation.quality.finding import Advice, Check, Context, stop, tell, warn
from facilitation.quality.goal_words import (
    a_state_not_a_task,
    in_every_language,
    one_sentence,
    says_how_much,
    unlike_others,
)
from facilitation.quality.reading import written
from facilitation.shapes import Goal
from facilitation.words import N_


def linked(goal: Goal, _: Context) -> Iterator[Advice]:
    if not (goal.objectives or goal.own):
        yield stop(
            "objectives",
            N_("No objective of the strategy stands behind this goal."),
            N_("Choose an objective, or mark it as a goal of your own."),
        )


def owned_and_due(goal: Goal, context: Context) -> Iterator[Advice]:
    if not goal.owner.strip():
        yield stop("owner", N_("Nobody answers for this goal yet."), N_("Name a role or a unit."))
    if goal.due is None:
        yield stop("due", N_("There is no due date."), N_("Give the day by which it is true."))
        return
    first, last = context.period.first, context.period.last
    if (first and goal.due < first) or (last and goal.due > last):
        yield stop("due", N_("The due date is outside the plan's period."), N_("Choose a day within the period."))
    if context.today and goal.due <= context.today:
        yield stop("due", N_("The due date has passed."), N_("Choose a day that is still to come."))


def measured(goal: Goal, _: Context) -> Iterator[Advice]:
    """Metrics only: a goal without actions is told once, by A4."""
    if not goal.metrics:
        yield warn("metrics", N_("No metric shows whether this goal comes nearer."), N_("Add one metric."))
    if len(goal.metrics) > limits.METRICS_PER_GOAL:
        yield warn(
            "metrics",
            N_("There are %(count)s metrics for one goal."),
            N_("Keep the %(most)s that would make you act."),
            count=len(goal.metrics),
            most=limits.METRICS_PER_GOAL,
        )


def a_step_up(goal: Goal, _: Context) -> Iterator[Advice]:
    now, target = goal.level_now, goal.level_target
    if now is None or target is None:
        return
    if target <= now:
        yield warn(
            "level_target",
            N_("The target level is not above the level now."),
            N_("Raise the target level, or say why the level is to be kept."),
        )
    elif target - now >= limits.LEVEL_JUMP and not any(written(goal.why)):
        yield warn(
            "why",
            N_("From level %(now)s to level %(target)s is a long way."),
            N_("Say what makes it possible, or choose a level between."),
            now=now,
            target=target,
        )


def worth_it(goal: Goal, context: Context) -> Iterator[Advice]:
    level = goal.level_now if goal.level_now is not None else level_of_its_objectives(goal, context)
    if level is not None and level >= limits.HIGH_LEVEL and not any(written(goal.why)):
        yield tell(
            "why",
            N_("The current state here is already good."),
            N_("Say why you chose it all the same."),
        )


def level_of_its_objectives(goal: Goal, context: Context) -> float | None:
    """The lowest level among the goal's objectives: a gap in one is reason enough."""
    levels = [row.agreed or row.median for row in context.state if row.objective in goal.objectives]
    return min((level for level in levels if level is not None), default=None)


def an_outcome_among_metrics(goal: Goal, _: Context) -> Iterator[Advice]:
    levels = {metric.level for metric in goal.metrics}
    if goal.result in ("", "effect") and levels and levels <= {"input", "process", "output"}:
        yield tell(
            "metrics",
            N_("The metrics show what is done, not what comes of it."),
            N_("Add one metric of the outcome."),
        )


def acted_on(goal: Goal, _: Context) -> Iterator[Advice]:
    if not goal.actions:
        yield warn("actions", N_("Nothing is done for this goal yet."), N_("Add the first action."))


CHECKS: Mapping[str, Check] = {
    "G1": linked,
    "G2": one_sentence,
    "G3": a_state_not_a_task,
    "G4": says_how_much,
    "G5": owned_and_due,
    "G6": measured,
    "G7": a_step_up,
    "G8": worth_it,
    "G9": unlike_others,
    "G10": in_every_language,
    "K6": an_outcome_among_metrics,
    "A4": acted_on,
}
