"""A plan that nothing follows is closed by an act of its own, and opened again."""

from datetime import date, timedelta

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import DateField, StringField
from wtforms.validators import DataRequired, Length

from facilitation import limits
from facilitation.plans.commands import ClosePlan, Command, ReopenPlan
from workshop.languages import _l, worded
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.plans.found import PlanHere, ask, plan_here, today, told
from workshop.web.plans.succession import line_of
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_closing", __name__, url_prefix="/plans/<id>/closing")


class ReopenForm(OnceForm):
    reason = StringField(
        _l("Why"),
        [
            DataRequired(_l("Say why, for those who read it later.")),
            Length(max=limits.REASON, message=_l("At most %(max)d characters.")),
        ],
        filters=[one_line],
    )


class CloseForm(ReopenForm):
    day = DateField(
        _l("From which day on"),
        [DataRequired(_l("Choose a day."))],
        description=_l("Until then it is followed up as before."),
    )


@bp.route("", methods=["GET", "POST"])
@signed_in("see_plans")
def closing(id: str) -> ResponseReturnValue:
    """Closed where it is open, opened where it is closed; what another plan follows is closed by that."""
    here = plan_here(id, "ClosePlan")
    if here.life.published is None or line_of(here).after:
        told(_("Only a plan that was approved and that no other plan follows is closed by itself."), "")
        return redirect(url_for("plan.read", id=id), 303)
    form = ReopenForm() if here.life.closed else CloseForm(day=first_day(here))
    if form.validate_on_submit():
        outcome = ask(here, wish(form), form)
        if outcome.ok:
            told("", _("The plan is followed up again.") if here.life.closed else _("The plan is closed."))
            return redirect(url_for("plan.read", id=id), 303)
        at = outcome.field if outcome.field in form.data else "reason"
        form[str(at)].errors = [worded(outcome.message)] if outcome.message else []
    return render_template("plans/closing.html", here=here, form=form), 400 if form.errors else 200


def wish(form: ReopenForm) -> Command:
    reason = form.reason.data or ""
    return ClosePlan(form.day.data or today(), reason) if isinstance(form, CloseForm) else ReopenPlan(reason)


def first_day(here: PlanHere) -> date:
    """The day after its years where they are over; else today."""
    last = here.life.plan.period.last
    return last + timedelta(1) if last and last < today() else today()
