"""Letters to those whom a round of follow-up asked, once it was withdrawn or its last day was changed.

They follow from what stands in the tables, as those do that ask: whoever was reached is told once of what became of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import Flask
from flask_babel import gettext as _
from icalendar import Event
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.words import said
from workshop import calendars, store
from workshop.days import local_day
from workshop.languages import day, reader_language
from workshop.limits import CHECK_IN_DAYS
from workshop.mail.round_words import calendar_id
from workshop.mail.writing import To, letter, spoken, title_of
from workshop.store import bounces, letters, rounds
from workshop.store.keys import hash_of
from workshop.store.letters import Arrived, Letter
from workshop.store.organisations import names
from workshop.store.tables import FollowRoundRow, OrganisationRow
from workshop.texts import one_line


@dataclass(frozen=True)
class News:
    """What became of a round, when, and how `once` begins in the letters that tell of it."""

    row: FollowRoundRow
    where: OrganisationRow
    at: datetime
    once: str

    @property
    def gone(self) -> bool:
        return self.row.withdrawn_at is not None

    def once_for(self, address: str) -> str:
        return f"{self.once}{hash_of(address)[:16]}"


def write(app: Flask, at: datetime) -> int:
    """All letters that are still to be written; how many were."""
    with store.reading(app) as db:
        found = [each for row in rounds.turned(db, _long_ago(at)) for each in _letters(db, _news(db, row), at)]
    return sum(_written(app, each, at) for each in found)


def _long_ago(at: datetime) -> datetime:
    return at - timedelta(limits.DAYS_OF_REMINDING)


def _written(app: Flask, one: Letter, at: datetime) -> bool:
    """Of two that write the same at once, one does."""
    with suppress(IntegrityError), store.writing(app) as db:
        return letters.write(db, one, at)
    return False


def _news(db: Session, row: FollowRoundRow) -> News:
    where = db.get_one(OrganisationRow, row.organisation)
    if row.withdrawn_at:
        return News(row, where, row.withdrawn_at, rounds.ending(row))
    moved = row.moved_at or row.created
    return News(row, where, moved, f"{rounds.moving(row)}{moved:%Y%m%d%H%M%S}:")


def _letters(db: Session, news: News, at: datetime) -> Iterator[Letter]:
    asked, done = rounds.asked(db, news.row, news.at), letters.written(db, news.once)
    away = bounces.bounced(db, asked)
    for address, those in asked.items():
        if address not in away and news.once_for(address) not in done:
            yield _letter(news, address, those, at)


def _letter(news: News, address: str, those: Sequence[Arrived], at: datetime) -> Letter:
    """In the language of the last letter that asked."""
    with spoken(To(address, language=those[-1].language)) as language:
        what = {"organisation": title_of(names(news.where), news.where.id), "day": day(news.row.due)}
        subject, to = _subject(news, what), To(those[-1].to, language=language)
        told, until = _paragraphs(news, what), at + timedelta(days=CHECK_IN_DAYS)
        return letter(news.once_for(address), to, subject, told, calendar=_calendar(news, those, subject), until=until)


def _subject(news: News, what: Mapping[str, str]) -> str:
    if news.gone:
        return _("Withdrawn: follow-up by %(day)s, %(organisation)s", **what)
    return _("Now by %(day)s: follow-up, %(organisation)s", **what)


def _paragraphs(news: News, what: Mapping[str, str]) -> Iterator[str]:
    name = one_line(said(rounds.round_of(news.row).name, reader_language()))
    called = f" ({name})" if name else ""
    if news.gone:
        yield _("The round of follow-up in %(organisation)s by %(day)s was withdrawn.", **what) + called
        yield _("It asks you for nothing any more. What was answered is kept.")
        yield _("The file that is attached takes the day off your calendar.")
    else:
        yield _("The last day of a round of follow-up in %(organisation)s was changed to %(day)s.", **what) + called
        yield _("What was answered is kept, and links in earlier letters work as before.")
        yield _("The day is attached for your calendar.")


def _calendar(news: News, those: Sequence[Arrived], words: str) -> str:
    """The day of each role that they were asked in, as their calendar knows it."""
    roles = dict.fromkeys(each.once.split(":")[3] for each in those)
    events = [_day(news, role, words) for role in roles]
    return calendars.calendar(words, events).to_ical().decode()


def _day(news: News, role: str, words: str) -> Event:
    id, made = calendar_id(news.row.id, role), local_day(news.at)
    language = reader_language()
    return calendars.whole_day(id, news.row.due, words, language=language, made=made, cancelled=news.gone)
