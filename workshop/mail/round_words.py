"""What a letter about a round says, in its reader's language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import groupby

from flask_babel import gettext as _
from icalendar import Event

from facilitation.followup import Step
from facilitation.words import said
from workshop import calendars
from workshop.days import local_day
from workshop.languages import day, reader_language
from workshop.limits import LETTER_ROLES
from workshop.mail.asked import Turn
from workshop.mail.role_words import lines, more, opening, why
from workshop.mail.writing import To, letter, link_to, spoken, title_of
from workshop.store.letters import LINK, Letter, Part
from workshop.store.organisations import names
from workshop.texts import one_line


def told(turns: Sequence[Turn], links: Mapping[str, str], until: datetime | None) -> Letter:
    """One letter, which tells role by role what is due in it; `links`: by holder, for the roles that are theirs."""
    person, once = turns[0].asked.person, turns[0].once
    with spoken(To(person.address, person.name, person.language)) as language:
        subject, to = _subject_of(turns), To(person.address, person.name, language)
        own = [links[turn.asked.person.id] for turn in turns if turn.answers]
        parts = tuple(dict.fromkeys(Part(turn.once, turn.asked.person.id) for turn in turns))
        calendar, told = _calendar(turns, subject), _paragraphs(turns, len(links))
        return letter(once, to, subject, told, *own, calendar=calendar, parts=parts, until=until)


def _what(turn: Turn) -> dict[str, str]:
    return {
        "organisation": title_of(names(turn.where), turn.where.id),
        "day": day(turn.round.due),
        "role": one_line(turn.asked.role.name),
    }


# -- Its subject and its calendar -----------------------------------------------------------------------------------


def _subject_of(turns: Sequence[Turn]) -> str:
    """Of what is due first; the letter tells the rest."""
    first = turns[0]
    roles = dict.fromkeys(
        _what(each)["role"] for each in turns if (each.now, each.round.due) == (first.now, first.round.due)
    )
    return _subject(first.now, {**_what(first), "role": _few([*roles])})


def _few(roles: Sequence[str]) -> str:
    named = ", ".join(roles[:LETTER_ROLES])
    return f"{named} {more(left)}" if (left := len(roles) - LETTER_ROLES) > 0 else named


def _subject(now: Step, what: dict[str, str]) -> str:
    match now:
        case "opened":
            return _("Follow-up by %(day)s: %(role)s", **what)
        case "soon":
            return _("Reminder, follow-up by %(day)s: %(role)s", **what)
        case "late" | "unanswered":
            return _("Still missing, follow-up due on %(day)s: %(role)s", **what)


def calendar_id(round: str, role: str) -> str:
    """By which a reader's calendar knows the day of a role again."""
    return f"round-{round}-{role}"


def _calendar(turns: Sequence[Turn], words: str) -> str:
    """A day for each role in which it has not passed; nothing where it has in all."""
    coming = {calendar_id(turn.round.id, turn.role): turn for turn in turns if turn.now in ("opened", "soon")}
    days = [_day(id, turn) for id, turn in coming.items()]
    return calendars.calendar(words, days).to_ical().decode() if days else ""


def _day(id: str, turn: Turn) -> Event:
    words, language = _subject(turn.now, _what(turn)), reader_language()
    return calendars.whole_day(id, turn.round.due, words, language=language, made=_made(turn))


def _made(turn: Turn) -> date:
    return max(turn.round.opens, local_day(turn.moved)) if turn.moved else turn.round.opens


# -- What it says ---------------------------------------------------------------------------------------------------


def _paragraphs(turns: Sequence[Turn], links: int) -> Iterator[str]:
    if links > 1:
        yield _(
            "You are asked in %(num)d roles. Each has a link of its own, which answers for that role only.", num=links
        )
    for _same, those in groupby(turns, lambda turn: (turn.round.id, turn.where.id)):
        yield from _of_one(list(those))


def _of_one(turns: Sequence[Turn]) -> Iterator[str]:
    """What one round asks in one organisation."""
    first, what = turns[0], _what(turns[0])
    name = said(first.round.name, reader_language())
    yield opening(first.now, what) + (f" ({one_line(name)})" if name else "")
    for turn in turns:
        yield from _of_role(turn)
    if not turns[-1].answers:
        yield _("Who holds the role, and how they are reached, stands here:")
        yield link_to("holders.holders", id=first.where.id)


def _of_role(turn: Turn) -> Iterator[str]:
    """The plan's owner is sent to a page; whoever is to answer has the link."""
    yield why(turn.asked, _what(turn))
    yield "\n".join(lines(turn.asked))
    if turn.answers:
        yield _("You answer by this link, without an account; it takes about two minutes. The link is yours alone:")
        yield LINK
