"""Plans of branches, and whose plans are being written: found without reading a log."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.organisations import above as higher
from facilitation.organisations import heirs
from workshop.store.followed import BRANCH as BRANCH
from workshop.store.followed import followed
from workshop.store.forest import forest
from workshop.store.tables import PlanRow

WRITING = ("draft", "comment", "approval", "amended")


def plans_of(db: Session, organisations: Collection[str]) -> Mapping[str, PlanRow]:
    """By organisation, the plan of its branch that was begun last."""
    row = PlanRow
    wanted = select(row).where(row.organisation.in_(organisations), row.kind == BRANCH).order_by(row.created, row.id)
    return {found.organisation or "": found for found in db.scalars(wanted)}


def plan_of(db: Session, organisation: str) -> PlanRow | None:
    return plans_of(db, (organisation,)).get(organisation)


def gone(db: Session, organisations: Collection[str], day: date) -> frozenset[str]:
    """Those that are no more and left no plan of their own that stands: nobody is left to answer for them."""
    known = forest(db)
    over = {each for each in organisations if each in known and known[each].is_over(day)}
    return frozenset(over - {each.organisation for each in followed(db, over) if not each.is_over(day)})


def above(db: Session, organisation: str, day: date) -> Sequence[PlanRow]:
    """Plans of the branches that an organisation, or whoever goes on in its stead, belongs to: the nearest first."""
    every = forest(db)
    home = (organisation, *heirs(every, organisation, day))[-1]
    line = (home, *higher(every, home, day))
    rows = plans_of(db, line)
    return [rows[id] for id in line if id in rows]


def writing(db: Session, organisations: Collection[str]) -> frozenset[str]:
    """Those who are writing a plan of their own; that they are is told, and not a word of it."""
    row = PlanRow
    of = (row.organisation.in_(organisations), row.kind != BRANCH, row.stage.in_(WRITING))
    return frozenset(id for id in db.scalars(select(row.organisation).where(*of).distinct()) if id)
