"""The outbox: letters are written in the transaction of what they tell of, and go out later by `toimi due`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from workshop import limits
from workshop.store.accounts import new_id
from workshop.store.tables import LetterRow


@dataclass(frozen=True)
class Letter:
    """What is written to one address, in its reader's language. `once` says what makes it the same letter."""

    once: str
    to: str
    language: str
    subject: str
    text: str
    calendar: str = ""


def write(db: Session, letter: Letter, at: datetime, due: datetime | None = None) -> bool:
    """Put a letter in the outbox; False if the same was written before, whatever became of it."""
    if db.scalar(select(LetterRow.id).where(LetterRow.once == letter.once)):
        return False
    parts = {name: getattr(letter, name) for name in ("once", "to", "language", "subject", "text", "calendar")}
    db.add(LetterRow(id=new_id(), written=at, due=due or at, **parts))
    return True


def waiting(db: Session) -> Sequence[LetterRow]:
    """What has not gone yet, in the order of its turn."""
    return db.scalars(select(LetterRow).where(*_STILL_HERE).order_by(LetterRow.due, LetterRow.id)).all()


def take(db: Session, at: datetime) -> Sequence[LetterRow]:
    """What is to be tried now; for a while nobody else takes it, so that two callers send no letter twice."""
    turn = select(LetterRow).where(*_STILL_HERE, LetterRow.due <= at).order_by(LetterRow.due, LetterRow.id)
    rows = db.scalars(turn.limit(limits.LETTERS_AT_ONCE)).all()
    for row in rows:
        row.due = at + timedelta(minutes=limits.LETTER_TAKEN_MINUTES)
    return rows


_STILL_HERE = (LetterRow.sent_at.is_(None), LetterRow.returned_at.is_(None))


def gone(db: Session) -> Sequence[LetterRow]:
    """What went out or came back, the latest first."""
    ended = select(LetterRow).where(or_(LetterRow.sent_at.is_not(None), LetterRow.returned_at.is_not(None)))
    return sorted(db.scalars(ended), key=lambda row: row.sent_at or row.returned_at or row.written, reverse=True)


def sent(row: LetterRow, at: datetime) -> None:
    """It is on its way: that it went is remembered, its words are not."""
    row.sent_at, row.text, row.calendar, row.trouble = at, "", "", ""


def failed(row: LetterRow, at: datetime, trouble: str, *, for_good: bool = False) -> None:
    """The post did not take it. It is tried again later, each time after a longer wait, until it is given up."""
    row.tries, row.trouble = row.tries + 1, trouble[:200]
    if for_good or row.tries >= limits.LETTER_TRIES:
        row.returned_at = at
    else:
        row.due = at + timedelta(minutes=limits.LETTER_AGAIN_MINUTES * 4 ** (row.tries - 1))


def again(row: LetterRow, at: datetime) -> None:
    """Somebody has mended what was wrong: it is tried anew."""
    row.returned_at, row.tries, row.due = None, 0, at


def forget(db: Session, at: datetime) -> None:
    """Letters that ended long ago leave no trace."""
    before = at - timedelta(days=limits.LETTERS_KEPT_DAYS)
    db.execute(delete(LetterRow).where(or_(LetterRow.sent_at < before, LetterRow.returned_at < before)))
