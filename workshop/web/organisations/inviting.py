"""The people of an organisation: giving a role, by link where there is no account yet, and ending it."""

from flask import Blueprint, abort, flash, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.mail import invitations
from workshop.mail.writing import To, account_as
from workshop.store import accounts, letters, roles
from workshop.store.organisations import names
from workshop.store.tables import InvitationRow, OrganisationRoleRow
from workshop.web.head import today
from workshop.web.lettered import given_as
from workshop.web.links import address_of
from workshop.web.organisations.known import found
from workshop.web.organisations.one import InviteForm, page
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("inviting", __name__, url_prefix="/organisations/<id>")


@bp.post("/people")
@signed_in("see_organisations")
@sure
def invite(id: str) -> ResponseReturnValue:
    row, form = found(id, "give_role"), InviteForm()
    if row.closed is not None and row.closed <= today():
        abort(409)
    if not form.validate_on_submit():
        return page(row, form, 400)
    part, by = form.part(id), account() or abort(401)
    with store.writing() as db:
        known = accounts.account_by_email(db, form.email.data or "")
        if known and known.closed_at is None:
            if roles.give(db, known, part, by, now()) and (to := account_as(known)):
                letters.write(db, invitations.given(to, [given_as(part, names(row))], by.name), now())
            flash(_("%(name)s has the role.", name=known.name), "ok")
        else:
            token = roles.invite(db, part, form.label.data or "", by, now())
            session["role_link"] = [form.label.data, address_of(token), bool(form.email.data)]
            if form.email.data:
                to, until = To(form.email.data, form.label.data or "", form.language.data), accounts.until(now())
                written = invitations.invited(to, [given_as(part, names(row))], token, by.name, until)
                letters.write(db, written, now())
    return back(id)


@bp.post("/people/<role>/end")
@signed_in("see_organisations")
@sure
def end(id: str, role: str) -> ResponseReturnValue:
    found(id, "give_role")
    with store.writing() as db:
        row = db.get(OrganisationRoleRow, role)
        if row is None or row.organisation != id:
            abort(404)
        roles.end(db, row, today(), account() or abort(401), now())
    flash(_("The role has ended."), "ok")
    return back(id)


@bp.post("/links/<link>/revoke")
@signed_in("see_organisations")
@sure
def revoke(id: str, link: str) -> ResponseReturnValue:
    found(id, "give_role")
    with store.writing() as db:
        row = db.get(InvitationRow, link)
        if row is None or row.organisation != id:
            abort(404)
        accounts.revoke(db, row, account() or abort(401), now())
    flash(_("The link no longer works."))
    return back(id)


def back(id: str) -> ResponseReturnValue:
    return redirect(url_for("organisation.one", id=id), 303)
