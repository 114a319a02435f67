"""A plan by its address: its row, its life, and the reader's parts in it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from flask import abort, flash

from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.commands import Command
from facilitation.plans.outside import from_outside
from facilitation.plans.parts import Version
from facilitation.plans.state import WRITABLE, Life
from facilitation.words import said
from workshop import store
from workshop.access import PLAN_ROLES, may
from workshop.days import today as today
from workshop.languages import reader_language, worded
from workshop.perform import Asker, Outcome, perform, plan_log, workshop_log
from workshop.room import rooms_of
from workshop.store import own, plan_people
from workshop.store.plan_people import Mine
from workshop.store.tables import AccountRow, PlanRow, WorkshopRow
from workshop.together.lives import Met
from workshop.together.lives import life_of as life_of
from workshop.web.asking import OnceForm, once
from workshop.web.plans.stages import Shown, stage_on
from workshop.web.plans.trailed import trail_of
from workshop.web.signing_in import Right, account, noted, rights


def parts_in(row: PlanRow, who: AccountRow) -> frozenset[str]:
    """Which parts the account that is signed in has in a plan: given in it, or by its roles in organisations."""
    with store.reading() as db:
        return plan_people.parts_of(db, row, who.id, rights())


def mine(who: AccountRow) -> list[Mine]:
    """Plans in which the account that is signed in has a part."""
    with store.reading() as db:
        return list(plan_people.of_account(db, who.id, rights()))


@dataclass(frozen=True)
class PlanHere(Met):
    """A plan as this account meets it."""

    who: AccountRow
    parts: frozenset[str]
    reading: bool = False
    """Whether it reads what was, in which nothing is changed."""

    def may(self, action: str) -> bool:
        return any(may(part, action) for part in self.parts)

    @property
    def inside(self) -> bool:
        """Whether this account sees what is being written, not only what was approved."""
        return self.may("read_plan")

    @property
    def writes(self) -> bool:
        """Whether this account edits the plan, and the plan is being written."""
        return not self.reading and self.may("change_plan") and self.life.stage in WRITABLE

    @property
    def stage(self) -> Shown:
        """How far it has come; a plan that another follows is told as closed on its own page."""
        return stage_on(self.life.stage, self.life.closed and self.life.closed.day, today())

    @property
    def title(self) -> str:
        return said(self.life.plan.title, reader_language()) or self.row.organisation_name

    @cached_property
    def pack(self) -> Pack:
        """The plan's method with the own entries of whose plan it is; while it stands as approved, in the words of
        then."""
        stands = self.life.published if self.life.stage == "approved" else None
        return self.pack_of(stands) if stands else pack_for(self.life.plan.pack, self.row.organisation)

    def pack_of(self, version: Version) -> Pack:
        """In the words in which that was read when it was kept."""
        return pack_for(version.plan.pack, self.row.organisation, version.at)

    def asker(self, command: Command) -> Asker:
        """This account in the part that may ask for this."""
        name = type(command).__name__
        role = next((part for part in PLAN_ROLES if part in self.parts and may(part, name)), "")
        return Asker(self.who.id, role)


def pack_for(key: str, organisation: str | None, at: datetime | None = None) -> Pack:
    """`at`: in the words of that moment."""
    with store.reading() as db:
        return own.method(db, key, organisation, today(), at=at)


def plan_here(id: str, action: str = "read_plan") -> PlanHere:
    """The plan, for those who may do this in it; for anybody else there is none."""
    who = account() or abort(401)
    with store.reading() as db:
        row = db.get(PlanRow, id) or abort(404)
    here = PlanHere(row, life_of(id, row.head), who, parts_in(row, who))
    if not noted(Right(action, id, here.may(action), needed=True)):
        abort(403 if here.inside else 404)
    return here if here.inside else seen_from_outside(here)


def seen_from_outside(here: PlanHere) -> PlanHere:
    """What was approved, in the place of all else; where nothing was, there is no plan."""
    return replace(here, life=from_outside(here.life) or abort(404), reading=True)


def again(here: PlanHere) -> PlanHere:
    """The plan as it stands now."""
    return PlanHere(here.row, life_of(here.row.id), here.who, here.parts)


def ask(here: PlanHere, command: Command, form: OnceForm) -> Outcome:
    outcome = perform(plan_log(here.row.id), command, here.asker(command), once(form, command))
    if not outcome.ok:
        form.renew()
    elif outcome.new:
        trail_of(here.row, here.who, command)
    return outcome


def refused(here: PlanHere, command: Command, form: OnceForm) -> str:
    """Why it was not granted, in the reader's words; nothing where it was."""
    message = ask(here, command, form).message
    return worded(message) if message else ""


def workshops_behind(life: Life) -> Sequence[Workshop]:
    """The workshops that a plan came from, for what stands behind its lines."""
    return [rooms_of().room(workshop_log(row.id)).state for row in rows_behind(life)]


def rows_behind(life: Life) -> Sequence[WorkshopRow]:
    """Of the workshops that a plan came from those that are still here."""
    ids = [source.id for source in life.sources if source.kind == "workshop"]
    with store.reading() as db:
        return [row for id in ids if (row := db.get(WorkshopRow, id))]


def told(why: str, well: str) -> None:
    """What came of it, at the top of the next page."""
    if why or well:
        flash(why or well, "bad" if why else "ok")
