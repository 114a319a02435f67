"""The services there are, and a new one: it gets its address here first, which the service asks for in its turn."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import StringField, URLField
from wtforms.validators import DataRequired, Length, ValidationError

from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.signon.fetching import safe
from workshop.signon.turned import Turned
from workshop.store import providers as kept
from workshop.texts import one_line
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("providers", __name__, url_prefix="/providers")


def name_field() -> StringField:
    return StringField(
        _l("Name"),
        [DataRequired(_l("Write what people know it by.")), Length(max=120)],
        description=_l("As people know it; it stands on the button of the sign-in page."),
        filters=[one_line],
        render_kw={"maxlength": 120},
    )


class NewForm(FlaskForm):
    name = name_field()
    issuer = URLField(
        _l("Issuer"),
        [DataRequired(_l("Write the service's issuer address.")), Length(max=500)],
        description=_l(
            "Its address as the service writes it itself. It cannot be changed later: people are known by it."
        ),
        filters=[one_line],
        render_kw={"autocomplete": "off"},
    )

    def validate_issuer(self, field: URLField) -> None:
        try:
            where = safe(field.data or "")
        except Turned:
            where = None
        if where is None or where.query:
            raise ValidationError(_("Write an address that begins with https://, without a question mark."))
        with store.reading() as db:
            if kept.of_issuer(db, field.data or ""):
                raise ValidationError(_("This service is there already."))


@bp.get("")
@signed_in("see_providers")
def shelf() -> ResponseReturnValue:
    return page(NewForm())


def page(form: NewForm, status: int = 200) -> ResponseReturnValue:
    with store.reading() as db:
        rows = kept.open_ones(db)
        counted = {row.id: len(kept.rules(db, row.id)) for row in rows}
    return render_template("providers/shelf.html", form=form, providers=rows, counted=counted), status


@bp.post("")
@signed_in("change_provider")
@sure
def add() -> ResponseReturnValue:
    form = NewForm()
    if not form.validate_on_submit():
        return page(form, 400)
    values = {"name": form.name.data or "", "issuer": form.issuer.data or "", "client": "", "scopes": "openid profile"}
    with store.writing() as db:
        row = kept.add(db, values, account() or abort(401), now())
    return redirect(url_for("provider.one", id=row.id))
