"""Who has an account, and the links that make more. For administrators."""

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import EmailField, SelectField, StringField, SubmitField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, Length

from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.mail import invitations
from workshop.mail.invitations import Given
from workshop.mail.writing import To
from workshop.store import accounts as kept
from workshop.store import identities, letters, organisations, roles
from workshop.store.letters import Letter
from workshop.store.tables import AccountRow, InvitationRow
from workshop.texts import one_line
from workshop.web.called import name_of, role_names
from workshop.web.head import today
from workshop.web.lettered import address, language_field, read
from workshop.web.links import address_of
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("people", __name__)

ROLE_NAMES = {
    kept.FACILITATOR: _l("Facilitator"),
    kept.ADMINISTRATOR: _l("Administrator"),
    kept.MEMBER: _l("By organisation"),
}
ROLE_CHOICES = [SelectChoice(role, ROLE_NAMES[role]) for role in (kept.FACILITATOR, kept.ADMINISTRATOR)]


class InviteForm(FlaskForm):
    label = StringField(
        _l("Whom is the link for?"),
        [DataRequired(_l("Write a name, so that you know the link in the list.")), Length(max=120)],
        filters=[one_line],
    )
    role = SelectField(_l("Role"), choices=ROLE_CHOICES, default=kept.FACILITATOR)
    email = EmailField(
        _l("E-mail"),
        [Length(max=254), address],
        filters=[one_line],
        description=_l("The link goes there by letter. Without an address you give it yourself."),
        render_kw={"autocomplete": "off"},
    )
    language = language_field()
    look = SubmitField(_l("See the letter first"))

    def letter(self, token: str, by: str) -> Letter:
        """What goes to whoever is invited."""
        to = To(self.email.data or "", self.label.data or "", self.language.data)
        return invitations.invited(to, [Given(self.role.data)], token, by, kept.until(now()))


class ActForm(FlaskForm):
    """A button: nothing to fill in but the form's own token."""


@bp.get("/people")
@signed_in("see_people")
def people() -> ResponseReturnValue:
    return page(InviteForm())


def page(form: InviteForm, status: int = 200, letter: Letter | None = None) -> ResponseReturnValue:
    """The lists, and once the link that was just made: we keep only its hash."""
    with store.reading() as db:
        accounts, invitations = kept.accounts(db), kept.open_invitations(db, now())
        names = {row.id: name_of(row) for row in organisations.every(db)}
        parts, ties = roles.held(db, today()), identities.issuers(db)
    link = session.pop("new_link", None)
    words = role_names()
    within = {who: [f"{words[each.role]}, {names[each.organisation]}" for each in rows] for who, rows in parts.items()}
    lists = {"accounts": accounts, "invitations": invitations, "roles": ROLE_NAMES, "within": within, "names": names}
    lists |= {"ties": ties, "has_address": identities.has_address}
    lists |= {"letter": letter, "read": read}
    return render_template("accounts/people.html", form=form, act=ActForm(), link=link, **lists), status


@bp.post("/people/invitations")
@signed_in("invite")
@sure
def invite() -> ResponseReturnValue:
    """A link, and where an address is given a letter with it, which can be looked at before."""
    form, by = InviteForm(), account() or abort(401)
    looks = form.look.data
    if not form.validate_on_submit() or not fits(form, looks):
        return page(form, 400)
    if looks:
        return page(form, letter=form.letter("", by.name))
    with store.writing() as db:
        token = kept.invite(db, by, form.role.data, form.label.data or "", now())
        if form.email.data:
            letters.write(db, form.letter(token, by.name), now())
    return with_link(token, form.label.data or "", lettered=bool(form.email.data))


def fits(form: InviteForm, looks: bool) -> bool:
    """Whether a letter can be written to the address, if there is to be one; otherwise why not stands at its field."""
    with store.reading() as db:
        taken = bool(form.email.data) and kept.account_by_email(db, form.email.data or "") is not None
    if taken:
        form.email.errors = [_("There is an account under this address already.")]
    elif looks and not form.email.data:
        form.email.errors = [_("Write the address to which the letter is to go.")]
    return not form.email.errors


@bp.post("/people/<who>/password-link")
@signed_in("invite")
@sure
def password_link(who: str) -> ResponseReturnValue:
    with store.writing() as db:
        whose = open_account(db.get(AccountRow, who))
        token = kept.password_link(db, whose, account(), now())
    return with_link(token, whose.name)


@bp.post("/people/invitations/<link>/revoke")
@signed_in("revoke_invitation")
@sure
def revoke(link: str) -> ResponseReturnValue:
    with store.writing() as db:
        kept.revoke(db, db.get(InvitationRow, link) or abort(404), account() or abort(401), now())
    flash(_("The link no longer works."))
    return redirect(url_for("people.people"))


@bp.post("/people/<who>/close")
@signed_in("close_account")
@sure
def close(who: str) -> ResponseReturnValue:
    by = account() or abort(401)
    if by.id == who:
        abort(400)
    with store.writing() as db:
        whose = open_account(db.get(AccountRow, who))
        kept.close_account(db, whose, by, now())
    flash(_("The account of %(name)s is closed.", name=whose.name))
    return redirect(url_for("people.people"))


def open_account(found: AccountRow | None) -> AccountRow:
    return found if found and found.closed_at is None else abort(404)


def with_link(token: str, label: str, *, lettered: bool = False) -> ResponseReturnValue:
    session["new_link"] = [label, address_of(token), lettered]
    return redirect(url_for("people.people"))
