"""Metrics and actions with the goal they stand under; those without a goal come last."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from facilitation.shapes import Action, Metric, Plan

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """`number` is the goal's place in the plan, which readers know it by."""

    it: T
    number: int | None = None
    goal: str = ""


def metrics(plan: Plan) -> Iterator[Placed[Metric]]:
    for number, goal in enumerate(plan.goals, 1):
        yield from (Placed(metric, number, goal.id) for metric in goal.metrics)
    yield from (Placed(metric) for metric in plan.loose_metrics)


def actions(plan: Plan) -> Iterator[Placed[Action]]:
    for number, goal in enumerate(plan.goals, 1):
        yield from (Placed(action, number, goal.id) for action in goal.actions)
    yield from (Placed(action) for action in plan.loose_actions)
