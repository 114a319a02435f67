"""How the tree changes: an organisation moves under another, merges into one, or ends. From a day on."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired

from facilitation.words import Refused
from workshop import store
from workshop.clock import now
from workshop.languages import _l, worded
from workshop.store import forest as trees
from workshop.store.tables import OrganisationRow
from workshop.web.called import name_of
from workshop.web.head import today
from workshop.web.organisations.known import choices, found, known
from workshop.web.organisations.listing import adds_at_the_top
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("organisation_place", __name__, url_prefix="/organisations/<id>/place")


class DayForm(FlaskForm):
    day = DateField(_l("From"), [InputRequired(_l("Choose the day from which it holds."))])


class MoveForm(DayForm):
    under = SelectField(_l("Stands under"))


class MergeForm(DayForm):
    into = SelectField(_l("Goes on as"), [InputRequired(_l("Choose who goes on in its stead."))])


class EndForm(DayForm):
    pass


@bp.get("")
@signed_in("see_organisations")
def place(id: str) -> ResponseReturnValue:
    return page(found(id, "place_organisation"))


def page(row: OrganisationRow, tried: DayForm | None = None) -> ResponseReturnValue:
    """The three ways in which it may change; the one that was tried with what was wrong with it."""
    forms: dict[type[DayForm], DayForm] = {
        type(each): each for each in (move_form(row.id, None), merge_form(row.id, None), EndForm(None, prefix="end"))
    }
    if tried:
        forms[type(tried)] = tried
    return render_template(
        "organisations/place.html", here=row, name=name_of(row), forms_of=list(forms.values())
    ), 400 if tried else 200


def move_form(id: str, *given: Any) -> MoveForm:
    form, of = MoveForm(*given, prefix="move", data={"under": known().one(id).under(today())}), known()
    top = [SelectChoice("", _("Nobody: at the top"))] if adds_at_the_top() else []
    form.under.choices = [*top, *choices(of, "add_organisation", but=id)]
    return form


def merge_form(id: str, *given: Any) -> MergeForm:
    form = MergeForm(*given, prefix="merge")
    form.into.choices = [SelectChoice("", _("Choose")), *choices(known(), "place_organisation", but=id)]
    return form


@bp.post("/move")
@signed_in("see_organisations")
@sure
def move(id: str) -> ResponseReturnValue:
    row, form = found(id, "place_organisation"), move_form(id)
    return changed(row, form, trees.move, form.under.data)


@bp.post("/merge")
@signed_in("see_organisations")
@sure
def merge(id: str) -> ResponseReturnValue:
    row, form = found(id, "end_organisation"), merge_form(id)
    return changed(row, form, trees.merge, form.into.data)


@bp.post("/end")
@signed_in("see_organisations")
@sure
def end(id: str) -> ResponseReturnValue:
    return changed(found(id, "end_organisation"), EndForm(prefix="end"), trees.close)


def changed(row: OrganisationRow, form: DayForm, change: Any, *whom: str | None) -> ResponseReturnValue:
    """Do it from its day on, or say at the field why not."""
    if not form.validate_on_submit():
        return page(row, form)
    try:
        with store.writing() as db:
            change(db, row.id, *whom, form.day.data, account(), now())
    except Refused as refused:
        named = refused.field or ""
        form[named if named in form else "day"].errors = [worded(refused.message)]
        return page(row, form)
    flash(_("The tree is changed from that day on."), "ok")
    return redirect(url_for("organisation.one", id=row.id), 303)
