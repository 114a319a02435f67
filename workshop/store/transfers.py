"""Transfers to other services: the shipped ones, what administrators made of them, and who vouches for which."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.packs.node import Node
from facilitation.report.transfer import Transfer, as_data, build, digest, shipped
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, TransferRow

LONGEST_KEY = 40


@dataclass(frozen=True)
class Kept:
    """A transfer as it holds now, with what was done to it."""

    transfer: Transfer
    row: TransferRow | None = None
    people: Mapping[str, str] | None = None
    """Names of accounts, by id."""

    @property
    def key(self) -> str:
        return self.transfer.key

    @property
    def digest(self) -> str:
        return digest(self.transfer)

    @property
    def own(self) -> bool:
        """Made here, as a copy of another."""
        return self.key not in shipped()

    @property
    def changed(self) -> bool:
        return bool(self.row and self.row.body)

    @property
    def changed_by(self) -> str:
        return (self.people or {}).get((self.row and self.row.changed_by) or "", "")

    @property
    def confirmed(self) -> bool:
        """Whether somebody vouches for just this mapping."""
        return bool(self.row and self.row.confirmed == self.digest)

    @property
    def confirmed_by(self) -> str:
        return (self.people or {}).get((self.row and self.row.confirmed_by) or "", "")


def every(db: Session) -> list[Kept]:
    """The shipped ones first, then those made here."""
    rows = {row.key: row for row in db.scalars(select(TransferRow).order_by(TransferRow.key))}
    involved = {id for row in rows.values() for id in (row.changed_by, row.confirmed_by) if id}
    found = db.execute(select(AccountRow.id, AccountRow.name).where(AccountRow.id.in_(involved)))
    people = {id: name for id, name in found}  # noqa: C416 (rows are not pairs to the checker)
    keys = (*shipped(), *(key for key in rows if key not in shipped()))
    return [Kept(_now(key, rows.get(key)), rows.get(key), people) for key in keys]


def one(db: Session, key: str) -> Kept | None:
    return next((each for each in every(db) if each.key == key), None)


def _now(key: str, row: TransferRow | None) -> Transfer:
    return build(Node(row.body)) if row and row.body else shipped()[key]


def _row(db: Session, key: str) -> TransferRow:
    row = db.get(TransferRow, key) or TransferRow(key=key, body={}, confirmed="")
    db.add(row)
    return row


def change(db: Session, transfer: Transfer, what: str, by: AccountRow, at: datetime) -> None:
    """Keep it so from now on. Nobody vouches for what it has become. `what` is for the trail."""
    row = _row(db, transfer.key)
    row.body, row.changed_by, row.changed_at = as_data(transfer), by.id, at
    _unconfirm(row)
    note(db, at, by, "change_transfer", transfer.key, what=what, digest=digest(transfer))


def copy(db: Session, kept: Kept, by: AccountRow, at: datetime) -> str:
    """A mapping of one's own that begins as this one is; its key."""
    taken = {each.key for each in every(db)}
    number = next(n for n in count(2) if _numbered(kept.key, n) not in taken)
    titles = {code: f"{title} ({number})" for code, title in kept.transfer.title.items()}
    made = replace(kept.transfer, key=_numbered(kept.key, number), title=titles)
    change(db, made, f"copy of {kept.key}", by, at)
    return made.key


def _numbered(key: str, number: int) -> str:
    return f"{key[: LONGEST_KEY - len(str(number)) - 1]}-{number}"


def confirm(db: Session, kept: Kept, by: AccountRow, at: datetime) -> None:
    """Somebody who has seen the service says that it asks just so."""
    row = _row(db, kept.key)
    row.confirmed, row.confirmed_by, row.confirmed_at = kept.digest, by.id, at
    note(db, at, by, "confirm_transfer", kept.key, digest=kept.digest)


def doubt(db: Session, kept: Kept, by: AccountRow, at: datetime) -> None:
    _unconfirm(_row(db, kept.key))
    note(db, at, by, "doubt_transfer", kept.key)


def _unconfirm(row: TransferRow) -> None:
    row.confirmed, row.confirmed_by, row.confirmed_at = "", None, None


def reset(db: Session, kept: Kept, by: AccountRow, at: datetime) -> None:
    """A shipped one as it was shipped; one made here is gone."""
    if row := db.get(TransferRow, kept.key):
        db.delete(row)
    note(db, at, by, "remove_transfer" if kept.own else "reset_transfer", kept.key)
