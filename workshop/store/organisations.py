"""Organisations by the name that people write, in whichever language they write it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.words import LANGUAGES
from workshop.store.accounts import new_id
from workshop.store.tables import OrganisationRow


def every(db: Session) -> Sequence[OrganisationRow]:
    return db.scalars(select(OrganisationRow)).all()


def called(db: Session, names: Iterable[str]) -> list[OrganisationRow]:
    """Those with one of these names, in the order of the names, whatever its letters' case."""
    rows = every(db)
    return [row for name in names for row in rows if name and name.casefold() in map(str.casefold, names_of(row))]


def taken_in(db: Session, name: str, language: str) -> OrganisationRow:
    """The organisation of this name; a new one if nobody has named it before."""
    if known := called(db, [name]):
        return known[0]
    row = OrganisationRow(id=new_id(), **{language: name})
    db.add(row)
    db.flush()
    return row


def names_of(row: OrganisationRow) -> list[str]:
    """In each language that it has been named in."""
    return [name for code in LANGUAGES if (name := getattr(row, code))]
