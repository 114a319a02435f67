"""Whom letters about an approval go to: who is asked, and who hears of an answer that does not come."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from facilitation.followup import STEPS, Nudge, nudge, written_to
from facilitation.organisations import forebears
from facilitation.plans.events import Approver
from facilitation.plans.parts import Approval
from facilitation.plans.state import Life
from workshop.days import local_day, today
from workshop.mail.approval_words import Turn, told
from workshop.mail.asked import Person, owners, person_of
from workshop.mail.writing import To, account_as
from workshop.store import bounces, holders, letters
from workshop.store.forest import forest
from workshop.store.tables import AccountRow


def ask_for_approval(db: Session, life: Life, at: datetime) -> None:
    """Whoever is still to approve hears of it once; in the stead of one whom no letter reaches, their deputies do."""
    for asked in _waiting(life):
        for turn in _first(db, asked):
            letters.write(db, told(life, asked, turn), at)


def remind(db: Session, life: Life, at: datetime) -> None:
    """Of an answer that was wished by a day: before and on it the approver, then deputies, then the plan's owner."""
    for asked in _waiting(life):
        now = nudge(local_day(asked.at), asked.answer_by, today()) if asked.answer_by else None
        for turn in _turns(db, life, asked, now) if now else ():
            letters.write(db, told(life, asked, turn), at)


def reaches(db: Session, who: AccountRow) -> bool:
    """Whether a letter to this account can be expected to arrive."""
    to = account_as(who)
    return to is not None and who.closed_at is None and not bounces.bounced(db, [to.address])


def _waiting(life: Life) -> tuple[Approval, ...]:
    return (life.approval,) if life.stage == "approval" and life.approval and life.approval.waiting else ()


def _first(db: Session, asked: Approval) -> Iterator[Turn]:
    for each in asked.waiting:
        yield from _told(db, each, (*_those(db, each), []), None)


def _turns(db: Session, life: Life, asked: Approval, now: Nudge) -> Iterator[Turn]:
    held = holders.holders(db, _line(db, life.organisation), today()) if life.organisation else {}
    own = list(owners(db, [life.plan], held, today()))
    for each in asked.waiting:
        yield from _told(db, each, (*_those(db, each), own), now)


def _line(db: Session, organisation: str) -> tuple[str, ...]:
    """The organisation, and those in whose stead it goes on."""
    return (organisation, *forebears(forest(db), organisation, today()))


def _those(db: Session, approver: Approver) -> tuple[list[Person], list[Person]]:
    """The approver and their deputies."""
    return _people(db, [approver.account]), _people(db, approver.deputies)


def _told(db: Session, approver: Approver, line: tuple[list[Person], ...], now: Nudge | None) -> Iterator[Turn]:
    people = {each.id: each for rung in line for each in rung}
    away = bounces.bounced(db, [each.address for each in people.values() if each.address])
    silent = {each.id for each in people.values() if not each.address or each.address.lower() in away}
    rungs = [[each.id for each in rung] for rung in line]
    for part, id in written_to(STEPS[now] if now else "opened", rungs, silent):
        who = people[id]
        yield Turn(To(who.address, who.name, who.language), id, part, approver, now)


def _people(db: Session, ids: Iterable[str]) -> list[Person]:
    return [person_of(who) for id in ids if (who := db.get(AccountRow, id))]
