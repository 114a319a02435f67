"""Planning a workshop: its agenda to scale, each step with what can be set in it, and the door."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation import limits, packs
from facilitation.agendas import planned
from facilitation.live.commands import AddStep, DropStep, MoveStep, OpenStep, ReviseStep, SetUp
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.report.figures import day as day_name
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Step
from facilitation.steps.phases import OPEN, WAITING
from facilitation.words import LANGUAGES, Refused, said
from workshop import store
from workshop.codes import shown
from workshop.languages import NAMES, _l, reader_language, worded
from workshop.perform import Asker
from workshop.store import workshops as rows
from workshop.store.tables import AccountRow, WorkshopRow
from workshop.web import stepform
from workshop.web.days import Day, day_of, in_short, time_of_day, title_of, told
from workshop.web.found import found_or_404, host_seat, runs, state_of
from workshop.web.front import join_address
from workshop.web.head import HeadForm, begins_at, head_of, zone
from workshop.web.preparing import enter, new_step
from workshop.web.room import take_host_seat
from workshop.web.signing_in import account, signed_in

bp = Blueprint("planning", __name__, url_prefix="/workshops/<id>/plan")

ADDED_MINUTES = 10
MINUTES_AT_ONCE = 5


class AddForm(FlaskForm):
    kind = SelectField(_l("Kind of step"))


class ActForm(FlaskForm):
    """A button: nothing to fill in but the form's own token."""


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


