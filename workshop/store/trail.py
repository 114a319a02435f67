"""The trail of what was done to accounts, rights, organisations, packs and templates, read by administrators."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.orm import Session

from workshop.store.tables import AccountRow, AuditRow

Line = Row[AuditRow, AccountRow | None]


@dataclass(frozen=True)
class Wanted:
    """Which lines: of one action, by or about one account, from one moment until before another. Left out is all."""

    action: str = ""
    since: datetime | None = None
    until: datetime | None = None
    who: str = ""
    """An account's id."""

    @property
    def terms(self) -> list[ColumnElement[bool]]:
        found = [AuditRow.action == self.action] if self.action else []
        found += [AuditRow.at >= self.since] if self.since else []
        found += [or_(AuditRow.account == self.who, AuditRow.object == self.who)] if self.who else []
        return [*found, *([AuditRow.at < self.until] if self.until else [])]


def lines(db: Session, wanted: Wanted, skip: int = 0, most: int | None = None) -> Sequence[Line]:
    """The latest first, with whoever did it."""
    both: Any = select(AuditRow, AccountRow).outerjoin(AccountRow, AccountRow.id == AuditRow.account)
    return db.execute(both.where(*wanted.terms).order_by(AuditRow.id.desc()).offset(skip).limit(most)).all()


def count(db: Session, wanted: Wanted) -> int:
    return db.scalar(select(func.count(AuditRow.id)).where(*wanted.terms)) or 0


def actions(db: Session) -> Sequence[str]:
    """Everything that was ever done."""
    return db.scalars(select(AuditRow.action).distinct().order_by(AuditRow.action)).all()


def people(db: Session) -> Sequence[AccountRow]:
    """Everybody who ever did something, by name."""
    done = select(AuditRow.account).where(AuditRow.account.is_not(None)).distinct()
    return db.scalars(select(AccountRow).where(AccountRow.id.in_(done)).order_by(AccountRow.name, AccountRow.id)).all()
