"""The tree of organisations: read whole, changed by the method's rules, with a line in the trail for each change."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter

from flask import g, has_request_context, request
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from facilitation import organisations as trees
from facilitation.organisations import Forest, Organisation, Place
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, OrganisationPlaceRow, OrganisationRow


def forest(db: Session) -> Forest:
    """Everybody and where they stand, through all days; whoever only looks at a page reads the tree once for it."""
    if not (has_request_context() and request.method in ("GET", "HEAD")):
        return _read(db)
    if "forest" not in g:
        g.forest = _read(db)
    return g.forest


def _read(db: Session) -> Forest:
    # Columns, and not rows to be changed: every page that asks for rights reads the whole tree.
    place, row = OrganisationPlaceRow, OrganisationRow
    found = db.execute(select(place.organisation, place.since, place.under).order_by(place.organisation, place.since))
    places = {
        id: tuple(Place(since, under or "") for _, since, under in each) for id, each in groupby(found, itemgetter(0))
    }
    heads = db.execute(select(row.id, row.opened, row.closed, row.successor))
    return {id: Organisation(id, opened, closed, on or "", places.get(id, ())) for id, opened, closed, on in heads}


def stead(db: Session) -> Sequence[tuple[str, str]]:
    """Who goes on in whose stead: by that it is known which plan goes on from which."""
    return [(each.id, each.successor) for each in forest(db).values() if each.successor]


def stands_for(known: Forest, id: str, other: str) -> bool:
    """Whether one is the other, or goes on in its stead by whatever day."""
    return id == other or (other in known and id in trees.heirs(known, other, date.max))


# -- Changes; each raises Refused where the method does ---------------------------------------------------------------


def add(
    db: Session,
    head: Mapping[str, str],
    under: str,
    opened: date | None,
    by: AccountRow | None,
    at: datetime,
) -> OrganisationRow:
    """A new organisation with its names, kind and code."""
    row = OrganisationRow(id=new_id(), opened=opened, **head)
    after = trees.found(forest(db), row.id, under, opened)
    db.add(row)
    db.flush()
    _keep_places(db, after[row.id])
    note(db, at, by, "add_organisation", row.id, under=under, opened=_said(opened), **head)
    return row


def move(db: Session, id: str, under: str, day: date, by: AccountRow | None, at: datetime) -> None:
    keep(db, trees.move(forest(db), id, under, day))
    note(db, at, by, "move_organisation", id, under=under, day=_said(day))


def merge(db: Session, id: str, into: str, day: date, by: AccountRow | None, at: datetime) -> None:
    keep(db, trees.merge(forest(db), id, into, day))
    note(db, at, by, "merge_organisation", id, into=into, day=_said(day))


def close(db: Session, id: str, day: date, by: AccountRow | None, at: datetime) -> None:
    keep(db, trees.close(forest(db), id, day))
    note(db, at, by, "close_organisation", id, day=_said(day))


def keep(db: Session, after: Forest) -> None:
    """Write what differs from what is there."""
    before = forest(db)
    for id, organisation in after.items():
        if organisation != before[id]:
            row = db.get_one(OrganisationRow, id)
            row.closed, row.successor = organisation.closed, organisation.successor or None
            _keep_places(db, organisation)
    db.flush()


def _keep_places(db: Session, organisation: Organisation) -> None:
    db.execute(delete(OrganisationPlaceRow).where(OrganisationPlaceRow.organisation == organisation.id))
    for place in organisation.places:
        db.add(OrganisationPlaceRow(organisation=organisation.id, since=place.since, under=place.under or None))
    db.flush()


def _said(day: date | None) -> str:
    return day.isoformat() if day else ""
