"""One organisation: where it stands, its people, workshops and templates."""

from datetime import date

from flask import Blueprint, render_template, session
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, EmailField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, Length, Optional, ValidationError

from facilitation.organisations import above, forebears, heirs
from workshop import store
from workshop.clock import now
from workshop.keeping.classes import months_of
from workshop.languages import NAMES, _l
from workshop.store import identities, plan_people, providers, roles, templates, workshops
from workshop.store.roles import Part
from workshop.store.tables import OrganisationRow
from workshop.texts import one_line
from workshop.web.called import kind_of, role_names
from workshop.web.found import runs
from workshop.web.head import today
from workshop.web.lettered import address, language_field
from workshop.web.organisations.known import found, known
from workshop.web.people import ActForm
from workshop.web.signing_in import account, desk_may, may_in, signed_in

bp = Blueprint("organisation", __name__, url_prefix="/organisations/<id>")

CHANGES = (
    "change_organisation",
    "add_organisation",
    "place_organisation",
    "end_organisation",
    "give_role",
    "give_token",
)


def role_choices() -> list[SelectChoice]:
    return [SelectChoice(*role) for role in role_names().items()]


class InviteForm(FlaskForm):
    label = StringField(
        _l("Name"),
        [DataRequired(_l("Write a name, so that you know the link in the list.")), Length(max=120)],
        filters=[one_line],
        render_kw={"maxlength": 120},
    )
    email = EmailField(
        _l("E-mail"),
        [Length(max=254), address],
        filters=[one_line],
        description=_l("Who has an account under this address gets the role at once. Others get a link by letter."),
        render_kw={"autocomplete": "off"},
    )
    role = SelectField(_l("Role"), choices=role_choices, default="editor")
    language = language_field()
    since = DateField(_l("From"), [Optional()], description=_l("Today, if you leave it empty."))
    until = DateField(_l("Until"), [Optional()], description=_l("The last day; for good, if you leave it empty."))

    def validate_until(self, field: DateField) -> None:
        if field.data and field.data < self.begins:
            raise ValidationError(_("It would end before it begins."))

    @property
    def begins(self) -> date:
        return self.since.data or today()

    def part(self, organisation: str) -> Part:
        return Part(organisation, self.role.data, self.begins, roles.after(self.until.data))


@bp.get("")
@signed_in("see_organisations")
def one(id: str) -> ResponseReturnValue:
    return page(found(id), InviteForm())


def page(row: OrganisationRow, form: InviteForm, status: int = 200) -> ResponseReturnValue:
    """What is there of it and of those in whose stead it goes on, and once the link that was just made."""
    of, day = known(), today()
    before = of.by_name(forebears(of.forest, row.id, day))
    with store.reading() as db:
        lists = {
            "members": roles.members(db, row.id, day),
            "services": providers.names(db),
            "links": roles.links(db, row.id, now()),
            "shops": workshops.of_organisations(db, (row.id, *before)),
            "to_confirm": plan_people.to_confirm(db, row.id) if may_in("confirm_for_organisation", row.id) else (),
            "templates": templates.of_organisations(db, (row.id, *before)),
        }
    return render_template(
        "organisations/one.html",
        here=row,
        of=of,
        kind=kind_of(row),
        standing=of.forest[row.id],
        way=tuple(reversed(above(of.forest, row.id, day))),
        heirs=heirs(of.forest, row.id, day),
        before=before,
        roles=role_names(),
        form=form,
        act=ActForm(),
        link=session.pop("role_link", None),
        may=[action for action in CHANGES if may_in(action, row.id)],
        runs=lambda shop: runs(shop, account()),
        shelf=desk_may("see_templates"),
        classes=months_of(row.records_months),
        sees=lambda other: may_in("see_organisation", other),
        sees_follow_up=may_in("see_follow_up", row.id),
        sees_branch=may_in("see_branch", row.id),
        sees_holders=may_in("see_holders", row.id),
        today=day,
        has_address=identities.has_address,
        spoken=[NAMES[code] for code in row.languages.split()],
        **lists,
    ), status
