"""Goals of a branch that somebody looks for, and their order for whoever still has to decide on them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from facilitation.consolidation.branch import Ref, Unit, UnitGoal
from facilitation.consolidation.decisions import Taken

OUTSIDE = "-"
"""Stands for an objective where goals are looked for that serve none."""


@dataclass(frozen=True, slots=True)
class Sought:
    """By some of its words, by whose it is and by the objective that it serves. Whatever is empty leaves all."""

    words: str = ""
    unit: str = ""
    objective: str = ""

    def fits(self, goal: UnitGoal | Taken) -> bool:
        return self._of_unit(goal) and self._serves(goal) and self._says(goal)

    def any_fits(self, goals: Iterable[UnitGoal | Taken]) -> bool:
        return any(self.fits(goal) for goal in goals)

    def _of_unit(self, goal: UnitGoal | Taken) -> bool:
        return not self.unit or goal.unit.id == self.unit

    def _serves(self, goal: UnitGoal | Taken) -> bool:
        served = goal.goal.objectives
        return not self.objective or self.objective in served or (self.objective == OUTSIDE and not served)

    def _says(self, goal: UnitGoal | Taken) -> bool:
        """All words, each in any language of the goal: people remember some of it, and where they read it."""
        if not self.words.strip():
            return True
        text = " ".join((*goal.goal.to.values(), *goal.goal.from_.values())).casefold()
        return all(word in text for word in self.words.casefold().split())


@dataclass(frozen=True, slots=True)
class OfUnit:
    """A unit's goals that are shown, those that nobody has decided on first; how many it has, how many are decided."""

    unit: Unit
    goals: Sequence[UnitGoal]
    decided: int
    of: int


def by_unit(every: Iterable[UnitGoal], shown: Collection[Ref], waiting: Collection[Ref]) -> list[OfUnit]:
    """Units in which something waits first, each in the order of the branch."""
    found = [each for each in _by_unit(every, shown, waiting) if each.goals]
    return sorted(found, key=lambda each: each.decided == each.of)


def _by_unit(every: Iterable[UnitGoal], shown: Collection[Ref], waiting: Collection[Ref]) -> Iterator[OfUnit]:
    for unit, its in groupby(every, lambda goal: goal.unit):
        goals = list(its)
        first = sorted((goal for goal in goals if goal.ref in shown), key=lambda goal: goal.ref not in waiting)
        yield OfUnit(unit, first, sum(goal.ref not in waiting for goal in goals), len(goals))
