"""What a letter about a round says, in its reader's language."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.followup import Step
from facilitation.shapes import Action
from facilitation.words import said
from workshop.languages import day, reader_language
from workshop.limits import LETTER_LINES
from workshop.mail.asked import Asked, Turn
from workshop.mail.writing import To, deadline, letter, link_to, spoken, title_of
from workshop.store.letters import LINK, Letter
from workshop.store.organisations import names
from workshop.texts import one_line


def told(turn: Turn, link: str = "", **more: Any) -> Letter:
    """The letter, with the personal link of whoever has the role; a plan's owner is sent to its page."""
    person, round = turn.asked.person, turn.round
    with spoken(To(person.address, person.name, person.language)) as language:
        what = {
            "organisation": title_of(names(turn.where), turn.where.id),
            "day": day(round.due),
            "role": one_line(turn.asked.role.name),
        }
        subject, to = _subject(turn.now, what), To(person.address, person.name, language)
        if turn.now in ("opened", "soon"):
            more["calendar"] = deadline(calendar_id(round.id, turn.role), round.due, subject, made=_made(turn))
        return letter(turn.once, to, subject, _paragraphs(turn, what), link, **more)


def calendar_id(round: str, role: str) -> str:
    """By which a reader's calendar knows the day again."""
    return f"round-{round}-{role}"


def _made(turn: Turn) -> date:
    return max(turn.round.opens, turn.moved.date()) if turn.moved else turn.round.opens


def _subject(now: Step, what: dict[str, str]) -> str:
    match now:
        case "opened":
            return _("Follow-up by %(day)s: %(role)s", **what)
        case "soon":
            return _("Reminder, follow-up by %(day)s: %(role)s", **what)
        case "late" | "unanswered":
            return _("Still missing, follow-up due on %(day)s: %(role)s", **what)


def _paragraphs(turn: Turn, what: dict[str, str]) -> Iterator[str]:
    name = said(turn.round.name, reader_language())
    yield _opening(turn.now, what) + (f" ({one_line(name)})" if name else "")
    yield _why(turn.asked, what)
    yield "\n".join(_lines(turn.asked))
    if turn.asked.part == "owner":
        yield _("Who holds the role, and how they are reached, stands here:")
        yield link_to("holders.holders", id=turn.where.id)
    else:
        yield _("You answer by this link, without an account; it takes about two minutes. The link is yours alone:")
        yield LINK


def _opening(now: Step, what: dict[str, str]) -> str:
    match now:
        case "opened":
            return _("A round of follow-up is open in %(organisation)s. It is answered by %(day)s.", **what)
        case "soon":
            return _("The round of follow-up in %(organisation)s is answered by %(day)s.", **what)
        case "late" | "unanswered":
            return _("The round of follow-up in %(organisation)s was to be answered by %(day)s.", **what)


def _why(asked: Asked, what: dict[str, str]) -> str:
    """Why it is this reader who is asked."""
    if asked.part == "holder":
        return _("You are asked as: %(role)s.", **what)
    if asked.part == "deputy":
        silent = _("You stand in for: %(role)s. Nobody has answered for it yet.", **what)
        return silent if asked.reached else _("You stand in for: %(role)s. Letters do not reach its holder.", **what)
    return _("You own the plan. Nobody has answered for: %(role)s.", **what)


def _lines(asked: Asked) -> Iterator[str]:
    listed = asked.role.lines
    yield ngettext("One thing is waited for:", "%(num)d things are waited for:", len(listed))
    for _ask, line in listed[:LETTER_LINES]:
        yield f"- {title_of(line.text if isinstance(line, Action) else line.name, '–')}"
    if (more := len(listed) - LETTER_LINES) > 0:
        yield ngettext("and one more", "and %(num)d more", more)
