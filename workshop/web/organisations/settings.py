"""What an organisation is called, and what it wants: languages, how long workshops are kept, whom people write to."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import EmailField, IntegerField, TextAreaField, URLField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length, NumberRange, Optional, Regexp, ValidationError

from workshop import limits, store
from workshop.clock import now
from workshop.keeping.classes import months_of
from workshop.languages import NAMES, _l
from workshop.store import organisations
from workshop.store.tables import OrganisationRow
from workshop.texts import several_lines
from workshop.web.called import name_of
from workshop.web.head import Boxes
from workshop.web.organisations.fields import CalledForm
from workshop.web.organisations.known import found
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("organisation_settings", __name__, url_prefix="/organisations/<id>/settings")


def address_field(label: str, what: str) -> EmailField:
    whole = Regexp(r"\s*[^@\s]+@[^@\s]+\.[^@\s]+\s*$", message=_l("Write the whole address, like name@example.fi."))
    return EmailField(label, [Optional(), Length(max=254), whole], description=what)


def months(label: str, description: str) -> IntegerField:
    """How long something is kept."""
    return IntegerField(
        label,
        [Optional(), NumberRange(1, limits.KEPT_MONTHS, _l("From %(min)d to %(max)d months."))],
        description=description,
        render_kw={"inputmode": "numeric", "min": 1, "max": limits.KEPT_MONTHS},
    )


class SettingsForm(CalledForm):
    languages = Boxes(
        _l("Languages of its plans"),
        [Optional()],
        choices=[SelectChoice(code, name) for code, name in NAMES.items()],
        description=_l("All of them, if none is chosen."),
    )
    kept_months = months(
        _l("How long workshops are kept, in months"),
        _l("After they are over. For good, if you leave it empty."),
    )
    names_months = months(
        _l("How long the names of those in them are kept, in months"),
        _l("After that what was written stays, without names. As long as the workshops, if you leave it empty."),
    )
    drafts_months = months(
        _l("How long plans are kept that nobody approved, in months"),
        _l("After their last change. For good, if you leave it empty."),
    )
    records_months = TextAreaField(
        _l("How long approved plans are kept, by records class"),
        [Optional(), Length(max=limits.RECORDS_LETTERS, message=_l("At most %(max)d characters."))],
        filters=[several_lines],
        description=_l("A class and its months on each line, such as 02.04.01 120. Other classes are kept for good."),
        render_kw={"rows": 3},
    )
    contact = address_field(_l("Accessibility contact"), _l("Where people write who cannot use a page or a file."))
    privacy_contact = address_field(
        _l("Contact for personal data"),
        _l("Where people ask what is kept about them; the accessibility contact, if you leave it empty."),
    )
    statement = URLField(
        _l("Accessibility statement"),
        [
            Optional(),
            Length(max=500, message=_l("At most %(max)d characters.")),
            Regexp(r"https?://[^\s\"<>]+$", message=_l("Write the whole address, beginning with https://.")),
        ],
        description=_l("The address of its own, if it has one."),
    )

    def validate_records_months(self, field: TextAreaField) -> None:
        try:
            months_of(field.data or "")
        except ValueError as wrong:
            most = limits.KEPT_MONTHS
            words = _("“%(line)s” is no class with its months, from 1 to %(most)d.", line=wrong, most=most)
            raise ValidationError(words) from None

    @property
    def terms(self) -> dict[str, str | int | None]:
        texts = {name: (self[name].data or "").strip() for name in ("contact", "privacy_contact", "statement")}
        return {
            **self.head,
            **texts,
            "languages": " ".join(self.languages.data or ()),
            "kept_months": self.kept_months.data,
            "names_months": self.names_months.data,
            "drafts_months": self.drafts_months.data,
            "records_months": self.records_months.data or "",
        }


@bp.route("", methods=["GET", "POST"])
@signed_in("see_organisations")
@sure
def settings(id: str) -> ResponseReturnValue:
    row = found(id, "change_organisation")
    form = SettingsForm(obj=row, languages=row.languages.split())
    if not form.validate_on_submit():
        return render_template(
            "organisations/settings.html", here=row, name=name_of(row), form=form
        ), 400 if form.errors else 200
    with store.writing() as db:
        organisations.change(db, db.get_one(OrganisationRow, id), form.terms, account(), now())
    flash(_("Saved"), "ok")
    return redirect(url_for("organisation.one", id=id), 303)
