"""What a branch's own plan is asked for: not what its units are asked for in theirs."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from facilitation.shapes import Goal, Metric, Plan


def from_units(plan: Plan, units: Collection[str]) -> frozenset[str]:
    """The metrics that were made of those of the units with these ids, the ministry's own plan among them.

    Their ids tell: `homes` begins them with the unit's, `merging` with the goal's that several became.
    """
    return frozenset(metric.id for goal in plan.goals for metric in goal.metrics if _made(metric, goal, units))


def _made(metric: Metric, goal: Goal, units: Collection[str]) -> bool:
    return metric.id.partition(".")[0] in units or metric.id.startswith(f"{goal.id}.")


def asking(plan: Plan, units: Collection[str]) -> Plan:
    """The plan without these metrics: nobody is asked twice for one figure."""
    elsewhere = from_units(plan, units)
    return replace(plan, goals=tuple(_goals(plan, elsewhere))) if elsewhere else plan


def _goals(plan: Plan, elsewhere: Collection[str]) -> Iterator[Goal]:
    for goal in plan.goals:
        yield replace(goal, metrics=tuple(metric for metric in goal.metrics if metric.id not in elsewhere))
