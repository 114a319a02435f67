"""Planning a workshop: every change of its head, its steps and its door, each a form of its own."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField
from wtforms.validators import AnyOf, Optional

from facilitation import limits
from facilitation.live.commands import AddStep, DropStep, MoveStep, OpenStep, ReviseStep, SetUp
from facilitation.live.state import Workshop
from facilitation.steps.kind import Step
from facilitation.steps.phases import OPEN
from facilitation.words import Refused, said
from workshop import store
from workshop.languages import reader_language, worded
from workshop.perform import Asker
from workshop.store import workshops as rows
from workshop.store.roles import organisation_of
from workshop.store.tables import AccountRow, WorkshopRow
from workshop.web import stepform
from workshop.web.found import found_or_404, host_seat, pack_here, runs, state_of
from workshop.web.head import HeadForm, today
from workshop.web.planner import add_form, is_prework, page
from workshop.web.preparing import enter, new_step
from workshop.web.room import take_host_seat
from workshop.web.signing_in import account, signed_in

bp = Blueprint("planning", __name__, url_prefix="/workshops/<id>/plan")

ADDED_MINUTES = 10
MINUTES_AT_ONCE = 5
STEPS_OF = {"up": -1, "down": 1}


def mine(id: str) -> tuple[WorkshopRow, AccountRow]:
    """The workshop, for those who run it."""
    found, who = found_or_404(id), account() or abort(401)
    if not runs(found, who):
        abort(403)
    return found, who


def asker(found: WorkshopRow, who: AccountRow) -> Asker:
    """The host's seat of this account; the log says its role."""
    return Asker(host_seat(found, who) or take_host_seat(found, who), "host")


def existing(state: Workshop, step: str) -> Step:
    return state.steps.get(step) or abort(404)


# -- The page -------------------------------------------------------------------------------------------------------


@bp.get("")
@signed_in("see_workshops")
def plan(id: str) -> ResponseReturnValue:
    found, _who = mine(id)
    return page(found)


def back(found: WorkshopRow, step: str = "", anchor: str = "") -> ResponseReturnValue:
    return redirect(url_for("planning.plan", id=found.id, step=step or None, _anchor=anchor or None), 303)


# -- The head -------------------------------------------------------------------------------------------------------


@bp.post("/head")
@signed_in("see_workshops")
def set_head(id: str) -> ResponseReturnValue:
    found, who = mine(id)
    form = HeadForm()
    if not form.validate_on_submit():
        return page(found, head=form, status=400)
    state = state_of(found)
    wish = SetUp(
        form.title, form.organisation.data or "", state.pack, state.pack_version, form.spoken, form.period.data or ""
    )
    enter(found.id, wish, asker(found, who))
    with store.writing() as db:
        whose = organisation_of(db, who.id, wish.organisation, today())
        rows.set_head(db, found.id, said(form.title, reader_language()), form.starts, whose)
    flash(_("Saved"), "ok")
    return back(found)


# -- Steps ----------------------------------------------------------------------------------------------------------


@bp.post("/steps")
@signed_in("see_workshops")
def add_step(id: str) -> ResponseReturnValue:
    found, who = mine(id)
    form, state = add_form(), state_of(found)
    if not form.validate_on_submit():
        abort(400)
    after = form.after.data or (state.order[-1] if state.order else None)
    step = Step(new_step(), form.kind.data, minutes=ADDED_MINUTES)
    enter(found.id, AddStep(step, after), asker(found, who))
    return back(found, step.id, "step")


