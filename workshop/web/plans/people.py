"""Who has which part in a plan, by the address of their account."""

from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, InputRequired

from facilitation.plans.commands import PlacePlan
from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.store import plan_people
from workshop.store.accounts import account_by_email, note
from workshop.store.tables import PlanRow
from workshop.web.asking import OnceForm
from workshop.web.head import Boxes
from workshop.web.organisations.known import choices, known
from workshop.web.plans.beginning import keyed_in
from workshop.web.plans.found import PlanHere, plan_here, refused, today
from workshop.web.signing_in import may_in, signed_in
from workshop.web.sure import sure

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
        [DataRequired(_l("Write the address that they sign in with."))],
        render_kw={"type": "email", "autocomplete": "off"},
    )
    roles = Boxes(_l("What they do"), [InputRequired(_l("Choose at least one part."))], choices=CHOICES)


class WhoseForm(OnceForm):
    whose = SelectField(_l("Whose plan it is"), [InputRequired(_l("Choose whose plan it is."))])


class LeaveForm(FlaskForm):
    account = HiddenField()


@bp.route("", methods=["GET", "POST"])
@signed_in("see_plans")
@sure
def people(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "invite_to_plan"), InviteForm()
    if form.validate_on_submit() and invited(here, form):
        return redirect(url_for("plan_people.people", id=id), 303)
    return page(here, form)


def page(here: PlanHere, form: InviteForm, status: int = 200, **sent: WhoseForm) -> ResponseReturnValue:
    with store.reading() as db:
        row = db.get_one(PlanRow, here.row.id)
        theirs, keying = plan_people.by_role(db, row, today()), plan_people.keying(db, row, today())
        given = plan_people.given(db, row)
    whose, keyed_by = (known().name(each or "") for each in (row.organisation, row.keyed_in))
    listed = {"people": given, "by_role": [(whose, theirs), (keyed_by, keying)]}
    told = {"named": PARTS, "leave": LeaveForm(formdata=None), "whose": whose}
    placing = sent.get("placing") or (whose_form(row, formdata=None) if may_place(row) else None)
    status = 400 if form.errors else status
    return render_template("plans/people.html", here=here, form=form, placing=placing, **listed, **told), status


def invited(here: PlanHere, form: InviteForm) -> bool:
    """Whether there is such an account, which now has these parts."""
    with store.writing() as db:
        found = account_by_email(db, form.email.data or "")
        if found is None or found.closed_at:
            form.email.errors = [_("Nobody signs in with that address. Ask the administrator to invite them first.")]
            return False
        plan_people.set_parts(db, here.row.id, found.id, form.roles.data or [])
        note(
            db, now(), here.who, "invite_to_plan", here.row.id, account=found.id, roles=", ".join(form.roles.data or [])
        )
    flash(_("%(name)s has a part in the plan now.", name=found.name), "ok")
    return True


def may_place(row: PlanRow) -> bool:
    """Whose plan it is says who may begin plans for that organisation; a plan of nobody's, each of its editors."""
    return row.organisation is None or may_in("start_plan_for", row.organisation)


def whose_form(row: PlanRow, **how: Any) -> WhoseForm:
    form = WhoseForm(**how, data={"whose": row.organisation or ""})
    form.whose.choices = [SelectChoice("", "–"), *choices(known(), "start_plan_for")]
    return form


@bp.post("/whose")
@signed_in("see_plans")
@sure
def place(id: str) -> ResponseReturnValue:
    """Into an organisation's hands: whoever has a role there finds it from now on."""
    here = plan_here(id, "PlacePlan")
    form = whose_form(here.row) if may_place(here.row) else abort(403)
    if form.validate_on_submit():
        if why := refused(here, PlacePlan(form.whose.data, keyed_in(form.whose.data)), form):
            form.whose.errors = [why]
        else:
            flash(_("The plan belongs to %(name)s now.", name=known().name(form.whose.data)), "ok")
            return redirect(url_for("plan_people.people", id=id), 303)
    return page(here, InviteForm(formdata=None), 400, placing=form)


@bp.post("/leave")
@signed_in("see_plans")
@sure
def leave(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "invite_to_plan"), LeaveForm()
    if not form.validate_on_submit():
        abort(400)
    with store.writing() as db:
        plan_people.set_parts(db, id, form.account.data or "", [])
        note(db, now(), here.who, "take_out_of_plan", id, account=form.account.data or "")
    return redirect(url_for("plan_people.people", id=id), 303)
