"""Somebody without a device: a facilitator takes a seat for them here, and enters for them from the console."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import RadioField, StringField
from wtforms.validators import DataRequired, Length

from facilitation import limits
from workshop.access import may
from workshop.languages import _l, worded
from workshop.perform import Asker
from workshop.texts import one_line
from workshop.web.devices import seated
from workshop.web.found import state_of
from workshop.web.joining import PLACES, JoinForm, join_form, seat_taken
from workshop.web.saying import as_said

bp = Blueprint("proxies", __name__)


class PersonForm(JoinForm):
    """The same seat as on the join page, asked about another."""

    name = StringField(
        _l("Name"),
        [DataRequired(_l("Write the name by which the others know them.")), Length(max=limits.NAME)],
        filters=[one_line],
        render_kw={"autocomplete": "off", "maxlength": limits.NAME},
    )
    place = RadioField(_l("Where are they?"), choices=PLACES, default="room")


@bp.route("/w/<id>/person", methods=["GET", "POST"])
def person(id: str) -> ResponseReturnValue:
    found, host = seated(id)
    state = state_of(found)
    if not may(state.seats[host].role, "Proxy"):
        abort(403)
    form = join_form(found, state, PersonForm)
    if form.validate_on_submit():
        outcome = seat_taken(found, form, "participant", Asker(host, ""))
        if outcome.ok:
            return redirect(url_for("room.console", id=id), 303)
        form.name.errors = [worded(outcome.message)] if outcome.message else [_("That did not work")]
    return render_template(
        "room/person.html",
        form=form,
        title=as_said(state.title, found.title),
        organisations=sorted({*(seat.organisation for seat in state.people), state.organisation} - {""}),
        here=url_for("room.console", id=id),
        paper=url_for("paper.paper", id=id),
    )
