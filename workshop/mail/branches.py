"""Letters of a branch's round to those who answer for a unit: once when it is asked, and on the days of reminding."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from flask import Flask
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.live.commands import Asker
from facilitation.plans.asking import due, in_round, waited_for
from facilitation.plans.commands import RemindUnits
from facilitation.plans.parts import Asked, BranchRound
from facilitation.plans.state import Life
from facilitation.shapes import TOGETHER
from workshop import store
from workshop.days import today
from workshop.languages import day, reader_language
from workshop.mail.asked import Person
from workshop.mail.units import addressees
from workshop.mail.writing import To, deadline, letter, link_to, spoken
from workshop.perform import Once, perform, plan_log
from workshop.room import rooms_of
from workshop.store import branches
from workshop.store.branches import plans_of
from workshop.store.letters import Letter, write
from workshop.store.tables import OrganisationRow, PlanRow

TIMER = Asker("system", "editor")
"""The place itself asks as an editor would; the log says that nobody pressed."""


def remind(app: Flask, at: datetime) -> None:
    """Whoever is waited for today: written to first, so that what stands in the log is true whenever we are stopped."""
    for life in list(asking(app)):
        late = _late(app, life)
        if life.asking and late:
            with store.writing(app) as db:
                reminded(db, life, late, at)
            log = plan_log(life.plan.id)
            perform(log, RemindUnits(late), TIMER, Once(f"remind-{life.asking.number}-{today()}"))


def asking(app: Flask) -> Iterator[Life]:
    """Of each branch the plan whose round its units see and answer: nobody is written to for another."""
    with store.reading(app) as db:
        having = db.scalars(select(PlanRow.organisation).where(PlanRow.kind.in_(TOGETHER)).distinct()).all()
        plans = plans_of(db, [id for id in having if id], today())
    for each in plans.values():
        if life := in_round((rooms_of(app).room(plan_log(row.id)).state for row in each.rows), today()):
            yield life


def _late(app: Flask, life: Life) -> tuple[str, ...]:
    round = life.asking
    if round is None:
        return ()
    with store.reading(app) as db:
        gone = branches.gone(db, round.asks, today(), life.first.kind)
        return reached(db, [each.unit for each in due(round, today(), gone)], life.first.kind)


def reached(db: Session, units: Sequence[str], kind: str) -> tuple[str, ...]:
    """Those of these units in which a letter finds somebody: others are not reminded, whatever is written."""
    people = addressees(db, units, today(), kind)
    return tuple(each for each in units if each in people)


def invited(db: Session, life: Life, at: datetime) -> int:
    """How many letters were written: to whoever is waited for and has had none for this round."""
    if life.asking is None:
        return 0
    gone = branches.gone(db, life.asking.asks, today(), life.first.kind)
    return _written(db, life, {each.unit for each in waited_for(life.asking, gone)}, at, again=False)


def reminded(db: Session, life: Life, units: Collection[str], at: datetime) -> int:
    """Of units that are about to be reminded, by the plan as it stands before."""
    return _written(db, life, units, at, again=True)


def _written(db: Session, life: Life, units: Collection[str], at: datetime, *, again: bool) -> int:
    round = life.asking
    if round is None:
        return 0
    asked = [each for each in round.units if each.unit in units]
    people = addressees(db, [each.unit for each in asked], today(), life.first.kind)
    return sum(
        write(db, letter, at)
        for each in asked
        for letter in _letters(db, life, round, each, people.get(each.unit, ()), again=again)
    )


def _letters(
    db: Session, life: Life, round: BranchRound, asked: Asked, people: Sequence[Person], *, again: bool
) -> Iterator[Letter]:
    whose, unit = db.get_one(OrganisationRow, life.organisation), db.get_one(OrganisationRow, asked.unit)
    turn = len(asked.reminded) + 1 if again else 0
    for who in people:
        once = f"branch:{life.plan.id}:{round.number}:{asked.unit}:{who.id}:{turn}"
        to = To(who.address, who.name, who.language)
        yield _letter(once, to, life.plan.id, round, whose, unit, again=again)


def _letter(
    once: str, to: To, plan: str, round: BranchRound, whose: OrganisationRow, unit: OrganisationRow, *, again: bool
) -> Letter:
    with spoken(to):
        words = {"name": _called(whose), "unit": _called(unit), "day": day(round.deadline)}
        asks = _("%(name)s puts plans together and asks for the plan of %(unit)s by %(day)s.", **words)
        waits = _("%(name)s is still waiting for the plan of %(unit)s. It is due by %(day)s.", **words)
        what = _("Have it approved; then submit it on the plan’s page:") + "\n" + link_to("plans.plans")
        subject = _("%(name)s asks for your plan by %(day)s", **words)
        calendar = deadline(f"{plan}-round-{round.number}", round.deadline, _("Plan due to %(name)s", **words), today())
        told = (waits if again else asks, what, _("The day is attached for your calendar."))
        return letter(once, to, subject, told, calendar=calendar)


def _called(row: OrganisationRow) -> str:
    return getattr(row, reader_language()) or row.fi or row.sv or row.en
