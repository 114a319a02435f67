"""Letters about rounds of follow-up: what is due from roles, in one letter to whoever is asked for them today.

All of it follows from what stands in the tables, so that it may be written at any time, twice, or after a crash: a
letter and the links in it come in one transaction, and what it tells in a role is never written again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime, timedelta

from flask import Flask
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.followup import Round, step
from facilitation.organisations import Forest, below
from workshop import store
from workshop.days import start_of, today
from workshop.limits import CHECK_IN_DAYS
from workshop.mail.asked import Turn, asked_of
from workshop.mail.round_words import told
from workshop.mail.writing import language_of, link_to
from workshop.store import holders, letters, rounds
from workshop.store.forest import forest
from workshop.store.letters import Letter
from workshop.store.tables import FollowRoundRow, OrganisationRow


def write(app: Flask, at: datetime) -> int:
    """All letters that are to be written today; how many were."""
    with store.reading(app) as db:
        found = _by_reader(filter(_unheard(db, today()), _turns(db, today())))
    return sum(_written(app, turns, at) for turns in found)


def _by_reader(turns: Iterable[Turn]) -> Iterable[Sequence[Turn]]:
    """What goes into one letter: all for one address, but for what its reader is told in another language. Who is asked
    in a role is not told besides that nobody answers for it.
    """
    found: dict[tuple[str, str], dict[tuple[str, str], Turn]] = {}
    for turn in sorted(turns, key=lambda turn: turn.place):
        who = turn.asked.person
        letter = found.setdefault((who.address.lower(), language_of(who.language)), {})
        letter.setdefault((turn.once, turn.where.id), turn)
    return [list(letter.values()) for letter in found.values()]


def _unheard(db: Session, day: date) -> Callable[[Turn], bool]:
    """Who was asked in a role today is asked no more before tomorrow, whichever round asks, and neither is who heard
    today what became of a round.
    """
    done, heard = letters.written(db, "round:"), asked_since(db, start_of(day))
    news = letters.addressed(db, rounds.NEWS, start_of(day))
    return lambda turn: not (turn.once in done or turn.whom in heard or turn.asked.person.address.lower() in news)


def _turns(db: Session, day: date) -> Iterator[Turn]:
    """What several rounds ask of an organisation at once is asked by the first that is due, for as long as it reminds;
    the others ask for the rest.
    """
    known = forest(db)
    for organisation, rows in _by_whom_they_ask(known, rounds.told_of(db, day, limits.DAYS_OF_REMINDING), day).items():
        earlier: list[Round] = []
        for row in rows:
            yield from _of(db, known, organisation, row, earlier, day)
            earlier.append(rounds.round_of(row))


def _by_whom_they_ask(known: Forest, told: Iterable[FollowRoundRow], day: date) -> Mapping[str, list[FollowRoundRow]]:
    """By organisation the rounds that ask it, the first that is due first."""
    found: dict[str, list[FollowRoundRow]] = {}
    for row in sorted(told, key=lambda row: (row.due, row.opens, row.created, row.id)):
        for id in (row.organisation, *below(known, row.organisation, day)):
            found.setdefault(id, []).append(row)
    return dict(sorted(found.items()))


def _of(
    db: Session, known: Forest, organisation: str, row: FollowRoundRow, earlier: Sequence[Round], day: date
) -> Iterator[Turn]:
    round = rounds.round_of(row)
    now = step(round, day)
    if now is None:
        return
    where = db.get_one(OrganisationRow, organisation)
    for asked in asked_of(db, known, organisation, round, now, day, earlier):
        yield Turn(round, row.created_by, where, now, asked, row.moved_at)


def asked_since(db: Session, at: datetime) -> set[tuple[str, str]]:
    """Who was written to about a round, and in which role."""
    parts = (once.split(":") for once in letters.written(db, "round:", at))
    return {(person, role) for _, _, person, role, *_ in parts}


class Twice(Exception):
    """Somebody else wrote the letter a moment ago: the links that were made for this one go with it."""


def _written(app: Flask, turns: Sequence[Turn], at: datetime) -> bool:
    """Of two that write the same at once, one does."""
    with suppress(IntegrityError, Twice), store.writing(app) as db:
        if not letters.write(db, _letter(db, turns, at), at):
            raise Twice
        return True
    return False


def _letter(db: Session, turns: Sequence[Turn], at: datetime) -> Letter:
    """Whoever has a role gets a link that answers for it alone; a plan's owner hears who has not answered."""
    keys = {
        id: link_to("check_in.check_in", token=holders.another_link(db, id, by, at))
        for id, by in {turn.asked.person.id: turn.opened_by for turn in turns if turn.answers}.items()
    }
    return told(turns, keys, at + timedelta(days=CHECK_IN_DAYS) if keys else None)
