"""Units' goals among others': ids that no other unit's can be, and the unit's name on them."""

from collections.abc import Mapping
from dataclasses import replace

from facilitation.consolidation.branch import Ref, Unit, UnitGoal
from facilitation.consolidation.decisions import Decided, Taken
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


def moved_home(goal: Goal, was: Decided, now: Decided) -> Goal:
    """The branch's goal that was made of others', with its metrics and its name under the units that these are of now.

    What has no figures of units keeps its id: what was told of it stays.
    """
    pairs = [(old.unit, new.unit) for old, new in zip(was.goals, now.goals, strict=True)]
    became = {old.id: new.id for old, new in pairs}
    metrics = (replace(each, id=_renamed(each.id, became)) for each in goal.metrics)
    names = dict.fromkeys(said(new.name, "en") or new.id for _, new in pairs)
    return replace(goal, unit="; ".join(names), metrics=tuple(metrics))


def _renamed(id: str, became: Mapping[str, str]) -> str:
    unit, dot, own = id.partition(".")
    return f"{became.get(unit, unit)}{dot}{own}"


def home(ref: Ref) -> str:
    """An id that no other unit's can be, of signs that an address can hold."""
    return f"{ref.unit}.{ref.goal}"


def homed_metric(unit: Unit, metric: Metric, goal: str) -> Metric:
    return replace(metric, id=home(Ref(unit.id, metric.id)), goals=(goal,))


def _homed_action(unit: Unit, action: Action, goal: str) -> Action:
    metrics = tuple(home(Ref(unit.id, metric)) for metric in action.collects)
    before = tuple(home(Ref(unit.id, other)) for other in action.depends_on)
    return replace(action, id=home(Ref(unit.id, action.id)), goal=goal, collects=metrics, depends_on=before)
