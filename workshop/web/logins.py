"""One's own account: where it is signed in, its password, and the services that open it too."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length, ValidationError

from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.store import accounts as kept
from workshop.store import identities, providers
from workshop.web import passwords, signing_in
from workshop.web.accounts import NewPasswordForm, tried
from workshop.web.sign_on.ties import last_way_in
from workshop.web.signing_in import account, current_login, signed_in

bp = Blueprint("logins", __name__)


class EndForm(FlaskForm):
    """A button: nothing to fill in but the form's own token."""


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(
        _l("Present password"),
        [InputRequired(_l("Write your present password.")), Length(max=passwords.LONGEST)],
        render_kw={"autocomplete": "current-password"},
    )

    def validate_current(self, field: PasswordField) -> None:
        who = account()
        if who is None or not tried(who.email, who, field.data or ""):
            raise ValidationError(_("That is not your present password."))


@bp.get("/account")
@signed_in("see_own_logins")
def mine() -> ResponseReturnValue:
    return page(ChangePasswordForm())


def page(form: ChangePasswordForm, status: int = 200) -> ResponseReturnValue:
    who, here = account() or abort(401), current_login()
    with store.reading() as db:
        logins, tied = kept.logins(db, who.id, now()), identities.of_account(db, who.id)
        services = providers.open_ones(db)
    known = {provider.id for _identity, provider in tied}
    ways = {"tied": tied, "untied": [each for each in services if each.client and each.id not in known]}
    names, last = {each.id: each.name for each in services}, last_way_in(who.password_hash, len(tied))
    lists = {"logins": logins, "here": here, "names": names, "last": last, **ways}
    return render_template("accounts/mine.html", form=form, end=EndForm(), **lists), status


@bp.post("/account/password")
@signed_in("see_own_logins")
def change_password() -> ResponseReturnValue:
    who, form = account() or abort(401), ChangePasswordForm()
    if not form.validate_on_submit():
        return page(form, 400)
    password_hash = passwords.hashed(form.password.data or "")
    with store.writing() as db:
        kept.set_password(db, db.merge(who), password_hash, now())
    signing_in.sign_in(who.id)
    flash(_("The password is changed. Other devices are signed out."), "ok")
    return redirect(url_for("logins.mine"))


@bp.post("/account/logins/<login>/end")
@signed_in("see_own_logins")
def end(login: str) -> ResponseReturnValue:
    who = account() or abort(401)
    with store.writing() as db:
        kept.end_login(db, login, who.id, now())
    return redirect(url_for("logins.mine"))


@bp.post("/account/logins/end-others")
@signed_in("see_own_logins")
def end_others() -> ResponseReturnValue:
    who, here = account() or abort(401), current_login() or abort(401)
    with store.writing() as db:
        kept.end_logins(db, who.id, now(), but=here.token_hash)
    return redirect(url_for("logins.mine"))
