"""Plans by an earlier strategy beside plans by the newer one: read through the mapping between them, and said so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from facilitation.consolidation.branch import Branch, Unit
from facilitation.packs import load
from facilitation.packs.mapping import StrategyMapping, kept_metric
from facilitation.shapes import Goal, Plan, StateRow
from facilitation.strategy import is_own


@dataclass(frozen=True, slots=True)
class Across:
    """Units whose plans are by another method than the branch is read by. `lost`: goals with no counterpart at all."""

    mapped: tuple[Unit, ...] = ()
    lost: int = 0
    strange: tuple[Unit, ...] = ()
    """Units whose method leads nowhere: their goals serve no objective that is asked for here."""


SAME = Across()


def read_by(pack: str, branch: Branch, ways: Iterable[StrategyMapping]) -> tuple[Branch, Across]:
    """The branch with every goal under the objectives of one method, and whose plans it took a mapping for."""
    by_before = {way.before: way for way in ways if way.after == pack}
    plans: dict[str, Plan] = dict(branch.plans)
    known, strange, lost = list[Unit](), list[Unit](), 0
    for unit in branch.units:
        plan = branch.plans.get(unit.id)
        if plan is None or plan.pack in (pack, ""):
            continue
        way = by_before.get(plan.pack)
        plans[unit.id] = mapped(plan, way) if way else _outside(plan)
        (known if way else strange).append(unit)
        lost += _served(plan) - _served(plans[unit.id]) if way else 0
    return replace(branch, plans=plans), Across(tuple(known), lost, tuple(strange))


def _outside(plan: Plan) -> Plan:
    """What it calls 1.1 is another method's; what is an organisation's own stays that."""
    rows = tuple(replace(row, objective="") for row in plan.current_state)
    return replace(plan, goals=tuple(_without(goal) for goal in plan.goals), current_state=rows)


def _without(goal: Goal) -> Goal:
    return replace(goal, objectives=tuple(filter(is_own, goal.objectives)), theme="")


def _served(plan: Plan) -> int:
    return sum(bool(goal.objectives) for goal in plan.goals)


def mapped(plan: Plan, way: StrategyMapping) -> Plan:
    """The plan as it is read: metrics that came from its own method's library keep that method's words."""
    return replace(
        plan,
        pack=way.after,
        goals=tuple(_goal(goal, way) for goal in plan.goals),
        loose_metrics=tuple(kept_metric(each, load(way.before), load(way.after)) for each in plan.loose_metrics),
        current_state=tuple(_row(row, way.objectives) for row in plan.current_state),
    )


def _goal(goal: Goal, way: StrategyMapping) -> Goal:
    objectives, after = way.of(goal.objectives), load(way.after)
    metrics = tuple(kept_metric(each, load(way.before), after) for each in goal.metrics)
    return replace(goal, objectives=objectives, theme=after.strategy.theme_of(objectives), metrics=metrics)


def _row(row: StateRow, became: Mapping[str, tuple[str, ...]]) -> StateRow:
    """A level of one old objective is that of a new one only where it became just that one."""
    new = became.get(row.objective, ())
    return replace(row, objective=new[0] if len(new) == 1 else "")


def newest_of(packs: Iterable[str], ways: Iterable[StrategyMapping]) -> str:
    """The method by which a branch is read: that of most plans, or the last that follows it. "" without plans."""
    keys = list(packs)
    if not keys:
        return ""
    # Of as many, the one whose key comes last: the same whoever comes first.
    most = max(sorted(set(keys), reverse=True), key=keys.count)
    later = {way.before: way.after for way in ways}
    return later[most] if later.get(most) in keys else most
