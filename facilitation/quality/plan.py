"""Checks on a plan as a whole: was every theme looked at, is it steered, followed, and more than busyness?"""

from collections.abc import Iterator, Mapping

from facilitation import limits
from facilitation.quality.finding import Advice, Check, Context, tell, warn
from facilitation.shapes import Goal, Plan
from facilitation.words import N_


def every_theme_looked_at(plan: Plan, context: Context) -> Iterator[Advice]:
    seen = themes_looked_at(plan, context)
    unseen = [theme.id for theme in context.pack.strategy.themes if theme.own is None and theme.id not in seen]
    if unseen:
        yield warn(
            "focus",
            N_("Themes neither chosen nor left out with a reason: %(themes)s."),
            N_("Choose them, or say why they are left out."),
            themes=", ".join(unseen),
        )


def themes_looked_at(plan: Plan, context: Context) -> set[str]:
    """Themes with a goal or a place in the focus, and those left out with a reason."""
    left_out = (theme_of(choice.about, context) for choice in plan.focus.left_out if choice.reason.strip())
    return {*themes_chosen(plan, context), *left_out}.union(*(themes_of(goal, context) for goal in plan.goals))


def themes_of(goal: Goal, context: Context) -> set[str]:
    """Every theme that it has an objective of."""
    return {theme_of(about, context) for about in (goal.theme, *goal.objectives)}


def themes_chosen(plan: Plan, context: Context) -> set[str]:
    """By a place in the focus."""
    return {theme_of(choice.about, context) for choice in plan.focus.chosen}


def theme_of(about: str, context: Context) -> str:
    """The theme behind a statement's, an objective's or a theme's id; "" for anything else."""
    statement = context.pack.statement(about)
    objective = context.pack.strategy.objective(statement.objective if statement else about)
    theme = context.pack.strategy.theme(objective.theme if objective else about)
    return theme.id if theme else ""


def steered(plan: Plan, _: Context) -> Iterator[Advice]:
    marked = any(goal.agreement in ("candidate", "agreed") for goal in plan.goals)
    if not marked and not plan.agreement_reason.strip():
        yield warn(
            "agreement",
            N_("No goal goes to planning or to the performance agreement."),
            N_("Mark one as a candidate, or say why none is."),
        )


def followed_up(plan: Plan, context: Context) -> Iterator[Advice]:
    today = context.today
    if not any(today is None or look.day >= today for look in plan.follow_up):
        yield warn("follow_up", N_("No follow-up day is set."), N_("Put the next days in the calendar."))


def not_only_process(plan: Plan, _: Context) -> Iterator[Advice]:
    metrics = [*plan.loose_metrics, *(metric for goal in plan.goals for metric in goal.metrics)]
    if metrics and {metric.level for metric in metrics} <= {"input", "process"}:
        yield tell(
            "metrics",
            N_("Every metric of the plan shows how work is done."),
            N_("Add some that show what comes of it."),
        )


def few_goals(plan: Plan, _: Context) -> Iterator[Advice]:
    if len(plan.goals) > limits.GOALS_PER_PLAN:
        yield warn(
            "goals",
            N_("There are %(count)s goals in one plan."),
            N_("Keep the %(most)s that matter most, and park the rest."),
            count=len(plan.goals),
            most=limits.GOALS_PER_PLAN,
        )


CHECKS: Mapping[str, Check] = {
    "G6": few_goals,
    "P1": every_theme_looked_at,
    "P2": steered,
    "P3": followed_up,
    "P4": not_only_process,
}
