"""Who has which part in a plan, by the address of their account."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired

from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.store import plans as rows
from workshop.store.accounts import account_by_email, note
from workshop.web.head import Boxes
from workshop.web.plans.found import PlanHere, plan_here
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_people", __name__, url_prefix="/plans/<id>/people")

PARTS = {
    "editor": _l("Editor: changes the plan"),
    "approver": _l("Approver: may be asked to approve it"),
    "reader": _l("Reader: reads it and takes files home"),
}
CHOICES = [SelectChoice(key, name) for key, name in PARTS.items()]


class InviteForm(FlaskForm):
    email = StringField(
        _l("E-mail address of their account"),
        [InputRequired(_l("Write the address that they sign in with."))],
        render_kw={"type": "email", "autocomplete": "off"},
    )
    roles = Boxes(_l("What they do"), [InputRequired(_l("Choose at least one part."))], choices=CHOICES)


class LeaveForm(FlaskForm):
    account = HiddenField()


@bp.route("", methods=["GET", "POST"])
@signed_in("see_plans")
def people(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "invite_to_plan"), InviteForm()
    if form.validate_on_submit() and invited(here, form):
        return redirect(url_for("plan_people.people", id=id), 303)
    with store.reading() as db:
        those = rows.people_in(db, here.row)
    page = {"people": those, "named": PARTS, "leave": LeaveForm(formdata=None)}
    return render_template("plans/people.html", here=here, form=form, **page), 400 if form.errors else 200


def invited(here: PlanHere, form: InviteForm) -> bool:
    """Whether there is such an account, which now has these parts."""
    with store.writing() as db:
        found = account_by_email(db, form.email.data or "")
        if found is None or found.closed_at:
            form.email.errors = [_("Nobody signs in with that address. Ask the administrator to invite them first.")]
            return False
        rows.set_parts(db, here.row.id, found.id, form.roles.data or [])
        note(
            db, now(), here.who, "invite_to_plan", here.row.id, account=found.id, roles=", ".join(form.roles.data or [])
        )
    flash(_("%(name)s has a part in the plan now.", name=found.name), "ok")
    return True


@bp.post("/leave")
@signed_in("see_plans")
def leave(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "invite_to_plan"), LeaveForm()
    if not form.validate_on_submit():
        abort(400)
    with store.writing() as db:
        rows.set_parts(db, id, form.account.data or "", [])
        note(db, now(), here.who, "take_out_of_plan", id, account=form.account.data or "")
    return redirect(url_for("plan_people.people", id=id), 303)
