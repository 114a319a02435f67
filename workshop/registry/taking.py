"""Doing what a table says, in one transaction, with a line in the trail for each organisation and role."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.words import LANGUAGES, Parallel
from workshop.registry.records import Record
from workshop.registry.weighing import Held, Person, Weighed, weighed
from workshop.store import accounts, forest, organisations, roles
from workshop.store.roles import Part
from workshop.store.tables import AccountRow, OrganisationRow


@dataclass(frozen=True)
class Coming:
    """Somebody whom a table brings or gives something new, with all of it: to whom one letter goes."""

    name: str
    email: str
    language: str
    account: AccountRow | None
    parts: Sequence[Part]
    token: str = ""
    """By which whoever had no account chooses a password, shown once; none before they are brought."""


def held(db: Session, day: date) -> Held:
    """What is there now."""
    people = db.execute(select(AccountRow.email, AccountRow.closed_at.is_(None)))
    return Held(organisations.every(db), forest.forest(db), {email: bool(is_open) for email, is_open in people}, day)


def take(
    db: Session, records: Sequence[Record], by: AccountRow | None, day: date, at: datetime
) -> tuple[Weighed, Sequence[Coming]]:
    """Do it, if every row fits what is there by now; otherwise nothing. And whom it brought or gave something."""
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


def _give(db: Session, wanted: Weighed, by: AccountRow | None, at: datetime) -> Sequence[Coming]:
    return [_given(db, each, by, at) for each in coming(db, wanted)]


def _given(db: Session, person: Coming, by: AccountRow | None, at: datetime) -> Coming:
    account, token = person.account, ""
    if account is None:
        account, token = accounts.bring(db, person.name, person.email, by, at, person.language)
    for part in person.parts:
        roles.give(db, account, part, by, at)
    return replace(person, account=account, token=token)


def coming(db: Session, wanted: Weighed) -> Sequence[Coming]:
    """Person by person what the table would give that they have not; whoever has all of it already is none of them."""
    rows: dict[str, list[Person]] = {}
    for each in wanted.people:
        rows.setdefault(each.email, []).append(each)
    return [found for email, those in rows.items() if (found := _coming(db, email, those)).parts]


def _coming(db: Session, email: str, rows: Sequence[Person]) -> Coming:
    account = accounts.account_by_email(db, email)
    parts = dict.fromkeys(each.part for each in rows)
    fresh = [part for part in parts if account is None or not roles.has(db, account, part)]
    language = next((each.language for each in rows if each.language), "")
    name = account.name if account else next((each.name for each in rows if each.name), "")
    return Coming(name, email, (account.language if account else "") or language, account, fresh)


def named(db: Session, wanted: Weighed) -> Mapping[str, Parallel]:
    """By organisation what it is called once the table is taken in."""
    found = {row.id: organisations.names(row) for row in organisations.every(db)}
    fresh = {id: {code: head[code] for code in LANGUAGES} for id, head in wanted.fresh.items()}
    changed = {id: {**found[id], **{c: head[c] for c in LANGUAGES if c in head}} for id, head in wanted.changes.items()}
    return {**found, **fresh, **changed}
