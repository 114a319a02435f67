"""Erasing somebody: their names and ways in go, what they did stays under a number that tells nobody.

In steps that each may be done again: logs one by one, then rows in one transaction. Whoever is interrupted erases anew
and nothing is left over.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from workshop import store
from workshop.keeping import logs
from workshop.keeping.words import NOBODY, Terms, terms, without
from workshop.persons import seats, whole
from workshop.persons.found import Finding, Found, Kind
from workshop.store.accounts import ADMINISTRATOR, accounts, end_logins, note
from workshop.store.log import LogKey, Written
from workshop.store.people import people_of
from workshop.store.tables import (
    AccountRow,
    AnswerRow,
    CheckInLinkRow,
    IdentityRow,
    InvitationRow,
    LoginRow,
    OrganisationRoleRow,
    PlanGuestRow,
    PlanPersonRow,
    RoleHolderRow,
    Table,
    TokenAnswerRow,
)

NO_ADDRESS = "@erased.invalid"


@dataclass(frozen=True)
class Erased:
    """How much was erased of each kind, and what had to stay: texts of approved versions, by their plan's title."""

    done: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, int] = field(default_factory=dict)
    """By table, how many files had to stay as they are."""


class Unerasable(Exception):
    """Somebody who must not be erased by this hand; `why` is "self" or "last"."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def erase(found: Found, by: AccountRow, at: datetime, day: date, *, texts: bool) -> Erased:
    """Erase what may be, with `texts` also what they wrote. Raises Unerasable, having done nothing."""
    with store.reading() as db:
        refuse(db, found, by)
        words = [*found.words, *known_as(db, found)]
    wanted = terms(words)
    kept = _logs_struck(found, wanted, texts=texts)
    with store.writing() as db:
        for finding in found.findings:
            ROWS[finding.kind](db, finding, wanted, day, at)
        forget_answers(db, words)
        done = Counter(each.kind for each in found.findings if not each.fixed)
        note(db, at, by, "erase_person", "", **{kind: str(count) for kind, count in sorted(done.items())})
    for finding in found.of("seat"):
        people_of().strike(*finding.parts)
    return Erased(done, kept, Counter(each.parts[0] for each in found.of("file") if each.fixed))


def refuse(db: Session, found: Found, by: AccountRow) -> None:
    theirs = {each.parts[0] for each in found.of("account")}
    if by.id in theirs:
        raise Unerasable("self")
    left = [row for row in accounts(db) if row.role == ADMINISTRATOR and row.id not in theirs]
    if theirs and not left:
        raise Unerasable("last")


def known_as(db: Session, found: Found) -> Iterator[str]:
    """Whole names and addresses of whom was chosen, where less was looked for."""
    for each in found.of("account"):
        row = db.get_one(AccountRow, each.parts[0])
        yield from (row.name, row.email)
    for each in found.of("holder"):
        row = db.get_one(RoleHolderRow, each.parts[0])
        yield from (row.name, row.email)
    yield from (each.called for kind in ("seat", "guest") for each in found.of(kind))


# -- In logs --------------------------------------------------------------------------------------------------------


def _logs_struck(found: Found, wanted: Terms, *, texts: bool) -> dict[str, int]:
    kept: dict[str, int] = {}
    for key, change in changes(found, wanted, texts=texts).items():
        if stays := logs.strike(key, change).kept:
            kept[str(key)] = len(stays)
    return kept


def changes(found: Found, wanted: Terms, *, texts: bool) -> Mapping[LogKey, logs.Change]:
    """By log, what each of its facts becomes."""
    mentioned = {_key(each.parts[1]) for each in found.of("mention") if each.parts[0] == "event"}
    writers = seats.writers(found)
    keys = dict.fromkeys([*sorted(mentioned, key=str), *writers])
    return {key: _change(key in mentioned, writers.get(key, set()), wanted, texts=texts) for key in keys}


def _change(mentioned: bool, writers: Collection[str], wanted: Terms, *, texts: bool) -> logs.Change:
    def change(fact: Written) -> Mapping[str, Any]:
        body = seats.struck(fact, texts=texts) if fact.for_ in writers else fact.body
        return without(body, wanted) if mentioned else body

    return change


def _key(log: str) -> LogKey:
    kind, _, id = log.partition(":")
    return LogKey(kind, id)


# -- In rows --------------------------------------------------------------------------------------------------------


def _account(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    """Closed, without name, address, password and ties; what points at it still does."""
    (id,) = finding.parts
    row = db.get_one(AccountRow, id)
    row.name, row.email, row.password_hash = NOBODY, f"{id}{NO_ADDRESS}".lower(), ""
    row.closed_at = row.closed_at or at
    end_logins(db, id, at)
    for of in (LoginRow, IdentityRow, PlanPersonRow):
        db.execute(delete(of).where(of.account == id))
    _links(db, id, at)
    still = (OrganisationRoleRow.account == id, OrganisationRoleRow.until.is_(None) | (OrganisationRoleRow.until > day))
    db.execute(delete(OrganisationRoleRow).where(*still, OrganisationRoleRow.since >= day))
    db.execute(update(OrganisationRoleRow).where(*still).values(until=day))


def _links(db: Session, account: str, at: datetime) -> None:
    mine = (InvitationRow.account == account) | (InvitationRow.used_by == account)
    db.execute(update(InvitationRow).where(mine).values(label=""))
    unused = (InvitationRow.account == account, InvitationRow.used_at.is_(None), InvitationRow.revoked_at.is_(None))
    db.execute(update(InvitationRow).where(*unused).values(revoked_at=at))


def _seat(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    """Its name is struck where names are kept at hand; here go the words that were answered to it."""
    workshop, seat = finding.parts
    theirs = (AnswerRow.log == f"workshop:{workshop}", AnswerRow.seat == seat)
    db.execute(update(AnswerRow).where(*theirs).values(arguments={}))


def _guest(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    plan, guest = finding.parts
    db.get_one(PlanGuestRow, (plan, guest)).name = ""


def _holder(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    """The role stays, and waits for somebody else."""
    (id,) = finding.parts
    row = db.get_one(RoleHolderRow, id)
    row.name, row.email = "", ""
    row.until = min(row.until or day, max(day, row.since))
    db.execute(delete(CheckInLinkRow).where(CheckInLinkRow.holder == id))


def _file(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    """No words are struck out of a file: it goes whole, or stays where something rests on it."""
    name, *key = finding.parts
    if not finding.fixed:
        table = Table.metadata.tables[name]
        pairs = zip(whole.keys(table), key, strict=True)
        db.execute(delete(table).where(*(column == value for column, value in pairs)))


def _mention(db: Session, finding: Finding, wanted: Terms, day: date, at: datetime) -> None:
    """Facts were struck with their logs; a letter to them is thrown away, as is what is known by their address; all
    other texts lose the words.
    """
    name, key = finding.parts
    table = Table.metadata.tables[name]
    for row in whole.at_key(db, table, key) if name != "event" else ():
        here = [column == row[column.name] for column in whole.keys(table)]
        to_them = name == "letter" and wanted.search(f"{row['to']} {row['once']}")
        if to_them or whole.goes(table, row, wanted):
            db.execute(delete(table).where(*here))
        elif struck := whole.struck(table, row, wanted):
            db.execute(update(table).where(*here).values(struck))


Rows = Callable[[Session, Finding, Terms, date, datetime], None]
ROWS: Mapping[Kind, Rows] = {
    "account": _account,
    "seat": _seat,
    "guest": _guest,
    "holder": _holder,
    "mention": _mention,
    "file": _file,
}


def forget_answers(db: Session, words: Collection[str]) -> None:
    """What programs were answered of late; asked again with the same key, they are told that it is over."""
    for row in db.query(TokenAnswerRow):
        told = row.body.decode("utf-8", "replace")
        if terms(words).search(told):
            db.delete(row)
