"""Letters about rounds of follow-up: what is due from a role, to whoever is asked for it today.

All of it follows from what stands in the tables, so that it may be written at any time, twice, or after a crash: a
letter and the link in it come in one transaction, and the same letter is never written again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from workshop.mail.writing import link_to
from workshop.store import holders, letters, rounds
from workshop.store.forest import forest
from workshop.store.letters import Letter
from workshop.store.tables import FollowRoundRow, OrganisationRow


def write(app: Flask, at: datetime) -> int:
    """All letters that are to be written today; how many were."""
    with store.reading(app) as db:
        turns = list(_turns(db, today()))
    return sum(_written(app, turn, at) for turn in turns)


def _turns(db: Session, day: date) -> Iterator[Turn]:
    """What several rounds ask of an organisation at once is asked by the first that is due, for as long as it reminds;
    the others ask for the rest. Who was asked in a role today is asked no more before tomorrow, whichever round asks,
    and neither is who heard today what became of a round.
    """
    known, heard = forest(db), asked_since(db, start_of(day))
    news = letters.addressed(db, rounds.NEWS, start_of(day))
    for organisation, rows in _by_whom_they_ask(known, rounds.told_of(db, day, limits.DAYS_OF_REMINDING), day).items():
        earlier: list[Round] = []
        for row in rows:
            turns = _of(db, known, organisation, row, earlier, day)
            yield from (turn for turn in turns if not (turn.whom in heard or turn.asked.person.address.lower() in news))
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
    done, where = letters.written(db, rounds.asking(row)), db.get_one(OrganisationRow, organisation)
    for asked in asked_of(db, known, organisation, round, now, day, earlier):
        turn = Turn(round, row.created_by, where, now, asked, row.moved_at)
        if turn.once not in done:
            yield turn


def asked_since(db: Session, at: datetime) -> set[tuple[str, str]]:
    """Who was written to about a round, and in which role."""
    parts = (once.split(":") for once in letters.written(db, "round:", at))
    return {(person, role) for _, _, person, role, *_ in parts}


class Twice(Exception):
    """Somebody else wrote the letter a moment ago: the link that was made for this one goes with it."""


def _written(app: Flask, turn: Turn, at: datetime) -> bool:
    """Of two that write the same at once, one does."""
    with suppress(IntegrityError, Twice), store.writing(app) as db:
        if not letters.write(db, _letter(db, turn, at), at):
            raise Twice
        return True
    return False


def _letter(db: Session, turn: Turn, at: datetime) -> Letter:
    """The plan's owner hears who has not answered; whoever has the role gets a link that answers for it."""
    if turn.asked.part == "owner":
        return told(turn)
    holder = turn.asked.person.id
    key = holders.another_link(db, holder, turn.opened_by, at)
    until = at + timedelta(days=CHECK_IN_DAYS)
    return told(turn, link_to("check_in.check_in", token=key), about=holder, until=until)
