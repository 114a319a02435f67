"""The part of a branch's goals that one page shows: what to look at first, or what was asked for, page by page."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from facilitation.consolidation import Alike, OfUnit, Ref, UnitGoal, by_unit, home
from facilitation.report.reader import Reader
from facilitation.strategy import Objective
from workshop.limits import ALIKE_FIRST, ALIKE_LISTED, GOALS_OPEN, UNITS_LISTED
from workshop.web.branches.decided_on import Goals
from workshop.web.branches.finding import AGAIN, ALIKE, OPEN, UNOWNED, Asked, asked
from workshop.web.paging import Pages, page_of

Line = TypeVar("Line")
BESIDE = frozenset((AGAIN, UNOWNED, ALIKE))
"""States that have a list of their own, in place of the goals unit by unit."""


@dataclass(frozen=True)
class Part(Generic[Line]):
    """The first lines of a list that has a page of its own, or a page of it; of so many in all."""

    lines: Sequence[Line]
    whole: int
    pages: Pages | None = None


@dataclass(frozen=True)
class Found:
    """What this page shows of the goals."""

    page: Goals
    asked: Asked

    @cached_property
    def again(self) -> Part[Any]:
        return self.part(AGAIN, lambda: self.page.again, lambda line: line[0].goals)

    @cached_property
    def unowned(self) -> Part[Any]:
        made = {each.id: each.goals for each in self.page.here.life.decisions}
        return self.part(UNOWNED, lambda: self.page.unowned, lambda line: made[line[0].id])

    @cached_property
    def alike(self) -> Part[Alike]:
        return self.part(ALIKE, lambda: self.page.alike, lambda group: group.goals)

    def part(self, state: str, lines: Callable[[], Sequence[Line]], goals: Callable[[Line], Iterable[Any]]) -> Part:
        if self.asked.whole:
            every = lines()
            return Part(every[:ALIKE_FIRST], len(every))
        if self.asked.state != state:
            return Part((), 0)
        fitting = [each for each in lines() if self.asked.sought.any_fits(goals(each))]
        pages = page_of(len(fitting), ALIKE_LISTED)
        return Part(fitting[pages.first : pages.first + pages.most], len(fitting), pages)

    @property
    def by_goal(self) -> bool:
        return self.asked.state not in BESIDE

    @cached_property
    def like(self) -> Alike | None:
        """The group of which all goals are asked for."""
        wanted = self.asked.like
        groups = self.page.alike if wanted else ()
        return next((group for group in groups if any(home(each.ref) == wanted for each in group.goals)), None)

    @cached_property
    def goals(self) -> Sequence[UnitGoal]:
        kept = {each.ref for each in self.like.goals} if self.like else None
        return [
            each
            for each in self.page.of_units
            if (kept is None or each.ref in kept) and self.stands(each.ref) and self.asked.sought.fits(each)
        ]

    def stands(self, ref: Ref) -> bool:
        state, decision = self.asked.state, self.page.decided.get(ref)
        if state == OPEN:
            return ref in self.page.open
        return not state or (decision is not None and decision.kind == state)

    @cached_property
    def every_unit(self) -> Sequence[OfUnit]:
        return by_unit(self.page.of_units, {each.ref for each in self.goals}, self.page.open)

    @cached_property
    def pages(self) -> Pages:
        return page_of(len(self.every_unit), UNITS_LISTED)

    @cached_property
    def units(self) -> Sequence[OfUnit]:
        return self.every_unit[self.pages.first : self.pages.first + self.pages.most]

    @cached_property
    def unfolded(self) -> bool:
        """Few goals stand open; of many each unit is opened by whoever wants to read it."""
        return sum(len(each.goals) for each in self.units) <= GOALS_OPEN


def looked_for(page: Goals, to: Reader) -> Found:
    served = {objective for each in page.of_units for objective in each.goal.objectives}
    objectives: list[Objective] = [each for each in to.pack.strategy.objectives if each.id in served]
    of = Counter(each.unit.id for each in page.of_units)
    waiting = Counter(ref.unit for ref in page.open)
    units = [(unit, of[unit.id] - waiting[unit.id], of[unit.id]) for unit in page.seen.branch.units if of[unit.id]]
    return Found(page, asked(units, objectives, states(page), to, page.words))


def states(page: Goals) -> Counter[str]:
    """How many goals, decisions or groups there are of each."""
    found = Counter[str](page.decided[each.ref].kind for each in page.of_units if each.ref in page.decided)
    found.update({OPEN: len(page.open), AGAIN: len(page.again), UNOWNED: len(page.unowned), ALIKE: len(page.alike)})
    return found
