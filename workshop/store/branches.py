"""Plans of branches, and whose plans are being written: found without reading a log."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.organisations import above as higher
from facilitation.organisations import heirs
from facilitation.shapes import TOGETHER
from workshop.store.followed import BRANCH, BRANCHES, counting_together, followed, read_for
from workshop.store.forest import forest
from workshop.store.tables import PlanRow

WRITING = ("draft", "comment", "approval", "amended")


@dataclass(frozen=True)
class OfBranch:
    """A branch's plan in force and those that were begun after it, in that order."""

    rows: Sequence[PlanRow]
    in_force: PlanRow | None = None
    """The one whose goals stand today."""
    over: Sequence[PlanRow] = ()
    """Those that were begun before it: it stands in their stead, or they came to nothing."""

    @property
    def read(self) -> PlanRow:
        """The one that others read: a next plan says nothing yet, nor takes anything from them."""
        return self.in_force or self.rows[-1]

    @property
    def written(self) -> PlanRow:
        """The one in which its editors decide: of two that are being written the next."""
        return next((row for row in reversed(self.rows) if row.stage in WRITING), self.rows[-1])

    @property
    def next(self) -> PlanRow | None:
        """The one that was begun after the one in force."""
        return None if self.rows[-1] is self.read else self.rows[-1]


def plans_of(
    db: Session, organisations: Collection[str], day: date, kinds: Collection[str] = TOGETHER
) -> Mapping[str, OfBranch]:
    """By organisation, what plans its branch has on a day; of none, nothing."""
    row, found = PlanRow, defaultdict[str, list[PlanRow]](list)
    wanted = select(row).where(row.organisation.in_(organisations), row.kind.in_(kinds)).order_by(row.created, row.id)
    for each in db.scalars(wanted):
        found[each.organisation or ""].append(each)
    several = [id for id, rows in found.items() if len(rows) > 1]
    counts = counting_together(db, several, day) if several else ()
    return {id: _of_branch(rows, counts) for id, rows in found.items()}


def _of_branch(rows: Sequence[PlanRow], counts: Collection[str]) -> OfBranch:
    if len(rows) == 1:
        return OfBranch(rows, rows[0] if rows[0].published else None)
    at = max((place for place, each in enumerate(rows) if each.id in counts), default=None)
    return OfBranch(rows, None) if at is None else OfBranch(rows[at:], rows[at], rows[:at])


def plan_of(db: Session, organisation: str, day: date, kinds: Collection[str] = TOGETHER) -> OfBranch | None:
    return plans_of(db, (organisation,), day, kinds).get(organisation)


def gone(db: Session, organisations: Collection[str], day: date, kind: str) -> frozenset[str]:
    """Those that are no more and left no plan that stands, or no heir: nobody is left to answer for them.

    `kind`: of the plan that theirs are read for.
    """
    known = forest(db)
    over = {each for each in organisations if each in known and known[each].is_over(day)}
    inherited = {each for each in over if heirs(known, each, day)}
    standing = followed(db, inherited, kind, lambda each: not each.is_over(day))
    return frozenset(over - {each.organisation for each in standing})


def above(db: Session, plan: PlanRow, day: date) -> Sequence[OfBranch]:
    """Plans for which this one is read: of the branches that whose it is, or whoever goes on in its stead, belongs to,
    the nearest first; over a branch's own plan that of all branches."""
    if not plan.organisation or plan.kind == BRANCHES:
        return []
    every = forest(db)
    home = (plan.organisation, *heirs(every, plan.organisation, day))[-1]
    line = (home, *higher(every, home, day))
    plans = plans_of(db, line, day, (BRANCHES if plan.kind == BRANCH else BRANCH,))
    return [plans[id] for id in line if id in plans]


def writing(db: Session, organisations: Collection[str], kind: str) -> frozenset[str]:
    """Those who are writing a plan that one of this kind is made of; that they are is told, and not a word of it."""
    row = PlanRow
    of = (row.organisation.in_(organisations), read_for(kind), row.stage.in_(WRITING))
    return frozenset(id for id in db.scalars(select(row.organisation).where(*of).distinct()) if id)
