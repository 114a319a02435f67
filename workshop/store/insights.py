"""Who may read what a workshop holds without being its host: for an hour, for a reason, seen by its hosts."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from workshop import limits
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, InsightRow


def open_to(db: Session, workshop: str, account: AccountRow, why: str, at: datetime) -> InsightRow:
    """From now on for a while this account may read it."""
    until = at + timedelta(minutes=limits.INSIGHT_MINUTES)
    row = InsightRow(id=new_id(), workshop=workshop, account=account.id, why=why, since=at, until=until)
    db.add(row)
    note(db, at, account, "read_workshop", workshop, why=why)
    return row


def looked(db: Session, workshop: str, account: AccountRow, why: str, at: datetime) -> InsightRow | None:
    """Somebody was looked for in it, and passages were seen; no more is open by that.

    None where that was said of late.
    """
    since = at - timedelta(minutes=limits.INSIGHT_MINUTES)
    same = (InsightRow.workshop == workshop, InsightRow.account == account.id, InsightRow.why == why)
    if db.scalars(select(InsightRow).where(*same, InsightRow.since > since)).first():
        return None
    row = InsightRow(id=new_id(), workshop=workshop, account=account.id, why=why, since=at, until=at)
    db.add(row)
    return row


def holds(db: Session, workshop: str, account: str, at: datetime) -> InsightRow | None:
    """What lets this account read it now."""
    mine = (InsightRow.workshop == workshop, InsightRow.account == account, InsightRow.until > at)
    return db.scalars(select(InsightRow).where(*mine).order_by(InsightRow.until.desc())).first()


def of_workshop(db: Session, workshop: str) -> Sequence[Row[InsightRow, AccountRow]]:
    """Everybody who ever might, the latest first: its hosts are told."""
    both = select(InsightRow, AccountRow).join(AccountRow, AccountRow.id == InsightRow.account)
    return db.execute(both.where(InsightRow.workshop == workshop).order_by(InsightRow.since.desc())).all()
