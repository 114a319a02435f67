"""Objectives with the units that have taken them up, as a page draws them: a matrix, or for many units a line each.

Files keep tables: there these follow each other on pages, and nothing can be opened.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from facilitation.consolidation import Alike, Branch, Covered, Ref, Unit, coverage, look_alike
from facilitation.report.branch.naming import official
from facilitation.report.reader import Reader
from facilitation.report.texts import Words

WIDEST = 12
"""Units whose matrix can still be read on a page."""
Joins: TypeAlias = Literal["", "from", "through", "to"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A unit's goals that serve an objective, by their numbers in its plan; mostly there are none."""

    unit: Unit
    numbers: tuple[int, ...]
    alike: bool = False
    """Whether one of them looks like a goal of another unit that serves the same objective."""
    joins: Joins = ""
    """Where the line through those that look alike passes the cell."""

    @property
    def text(self) -> str:
        return ", ".join(map(str, self.numbers))


@dataclass(frozen=True)
class TakenUp:
    """An objective, and each unit that has a plan with its goals; nobody's is a gap."""

    objective: Words
    cells: tuple[Cell, ...]

    @cached_property
    def units(self) -> tuple[Cell, ...]:
        """Those that have taken it up."""
        return tuple(each for each in self.cells if each.numbers)

    @property
    def of(self) -> int:
        """Units that have a plan."""
        return len(self.cells)

    @property
    def joined(self) -> bool:
        """Whether goals of several units look alike."""
        return any(each.joins for each in self.cells)

    @property
    def share(self) -> float:
        return len(self.units) / self.of


def taken_up(branch: Branch, to: Reader, alike: Sequence[Alike] | None = None) -> Sequence[TakenUp]:
    """In the order of the strategy, own objectives last; empty while no unit has a plan.

    `alike`: the goals that look alike, where they are known already.
    """
    units = [unit for unit in branch.units if unit.id in branch.plans]
    if not units:
        return ()
    seen, groups = coverage(branch, to.pack.strategy), look_alike(branch.goals) if alike is None else alike
    group = {goal.ref: number for number, of in enumerate(groups) for goal in of.goals}
    return tuple(_line(row, units, group, to) for row in (*seen.rows, *seen.own))


def _line(row: Covered, units: Sequence[Unit], group: Mapping[Ref, int], to: Reader) -> TakenUp:
    by_unit = {unit: {group[goal.ref] for goal in goals if goal.ref in group} for unit, goals in row.goals.items()}
    several = {one for one, times in Counter(each for of in by_unit.values() for each in of).items() if times > 1}
    alike = [bool(by_unit.get(unit.id, set()) & several) for unit in units]
    numbers = (tuple(goal.number for goal in row.goals.get(unit.id, ())) for unit in units)
    every = zip(units, numbers, alike, _joins(alike), strict=True)
    return TakenUp(official(row.objective, to), tuple(Cell(*each) for each in every))


def _joins(alike: Sequence[bool]) -> Iterator[Joins]:
    """A line from the first that looks like others to the last."""
    at = [place for place, each in enumerate(alike) if each]
    for place in range(len(alike)):
        if not at or not at[0] <= place <= at[-1]:
            yield ""
        else:
            yield "from" if place == at[0] else "to" if place == at[-1] else "through"
