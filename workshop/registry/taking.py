"""Doing what a table says, in one transaction, with a line in the trail for each organisation and role."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop.registry.records import Record
from workshop.registry.weighing import Held, Weighed, weighed
from workshop.store import accounts, forest, organisations, roles
from workshop.store.tables import AccountRow, OrganisationRow


@dataclass(frozen=True)
class Link:
    """How somebody who was brought comes in: a token to choose a password by, shown once."""

    name: str
    email: str
    token: str


def held(db: Session, day: date) -> Held:
    """What is there now."""
    people = db.execute(select(AccountRow.email, AccountRow.closed_at.is_(None)))
    return Held(organisations.every(db), forest.forest(db), {email: bool(is_open) for email, is_open in people}, day)


def take(
    db: Session, records: Sequence[Record], by: AccountRow | None, day: date, at: datetime
) -> tuple[Weighed, Sequence[Link]]:
    """Do it, if every row fits what is there by now; otherwise nothing. And the links of those who had no account."""
    wanted = weighed(held(db, day), records)
    if wanted.broken:
        return wanted, ()
    for id, head in wanted.fresh.items():
        db.add(OrganisationRow(id=id, opened=wanted.forest[id].opened, **head))
        accounts.note(db, at, by, "add_organisation", id, **head)
    db.flush()
    for id, values in wanted.changes.items():
        organisations.change(db, db.get_one(OrganisationRow, id), values, by, at)
    forest.keep(db, wanted.forest)
    for id in wanted.moved | wanted.ended:
        accounts.note(db, at, by, "end_organisation" if id in wanted.ended else "move_organisation", id)
    return wanted, _give(db, wanted, by, at)


def _give(db: Session, wanted: Weighed, by: AccountRow | None, at: datetime) -> Sequence[Link]:
    links: list[Link] = []
    for person in wanted.people:
        account = accounts.account_by_email(db, person.email)
        if account is None:
            account, token = accounts.bring(db, person.name, person.email, by, at)
            links.append(Link(person.name, person.email, token))
        roles.give(db, account, person.part, by, at)
    return links
