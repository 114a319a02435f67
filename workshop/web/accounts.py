"""The door for those who prepare and run workshops: links that make accounts, signing in and out."""

from flask import Blueprint, Flask, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy.exc import IntegrityError
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, Regexp

from workshop import store
from workshop.clock import now
from workshop.languages import _l, reader_language
from workshop.store import accounts as kept
from workshop.store import providers, roles
from workshop.store.tables import AccountRow, InvitationRow, OrganisationRow
from workshop.texts import one_line
from workshop.throttle import Failures, network
from workshop.web import passwords, signing_in
from workshop.web.addresses import own_path
from workshop.web.called import name_of, role_names
from workshop.web.signing_in import account, current_login, desk_may, signed_in

bp = Blueprint("accounts", __name__)

__all__ = ["account", "bp", "init_app", "signed_in"]

DESK, ORGANISATIONS = "/workshops", "/organisations"


def new_password_field(label: str) -> PasswordField:
    long_enough = Length(passwords.SHORTEST, passwords.LONGEST, _l("Use at least %(min)d characters."))
    return PasswordField(
        label,
        [InputRequired(_l("Choose a password.")), long_enough],
        description=_l("At least twelve characters. A few words in a row are easy to remember."),
        render_kw={"autocomplete": "new-password"},
    )


class NewPasswordForm(FlaskForm):
    password = new_password_field(_l("New password"))


class NewAccountForm(FlaskForm):
    password = new_password_field(_l("Password"))
    name = StringField(
        _l("Your name"),
        [DataRequired(_l("Write your name.")), Length(max=120)],
        filters=[one_line],
        render_kw={"autocomplete": "name"},
    )
    email = EmailField(
        _l("E-mail"),
        [
            DataRequired(_l("Write your e-mail address.")),
            Length(max=254),
            Regexp(r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message=_l("Write the whole address, like name@example.fi.")),
        ],
        render_kw={"autocomplete": "username"},
    )


class JoinForm(FlaskForm):
    """A button: nothing to fill in but the form's own token."""


