"""A workshop to rehearse in: made in this place's own database, with a facilitator's personal link."""

import secrets
from dataclasses import dataclass

from flask import Flask

from facilitation.agendas import Agenda
from facilitation.live.commands import Join, SetAgenda, SetUp
from facilitation.live.events import Asked
from facilitation.packs import Pack, load
from facilitation.steps.kind import Step
from workshop import store
from workshop.clock import now
from workshop.codes import new_code
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.rehearsal.content import period, title
from workshop.rehearsal.people import facilitator, ministry
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, WorkshopRow

SYSTEM = Asker("system", "system")
NOBODY = "rehearsal"


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a rehearsal takes place: the workshop, its code, and the personal links of host and watcher."""

    workshop: str
    code: str
    host_key: str
    watcher_key: str


def build(app: Flask, pack: str, agenda: str, language: str) -> Stage:
    """Set the workshop up, with a host's seat and one for whoever wants to watch as facilitator."""
    method = load(pack)
    plan = method.agenda(agenda) or method.agendas[0]
    id, code = secrets.token_urlsafe(9), new_code(secrets.token_bytes(16))
    with app.app_context():
        with store.writing() as db:
            if db.get(AccountRow, NOBODY) is None:
                db.add(shut_account())
                db.flush()
            db.add(WorkshopRow(id=id, title=title()["en"], code=code, owner=NOBODY, created=now(), pack=pack))
        log = workshop_log(id)
        set_up = SetUp(title(), ministry(language), pack, method.version, ("fi", "sv", "en"), period())
        perform(log, set_up, SYSTEM, Once("set-up"))
        perform(log, SetAgenda(steps(plan), statements(method)), SYSTEM, Once("agenda"))
        return Stage(id, code, host(id, language), host(id, language))


def shut_account() -> AccountRow:
    """The owner of rehearsals: nobody signs in by it."""
    return AccountRow(
        id=NOBODY,
        email="rehearsal@invalid",
        name=facilitator(),
        role="facilitator",
        password_hash="",
        created=now(),
        closed_at=now(),
    )


def host(id: str, language: str) -> str:
    """A host's seat; returns the key of its personal link."""
    seat = secrets.token_urlsafe(12)
    people_of().take_name(id, seat, facilitator())
    perform(workshop_log(id), Join(seat, language, role="host"), Asker(seat, "host"), Once(seat))
    return people_of().give_key(id, seat)


def steps(agenda: Agenda) -> tuple[Step, ...]:
    return tuple(
        Step(secrets.token_urlsafe(9), each.kind, each.title, each.task, each.minutes, each.pinned, each.options)
        for each in agenda.steps
    )


def statements(pack: Pack) -> tuple[Asked, ...]:
    theme_of = {objective.id: objective.theme for objective in pack.strategy.objectives}
    return tuple(Asked(each.id, theme_of[each.objective], each.short_form) for each in pack.statements)
