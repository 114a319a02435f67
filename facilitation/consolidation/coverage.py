"""The matrix of objectives and units: who has taken up what, where the gaps are, and on which level the units stand."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from facilitation.consolidation.branch import Branch, UnitGoal
from facilitation.shapes import StateRow
from facilitation.strategy import Objective, Strategy


@dataclass(frozen=True, slots=True)
class Levels:
    """The units' current levels by one objective."""

    median: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Covered:
    """One objective: the goals of each unit that serve it."""

    objective: Objective
    goals: Mapping[str, tuple[UnitGoal, ...]]
    levels: Levels | None = None

    @property
    def gap(self) -> bool:
        return not self.goals


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every objective of the strategy in its order, and beside it the goals that serve none.

    `own`: objectives of organisations' own that some goal serves; they are no part of the strategy, nor of its gaps.
    """

    rows: tuple[Covered, ...]
    outside: tuple[UnitGoal, ...]
    own: tuple[Covered, ...] = ()

    @property
    def gaps(self) -> tuple[Objective, ...]:
        return tuple(row.objective for row in self.rows if row.gap)


def coverage(branch: Branch, strategy: Strategy) -> Coverage:
    serving: dict[str, dict[str, list[UnitGoal]]] = defaultdict(lambda: defaultdict(list))
    for goal in branch.goals:
        for objective in goal.goal.objectives:
            serving[objective][goal.unit.id].append(goal)
    levels = levels_by_objective(branch)
    known = {objective.id for objective in strategy.objectives}
    rows = [
        Covered(each, {unit: tuple(goals) for unit, goals in serving[each.id].items()}, levels.get(each.id))
        for each in strategy.objectives
    ]
    return Coverage(
        tuple(row for row in rows if row.objective.own is None),
        tuple(goal for goal in branch.goals if known.isdisjoint(goal.goal.objectives)),
        tuple(row for row in rows if row.objective.own is not None and not row.gap),
    )


def levels_by_objective(branch: Branch) -> Mapping[str, Levels]:
    """Each unit counts once: by the level it agreed on, else by the median of its marks."""
    found: dict[str, list[float]] = defaultdict(list)
    for plan in branch.plans.values():
        of_unit: dict[str, list[float]] = defaultdict(list)
        for row in plan.current_state:
            if (level := level_of(row)) is not None and row.objective:
                of_unit[row.objective].append(level)
        for objective, levels in of_unit.items():
            found[objective].append(median(levels))
    return {objective: Levels(median(each), min(each), max(each), len(each)) for objective, each in found.items()}


def level_of(row: StateRow) -> float | None:
    return float(row.agreed) if row.agreed is not None else row.median
