"""Who counts by which definition of the branch's register, and where their own words say something else."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from facilitation.consolidation.branch import Branch, Unit
from facilitation.packs import Pack
from facilitation.packs.own import register
from facilitation.shapes import Metric, Plan
from facilitation.shapes.register import apart, binding


@dataclass(frozen=True, slots=True)
class Use:
    """A unit's metric that is bound to an entry, and the parts in which it says something else than the definition."""

    unit: Unit
    plan: str
    metric: Metric
    version: int
    apart: tuple[str, ...] = ()


def uses(branch: Branch, pack: Pack) -> Mapping[str, Sequence[Use]]:
    """By entry, in the order of the units. What is bound to no register is not there."""
    known = {each.id: each for each in register(pack)}
    found: dict[str, list[Use]] = defaultdict(list)
    for unit in branch.units:
        for metric in _metrics(branch.plans.get(unit.id)):
            if told := binding(metric.registered):
                entry = known.get(metric.registered)
                differing = apart(metric, entry) if entry else ()
                found[told.entry].append(Use(unit, branch.plans[unit.id].id, metric, told.version, differing))
    return found


def _metrics(plan: Plan | None) -> Iterator[Metric]:
    if plan:
        yield from (metric for goal in plan.goals for metric in goal.metrics)
        yield from plan.loose_metrics
