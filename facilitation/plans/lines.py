"""The lines of a plan: the plan itself, its goals with metrics and actions, risks and days of follow-up; by id."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeAlias, TypeVar

from facilitation.shapes import Action, FollowUp, Goal, Metric, Plan, Risk

Line: TypeAlias = Plan | Goal | Metric | Action | Risk | FollowUp
KINDS: Mapping[str, type] = {
    "plan": Plan,
    "goal": Goal,
    "metric": Metric,
    "action": Action,
    "risk": Risk,
    "follow_up": FollowUp,
}
OF_A_GOAL = ("metric", "action")

Part = TypeVar("Part", Goal, Metric, Action, Risk, FollowUp)


def blank(kind: str, id: str) -> Line:
    """A line of that kind that says nothing yet."""
    match kind:
        case "risk":
            return Risk(id, {})
        case "follow_up":
            return FollowUp(date.min, id=id)
        case _:
            return KINDS[kind](id=id)


def kind_of(line: Line) -> str:
    return next(kind for kind, shape in KINDS.items() if isinstance(line, shape))


def lines(plan: Plan) -> Iterator[Line]:
    """Every line in the order of the plan."""
    yield plan
    for goal in plan.goals:
        yield from (goal, *goal.metrics, *goal.actions)
    yield from (*plan.loose_metrics, *plan.loose_actions, *plan.risks, *plan.follow_up)


def line_in(plan: Plan, id: str) -> Line | None:
    return next((line for line in lines(plan) if line.id == id), None)


def metric_in(plan: Plan, id: str) -> Metric | None:
    found = line_in(plan, id)
    return found if isinstance(found, Metric) else None


def goal_of(plan: Plan, id: str) -> Goal | None:
    """The goal that a metric or an action belongs to."""
    return next((goal for goal in plan.goals if any(part.id == id for part in (*goal.metrics, *goal.actions))), None)


def with_line(plan: Plan, line: Line) -> Plan:
    """The plan with this line in the place of the one of its id."""
    if isinstance(line, Plan):
        return line
    return through(plan, lambda some: tuple(line if each.id == line.id else each for each in some))


def without(plan: Plan, id: str) -> Plan:
    """The plan without a line; what belongs to a goal goes with it."""
    return through(plan, lambda some: tuple(each for each in some if each.id != id))


def through(plan: Plan, change: Callable[[tuple[Any, ...]], tuple[Any, ...]]) -> Plan:
    """The plan with each list of its lines passed through a change."""
    goals = (replace(goal, metrics=change(goal.metrics), actions=change(goal.actions)) for goal in change(plan.goals))
    return replace(
        plan,
        goals=tuple(goals),
        loose_metrics=change(plan.loose_metrics),
        loose_actions=change(plan.loose_actions),
        risks=change(plan.risks),
        follow_up=change(plan.follow_up),
    )


def placed(plan: Plan, line: Line, under: str = "", place: int | None = None) -> Plan:
    """The plan with one more line: a metric or an action `under` its goal; at the end unless a place is named."""
    goal = next((each for each in plan.goals if each.id == under), None)
    match line:
        case Plan():
            return line
        case Goal():
            return replace(plan, goals=put_in(plan.goals, line, place))
        case Metric():
            bound = replace(line, goals=(goal.id,) if goal else ())
            if goal:
                return with_line(plan, replace(goal, metrics=put_in(goal.metrics, bound, place)))
            return replace(plan, loose_metrics=put_in(plan.loose_metrics, bound, place))
        case Action():
            bound = replace(line, goal=goal.id if goal else "")
            if goal:
                return with_line(plan, replace(goal, actions=put_in(goal.actions, bound, place)))
            return replace(plan, loose_actions=put_in(plan.loose_actions, bound, place))
        case Risk():
            return replace(plan, risks=put_in(plan.risks, line, place))
        case FollowUp():
            return replace(plan, follow_up=tuple(sorted((*plan.follow_up, line), key=lambda each: each.day)))


def put_in(some: tuple[Part, ...], one: Part, place: int | None) -> tuple[Part, ...]:
    at = len(some) if place is None else place
    return (*some[:at], one, *some[at:])


def place_of(plan: Plan, id: str) -> int:
    """The place of a line among its neighbours; 0 for the plan itself."""
    goal = goal_of(plan, id)
    inside = (goal.metrics, goal.actions) if goal else ()
    lists = (*inside, plan.goals, plan.loose_metrics, plan.loose_actions, plan.risks, plan.follow_up)
    return next((at for some in lists for at, each in enumerate(some) if each.id == id), 0)
