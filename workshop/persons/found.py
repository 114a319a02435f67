"""What there is about somebody: who they are in each place, and the texts in which they stand."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

import sqlalchemy
from sqlalchemy import select
from sqlalchemy.orm import Session

from workshop import limits
from workshop.keeping.words import Terms, terms, texts
from workshop.persons import files, whole
from workshop.persons.files import Kept
from workshop.persons.sought import Sought
from workshop.store.tables import (
    AccountRow,
    IdentityRow,
    OrganisationRow,
    PersonRow,
    PlanGuestRow,
    PlanRow,
    RoleHolderRow,
    WorkshopRow,
)

Kind: TypeAlias = Literal["account", "seat", "guest", "holder", "mention", "file"]
KINDS: tuple[Kind, ...] = ("account", "seat", "guest", "holder", "mention", "file")


@dataclass(frozen=True)
class Finding:
    """One place in which somebody stands. `sure`: told by what is theirs alone, not by a name others may have."""

    kind: Kind
    parts: tuple[str, ...]
    """What finds it again: an account's id, a workshop with a seat, a table with a row's key …"""
    called: str
    where: str = ""
    sure: bool = False
    fixed: bool = False
    """It stays whoever asks: a record rests on it, or what is made today."""

    @property
    def key(self) -> str:
        return "|".join((self.kind, *self.parts))


@dataclass(frozen=True)
class Found:
    """All of it, and the words by which they were looked for in texts."""

    findings: Sequence[Finding]
    words: Sequence[str]
    unread: Sequence[Kept] = ()
    """Files whose words cannot be read here: scanned, protected, damaged or more than are looked into."""

    def of(self, kind: Kind) -> list[Finding]:
        return [each for each in self.findings if each.kind == kind]

    def chosen(self, keys: Collection[str]) -> "Found":
        return replace(self, findings=[each for each in self.findings if each.key in keys])

    @property
    def wanted(self) -> Terms:
        return terms(self.words)


def find(db: Session, sought: Sought, only: Collection[str] | None = None) -> Found:
    """By address first: the names of those who were found for certain are looked for everywhere else.

    Files are slow to read: of those only the ones with these keys are looked into, where `only` is given.
    """
    sure = [each for each in (*accounts(db, sought), *holders(db, sought)) if each.sure]
    mine = {each.parts[0]: each.where for each in sure if each.kind == "account"}
    named = sought.known_as((each.called for each in sure), mine.values())
    people = [*accounts(db, named), *seats(db, named, mine), *guests(db, named), *holders(db, named)]
    stands, unread = in_files(db, named.words(), only)
    return Found([*people, *stands_in(db, named), *stands], named.words(), unread)


def accounts(db: Session, sought: Sought) -> Iterator[Finding]:
    ties = {each.account for each in db.scalars(select(IdentityRow)) if sought.identity and sought.identity in each.who}
    for row in db.scalars(select(AccountRow).order_by(AccountRow.name, AccountRow.id)):
        sure = row.id in ties or row.email in sought.emails
        if sure or sought.by_name.search(row.name):
            yield Finding("account", (row.id,), row.name, row.email, sure)


def holders(db: Session, sought: Sought) -> Iterator[Finding]:
    rows = select(RoleHolderRow, OrganisationRow).join(
        OrganisationRow, OrganisationRow.id == RoleHolderRow.organisation
    )
    for row, organisation in db.execute(rows.order_by(RoleHolderRow.since, RoleHolderRow.id)):
        sure = row.email.lower() in sought.emails
        if sure or sought.by_name.search(row.name):
            yield Finding("holder", (row.id,), row.name, f"{row.role}, {_called(organisation)}", sure)


def guests(db: Session, sought: Sought) -> Iterator[Finding]:
    rows = select(PlanGuestRow, PlanRow).join(PlanRow, PlanRow.id == PlanGuestRow.plan)
    for row, plan in db.execute(rows.order_by(PlanRow.title, PlanGuestRow.guest)):
        if sought.by_name.search(row.name):
            yield Finding("guest", (row.plan, row.guest), row.name, plan.title)


def seats(db: Session, sought: Sought, accounts: Collection[str]) -> Iterator[Finding]:
    """Participants have no account: a name is all that tells them. Hosts come by theirs."""
    rows = select(PersonRow, WorkshopRow).join(WorkshopRow, WorkshopRow.id == PersonRow.workshop)
    for row, workshop in db.execute(rows.order_by(WorkshopRow.created, PersonRow.seat)):
        sure = row.account in accounts
        if row.name and (sure or sought.by_name.search(row.name)):
            yield Finding("seat", (row.workshop, row.seat), row.name, workshop.title, sure)


def stands_in(db: Session, sought: Sought) -> Sequence[Finding]:
    """A finding a row; one of a whole log, whose facts are struck together.

    What was written in workshops is not looked through for an identity, which may be any word.
    """
    words, homes, found = sought.words(), titles(db), dict[tuple[str, ...], Finding]()
    everywhere, in_rooms = terms(words), terms(sought.told_apart)
    for table, row in whole.mentions(db, words, everywhere):
        log = str(row.get("log", ""))
        wanted = in_rooms if of_workshop(log) else everywhere
        parts = (table.name, log or whole.key_of(table, row))
        if passages := list(passages_of(table, row, wanted)):
            found.setdefault(parts, Finding("mention", parts, passages[0], homes.get(log, "")))
    return list(found.values())


def of_workshop(log: str) -> bool:
    """Whether a log is a workshop's, which is for its hosts to read."""
    return log.startswith("workshop:")


def passages_of(table: sqlalchemy.Table, row: whole.Row, wanted: Terms) -> Iterator[str]:
    """Short passages of a row in which somebody stands."""
    return (_around(cell, wanted) for cell in _cells(table, row) if wanted.search(cell))


def in_files(
    db: Session, words: Sequence[str], only: Collection[str] | None
) -> tuple[Sequence[Finding], Sequence[Kept]]:
    """Signed files and templates in which somebody stands, and those that could not be read."""
    wanted, found, unread = terms(words), list[Finding](), list[Kept]()
    for number, kept in enumerate(files.every(db)):
        stand = Finding("file", kept.parts, "", " · ".join(filter(None, (kept.name, kept.where))), fixed=kept.fixed)
        if only is not None and stand.key not in only:
            continue
        text = files.passage(db, kept, wanted) if number < limits.FILES_SEARCHED else None
        if text is None:
            unread.append(kept)
        elif text:
            found.append(replace(stand, called=_around(text, wanted)))
    return found, unread


def titles(db: Session) -> Mapping[str, str]:
    """What workshops and plans are called, by their logs."""
    workshops = {f"workshop:{row.id}": row.title for row in db.scalars(select(WorkshopRow))}
    return workshops | {f"plan:{row.id}": row.title for row in db.scalars(select(PlanRow))}


def _cells(table: sqlalchemy.Table, row: whole.Row) -> Iterator[str]:
    return (text for column in whole.texts_of(table) for text in texts(row[column.name]))


def _around(text: str, wanted: Terms, letters: int = 60) -> str:
    """A short passage with what was found in it."""
    found = wanted.search(text)
    if not found:
        return ""
    begin, end = max(found.start() - letters, 0), found.end() + letters
    return f"{'… ' if begin else ''}{text[begin:end].strip()}{' …' if end < len(text) else ''}"


def _called(row: OrganisationRow) -> str:
    return row.en or row.fi or row.sv
