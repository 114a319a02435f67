"""Rounds of follow-up: an organisation's own, and those of whoever it stands under."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from facilitation.followup import stage
from facilitation.organisations import Forest, above
from facilitation.shapes.followed import Round
from facilitation.words import LANGUAGES, Parallel
from workshop.limits import ROUNDS_LISTED, ROUNDS_TOLD
from workshop.store import letters
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, FollowRoundRow


def open_round(
    db: Session, organisation: str, opens: date, due: date, name: Parallel, by: AccountRow, at: datetime, id: str = ""
) -> FollowRoundRow:
    """A round that asks the organisation and all that stand under it."""
    row = FollowRoundRow(id=id or new_id(), organisation=organisation, created=at, created_by=by.id)
    _set(row, opens, due, name)
    db.add(row)
    note(db, at, by, "open_round", row.id, **_told(row))
    return row


def _set(row: FollowRoundRow, opens: date, due: date, name: Parallel) -> None:
    row.opens, row.due = opens, due
    row.fi, row.sv, row.en = (name.get(code, "") for code in ("fi", "sv", "en"))


def _told(row: FollowRoundRow) -> dict[str, str]:
    """What the trail says of it."""
    return {"organisation": row.organisation, "opens": row.opens.isoformat(), "due": row.due.isoformat()}


def change_round(
    db: Session, row: FollowRoundRow, opens: date, due: date, name: Parallel, by: AccountRow, at: datetime
) -> None:
    """Letters that have not gone are written anew, as it stands then. As it is already, nothing changes."""
    before, was = (row.opens, row.due, round_of(row).name), row.due
    if before == (opens, due, name):
        return
    _set(row, opens, due, name)
    row.moved_at = at if due != was else row.moved_at
    letters.take_back(db, asking(row))
    note(db, at, by, "change_round", row.id, **_told(row))


def withdraw_round(db: Session, row: FollowRoundRow, by: AccountRow, at: datetime) -> None:
    """It asks nobody any more, and no letter about it goes; what was answered stays where it is."""
    if row.withdrawn_at:
        return
    row.withdrawn_at = at
    letters.take_back(db, asking(row))
    letters.take_back(db, moving(row))
    note(db, at, by, "withdraw_round", row.id, **_told(row))


def asking(row: FollowRoundRow) -> str:
    """How `once` begins in the letters that ask for what is due in it."""
    return f"round:{row.id}:"


def moving(row: FollowRoundRow) -> str:
    """The same in those that tell of another last day."""
    return f"{NEWS}moved:{row.id}:"


def ending(row: FollowRoundRow) -> str:
    """The same in those that tell that it was withdrawn."""
    return f"{NEWS}withdrawn:{row.id}:"


NEWS = "round-"
"""How `once` begins in letters that tell what became of a round."""


def asked(db: Session, row: FollowRoundRow, before: datetime) -> Mapping[str, Sequence[letters.Arrived]]:
    """Who had been asked by a moment: by address what reached it, role by role."""
    found: dict[str, list[letters.Arrived]] = {}
    for each in letters.arrived(db, asking(row), before):
        found.setdefault(each.to.lower(), []).append(each)
    return found


def rounds(db: Session, organisations: Collection[str], *, withdrawn: bool = False) -> Sequence[FollowRoundRow]:
    """Rounds of these organisations, the newest first; those that were withdrawn only where they are wanted too."""
    row = FollowRoundRow
    wanted = select(row).where(row.organisation.in_(organisations)).order_by(row.opens.desc(), row.id)
    wanted = wanted if withdrawn else wanted.where(row.withdrawn_at.is_(None))
    return db.scalars(wanted.limit(ROUNDS_LISTED)).all()


def after(db: Session, organisations: Collection[str], id: str, most: int) -> Sequence[FollowRoundRow]:
    """So many of these organisations' in the order of their ids, from an id on."""
    row = FollowRoundRow
    wanted = select(row).where(row.organisation.in_(organisations), row.id > id)
    return db.scalars(wanted.order_by(row.id).limit(most)).all()


def turned(db: Session, since: datetime) -> Sequence[FollowRoundRow]:
    """Rounds that were withdrawn or moved to another last day since a moment."""
    row = FollowRoundRow
    return db.scalars(select(row).where(or_(row.withdrawn_at >= since, row.moved_at >= since)).order_by(row.id)).all()


def told_of(db: Session, day: date, after: int) -> Sequence[FollowRoundRow]:
    """Rounds that are open on a day, or were at most so many days before."""
    row = FollowRoundRow
    there = (row.opens <= day, row.due >= day - timedelta(after), row.withdrawn_at.is_(None))
    wanted = select(row).where(*there)
    return db.scalars(wanted.order_by(row.opens.desc(), row.id)).all()


def round_now(db: Session, known: Forest, organisation: str, day: date) -> Round | None:
    """The round that an organisation is in: one that is open, the first to be due; else the last that was."""
    asking = (organisation, *above(known, organisation, day))
    found = [round_of(row) for row in rounds(db, asking) if row.opens <= day]
    open_ones = sorted((each for each in found if stage(each, day) == "open"), key=lambda each: each.due)
    return next(iter((*open_ones, *found)), None)


def ended(db: Session, known: Forest, organisation: str, day: date) -> Sequence[Round]:
    """The last rounds of an organisation that are over, from the oldest on; of those that ended on one day one."""
    asking = (organisation, *above(known, organisation, day))
    over = {row.due: round_of(row) for row in reversed(rounds(db, asking)) if row.due < day}
    return [over[due] for due in sorted(over)][-ROUNDS_TOLD:]


def round_of(row: FollowRoundRow) -> Round:
    """The round as the method knows it."""
    name = {code: text for code in LANGUAGES if (text := getattr(row, code))}
    return Round(row.id, row.opens, row.due, name)
