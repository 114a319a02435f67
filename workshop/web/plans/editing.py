"""Changing a plan line by line: what was changed in the meantime stands beside it, and nothing typed is lost."""

from hashlib import sha256
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Length, NumberRange

from facilitation import limits
from facilitation.plans.commands import DropLine, MoveLine, PutLineBack
from facilitation.plans.fields import FIELDS
from facilitation.plans.lines import OF_A_GOAL, Line, goal_of, kind_of, line_in, place_of
from facilitation.plans.state import Life
from facilitation.shapes import Goal
from workshop.languages import _l, worded
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.document import wording
from workshop.web.method import reading
from workshop.web.plans.boxes import addition, boxes_of, form_of, revisions, take_definition
from workshop.web.plans.found import PlanHere, again, ask, plan_here, refused, told
from workshop.web.plans.lines import called
from workshop.web.plans.reading import page_of
from workshop.web.plans.settling import standing_beside
from workshop.web.plans.values import KINDS
from workshop.web.signing_in import signed_in
from workshop.web.whole import WholeField

bp = Blueprint("plan_lines", __name__, url_prefix="/plans/<id>")

TOO_LONG = _l("At most %(max)d characters.")


class DropForm(OnceForm):
    reason = StringField(_l("Why"), [Length(max=limits.REASON, message=TOO_LONG)], filters=[one_line])


class MoveForm(OnceForm):
    under = SelectField(_l("Under which goal"), validate_choice=False)
    place = WholeField(_l("Place in its list"), [InputRequired(_l("Give a number.")), NumberRange(1, limits.LINES)])


# -- One line -------------------------------------------------------------------------------------------------------


@bp.route("/lines/<line>", methods=["GET", "POST"])
@signed_in("see_plans")
def line(id: str, line: str) -> ResponseReturnValue:
    """The form of a line. Each field that was changed is a command of its own.

    Whoever had it open when somebody took the line out is told so beside what they typed.
    """
    here = plan_here(id, "change_plan")
    there = line_in(here.life.plan, line)
    found = there or taken_out(here.life, line) or abort(404)
    if there is None and request.method == "GET":
        return away(here)
    boxes = boxes_of(kind_of(found), here.pack, here.life.plan.languages)
    form = form_of(boxes, here.pack, found)
    if form.validate_on_submit():
        take_definition(boxes, form, here.pack)
        for box, command in revisions(line, boxes, form):
            if why := refused(here, command, form):
                form[box.name].errors = [why]
        here = again(here)
        if not form.errors:
            return saved(here, line) if there else away(here)
    return line_page(here, found, boxes, form)


def taken_out(life: Life, id: str) -> Line | None:
    """A line that is no longer in the plan, by itself or with its goal."""
    gone = [each.line for each in life.dropped.values()]
    parts = (part for each in gone if isinstance(each, Goal) for part in (*each.metrics, *each.actions))
    return next((each for each in (*gone, *parts) if each.id == id), None)


def away(here: PlanHere) -> ResponseReturnValue:
    flash(_("Taken out. It can be put back."), "warn")
    return redirect(url_for("plan.read", id=here.row.id), 303)


def saved(here: PlanHere, line: str) -> ResponseReturnValue:
    """Back to the plan; to the line itself while two texts stand there."""
    if any(kept.line == line and kept.by == here.who.id for kept in here.life.kept):
        flash(_("Somebody else changed the same field meanwhile. Both texts are kept: choose one."), "warn")
        return redirect(url_for("plan_lines.line", id=here.row.id, line=line), 303)
    flash(_("Saved."), "ok")
    return redirect(url_for("plan.read", id=here.row.id, _anchor=anchor_of(here, line)), 303)