@bp.post("/steps/<step>")
@signed_in("see_workshops")
def revise_step(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    state = state_of(found)
    planned, pack = existing(state, step), pack_here(found)
    form = stepform.step_form(state, planned, pack)
    take_all(form, state)
    if not form.validate_on_submit():
        return page(found, step=step, form=form, status=400)
    try:
        for command in stepform.changes(form, state, planned):
            enter(found.id, command, asker(found, who))
    except Refused as refused:
        named = f"option_{refused.field}"
        field = form[named] if named in form else form.minutes  # noqa: SIM401 (a form is no mapping)
        field.errors = [worded(refused.message)]
        return page(found, step=step, form=form, status=409)
    flash(_("Saved"), "ok")
    return back(found, step, "step")


def take_all(form: stepform.PlannedForm, state: Workshop) -> None:
    """The buttons beside the statements: all of them, or those of the short form."""
    field = f"option_{stepform.STATEMENTS}"
    if form.take.data and form.take.validate(form) and field in form:
        form[field].data = stepform.asked_by(form.take.data, state)


class MinutesForm(FlaskForm):
    """The buttons beside a step's minutes."""

    by = HiddenField(validators=[AnyOf(("less", "more"))])


@bp.post("/steps/<step>/minutes")
@signed_in("see_workshops")
def change_minutes(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    form, planned = MinutesForm(), existing(state_of(found), step)
    if not form.validate_on_submit():
        abort(400)
    by = MINUTES_AT_ONCE if form.by.data == "more" else -MINUTES_AT_ONCE
    minutes = min(limits.MINUTES, max(0, planned.minutes + by))
    enter(found.id, ReviseStep(step, minutes=minutes), asker(found, who))
    return back(found, step, f"block-{step}")


class MoveForm(FlaskForm):
    """The arrows beside a step, or its new place among the others."""

    way = HiddenField(validators=[Optional(), AnyOf(("up", "down"))])
    to = IntegerField(validators=[Optional()])


@bp.post("/steps/<step>/move")
@signed_in("see_workshops")
def move_step(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    form, state = MoveForm(), state_of(found)
    existing(state, step)
    if not form.validate_on_submit():
        abort(400)
    if after := moved_after(state.order, step, form.to.data, form.way.data or ""):
        enter(found.id, MoveStep(step, after[0]), asker(found, who))
    return back(found, step, f"block-{step}")


def moved_after(order: tuple[str, ...], step: str, place: int | None, way: str) -> tuple[str | None] | None:
    """The step after which it shall stand now, in a pair of its own since None is "first"; None when it stays."""
    rest = [each for each in order if each != step]
    here = order.index(step)
    to = here + STEPS_OF.get(way, 0) if place is None else place
    return None if to == here or not 0 <= to <= len(rest) else ((rest[to - 1] if to else None),)


@bp.post("/steps/<step>/drop")
@signed_in("see_workshops")
def drop_step(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    existing(state_of(found), step)
    enter(found.id, DropStep(step), asker(found, who))
    flash(_("The step is out of the agenda."), "ok")
    return back(found)


@bp.post("/steps/<step>/open")
@signed_in("see_workshops")
def open_prework(id: str, step: str) -> ResponseReturnValue:
    """Open a step for the days before: the room's current step moves to it."""
    found, who = mine(id)
    state = state_of(found)
    planned = existing(state, step)
    if state.work[step].phase != OPEN:
        if not is_prework(state, planned):
            abort(409)
        enter(found.id, OpenStep(step, state.current or ""), asker(found, who))
        flash(_("The step is open. Whoever has the code can begin."), "ok")
    return back(found, step, "step")


# -- The door -------------------------------------------------------------------------------------------------------


class CodeForm(FlaskForm):
    """A button at the door, and the step in hand, to come back to."""

    step = HiddenField()


class DoorForm(CodeForm):
    open = HiddenField(validators=[AnyOf(("yes", "no"))])


@bp.post("/door")
@signed_in("see_workshops")
def set_door(id: str) -> ResponseReturnValue:
    found, _who = mine(id)
    form = DoorForm()
    if not form.validate_on_submit():
        abort(400)
    with store.writing() as db:
        rows.set_door(db, found.id, open=form.open.data == "yes")
    return back(found, form.step.data or "", "door")


@bp.post("/code")
@signed_in("see_workshops")
def change_code(id: str) -> ResponseReturnValue:
    found, _who = mine(id)
    form = CodeForm()
    if not form.validate_on_submit():
        abort(400)
    with store.writing() as db:
        rows.change_code(db, found.id)
    flash(_("There is a new code. The one before leads nowhere."), "ok")
    return back(found, form.step.data or "", "door")
