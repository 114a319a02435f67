"""The templates that organisations brought: the list, and bringing one."""

from pathlib import PurePath

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from sqlalchemy.orm import Session
from wtforms import StringField
from wtforms.validators import Length, ValidationError

from facilitation import limits as longest
from facilitation.words import N_, Refused
from workshop import limits, store
from workshop.access import may
from workshop.clock import now
from workshop.languages import _l, reader_language, worded
from workshop.store import organisations
from workshop.store import templates as kept
from workshop.store.roles import organisation_of
from workshop.store.tables import TemplateRow
from workshop.texts import one_line
from workshop.web.brought import listed, looked_at
from workshop.web.found import state_of
from workshop.web.head import today
from workshop.web.sample import sample
from workshop.web.signing_in import account, desk_may, may_in, signed_in
from workshop.web.workshops import theirs

bp = Blueprint("templates", __name__, url_prefix="/templates")

KINDS = {".pptx": "pptx", ".potx": "pptx", ".docx": "docx", ".dotx": "docx"}
"""How a file's name ends, and the format that it is a template for."""
SEVERAL = N_("Several organisations are called so. Write its code instead, or the name with the code in brackets.")


class BringForm(FlaskForm):
    file = FileField(
        _l("Template"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "For slides .pptx or .potx, for documents .docx or .dotx; without macros, at most %(most)s megabytes.",
            most=limits.UPLOAD_BYTES >> 20,
        ),
        render_kw={"accept": ",".join(KINDS)},
    )
    organisation = StringField(
        _l("Organisation"),
        [Length(max=longest.ORGANISATION, message=_l("At most %(max)d characters."))],
        description=_l("Whose it is, as workshops name it."),
        filters=[one_line],
        render_kw={"list": "organisations", "maxlength": longest.ORGANISATION, "autocomplete": "organization"},
    )
    name = StringField(
        _l("Name"),
        [Length(max=120, message=_l("At most %(max)d characters."))],
        description=_l("The name of the file, if you write none."),
        filters=[one_line],
        render_kw={"maxlength": 120},
    )

    def validate_organisation(self, field: StringField) -> None:
        who = account() or abort(401)
        if not field.data and not may(who.role, "bring_template_for_everybody"):
            raise ValidationError(_("Write whose it is. Only an administrator brings one for everybody."))
        with store.reading() as db:
            whose = organisation_of(db, who.id, field.data or "", today())
        if not may_in("bring_template_for", whose or ""):
            raise ValidationError(_("You bring templates for your own organisations only."))


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: object) -> None:
    """A template is larger than what pages otherwise take; only from those who may bring one. Before forms are read."""
    if endpoint == "templates.bring" and desk_may("bring_template"):
        # Twice as much as is kept: what is somewhat too large is refused in words, at its field.
        request.max_content_length = 2 * limits.UPLOAD_BYTES


@bp.get("")
@signed_in("see_templates")
def shelf() -> ResponseReturnValue:
    return page(BringForm())


def page(form: BringForm, status: int = 200) -> ResponseReturnValue:
    with store.reading() as db:
        rows = listed(kept.every(db))
        named = {*organisations.written(organisations.every(db))}
    who = account() or abort(401)
    named |= {state_of(row).organisation for row in theirs(who)} - {""}
    everybody = may(who.role, "bring_template_for_everybody")
    return render_template(
        "brought/shelf.html", listed=rows, form=form, organisations=sorted(named), everybody=everybody
    ), status


@bp.post("")
@signed_in("bring_template")
def bring() -> ResponseReturnValue:
    form = BringForm()
    if not form.validate_on_submit():
        return page(form, 400)
    try:
        row = taken_in(form)
    except Refused as refused:
        form[refused.field or "file"].errors = [worded(refused.message)]
        return page(form, 400)
    flash(_("“%(name)s” is in use from now on. See below what it is used for.", name=row.name), "ok")
    return redirect(url_for("template.one", id=row.id), 303)


def taken_in(form: BringForm) -> TemplateRow:
    """The template that the form carries, looked at and kept. Raises Refused."""
    sent, organisation = form.file.data, form.organisation.data or ""
    path = PurePath(one_line(sent.filename))
    kind, file = KINDS.get(path.suffix.lower(), "pptx"), sent.read(limits.UPLOAD_BYTES + 1)
    seen = looked_at(file, kind, sample(reader_language(), today(), organisation))
    row = TemplateRow(kind=kind, name=form.name.data or path.stem[:120] or kind, file=file, seen=seen)
    with store.writing() as db:
        row.organisation = whose_in(db, organisation) if organisation else None
        kept.bring(db, row, account() or abort(401), now())
    return row


def whose_in(db: Session, name: str) -> str:
    """The id of the organisation of this name, new if nobody has named it before. Raises Refused."""
    who = account() or abort(401)
    if known := organisation_of(db, who.id, name, today()):
        return known
    if made := organisations.taken_in(db, name, reader_language()):
        return made.id
    raise Refused(SEVERAL, code="several", field="organisation")
