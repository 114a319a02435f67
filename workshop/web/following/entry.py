"""Entering what is due in a plan, by those who edit it."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from facilitation.followup.waiting import still_waits
from facilitation.plans.decided import asked_plan, told_apart
from facilitation.plans.lines import line_in
from facilitation.plans.results import with_results
from facilitation.report.following.naming import period_name
from facilitation.shapes import Plan
from workshop.web.asking import OnceForm
from workshop.web.branches.level import spoken
from workshop.web.following.answering import asking_now
from workshop.web.following.asking import Part, parts_of, taken
from workshop.web.following.left_over import told_back
from workshop.web.following.looking import FEW, Looked, asked_for, looked_through, looks
from workshop.web.following.of_branch import counted_elsewhere
from workshop.web.following.reading import round_now
from workshop.web.following.sent import Sending
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, again, ask, plan_here, today
from workshop.web.plans.succession import entries_of, standing_of
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_entry", __name__, url_prefix="/plans/<id>/follow-up")


@bp.route("/enter", methods=["GET", "POST"])
@signed_in("see_plans")
def enter(id: str) -> ResponseReturnValue:
    """All that is due, in one form; what is refused stands at its field, and the rest is taken."""
    here, form = plan_here(id, "EnterFigure"), OnceForm()
    plan = followed(here)
    asks = told_apart(here.life, asked_plan(here.life) or plan)
    parts = due(here, asks)
    if form.validate_on_submit():
        if looks():
            kept_open(parts)
        elif well(here, form, parts):
            return redirect(onward(id, parts), 303)
    told = {"parts_": parts, "round": round_now(here.row.organisation), "period_name": period_name}
    told |= {"reader": reading(here.pack), "looked": looked(here, asks, parts)}
    told |= {"elsewhere": [line_in(plan, id) for id in counted_elsewhere(here.life)], "looks": looks()}
    told |= spoken(here.life.first.kind)
    return render_template("following/enter.html", here=here, form=form, **told), 400 if any(
        part.form.errors for part in parts
    ) else 200


def followed(here: PlanHere) -> Plan:
    """The plan as it was approved, with what came of it; where nothing was, nothing is followed up."""
    return with_results(here.life) or abort(404)


def due(here: PlanHere, plan: Plan) -> list[Part]:
    round, dated = asking_now(here.row.organisation)
    now = standing_of(here.life)
    if now is None or not now.asks(today()):
        return []
    return parts_of(plan, now.entries, here.life.told, round, now.counting, dated=dated)


def looked(here: PlanHere, plan: Plan, parts: list[Part]) -> Looked | None:
    """What is shown of it where much is asked, by what is waited for still once some was taken."""
    if len(parts) <= FEW:
        return None
    life, (round, _dated) = again(here).life, asking_now(here.row.organisation)
    asks = [part.ask for part in parts]
    return looked_through(plan, parts, still_waits(asks, plan, entries_of(life), life.told, round, today()))


def kept_open(parts: list[Part]) -> None:
    """What was typed stays in the form while somebody looks through it, and says at once what is wrong with it."""
    for part in parts:
        part.form.validate()
    told_back(parts)


def onward(id: str, parts: list[Part]) -> str:
    """To how the plan is doing; where much is asked, back to the rest of it."""
    if len(parts) <= FEW:
        return url_for("plan_follow.read", id=id)
    return url_for("plan_entry.enter", id=id, **asked_for())


def well(here: PlanHere, form: OnceForm, parts: list[Part]) -> bool:
    """Whether all that was filled in was taken."""
    count, looks = sent(here, form, parts)
    said(count, looks)
    told_back(parts)
    return not any(part.form.errors for part in parts)


def sent(here: PlanHere, form: OnceForm, parts: list[Part], way: str = "page") -> tuple[int, list[str]]:
    """Each part through the one door; how many were taken, and what is worth a second look. One line in the trail."""
    sending = Sending(here.row.id)
    through = sending.through(lambda wish: ask(again(here), wish, form))
    told = taken(parts, form.once.data or "", today(), through)
    sending.told(here.who, way=way)
    return told


def said(count: int, looks: list[str]) -> None:
    if count:
        flash(ngettext("One answer is kept.", "%(num)d answers are kept.", count), "ok")
    for look in looks:
        flash(_("Worth a second look: %(what)s", what=look), "warn")
