"""What is kept how long, told beforehand: what goes when, and a hold that keeps it."""

from typing import Any

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from workshop import limits, store
from workshop.clock import now
from workshop.config import settings_of
from workshop.keeping.plans import PlanDue, plan_dues
from workshop.keeping.retention import Due, dues
from workshop.languages import _l, day, reader_language
from workshop.store.accounts import note
from workshop.store.plan_people import Mine
from workshop.store.tables import PlanRow, WorkshopRow
from workshop.texts import one_line
from workshop.web.called import name_of
from workshop.web.found import found_or_404
from workshop.web.head import today
from workshop.web.people import ActForm
from workshop.web.signing_in import account, desk_may, may_in, signed_in
from workshop.web.sure import sure

bp = Blueprint("retention", __name__, url_prefix="/retention")


class HoldForm(FlaskForm):
    why = StringField(
        _l("Why it is kept"),
        [
            DataRequired(_l("Write why it is kept beyond its time.")),
            Length(max=200, message=_l("At most %(max)d characters.")),
        ],
        filters=[one_line],
        render_kw={"maxlength": 200},
    )


@bp.get("")
@signed_in("see_retention")
def read() -> ResponseReturnValue:
    with store.reading() as db:
        mine = [each for each in dues(db) if may_hold(each.workshop)]
    plans = [each for each in plan_dues(current_app) if may_in("hold_plan", each.organisation.id)]
    most, kept = limits.RETENTION_LINES, {"trail": settings_of().trail_months}
    kept |= {"letters": limits.LETTERS_KEPT_DAYS, "links": limits.LINKS_KEPT_DAYS, "logins": limits.LOGINS_KEPT_DAYS}
    told: dict[str, Any] = {"plans": plans[:most], "more_plans": len(plans) - most, "plan_state": plan_state}
    told |= {"state": state, "title_of": title_of, "name_of": name_of, "kept": kept, "act": ActForm(), "today": today()}
    return render_template("keeping/retention.html", dues=mine[:most], more=len(mine) - most, **told)


def state(due: Due) -> tuple[str, str]:
    """Its sign and its words."""
    if due.held:
        return "info", _("Kept: %(why)s", why=due.workshop.held_why)
    if due.next is None:
        return "none", _("Kept for good")
    if due.next <= today():
        return "warn", _("Goes with the next call of toimi due")
    return "ok", _("Waits for its day")


def plan_state(due: PlanDue) -> tuple[str, str]:
    """Its sign and its words."""
    goes = due.goes(today())
    if due.held:
        return "info", _("Kept: %(why)s", why=due.plan.held_why)
    if due.why == "rested":
        return "none", _("Kept: a branch’s plan rests on it")
    if goes is None:
        return "none", _("Kept for good")
    if due.told is None:
        return "ok", _("Waits for its day")
    return "warn", _("Its people were told on %(day)s", day=day(due.told))


def may_hold(row: WorkshopRow) -> bool:
    return may_in("hold_workshop", row.organisation) if row.organisation else desk_may("hold_workshop")


@bp.route("/<id>/hold", methods=["GET", "POST"])
@signed_in("see_retention")
def hold(id: str) -> ResponseReturnValue:
    return held(mine(id))


@bp.post("/<id>/let-go")
@signed_in("see_retention")
@sure
def let_go(id: str) -> ResponseReturnValue:
    return went(mine(id))


@bp.route("/plans/<id>/hold", methods=["GET", "POST"])
@signed_in("see_retention")
def hold_plan(id: str) -> ResponseReturnValue:
    return held(plan(id))


@bp.post("/plans/<id>/let-go")
@signed_in("see_retention")
@sure
def let_plan_go(id: str) -> ResponseReturnValue:
    return went(plan(id))


def held(row: WorkshopRow | PlanRow) -> ResponseReturnValue:
    """The form, or a hold with its reason."""
    form = HoldForm()
    if not form.validate_on_submit():
        status = 400 if form.errors else 200
        return render_template("keeping/hold.html", form=form, title=title_of(row)), status
    with store.writing() as db:
        kept = db.merge(row)
        kept.held_at, kept.held_why = now(), form.why.data or ""
        note(db, now(), account(), "hold_plan" if of_plan(row) else "hold_workshop", row.id, why=kept.held_why)
    flash(_("It is kept until the hold is taken off."), "ok")
    return redirect(url_for("retention.read"), 303)


def went(row: WorkshopRow | PlanRow) -> ResponseReturnValue:
    if not ActForm().validate_on_submit():
        abort(400)
    with store.writing() as db:
        kept = db.merge(row)
        kept.held_at, kept.held_why = None, ""
        note(db, now(), account(), "let_plan_go" if of_plan(row) else "let_workshop_go", row.id)
    flash(_("The hold is off: it goes when its time is over."))
    return redirect(url_for("retention.read"), 303)


def title_of(row: WorkshopRow | PlanRow) -> str:
    """As this account may read it: of a plan that others are writing, what was approved."""
    if isinstance(row, WorkshopRow):
        return row.title
    return Mine(row, may_in("be_reader", row.organisation or "")).title(reader_language()) or _("A plan")


def of_plan(row: WorkshopRow | PlanRow) -> bool:
    return isinstance(row, PlanRow)


def mine(id: str) -> WorkshopRow:
    """A workshop on which this account may put a hold."""
    row = found_or_404(id)
    return row if may_hold(row) else abort(404)


def plan(id: str) -> PlanRow:
    """The same of a plan."""
    with store.reading() as db:
        row = db.get(PlanRow, id)
    return row if row and row.organisation and may_in("hold_plan", row.organisation) else abort(404)
