"""Letters about rounds of follow-up: what is due from a role, to whoever is asked for it today.

All of it follows from what stands in the tables, so that it may be written at any time, twice, or after a crash: a
letter and the link in it come in one transaction, and the same letter is never written again.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from flask import Flask
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.followup import Round, Step, step
from facilitation.organisations import Forest, below
from workshop import store
from workshop.days import today
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
    known = forest(db)
    opened = {row.id: row for row in rounds.told_of(db, day, limits.DAYS_OF_REMINDING)}
    for organisation in _under(known, opened.values(), day):
        round = rounds.round_now(db, known, organisation, day)
        now = step(round, day) if round else None
        if round and now and round.id in opened:
            yield from _of(db, known, organisation, round, opened[round.id].created_by, now, day)


def _under(known: Forest, opened: Iterable[FollowRoundRow], day: date) -> list[str]:
    """Whom these rounds ask."""
    return sorted({id for row in opened for id in (row.organisation, *below(known, row.organisation, day))})


def _of(
    db: Session, known: Forest, organisation: str, round: Round, opened_by: str, now: Step, day: date
) -> Iterator[Turn]:
    done = letters.written(db, f"round:{round.id}:")
    where = db.get_one(OrganisationRow, organisation)
    for asked in asked_of(db, known, organisation, round, now, day):
        turn = Turn(round, opened_by, where, now, asked)
        if turn.once not in done:
            yield turn


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
