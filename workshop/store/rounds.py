"""Rounds of follow-up: an organisation's own, and those of whoever it stands under."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.shapes.followed import Round
from facilitation.words import LANGUAGES, Parallel
from workshop.limits import ROUNDS_LISTED
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, FollowRoundRow


def open_round(
    db: Session, organisation: str, opens: date, due: date, name: Parallel, by: AccountRow, at: datetime
) -> FollowRoundRow:
    """A round that asks the organisation and all that stand under it."""
    names = {code: name.get(code, "") for code in LANGUAGES}
    dates = {"opens": opens, "due": due}
    row = FollowRoundRow(id=new_id(), organisation=organisation, created=at, created_by=by.id, **dates, **names)
    db.add(row)
    note(db, at, by, "open_round", row.id, organisation=organisation, opens=opens.isoformat(), due=due.isoformat())
    return row


def rounds(db: Session, organisations: Collection[str]) -> Sequence[FollowRoundRow]:
    """Rounds of these organisations, the newest first."""
    row = FollowRoundRow
    wanted = select(row).where(row.organisation.in_(organisations)).order_by(row.opens.desc(), row.id)
    return db.scalars(wanted.limit(ROUNDS_LISTED)).all()


def round_of(row: FollowRoundRow) -> Round:
    """The round as the method knows it."""
    name = {code: text for code in LANGUAGES if (text := getattr(row, code))}
    return Round(row.id, row.opens, row.due, name)
