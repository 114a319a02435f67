"""From a pack's agenda to a workshop that can be planned: its row, its code, its log's first events, its host."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from facilitation import packs
from facilitation.agendas import Agenda, StepPlan
from facilitation.live.commands import Command, Join, SetAgenda, SetUp
from facilitation.live.events import Asked
from facilitation.packs import Pack
from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel, Refused, said
from workshop import store
from workshop.clock import now
from workshop.languages import reader_language
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.store import roles, workshops
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, WorkshopRow
from workshop.web.found import methods
from workshop.web.head import today

PROGRAM = Asker("system", "system")
"""What the place itself enters in a log."""
STEP_BYTES = 12


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to set up. `id` comes from their form, so that a form sent twice is one workshop."""

    id: str
    title: Parallel
    organisation: str
    period: str
    languages: tuple[str, ...]
    starts: datetime | None
    pack: Pack
    agenda: Agenda


def set_up(wanted: Wanted, owner: AccountRow) -> WorkshopRow:
    """The workshop, with its agenda and its owner as host. What was done already stays as it is. Raises Refused."""
    with store.writing() as db:
        title = said(wanted.title, reader_language())
        whose = roles.organisation_of(db, owner.id, wanted.organisation, today())
        row = workshops.open_new(db, wanted.id, owner, title, wanted.pack.key, wanted.starts, now(), whose)
    for name, command in beginnings(wanted).items():
        enter(row.id, command, PROGRAM, name)
    take_the_head(row, wanted, owner)
    return row


def beginnings(wanted: Wanted) -> Mapping[str, Command]:
    """What a log begins with, by the name under which it is asked once."""
    pack = wanted.pack
    head = SetUp(wanted.title, wanted.organisation, pack.key, pack.version, wanted.languages, wanted.period)
    return {
        "set-up-the-workshop": head,
        "set-the-first-agenda": SetAgenda(steps_of(wanted.agenda, pack), asked_of(pack)),
    }


def take_the_head(row: WorkshopRow, wanted: Wanted, owner: AccountRow) -> None:
    """The owner sits as host from the beginning."""
    if people_of().seat_of_account(row.id, owner.id) is not None:
        return
    seat = secrets.token_urlsafe(16)
    people_of().take_name(row.id, seat, owner.name, owner.id)
    enter(row.id, Join(seat, reader_language(), "room", wanted.organisation, "", "host"), Asker(seat, "host"))


def enter(workshop: str, command: Any, asker: Asker, once: str = "") -> None:
    """Ask at the door and raise the refusal, if it is one."""
    outcome = perform(workshop_log(workshop), command, asker, Once(once or secrets.token_urlsafe(16)))
    if outcome.message is not None:
        arguments: dict[str, Any] = {**outcome.message.arguments}
        raise Refused(outcome.message.id, code=outcome.code, field=outcome.field, **arguments)


# -- A pack's agenda as steps ---------------------------------------------------------------------------------------


def steps_of(agenda: Agenda, pack: Pack) -> tuple[Step, ...]:
    return tuple(step_of(plan, pack) for plan in agenda.steps)


def step_of(plan: StepPlan, pack: Pack) -> Step:
    """A step as the agenda proposes it, under an id of its own."""
    options = {key: option(key, value, pack) for key, value in plan.options.items()}
    return Step(new_step(), plan.kind, plan.title, plan.task, plan.minutes, plan.pinned, options)


def option(key: str, value: Any, pack: Pack) -> Value:
    """An option as a step holds it: which statements are asked is said by their ids."""
    match key, value:
        case "statements", "all" | "short":
            return [each.id for each in pack.statements if each.short_form or value == "all"]
        case _, tuple():
            return list(value)
        case _, Mapping():
            return dict(value)
        case _:
            return value


def asked_of(pack: Pack) -> tuple[Asked, ...]:
    """Every statement of the pack, pinned with its theme."""
    themes = {objective.id: objective.theme for objective in pack.strategy.objectives}
    return tuple(Asked(each.id, themes[each.objective], each.short_form) for each in pack.statements)


def new_step() -> str:
    return secrets.token_urlsafe(STEP_BYTES)


def offered() -> list[tuple[Pack, Agenda]]:
    """Every agenda of every pack on the shelf."""
    return [(pack, agenda) for pack in map(packs.load, methods()) for agenda in pack.agendas]
