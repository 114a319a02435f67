"""Tokens by which other programs ask for an organisation: made, seen once, and revoked."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from workshop import limits, store
from workshop.clock import now
from workshop.days import local_day
from workshop.languages import _l
from workshop.store import tokens as kept
from workshop.store.tables import OrganisationRow, TokenRow
from workshop.store.tokens import Granted
from workshop.texts import one_line
from workshop.web.called import name_of
from workshop.web.head import Boxes, today, zone
from workshop.web.organisations.known import found
from workshop.web.people import ActForm
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("organisation_tokens", __name__, url_prefix="/organisations/<id>/tokens")

SCOPES = {
    "organisations:read": _l("Read organisations"),
    "packs:read": _l("Read methods"),
    "plans:read": _l("Read plans, drafts too"),
    "plans:write": _l("Begin plans and change them"),
    "readings:read": _l("Read figures, progress and rounds of follow-up"),
    "readings:write": _l("Enter figures and tell progress"),
    "rounds:write": _l("Set rounds of follow-up, change and withdraw them"),
    "exports:read": _l("Take plans as files; read together only if it may read figures too"),
}
A_YEAR = timedelta(days=365)


class GiveForm(FlaskForm):
    label = StringField(
        _l("Which program is it for?"),
        [DataRequired(_l("Write a name, so that you know the token in the list.")), Length(max=120)],
        description=_l("It stands beside whatever the program changes."),
        filters=[one_line],
        render_kw={"maxlength": 120, "autocomplete": "off"},
    )
    scopes = Boxes(
        _l("What may it do?"),
        [InputRequired(_l("Choose at least one."))],
        choices=[SelectChoice(key, words) for key, words in SCOPES.items()],
    )
    below = BooleanField(
        _l("Also read what organisations under this one have approved"),
        description=_l("Their drafts stay their own."),
    )
    last = DateField(
        _l("Last day"),
        [InputRequired(_l("Write the last day on which it lets in."))],
        default=lambda: today() + A_YEAR,
        description=_l("At most two years from now."),
    )

    def validate_last(self, field: DateField) -> None:
        days = (field.data - today()).days if field.data else 0
        if not 0 <= days <= limits.TOKEN_DAYS:
            raise ValidationError(_("Choose a day from today on, at most two years from now."))

    def granted(self, organisation: str) -> Granted:
        ends = self.last.data or today()
        expires = datetime.combine(ends + timedelta(days=1), time(), zone()).astimezone(UTC)
        return Granted(organisation, self.label.data or "", self.scopes.data or [], bool(self.below.data), expires)


@bp.get("")
@signed_in("see_organisations")
def tokens(id: str) -> ResponseReturnValue:
    return page(found(id, "give_token"), GiveForm())


def page(row: OrganisationRow, form: GiveForm, status: int = 200) -> ResponseReturnValue:
    """Those that are in use, and once the one that was just made: we keep only its hash."""
    with store.reading() as db:
        living = kept.of_organisation(db, row.id, now())
    here = {"name": name_of(row), "form": form, "act": ActForm(), "tokens": living, "scopes": SCOPES}
    shown = {"made": session.pop("new_token", None), "more": takes_more(row, living), "last_day": last_day}
    return render_template("organisations/tokens.html", here=row, **shown, **here), status


def takes_more(row: OrganisationRow, living: Sequence[TokenRow]) -> bool:
    """One that has ended makes no new way in, and none has more than somebody can keep an eye on."""
    return (row.closed is None or row.closed > today()) and len(living) < limits.TOKENS


def last_day(row: TokenRow) -> date:
    return local_day(row.expires) - timedelta(days=1)


@bp.post("")
@signed_in("see_organisations")
@sure
def give(id: str) -> ResponseReturnValue:
    row, form = found(id, "give_token"), GiveForm()
    if not form.validate_on_submit():
        return page(row, form, 400)
    with store.writing() as db:
        if not takes_more(row, kept.of_organisation(db, id, now())):
            abort(409)
        token = kept.give(db, form.granted(id), account() or abort(401), now())
    session["new_token"] = [form.label.data, token]
    return redirect(url_for("organisation_tokens.tokens", id=id), 303)


@bp.post("/<token>/revoke")
@signed_in("see_organisations")
@sure
def revoke(id: str, token: str) -> ResponseReturnValue:
    found(id, "give_token")
    with store.writing() as db:
        row = db.get(TokenRow, token)
        if row is None or row.organisation != id:
            abort(404)
        kept.revoke(db, row, account() or abort(401), now())
    flash(_("The token no longer lets anybody in."))
    return redirect(url_for("organisation_tokens.tokens", id=id), 303)
