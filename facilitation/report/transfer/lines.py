"""What a transfer's row is about, with everything that belongs to it: there a cell finds what it is to say."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.report.extracts.agreement import MARKED
from facilitation.report.tabled.placed import Placed, actions, metrics
from facilitation.report.transfer.shape import RowKind, TransferSheet
from facilitation.shapes import Action, Goal, Metric, Plan


@dataclass(frozen=True, slots=True)
class Line:
    """A goal with its metrics and actions, or one metric or action with its goal."""

    id: str
    plan: Plan
    goal: Placed[Goal] | None
    metrics: tuple[Placed[Metric], ...] = ()
    actions: tuple[Placed[Action], ...] = ()


def lines(sheet: TransferSheet, plan: Plan) -> list[Line]:
    """The rows of a sheet, in the plan's order."""
    every = _lines(sheet.rows, plan)
    return [line for line in every if not sheet.only or (line.goal and line.goal.it.agreement in MARKED)]


def _lines(rows: RowKind, plan: Plan) -> Iterator[Line]:
    goals = {goal.id: Placed(goal, number, goal.id) for number, goal in enumerate(plan.goals, 1)}
    match rows:
        case "goal":
            yield from (_of_goal(at, plan) for at in goals.values())
        case "metric":
            yield from (Line(at.it.id, plan, goals.get(at.goal), metrics=(at,)) for at in metrics(plan))
        case "action":
            yield from (Line(at.it.id, plan, goals.get(at.goal), actions=(at,)) for at in actions(plan))


def _of_goal(at: Placed[Goal], plan: Plan) -> Line:
    goal = at.it
    return Line(
        goal.id,
        plan,
        at,
        tuple(Placed(metric, at.number, goal.id) for metric in goal.metrics),
        tuple(Placed(action, at.number, goal.id) for action in goal.actions),
    )
