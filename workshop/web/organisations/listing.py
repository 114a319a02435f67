"""The tree of organisations on a day, and adding one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import DateField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Optional

from facilitation.organisations import Forest, children
from facilitation.words import Refused
from workshop import store
from workshop.access import may
from workshop.clock import now
from workshop.languages import _l, worded
from workshop.store import forest as trees
from workshop.store import roles
from workshop.store.tables import OrganisationRow
from workshop.web.called import kind_of
from workshop.web.head import today
from workshop.web.organisations.fields import CalledForm
from workshop.web.organisations.known import Known, choices, known
from workshop.web.people import ActForm
from workshop.web.signing_in import account, desk_may, may_in, signed_in

bp = Blueprint("organisations", __name__, url_prefix="/organisations")


class DayForm(FlaskForm):
    day = DateField(_l("As it is on"), [Optional()])


@dataclass(frozen=True)
class Line:
    """An organisation in the tree, with those under it that this reader may see."""

    row: OrganisationRow
    name: str
    kind: str
    people: int
    under: Sequence["Line"]


@bp.get("")
@signed_in("see_organisations")
def shelf() -> ResponseReturnValue:
    form = DayForm(request.args, meta={"csrf": False})  # it asks and changes nothing
    day = form.day.data if form.validate() and form.day.data else today()
    of = known()
    with store.reading() as db:
        people = roles.counts(db, day)
    form.day.data = day
    lines = drawn(of, day, people)
    gone = [
        (of.rows[id], of.name(id), of.name(one.successor))
        for id, one in of.forest.items()
        if has_ended(of.forest, id, day)
    ]
    return render_template(
        "organisations/shelf.html",
        lines=lines,
        gone=sorted(gone, key=lambda each: each[1]),
        form=form,
        day=day,
        today=today(),
        adds=bool(choices(of, "add_organisation")) or adds_at_the_top(),
        brings=desk_may("bring_organisations"),
        act=ActForm(),
    )


def has_ended(forest: Forest, id: str, day: date) -> bool:
    closed = forest[id].closed
    return closed is not None and closed <= day and may_in("see_organisation", id)


def drawn(of: Known, day: date, people: Mapping[str, int]) -> list[Line]:
    """The tree as far as the reader may see it: what stands under somebody hidden begins a tree of its own."""
    by_parent = children(of.forest, day)

    def under(parent: str) -> list[Line]:
        found: list[Line] = []
        for id in of.by_name(by_parent.get(parent, ())):
            below, row = under(id), of.rows[id]
            if may_in("see_organisation", id):
                found.append(Line(row, of.name(id), kind_of(row), people.get(id, 0), below))
            else:
                found += below
        return found

    return under("")


# -- A new one ------------------------------------------------------------------------------------------------------


class AddForm(CalledForm):
    under = SelectField(_l("Stands under"))
    opened = DateField(_l("Since"), [Optional()], description=_l("Leave it empty if it has always been there."))


@bp.route("/new", methods=["GET", "POST"])
@signed_in("see_organisations")
def new() -> ResponseReturnValue:
    of, form = known(), AddForm(under=request.args.get("under", ""), opened=None)
    top = [SelectChoice("", _("Nobody: at the top"))] if adds_at_the_top() else []
    form.under.choices = [*top, *choices(of, "add_organisation")]
    if not form.under.choices:
        abort(403)
    if form.validate_on_submit():
        try:
            return added(form)
        except Refused as refused:
            form["under" if refused.field == "under" else "opened"].errors = [worded(refused.message)]
    return render_template("organisations/new.html", form=form), 400 if form.errors else 200


def adds_at_the_top() -> bool:
    who = account()
    return who is not None and may(who.role, "add_organisation")


def added(form: AddForm) -> ResponseReturnValue:
    with store.writing() as db:
        row = trees.add(db, form.head, form.under.data or "", form.opened.data, account(), now())
    flash(_("It is in the tree. Invite its people next."), "ok")
    return redirect(url_for("organisation.one", id=row.id), 303)
