"""Objectives with the units that have taken them up, a line each: for a page, where a matrix would be too wide to read.

Files keep the matrix: there its tables follow each other on pages, and nothing can be opened.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.consolidation import Branch, Covered, Unit, coverage
from facilitation.report.branch.naming import official
from facilitation.report.reader import Reader
from facilitation.report.texts import Words

WIDEST = 12
"""Units whose matrix can still be read on a page."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """An objective, and each unit with the numbers of its goals that serve it; nobody's is a gap."""

    objective: Words
    units: tuple[tuple[Unit, str], ...]
    of: int
    """Units that have a plan."""

    @property
    def share(self) -> float:
        return len(self.units) / self.of


def taken_up(branch: Branch, to: Reader) -> Sequence[TakenUp]:
    """Empty where the matrix can be read."""
    return tuple(_lines(branch, to)) if len(branch.plans) > WIDEST else ()


def _lines(branch: Branch, to: Reader) -> Iterator[TakenUp]:
    seen = coverage(branch, to.pack.strategy)
    for row in (*seen.rows, *seen.own):
        yield TakenUp(official(row.objective, to), tuple(_units(branch, row)), len(branch.plans))


def _units(branch: Branch, row: Covered) -> Iterator[tuple[Unit, str]]:
    for unit in branch.units:
        if goals := row.goals.get(unit.id):
            yield unit, ", ".join(str(goal.number) for goal in goals)
