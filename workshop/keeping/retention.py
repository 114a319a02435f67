"""What is kept how long, and what goes when: reckoned for a page to tell beforehand, and carried out by `toimi due`.

A workshop is over with the last thing that happened in it. From there the months of its organisation count; where it
has not said, and while a hold is on it, nothing goes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, literal, or_, select
from sqlalchemy.orm import Session

from workshop.days import local_day, months_later
from workshop.store.tables import EventRow, OrganisationRow, PersonRow, WorkshopRow

OF = OrganisationRow.id == WorkshopRow.organisation
TIMED = or_(
    OrganisationRow.kept_months.is_not(None),
    OrganisationRow.names_months.is_not(None),
    WorkshopRow.held_at.is_not(None),
)


@dataclass(frozen=True)
class Due:
    """When the names in a workshop go, and when all of it does; None for what stays."""

    workshop: WorkshopRow
    organisation: OrganisationRow | None
    over: date
    named: bool
    """Whether there are names left in it."""

    @property
    def held(self) -> bool:
        return self.workshop.held_at is not None

    @property
    def goes(self) -> date | None:
        return self._after("kept_months")

    @property
    def names_go(self) -> date | None:
        """Never after the workshop itself."""
        days = [day for day in (self._after("names_months"), self.goes) if day]
        return min(days) if days and self.named else None

    @property
    def next(self) -> date | None:
        """What comes first."""
        return min(filter(None, (self.names_go, self.goes)), default=None)

    def _after(self, term: str) -> date | None:
        months = getattr(self.organisation, term, None)
        return months_later(self.over, months) if months else None


def dues(db: Session, *which: ColumnElement[bool]) -> list[Due]:
    """Workshops that are not kept for good, and those on which there is a hold; what goes first before the rest."""
    last, named = last_facts(db, *which), named_workshops(db)
    rows = db.execute(select(WorkshopRow, OrganisationRow).outerjoin(OrganisationRow, OF).where(TIMED, *which))
    found = [Due(row, whose, over_since(row, last.get(row.id)), row.id in named) for row, whose in rows]
    return sorted(found, key=lambda each: (each.next or date.max, each.over, each.workshop.id))


def due_of(db: Session, workshop: str) -> Due | None:
    return next(iter(dues(db, WorkshopRow.id == workshop)), None)


def over_since(row: WorkshopRow, last: datetime | None) -> date:
    return local_day(max(filter(None, (row.created, row.starts, row.closed_at, last))))


def last_facts(db: Session, *which: ColumnElement[bool]) -> Mapping[str, datetime]:
    """By workshop, when something happened in it last."""
    rows = (
        select(WorkshopRow.id, func.max(EventRow.at))
        .join(EventRow, EventRow.log == literal("workshop:") + WorkshopRow.id)
        .outerjoin(OrganisationRow, OF)
        .where(TIMED, *which)
        .group_by(WorkshopRow.id)
    )
    return {row[0]: row[1] for row in db.execute(rows)}


def named_workshops(db: Session) -> frozenset[str]:
    wanted = (PersonRow.name != "") | PersonRow.key_hash.is_not(None)
    return frozenset(db.scalars(select(PersonRow.workshop).where(wanted).distinct()))


def names_to_strike(found: list[Due], day: date) -> Iterator[Due]:
    """Whose names go by this day; not those that go whole."""
    return (each for each in found if each.names_go and each.names_go <= day and not _goes(each, day) and not each.held)


def to_remove(found: list[Due], day: date) -> Iterator[Due]:
    return (each for each in found if _goes(each, day) and not each.held)


def _goes(each: Due, day: date) -> bool:
    return each.goes is not None and each.goes <= day