class SignInForm(FlaskForm):
    email = EmailField(
        _l("E-mail"),
        [DataRequired(_l("Write your e-mail address.")), Length(max=254)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        _l("Password"),
        [InputRequired(_l("Write your password.")), Length(max=passwords.LONGEST)],
        render_kw={"autocomplete": "current-password"},
    )


class Attempts:
    """Failed sign-ins of late: few by one address on one account, more by a whole office or on one account."""

    def __init__(self) -> None:
        self.doors = Failures(allowed=5, drip=180)
        self.addresses = Failures(allowed=50, drip=20)
        self.accounts = Failures(allowed=50, drip=60)

    def too_many(self, address: str, email: str) -> bool:
        return any(failures.too_many(key, _seconds()) for failures, key in self._keys(address, email))

    def failed(self, address: str, email: str) -> None:
        for failures, key in self._keys(address, email):
            failures.add(key, _seconds())

    def succeeded(self, address: str, email: str) -> None:
        self.doors.forget(f"{address} {email}")

    def _keys(self, address: str, email: str) -> list[tuple[Failures, str]]:
        return [(self.doors, f"{address} {email}"), (self.addresses, address), (self.accounts, email)]


def init_app(app: Flask) -> None:
    app.extensions["sign_in_attempts"] = Attempts()


# -- Links ----------------------------------------------------------------------------------------------------------


@bp.route("/first/<token>", methods=["GET", "POST"])
@bp.route("/invite/<token>", methods=["GET", "POST"])
def take_invitation(token: str) -> ResponseReturnValue:
    """Make the account, or the new password, that a link stands for."""
    with store.reading() as db:
        invitation = kept.invitation(db, token, now())
    if invitation is None:
        abort(410)
    if invitation.account:
        return new_password(token, invitation)
    if invitation.organisation and account():
        return join(token, invitation)
    form = NewAccountForm()
    if form.validate_on_submit() and (made := account_of(form, token)):
        signing_in.sign_in(made.id)
        return redirect(desk())
    return render_template("accounts/new.html", form=form, invitation=invitation)


def account_of(form: NewAccountForm, token: str) -> AccountRow | None:
    """The account, or None with the reason at its field. Of two who use one link at once, one gets it."""
    password_hash = passwords.hashed(form.password.data or "")
    try:
        with store.writing() as db:
            invitation = kept.held_invitation(db, token, now()) or abort(410)
            name, email = form.name.data or "", form.email.data or ""
            who = {"name": name, "email": email, "password_hash": password_hash, "language": reader_language()}
            made = kept.accept(db, invitation, **who, at=now())
            roles.take(db, invitation, made, now())
            return made
    except IntegrityError:
        form.email.errors = [_("This address has an account already. Sign in, or use another address.")]
        return None


def join(token: str, invitation: InvitationRow) -> ResponseReturnValue:
    """Whoever is signed in takes the role that a link brings, with the account they have."""
    form = JoinForm()
    if not form.validate_on_submit():
        with store.reading() as db:
            whose = name_of(db.get(OrganisationRow, invitation.organisation))
        return render_template("accounts/join.html", form=form, role=role_names()[invitation.part], organisation=whose)
    with store.writing() as db:
        invitation, who = kept.held_invitation(db, token, now()) or abort(410), db.merge(account() or abort(401))
        kept.use_up(db, invitation, who, now())
        roles.take(db, invitation, who, now())
    return redirect(ORGANISATIONS)


def new_password(token: str, invitation: InvitationRow) -> ResponseReturnValue:
    form = NewPasswordForm()
    if not form.validate_on_submit():
        return render_template("accounts/password.html", form=form, invitation=invitation)
    password_hash = passwords.hashed(form.password.data or "")
    with store.writing() as db:
        invitation = kept.held_invitation(db, token, now()) or abort(410)
        whose = db.get(AccountRow, invitation.account) or abort(410)
        kept.set_password(db, whose, password_hash, now())
        kept.use_up(db, invitation, whose, now())
    signing_in.sign_in(whose.id)
    return redirect(desk())


# -- In and out -----------------------------------------------------------------------------------------------------


@bp.route("/sign-in", methods=["GET", "POST"])
def sign_in() -> ResponseReturnValue:
    form = SignInForm()
    if form.validate_on_submit():
        if found := who_signs_in(form):
            signing_in.sign_in(found.id)
            return redirect(own_path(request.args.get("next"), desk()))
        form.password.errors = [_("The address and the password do not go together.")]
    with store.reading() as db:
        ways = [row for row in providers.open_ones(db) if row.client]
    left = next((row for row in ways if row.id == request.args.get("left")), None)
    page = render_template("accounts/sign_in.html", form=form, offered=ways, left=left)
    return page, 401 if form.errors else 200


def desk() -> str:
    """Where somebody begins: at the workshops, if they may set one up."""
    return DESK if desk_may("set_up_workshop") or not desk_may("see_organisations") else ORGANISATIONS


def who_signs_in(form: SignInForm) -> AccountRow | None:
    """The account, if the password is its own. Whether there is such an account nobody learns, not even by the time."""
    email, password = (form.email.data or "").strip().lower(), form.password.data or ""
    with store.reading() as db:
        found = kept.account_by_email(db, email)
    known = found if found and found.closed_at is None else None
    if not tried(email, known, password) or known is None:
        return None
    renew_dated(known, password)
    return known


def tried(email: str, known: AccountRow | None, password: str) -> bool:
    """Whether it is the password of an account; whoever guesses too often waits."""
    attempts: Attempts = current_app.extensions["sign_in_attempts"]
    address = network(request.remote_addr or "")
    if attempts.too_many(address, email):
        abort(429)
    if not passwords.fits(password, known.password_hash if known else None):
        attempts.failed(address, email)
        return False
    attempts.succeeded(address, email)
    return True


def renew_dated(account: AccountRow, password: str) -> None:
    """Passwords hashed with yesterday's settings are hashed with today's, now that we have one in hand."""
    if passwords.is_dated(account.password_hash):
        with store.writing() as db:
            db.merge(account).password_hash = passwords.hashed(password)


@bp.post("/sign-out")
def sign_out() -> ResponseReturnValue:
    """Out here. Whoever came from a provider is still in there, and is shown the way out."""
    login = current_login()
    signing_in.sign_out()
    flash(_("You are signed out."))
    return redirect(url_for("accounts.sign_in", left=login.provider if login else None))


def _seconds() -> float:
    return now().timestamp()
