"""What organisations keep beside the methods, version by version, and a method as an organisation has it."""

import json
import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any, TypeVar

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation import packs
from facilitation.organisations import above, below
from facilitation.packs import Pack
from facilitation.packs.own import Kind, OwnEntry, with_own
from facilitation.shapes.register import Definition
from facilitation.strategy import OWN_IDS
from facilitation.words import Parallel
from workshop.codes import CHANCE_BYTES, new_code
from workshop.days import local_day
from workshop.store.accounts import note
from workshop.store.editions import edition
from workshop.store.forest import forest
from workshop.store.organisations import names
from workshop.store.tables import AccountRow, OrganisationRow, OwnEntryRow

T = TypeVar("T")

LETTERS = 5


@dataclass(frozen=True)
class Body:
    """What an entry says."""

    text: Parallel = field(default_factory=dict[str, str])
    intention: Parallel = field(default_factory=dict[str, str])
    source: Parallel = field(default_factory=dict[str, str])
    under: str = ""
    counted: Definition = field(default_factory=Definition)


# -- Reading --------------------------------------------------------------------------------------------------------


def entries(db: Session, organisations: Collection[str], until: date | None = None) -> Sequence[OwnEntry]:
    """All versions of these organisations' own entries, by id; as they stood at the end of a day, if one is named."""
    row = OwnEntryRow
    wanted = select(row, OrganisationRow).join(OrganisationRow, OrganisationRow.id == row.organisation)
    found = db.execute(wanted.where(row.organisation.in_(organisations)).order_by(row.id, row.version)).all()
    every = (_entry(each, whose) for each, whose in found)
    return [as_of(each, until) for each in every if until is None or each.since <= until]


def as_of(entry: OwnEntry, until: date | None) -> OwnEntry:
    gone = entry.withdrawn is not None and until is not None and entry.withdrawn > until
    return replace(entry, withdrawn=None) if gone else entry


def _entry(row: OwnEntryRow, whose: OrganisationRow) -> OwnEntry:
    said: Mapping[str, Any] = {name: getattr(body_of(row), name) for name in Body.__dataclass_fields__}
    withdrawn = local_day(row.withdrawn_at) if row.withdrawn_at else None
    kind = msgspec.convert(row.kind, Kind)
    called = {code: name for code, name in names(whose).items() if name}
    head = (row.id, row.version, kind, row.organisation, called, local_day(row.made_at))
    return OwnEntry(*head, pack=row.pack, withdrawn=withdrawn, **said)


def body_of(row: OwnEntryRow) -> Body:
    return msgspec.convert(row.body, Body)


def line(db: Session, organisation: str, day: date) -> tuple[str, ...]:
    """Those whose entries an organisation takes from: its own, and those of all above it."""
    known = forest(db)
    return (organisation, *above(known, organisation, day)) if organisation in known else ()


def method(
    db: Session,
    key: str,
    organisation: str | None,
    day: date,
    until: date | None = None,
    at: datetime | None = None,
) -> Pack:
    """A method as an organisation has it: with its own entries and those of the organisations above it.

    `at`: in the words in which it was read at that moment.
    """
    return methods(db, {"": (key, organisation or "")}, day, until, at)[""]


def methods(
    db: Session,
    wanted: Mapping[T, tuple[str, str]],
    day: date,
    until: date | None = None,
    at: datetime | None = None,
) -> Mapping[T, Pack]:
    """The same for many, by whatever they are wanted for: as many questions as for one."""
    read = {key: edition(db, key, at) for key in dict.fromkeys(key for key, _ in wanted.values())}
    if not any(whose for _, whose in wanted.values()) or not any_entry(db):
        return {of: read[key] for of, (key, _) in wanted.items()}
    known = forest(db)
    lines = {whose: (whose, *above(known, whose, day)) for _, whose in wanted.values() if whose in known}
    every = entries(db, {id for line in lines.values() for id in line}, until)
    having = {whose: [each for each in every if each.organisation in line] for whose, line in lines.items()}
    return {of: with_own(read[key], having.get(whose, ())) for of, (key, whose) in wanted.items()}


def method_of_branch(db: Session, key: str, organisation: str, day: date) -> Pack:
    """A method as a branch reads it: with the entries of all above and below it too."""
    if not any_entry(db):
        return packs.load(key)
    every = {*line(db, organisation, day), *below(forest(db), organisation, day)}
    return with_own(packs.load(key), entries(db, every))


def any_entry(db: Session) -> bool:
    return db.scalar(select(OwnEntryRow.id).limit(1)) is not None


def newest(db: Session, id: str) -> OwnEntryRow | None:
    row = OwnEntryRow
    return db.scalar(select(row).where(row.id == id).order_by(row.version.desc()).limit(1))


def stamp(row: OwnEntryRow) -> str:
    """Changes with whatever the entry says."""
    said = f"{row.id}/{row.version}/{row.pack}/{json.dumps(row.body, sort_keys=True)}"
    return sha256(said.encode()).hexdigest()[:16]


# -- Changing -------------------------------------------------------------------------------------------------------


def add(db: Session, organisation: str, kind: Kind, pack: str, body: Body, by: AccountRow, at: datetime) -> OwnEntryRow:
    row = OwnEntryRow(id=_free_id(db), version=1, organisation=organisation, kind=kind, pack=pack)
    _write(row, body, by, at)
    db.add(row)
    note(db, at, by, "add_own_entry", row.id, **_said(row))
    return row


def change(db: Session, before: OwnEntryRow, pack: str, body: Body, by: AccountRow, at: datetime) -> OwnEntryRow:
    """The next version; a metric's definition that stays the same stays the same version, whatever it is called."""
    same = before.kind == "metric" and body_of(before).counted == body.counted
    head = {"organisation": before.organisation, "kind": before.kind, "pack": pack}
    row = before if same else OwnEntryRow(id=before.id, version=before.version + 1, **head)
    if same:
        row.pack, row.body = pack, msgspec.to_builtins(body)
    else:
        _write(row, body, by, at)
        db.add(row)
    note(db, at, by, "change_own_entry", row.id, **_said(row))
    return row


def withdraw(db: Session, row: OwnEntryRow, by: AccountRow, at: datetime) -> None:
    """It is offered no more; who has taken it up reads on."""
    row.withdrawn_by, row.withdrawn_at = by.id, at
    note(db, at, by, "withdraw_own_entry", row.id, **_said(row))


def offer(db: Session, row: OwnEntryRow, by: AccountRow, at: datetime) -> None:
    row.withdrawn_by = row.withdrawn_at = None
    note(db, at, by, "offer_own_entry", row.id, **_said(row))


def _write(row: OwnEntryRow, body: Body, by: AccountRow, at: datetime) -> None:
    row.body, row.made_by, row.made_at = msgspec.to_builtins(body), by.id, at


def _said(row: OwnEntryRow) -> dict[str, str]:
    return {"organisation": row.organisation, "kind": row.kind, "version": str(row.version)}


def _free_id(db: Session) -> str:
    return next(id for id in _ids() if newest(db, id) is None)


def _ids() -> Iterator[str]:
    while True:
        yield OWN_IDS + new_code(secrets.token_bytes(CHANCE_BYTES))[:LETTERS]
