"""The outbox: letters are written in the transaction of what they tell of, and go out later by `toimi due`."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, delete, func, or_, select, update
from sqlalchemy.orm import Session, outerjoin

from workshop import limits
from workshop.store.keys import new_id
from workshop.store.tables import LetterPartRow, LetterRow

LINK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Where a letter's personal link goes: it stands in no text that is kept."""


@dataclass(frozen=True)
class Part:
    """What a letter tells in one of its reader's roles, as `once` and `about` say it of a letter that tells no more."""

    once: str
    about: str


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
    """Its personal links, sealed, a line for each that its text has."""
    until: datetime | None = None
    """From then on it is of no use to anybody."""
    parts: tuple[Part, ...] = ()
    """Where it tells in several roles: each of them makes it the same letter, and withdraws it."""


def write(db: Session, letter: Letter, at: datetime, due: datetime | None = None) -> bool:
    """Put a letter in the outbox; False if the same was written before, or part of it, whatever became of it."""
    if _is_known(db, {letter.once, *(each.once for each in letter.parts)}):
        return False
    told, id = asdict(letter), new_id()
    parts = told.pop("parts")
    db.add(LetterRow(id=id, written=at, due=due or at, **told))
    db.flush()
    db.add_all(LetterPartRow(letter=id, **each) for each in parts)
    return True


def _is_known(db: Session, same: Collection[str]) -> bool:
    """One table after the other: each has its index, which what joins both could not use."""
    every = (LetterRow.once, LetterPartRow.once)
    return any(db.scalar(select(once).where(once.in_(same)).limit(1)) for once in every)


_TOLD = outerjoin(LetterRow, LetterPartRow)
_ONCE = func.coalesce(LetterPartRow.once, LetterRow.once)
"""What each letter tells: its parts, or itself where it has none."""


def _begins(begins: str) -> ColumnElement[bool]:
    return _ONCE.startswith(begins, autoescape=True)


def written(db: Session, begins: str, since: datetime | None = None) -> Collection[str]:
    """What makes those letters the same that begin so, as far as they are remembered."""
    wanted = select(_ONCE).select_from(_TOLD).where(_begins(begins))
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
    """What has not gone yet goes no more: what it is about, or part of it, has come to nothing."""
    partly = select(LetterPartRow.letter).where(LetterPartRow.about == about)
    those = or_(LetterRow.about == about, LetterRow.id.in_(partly))
    db.execute(delete(LetterRow).where(those, LetterRow.sent_at.is_(None)))


def take_back(db: Session, begins: str) -> None:
    """The same of letters whose `once` begins so, or part of them: they may be written anew, with other words."""
    those = select(LetterRow.id).select_from(_TOLD).where(_begins(begins))
    db.execute(delete(LetterRow).where(*_STILL_HERE, LetterRow.id.in_(those)))


class Arrived(NamedTuple):
    """What somebody was told: at which address, in which language, and what makes it the same."""

    to: str
    language: str
    once: str


def arrived(db: Session, begins: str, before: datetime) -> Iterator[Arrived]:
    """What was told whose `once` begins so, by letters written before a moment that went out and did not come back."""
    there = (LetterRow.sent_at.is_not(None), LetterRow.returned_at.is_(None), LetterRow.written <= before)
    wanted = select(LetterRow.to, LetterRow.language, _ONCE).select_from(_TOLD).where(*there)
    told = wanted.where(_begins(begins))
    return (Arrived(*each) for each in db.execute(told.order_by(LetterRow.written, LetterRow.id, _ONCE)))


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
