"""What is over goes: names, workshops, lines of the trail, links and logins. Done again, "
"there is nothing more to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask
from sqlalchemy import ColumnElement, delete, or_, update
from sqlalchemy.orm import Session

from workshop import limits, store
from workshop.config import settings_of
from workshop.days import local_day, months_later
from workshop.keeping.plans import PlanDue, plan_dues
from workshop.keeping.retention import Due, dues, names_to_strike, to_remove
from workshop.store import letters
from workshop.store.accounts import note
from workshop.store.tables import (
    AnswerRow,
    AuditRow,
    EventRow,
    InvitationRow,
    LoginRow,
    LogRow,
    PersonRow,
    Table,
)


@dataclass(frozen=True)
class Gone:
    """How much went: workshops whose names were struck, workshops, lines of the trail, plans."""

    names: int = 0
    workshops: int = 0
    lines: int = 0
    plans: int = 0


def carry_out(app: Flask, at: datetime) -> Gone:
    """Remove what is over by now, each workshop in a transaction of its own. Needs the app's context."""
    with store.reading(app) as db:
        found, day = dues(db), local_day(at)
    names = [struck(app, each, at) for each in names_to_strike(found, day)]
    whole = [removed(app, each, at) for each in to_remove(found, day)]
    plans = [plan_removed(app, each, at) for each in plan_dues(app) if each.to_remove(day)]
    with store.writing(app) as db:
        forget_links(db, at)
        lines = forget_trail(db, at, settings_of(app).trail_months)
    return Gone(len(names), len(whole), lines, len(plans))


def struck(app: Flask, due: Due, at: datetime) -> None:
    """Names and personal links go; what was contributed stays, without a name."""
    id = due.workshop.id
    with store.writing(app) as db:
        db.execute(update(PersonRow).where(PersonRow.workshop == id).values(name="", key_hash=None))
        db.execute(update(AnswerRow).where(AnswerRow.log == f"workshop:{id}").values(arguments={}))
        note(db, at, None, "strike_names", id, organisation=due.workshop.organisation or "")


def removed(app: Flask, due: Due, at: datetime) -> None:
    """The workshop with its log and its people. Plans that came from it stay, with what they took from it."""
    id = due.workshop.id
    with store.writing(app) as db:
        _whole(db, "workshop", id)
        note(db, at, None, "remove_workshop", id, organisation=due.workshop.organisation or "")


def plan_removed(app: Flask, due: PlanDue, at: datetime) -> None:
    """The plan with its log, its versions and its signed files. The trail says which it was and by what it went."""
    plan = due.plan
    with store.writing(app) as db:
        _whole(db, "plan", plan.id)
        letters.withdraw(db, plan.id)
        told = {"organisation": due.organisation.id, "title": plan.title, "version": plan.published, "why": due.why}
        note(db, at, None, "remove_plan", plan.id, **told)


def _whole(db: Session, name: str, id: str) -> None:
    """A workshop's or plan's row with whatever points at it, and its log."""
    for table in Table.metadata.sorted_tables:
        for column in table.columns:
            if any(key.column.table.name == name for key in column.foreign_keys):
                db.execute(delete(table).where(column == id))
    for of, column in ((AnswerRow, AnswerRow.log), (EventRow, EventRow.log), (LogRow, LogRow.key)):
        db.execute(delete(of).where(column == f"{name}:{id}"))
    table = Table.metadata.tables[name]
    db.execute(delete(table).where(table.c.id == id))


def forget_trail(db: Session, at: datetime, months: int) -> int:
    """Lines older than the place keeps them; none where it keeps them for good."""
    if not months:
        return 0
    before = datetime.combine(months_later(at.date(), -months), at.timetz())
    gone = db.execute(delete(AuditRow).where(AuditRow.at < before))
    return gone.rowcount  # pyright: ignore[reportAttributeAccessIssue] (a deletion's result has one)


def forget_links(db: Session, at: datetime) -> None:
    """Whom a link was for is forgotten some time after it ended, and logins that ended are."""
    links, logins = at - timedelta(days=limits.LINKS_KEPT_DAYS), at - timedelta(days=limits.LOGINS_KEPT_DAYS)
    db.execute(update(InvitationRow).where(InvitationRow.label != "", _ended(links)).values(label=""))
    db.execute(delete(LoginRow).where(or_(LoginRow.ended_at < logins, LoginRow.expires < logins)))


def _ended(before: datetime) -> ColumnElement[bool]:
    row = InvitationRow
    return or_(row.used_at < before, row.revoked_at < before, row.expires < before)