def line_page(here: PlanHere, found: Line, boxes: list, form: Any) -> ResponseReturnValue:
    kind, goal = kind_of(found), goal_of(here.life.plan, found.id)
    page = {
        "kind": kind,
        "name": wording(KINDS[kind]),
        "line": found,
        "goal": goal,
        "beside": list(standing_beside(here, found)),
        "findings": [each for each in page_of(here).doc.findings if each.about == found.id],
        "say": reading(here.pack).words,
        "drop": DropForm(formdata=None) if kind != "plan" and line_in(here.life.plan, found.id) else None,
        "move": move_form(here, found),
        "back": url_for("plan.read", id=here.row.id, _anchor=anchor_of(here, found.id)),
    }
    status = 400 if form.errors else 200
    return render_template("plans/line.html", here=here, boxes=boxes, form=form, **page), status


def move_form(here: PlanHere, found: Line) -> MoveForm | None:
    """To another place in its list or under another goal; nothing for what stands where it stands."""
    kind, plan = kind_of(found), here.life.plan
    if kind in ("plan", "follow_up") or line_in(plan, found.id) is None:
        return None
    goal = goal_of(plan, found.id)
    form = MoveForm(formdata=None, under=goal.id if goal else "", place=place_of(plan, found.id) + 1)
    goals = [SelectChoice(each.id, called(plan, each)) for each in plan.goals] if kind in OF_A_GOAL else []
    form.under.choices = [SelectChoice("", _("No goal so far")), *goals]
    return form


def anchor_of(here: PlanHere, line: str) -> str | None:
    """Where a line stands on the plan's page."""
    goals = here.life.plan.goals
    goal = goal_of(here.life.plan, line)
    wanted = goal.id if goal else line
    return next((f"goal-{number}" for number, each in enumerate(goals, 1) if each.id == wanted), None)


# -- Lines come and go ----------------------------------------------------------------------------------------------


@bp.route("/add/<kind>", methods=["GET", "POST"])
@signed_in("see_plans")
def add(id: str, kind: str) -> ResponseReturnValue:
    here = plan_here(id, "change_plan")
    if kind not in FIELDS or kind == "plan":
        abort(404)
    under = request.args.get("under", "")
    boxes = boxes_of(kind, here.pack, here.life.plan.languages)
    form = form_of(boxes, here.pack, None, kind)
    if form.validate_on_submit():
        take_definition(boxes, form, here.pack)
        new = sha256(f"{id}/{form.once.data}".encode()).hexdigest()[:16]
        outcome = ask(here, addition(kind, new, under, boxes, form), form)
        if outcome.message is None:
            return saved(again(here), new)
        named = next((box.name for box in boxes if box.entry.key == outcome.field), boxes[0].name)
        form[named].errors = [worded(outcome.message)]
    page = {"kind": kind, "name": wording(KINDS[kind]), "line": None, "goal": line_in(here.life.plan, under)}
    back = url_for("plan.read", id=id)
    status = 400 if form.errors else 200
    return render_template("plans/line.html", here=here, boxes=boxes, form=form, back=back, **page), status


@bp.post("/lines/<line>/drop")
@signed_in("see_plans")
def drop(id: str, line: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), DropForm()
    anchor = anchor_of(here, line)
    told(refused(here, DropLine(line, form.reason.data or ""), form), _("Taken out. It can be put back."))
    return redirect(url_for("plan.read", id=id, _anchor=anchor), 303)


@bp.post("/lines/<line>/back")
@signed_in("see_plans")
def put_back(id: str, line: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), OnceForm()
    told(refused(here, PutLineBack(line), form), _("Put back."))
    return redirect(url_for("plan.read", id=id, _anchor=anchor_of(again(here), line)), 303)


@bp.post("/lines/<line>/move")
@signed_in("see_plans")
def move(id: str, line: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), MoveForm()
    well = _("Moved.")
    if form.validate_on_submit():
        told(refused(here, MoveLine(line, form.under.data or "", (form.place.data or 1) - 1), form), well)
    return redirect(url_for("plan.read", id=id, _anchor=anchor_of(again(here), line)), 303)
