"""The outbox: letters are written in the transaction of what they tell of, and go out later by `toimi due`."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from workshop import limits
from workshop.store.keys import new_id
from workshop.store.tables import LetterRow

LINK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where a letter's personal link goes: it stands in no text that is kept."""


@dataclass(frozen=True)
class Letter:
    """What is written to one address, in its reader's language. `once` says what makes it the same letter."""

    once: str
    to: str
    language: str
    subject: str
    text: str
    calendar: str = ""
    about: str = ""
    """Id of what it is about, with which it is withdrawn."""
    sealed: str = ""
    """Its personal link, sealed, where its text has one."""
    until: datetime | None = None
    """From then on it is of no use to anybody."""


def write(db: Session, letter: Letter, at: datetime, due: datetime | None = None) -> bool:
    """Put a letter in the outbox; False if the same was written before, whatever became of it."""
    if db.scalar(select(LetterRow.id).where(LetterRow.once == letter.once)):
        return False
    db.add(LetterRow(id=new_id(), written=at, due=due or at, **asdict(letter)))
    return True


def written(db: Session, begins: str, since: datetime | None = None) -> Collection[str]:
    """What makes those letters the same that begin so, as far as they are remembered."""
    wanted = select(LetterRow.once).where(LetterRow.once.startswith(begins, autoescape=True))
    return set(db.scalars(wanted.where(LetterRow.written >= since) if since else wanted))


def waiting(db: Session) -> Sequence[LetterRow]:
    """What has not gone yet, in the order of its turn."""
    return db.scalars(select(LetterRow).where(*_STILL_HERE).order_by(LetterRow.due, LetterRow.id)).all()


def overdue(db: Session, at: datetime) -> datetime | None:
    """Since when the letter waits that waits longest, though nothing keeps it: nobody has asked for what is due."""
    since = db.scalar(select(func.min(LetterRow.due)).where(*_STILL_HERE, LetterRow.due <= at))
    patience = timedelta(minutes=limits.LETTER_OVERDUE_MINUTES)
    return since if since and since < at - patience else None


def take(db: Session, at: datetime) -> Sequence[LetterRow]:
    """What is to be tried now; for a while nobody else takes it, so that two callers send no letter twice."""
    turn = select(LetterRow).where(*_STILL_HERE, LetterRow.due <= at).order_by(LetterRow.due, LetterRow.id)
    rows = db.scalars(turn.limit(limits.LETTERS_AT_ONCE).with_for_update(skip_locked=True)).all()
    for row in rows:
        row.due = at + timedelta(minutes=limits.LETTER_TAKEN_MINUTES)
    return rows


_STILL_HERE = (LetterRow.sent_at.is_(None), LetterRow.returned_at.is_(None))


def gone(db: Session) -> Sequence[LetterRow]:
    """What went out or came back, the latest first."""
    ended = select(LetterRow).where(or_(LetterRow.sent_at.is_not(None), LetterRow.returned_at.is_not(None)))
    return sorted(db.scalars(ended), key=lambda row: row.returned_at or row.sent_at or row.written, reverse=True)


def sent(row: LetterRow, at: datetime) -> None:
    """It is on its way: that it went is remembered, its words are not."""
    row.sent_at, row.text, row.calendar, row.trouble, row.sealed = at, "", "", "", ""


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


def withdraw(db: Session, about: str) -> None:
    """What has not gone yet goes no more: what it is about has come to nothing."""
    db.execute(delete(LetterRow).where(LetterRow.about == about, LetterRow.sent_at.is_(None)))


def take_back(db: Session, begins: str) -> None:
    """The same of letters whose `once` begins so: they may be written anew, with other words."""
    waits = (*_STILL_HERE, LetterRow.once.startswith(begins, autoescape=True))
    db.execute(delete(LetterRow).where(*waits))


def arrived(db: Session, begins: str, before: datetime) -> Sequence[LetterRow]:
    """Letters whose `once` begins so that were written before a moment, went out and did not come back."""
    there = (LetterRow.sent_at.is_not(None), LetterRow.returned_at.is_(None), LetterRow.written <= before)
    wanted = select(LetterRow).where(*there, LetterRow.once.startswith(begins, autoescape=True))
    return db.scalars(wanted.order_by(LetterRow.written, LetterRow.id)).all()


def addressed(db: Session, begins: str, since: datetime) -> Collection[str]:
    """To which addresses, in lower case, letters were written since a moment whose `once` begins so."""
    wanted = select(LetterRow.to).where(LetterRow.once.startswith(begins, autoescape=True), LetterRow.written >= since)
    return {each.lower() for each in db.scalars(wanted)}


def forget(db: Session, at: datetime) -> None:
    """What came too late loses its words and its link; letters that ended long ago leave no trace."""
    late = (LetterRow.sent_at.is_(None), LetterRow.until <= at)
    db.execute(update(LetterRow).where(*late, LetterRow.returned_at.is_(None)).values(returned_at=at))
    db.execute(update(LetterRow).where(*late).values(text="", calendar="", sealed=""))
    before = at - timedelta(days=limits.LETTERS_KEPT_DAYS)
    db.execute(delete(LetterRow).where(or_(LetterRow.sent_at < before, LetterRow.returned_at < before)))
