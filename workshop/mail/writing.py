"""Letters as they are composed: plain text in their reader's language; a personal link lies sealed till they go out."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from facilitation.words import LANGUAGES, Parallel, said
from workshop import calendars, sealing
from workshop.config import settings_of
from workshop.days import zone
from workshop.languages import LOCALES, reader_language
from workshop.store.identities import has_address
from workshop.store.letters import LINK, Letter
from workshop.store.tables import AccountRow
from workshop.texts import one_line

MORNING = time(8)
"""When what is not urgent goes out, by the place's clock."""


@dataclass(frozen=True)
class To:
    """To whom a letter is written."""

    address: str
    name: str = ""
    language: str = ""


def account_as(account: AccountRow) -> To | None:
    """None for an account that has no address: whoever asks gives them the link themselves."""
    return To(account.email, account.name, account.language) if has_address(account) else None


@contextmanager
def spoken(to: To) -> Iterator[str]:
    """The reader's language, or the place's own; what is worded within is worded in it."""
    language = language_of(to.language)
    with force_locale(LOCALES[language]):
        yield language


def language_of(wished: str) -> str:
    """In which language whoever wishes for this one is written to."""
    return wished if wished in LANGUAGES else settings_of().language


def title_of(texts: Parallel, otherwise: str) -> str:
    return one_line(said(texts, reader_language()) or otherwise)


def letter(once: str, to: To, subject: str, paragraphs: Iterable[str], *links: str, **more: Any) -> Letter:
    """In the language of whoever calls; `links` stand in it, one after the other, where a paragraph is the store’s
    `LINK`."""
    greeting = _("Hello %(name)s,", name=one_line(to.name)) if to.name else _("Hello,")
    foot = _("This letter was written by Toimi. Nobody is told whether you have read it.")
    told = (greeting, *filter(None, paragraphs), f"-- \n{foot}\n{settings_of().public_address}\n")
    # What people type may hold that sign too, where no link is to stand.
    text = "\n\n".join(each if each == LINK else each.replace(LINK, "") for each in told)
    sealed = sealing.seal("\n".join(links), settings_of().secret_key, "links in letters") if links else ""
    said_of = one_line(subject)[:200]
    return Letter(once, one_line(to.address), reader_language(), said_of, text, sealed=sealed, **more)


def link_to(endpoint: str, **values: str) -> str:
    """The address of a page as people outside reach it."""
    base = urlsplit(settings_of().public_address)
    adapter = current_app.url_map.bind(base.netloc, script_name=base.path or "/", url_scheme=base.scheme)
    return adapter.build(endpoint, values, force_external=True)


def deadline(id: str, day: date, words: str, made: date) -> str:
    """A day as a calendar file, in the language of whoever calls."""
    event = calendars.whole_day(id, day, words, language=reader_language(), made=made)
    return calendars.calendar(words, [event]).to_ical().decode()


def end_of(day: date) -> datetime:
    return datetime.combine(day, time.max, zone())


def morning_of(day: date) -> datetime:
    return datetime.combine(day, MORNING, zone())
