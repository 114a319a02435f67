"""Units' goals among others': ids that no other unit's can be, and the unit's name on them."""

from dataclasses import replace

from facilitation.consolidation.branch import Ref, Unit, UnitGoal
from facilitation.consolidation.decisions import Taken
from facilitation.shapes import Action, Goal, Metric
from facilitation.words import said


def homed(goal: UnitGoal | Taken) -> Goal:
    """A unit's goal among others': ids tell the unit, and so do the goal and its metrics."""
    unit, of = goal.unit, goal.goal
    id = home(goal.ref)
    return replace(
        of,
        id=id,
        unit=said(unit.name, "en") or unit.id,
        metrics=tuple(homed_metric(unit, metric, id) for metric in of.metrics),
        actions=tuple(_homed_action(unit, action, id) for action in of.actions),
    )


def home(ref: Ref) -> str:
    """An id that no other unit's can be, of signs that an address can hold."""
    return f"{ref.unit}.{ref.goal}"


def homed_metric(unit: Unit, metric: Metric, goal: str) -> Metric:
    return replace(metric, id=home(Ref(unit.id, metric.id)), goals=(goal,))


def _homed_action(unit: Unit, action: Action, goal: str) -> Action:
    metrics = tuple(home(Ref(unit.id, metric)) for metric in action.collects)
    before = tuple(home(Ref(unit.id, other)) for other in action.depends_on)
    return replace(action, id=home(Ref(unit.id, action.id)), goal=goal, collects=metrics, depends_on=before)
