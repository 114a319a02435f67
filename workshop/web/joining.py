"""Taking a seat: the form, and what it asks for.

The seat's id travels in the form, signed: what is sent twice is one seat, and nobody takes another's.
"""

import secrets
from typing import TypeVar

from flask import abort, current_app
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from itsdangerous import BadData, URLSafeTimedSerializer
from wtforms import HiddenField, RadioField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from facilitation import limits, packs
from facilitation.live.commands import Join
from facilitation.live.events import Role
from facilitation.live.state import Workshop
from facilitation.words import LANGUAGES, said
from workshop.languages import NAMES, _l, reader_language
from workshop.perform import Asker, Once, Outcome, perform, workshop_log
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.texts import one_line

FORM_SECONDS = 24 * 3600

PLACES = [
    SelectChoice("room", _l("In the room")),
    SelectChoice("remote", _l("Online")),
    SelectChoice("phone", _l("By phone")),
]


class JoinForm(FlaskForm):
    name = StringField(
        _l("Your name"),
        [DataRequired(_l("Write the name by which the others know you.")), Length(max=limits.NAME)],
        description=_l("A first name is enough."),
        filters=[one_line],
        render_kw={"autocomplete": "name", "maxlength": limits.NAME},
    )
    organisation = StringField(
        _l("Organisation"),
        [DataRequired(_l("Write where you come from.")), Length(max=limits.ORGANISATION)],
        filters=[one_line],
        render_kw={"autocomplete": "organization", "list": "organisations", "maxlength": limits.ORGANISATION},
    )
    role_group = SelectField(_l("What you work with"), [Optional()], validate_choice=True)
    language = RadioField(_l("Language"), choices=[SelectChoice(code, name) for code, name in NAMES.items()])
    place = RadioField(_l("Where are you?"), choices=PLACES, default="room")
    pass_ = HiddenField()

    def validate_organisation(self, field: StringField) -> None:
        if not any(letter.isalpha() for letter in field.data or ""):
            raise ValidationError(_("Write where you come from."))


Seating = TypeVar("Seating", bound=JoinForm)


def join_form(found: WorkshopRow, state: Workshop, kind: type[Seating] = JoinForm) -> Seating:
    form = kind(language=reader_language())
    form.role_group.choices = [SelectChoice("", _("Rather not say")), *role_groups(found.pack)]
    if not form.is_submitted():
        form.pass_.data = new_pass(found)
    spoken = [code for code in LANGUAGES if code in state.languages] or list(LANGUAGES)
    form.language.choices = [SelectChoice(code, NAMES[code]) for code in spoken]
    if form.language.data not in spoken:
        form.language.data = spoken[0]
    return form


def role_groups(pack: str) -> list[SelectChoice]:
    return [SelectChoice(group.id, said(group.name, reader_language())) for group in packs.load(pack).role_groups]


def take_seat(found: WorkshopRow, form: JoinForm, role: Role) -> Outcome:
    """Ask for the seat that this form carries, as whoever will sit in it."""
    seat = seat_in(form, found)
    # A seat that is not in the log yet has the part its page vouches for; only hosts let observers in.
    return seat_taken(found, form, role, Asker(seat, "participant" if role == "participant" else "host"))


def seat_taken(found: WorkshopRow, form: JoinForm, role: Role, asker: Asker) -> Outcome:
    """The seat of this form in the log, and its name beside it; the same form sent twice is one seat."""
    seat = seat_in(form, found)
    command = Join(
        seat,
        language=form.language.data,
        place=form.place.data,
        organisation=form.organisation.data or "",
        role_group=form.role_group.data or "",
        role=role,
    )
    people_of().take_name(found.id, seat, form.name.data or "")
    outcome = perform(workshop_log(found.id), command, asker, Once(seat))
    if not outcome.ok:
        people_of().strike(found.id, seat)
    return outcome


def new_pass(found: WorkshopRow) -> str:
    return _signer().dumps([found.id, secrets.token_urlsafe(16)])


def seat_in(form: JoinForm, found: WorkshopRow) -> str:
    try:
        workshop, seat = _signer().loads(form.pass_.data or "", max_age=FORM_SECONDS)
    except BadData:
        abort(400)
    if workshop != found.id:
        abort(400)
    return seat


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="toimi-join")
