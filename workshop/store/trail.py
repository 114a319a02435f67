"""The trail of what was done to accounts, rights, organisations, packs and templates, read by administrators."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, func, or_, select
from sqlalchemy.orm import Session

from facilitation.plans.commands import EnterFigure, GiveBaseline, TellProgress, WithdrawFigure
from workshop.store.accounts import note
from workshop.store.tables import AccountRow, AuditRow, PlanRow

WITHDRAWN = "withdrawn"
COUNTED: Mapping[type, str] = {
    EnterFigure: "figures",
    TellProgress: "progress",
    GiveBaseline: "baselines",
    WithdrawFigure: WITHDRAWN,
}
"""Acts of following up, by what is counted of them."""

Line = Row[AuditRow, AccountRow | None]


@dataclass(frozen=True)
class Wanted:
    """Which lines: of one action, by or about one account, from one moment until before another. Left out is all."""

    action: str = ""
    since: datetime | None = None
    until: datetime | None = None
    who: str = ""
    """An account's id."""
    within: frozenset[str] | None = None
    """Only what concerns these organisations; without it everything."""

    @property
    def terms(self) -> list[ColumnElement[bool]]:
        found = [AuditRow.action == self.action] if self.action else []
        found += [AuditRow.at >= self.since] if self.since else []
        found += [or_(AuditRow.account == self.who, AuditRow.object == self.who)] if self.who else []
        found += [AuditRow.organisation.in_(self.within)] if self.within is not None else []
        return [*found, *([AuditRow.at < self.until] if self.until else [])]


def lines(db: Session, wanted: Wanted, skip: int = 0, most: int | None = None) -> Sequence[Line]:
    """The latest first, with whoever did it."""
    both: Any = select(AuditRow, AccountRow).outerjoin(AccountRow, AccountRow.id == AuditRow.account)
    return db.execute(both.where(*wanted.terms).order_by(AuditRow.id.desc()).offset(skip).limit(most)).all()


def note_entered(
    db: Session, at: datetime, by: AccountRow | None, plan: str, granted: Iterable[object], **how: str
) -> None:
    """One line for all that was entered into a plan at once, and one for what was taken back; never a plan's words."""
    row, counts = db.get(PlanRow, plan), Counter(COUNTED[type(each)] for each in granted if type(each) in COUNTED)
    told = {"organisation": (row.organisation if row else None) or "", **how}
    if entered := {name: str(number) for name, number in counts.items() if name != WITHDRAWN}:
        note(db, at, by, "enter_figures", plan, **entered, **told)
    if counts[WITHDRAWN]:
        note(db, at, by, "withdraw_figure", plan, **told)


def count(db: Session, wanted: Wanted) -> int:
    return db.scalar(select(func.count(AuditRow.id)).where(*wanted.terms)) or 0


def actions(db: Session, wanted: Wanted) -> Sequence[str]:
    """Everything that was ever done of it."""
    return db.scalars(select(AuditRow.action).where(*wanted.terms).distinct().order_by(AuditRow.action)).all()


def people(db: Session, wanted: Wanted) -> Sequence[AccountRow]:
    """Everybody who ever did something of it, by name."""
    done = select(AuditRow.account).where(AuditRow.account.is_not(None), *wanted.terms).distinct()
    return db.scalars(select(AccountRow).where(AccountRow.id.in_(done)).order_by(AccountRow.name, AccountRow.id)).all()