def page(
    found: WorkshopRow,
    *,
    head: HeadForm | None = None,
    step: str = "",
    form: stepform.PlannedForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    """The planner with one step in hand: the one asked for, or the first that has not begun."""
    state = state_of(found)
    chosen = state.steps.get(step or request.args.get("step", "")) or first_ahead(state)
    pack = packs.load(found.pack)
    steps = [state.steps[id] for id in state.order]
    day = day_of(steps, planned(steps, begins_at(found)))
    return render_template(
        "workshops/plan.html",
        found=found,
        state=state,
        title=said(state.title, reader_language()) or found.title,
        head=head or HeadForm(formdata=None, data=head_of(found, state)),
        day=day,
        told=list(told(day)),
        in_short=in_short(day),
        add=add_form(),
        act=ActForm(formdata=None),
        code=shown(found.code) if found.code else "",
        address=join_address(found.code) if found.code else "",
        brief=brief,
        summary=summary(found, state, day),
        tongues=stepform.tongues(),
        **(editor(state, chosen, pack, form, day) if chosen else {"step": None}),
    ), status


def summary(found: WorkshopRow, state: Workshop, day: Day) -> str:
    """Day, hours, whose, in which languages, in one line."""
    language = reader_language()
    when = day_name(found.starts.astimezone(zone()).date(), language) if found.starts else _("The day is open")
    hours = f"{time_of_day(day.first)}–{time_of_day(day.last)}" if day.blocks else ""
    spoken = ", ".join(NAMES[code] for code in LANGUAGES if code in state.languages)
    return " · ".join(filter(None, (when, hours, state.organisation, state.period, spoken)))


def first_ahead(state: Workshop) -> Step | None:
    waiting = [step for step in state.order if state.work[step].phase == WAITING]
    chosen = [*waiting, *state.order][:1]
    return state.steps[chosen[0]] if chosen else None


def editor(state: Workshop, step: Step, pack: Pack, form: stepform.PlannedForm | None, day: Day) -> dict[str, Any]:
    """What the chosen step's form needs."""
    form = form or stepform.step_form(state, step, pack)
    block = next(block for block in day.blocks if block.step.id == step.id)
    return {
        "step": step,
        "step_title": block.title,
        "step_times": f"{block.begins}–{block.ends}",
        "kind": KINDS[step.kind],
        "phase": state.work[step.id].phase,
        "form": form,
        "together": list(stepform.together(stepform.offered_in(form, state, step))),
        "themes": themes_of(state, pack),
        "prework": is_prework(state, step),
    }


def themes_of(state: Workshop, pack: Pack) -> list[tuple[int, str, list[tuple[str, str, bool]]]]:
    """The workshop's statements by theme: its number and name; each statement's id, text, whether of the short form."""
    language = reader_language()
    asked = {each.id: each for each in state.statements}
    return [
        (
            number,
            said(theme.name, language),
            [
                (each.id, said(each.text, language), asked[each.id].short_form)
                for each in pack.statements_of(theme.id)
                if each.id in asked
            ],
        )
        for number, theme in enumerate(pack.strategy.themes, 1)
    ]


def is_prework(state: Workshop, step: Step) -> bool:
    """Whether the step may be opened now for the days before."""
    begun = [id for id in state.order if state.work[id].phase != WAITING]
    return bool(options_of(step).get("pre_work")) and not begun


def brief(step: Step, state: Workshop) -> str:
    """A step in a line: how people work in it, and how much is asked."""
    kind, options = KINDS[step.kind], options_of(step)
    ways = {"person": _("Each on their own"), "group": _("In groups"), "room": _("Everybody together")}
    way = _("On their own, then together") if kind.solo_first else ways[kind.by]
    name = _(kind.title)
    parts = [] if step.kind == "break" else [way] if name == title_of(step) else [name, way]
    if stepform.STATEMENTS in options:
        parts.append(_("%(n)s statements", n=len(stepform.asked_by(options[stepform.STATEMENTS], state))))
    if options.get("pre_work"):
        parts.append(_("pre-work"))
    return " · ".join(parts)


def add_form() -> AddForm:
    form = AddForm()
    form.kind.choices = [SelectChoice(kind.key, _(kind.title)) for kind in KINDS.values()]
    return form


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
        rows.set_head(db, found.id, said(form.title, reader_language()), form.starts)
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
    after = request.form.get("after") or (state.order[-1] if state.order else None)
    step = Step(new_step(), form.kind.data, minutes=ADDED_MINUTES)
    enter(found.id, AddStep(step, after), asker(found, who))
    return back(found, step.id, "step")


@bp.post("/steps/<step>")
@signed_in("see_workshops")
def revise_step(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    state = state_of(found)
    planned, pack = existing(state, step), packs.load(found.pack)
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
    choice = request.form.get("take")
    field = f"option_{stepform.STATEMENTS}"
    if choice in ("all", "short") and field in form:
        form[field].data = stepform.asked_by(choice, state)


@bp.post("/steps/<step>/minutes")
@signed_in("see_workshops")
def change_minutes(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    planned = existing(state_of(found), step)
    by = MINUTES_AT_ONCE if request.form.get("by") == "more" else -MINUTES_AT_ONCE
    minutes = min(limits.MINUTES, max(0, planned.minutes + by))
    enter(found.id, ReviseStep(step, minutes=minutes), asker(found, who))
    return back(found, step, f"block-{step}")


@bp.post("/steps/<step>/move")
@signed_in("see_workshops")
def move_step(id: str, step: str) -> ResponseReturnValue:
    found, who = mine(id)
    state = state_of(found)
    existing(state, step)
    if after := moved_after(state.order, step, request.form):
        enter(found.id, MoveStep(step, after[0]), asker(found, who))
    return back(found, step, f"block-{step}")


def moved_after(order: tuple[str, ...], step: str, wish: Any) -> tuple[str | None] | None:
    """The step after which it shall stand now, in a pair of its own since None is "first"; None when it stays."""
    rest = [each for each in order if each != step]
    here = order.index(step)
    to = int(wish["to"]) if wish.get("to", "").isdecimal() else here + (1 if wish.get("way") == "down" else -1)
    to = min(len(rest), max(0, to))
    return None if to == here else ((rest[to - 1] if to else None),)


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


@bp.post("/door")
@signed_in("see_workshops")
def set_door(id: str) -> ResponseReturnValue:
    found, _who = mine(id)
    with store.writing() as db:
        rows.set_door(db, found.id, open=request.form.get("open") == "yes")
    return back(found, request.form.get("step", ""), "door")


@bp.post("/code")
@signed_in("see_workshops")
def change_code(id: str) -> ResponseReturnValue:
    found, _who = mine(id)
    with store.writing() as db:
        rows.change_code(db, found.id)
    flash(_("There is a new code. The one before leads nowhere."), "ok")
    return back(found, request.form.get("step", ""), "door")
