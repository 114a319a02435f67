"""Rows of workshops: whose they are, how one gets in, when they begin. What happens in them is in their logs."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlalchemy.orm import Session

from workshop.codes import CHANCE_BYTES, new_code
from workshop.store.tables import AccountRow, PersonRow, WorkshopRow


def of_account(db: Session, account: AccountRow) -> Sequence[WorkshopRow]:
    """Workshops that an account owns or has a seat in, the latest first. The log says what part that seat has."""
    seated = select(PersonRow.workshop).where(PersonRow.account == account.id)
    theirs = or_(WorkshopRow.owner == account.id, WorkshopRow.id.in_(seated))
    order = (WorkshopRow.starts.desc().nulls_last(), WorkshopRow.created.desc())
    return db.scalars(select(WorkshopRow).where(theirs).order_by(*order)).all()


def ids_of_owner(db: Session, owner: str) -> frozenset[str]:
    return frozenset(db.scalars(select(WorkshopRow.id).where(WorkshopRow.owner == owner)))


def let_in_by(db: Session, code: str) -> WorkshopRow | None:
    """The workshop that newcomers join by this code; none while its door is shut, and none once it is closed."""
    row = WorkshopRow
    return db.scalar(select(row).where(row.code == code, row.door_open.is_(True), row.closed_at.is_(None)))


def of_organisations(db: Session, organisations: Collection[str]) -> Sequence[Row[WorkshopRow, AccountRow]]:
    """Workshops of these organisations with whoever set them up, the latest first."""
    order = (WorkshopRow.starts.desc().nulls_last(), WorkshopRow.created.desc())
    both = select(WorkshopRow, AccountRow).join(AccountRow, AccountRow.id == WorkshopRow.owner)
    return db.execute(both.where(WorkshopRow.organisation.in_(organisations)).order_by(*order)).all()


def open_new(
    db: Session,
    id: str,
    owner: AccountRow,
    title: str,
    pack: str,
    starts: datetime | None,
    at: datetime,
    organisation: str | None = None,
) -> WorkshopRow:
    """The row of a new workshop, with a code; the one there is when the same form comes a second time."""
    known = db.get(WorkshopRow, id)
    if known is not None:
        return known
    head = {"title": title[:200], "pack": pack, "starts": starts, "organisation": organisation}
    row = WorkshopRow(id=id, code=free_code(db), owner=owner.id, created=at, **head)
    db.add(row)
    return row


def free_code(db: Session) -> str:
    """A code that no workshop has."""
    while True:
        code = new_code(secrets.token_bytes(CHANCE_BYTES))
        if db.scalar(select(WorkshopRow.id).where(WorkshopRow.code == code)) is None:
            return code


def change_code(db: Session, id: str) -> str:
    """A new code; the one before leads nowhere any more. Who has joined stays in."""
    code = free_code(db)
    _set(db, id, code=code)
    return code


def set_door(db: Session, id: str, *, open: bool) -> None:
    """Let newcomers in by the code, or no longer. Who has joined stays in."""
    _set(db, id, door_open=open)


def set_head(db: Session, id: str, title: str, starts: datetime | None, organisation: str | None) -> None:
    """What lists show, kept level with the log."""
    _set(db, id, title=title[:200], starts=starts, organisation=organisation)


def _set(db: Session, id: str, **values: Any) -> None:
    change: Mapping[str, Any] = values
    db.execute(update(WorkshopRow).where(WorkshopRow.id == id).values(**change))
