"""One person, one seat: what I wrote, my own link for another device, leaving this device."""

from io import BytesIO

import segno
from flask import Blueprint, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import SubmitField

from workshop import seats
from workshop.config import settings_of
from workshop.languages import _l
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.web.found import found_or_404, pack_here, state_of
from workshop.web.method import reading
from workshop.web.own_words import own_words
from workshop.web.room import hosts, sitting
from workshop.web.saying import as_said

bp = Blueprint("devices", __name__)


class KeyForm(FlaskForm):
    make = SubmitField(_l("Show my own link"))


class HereForm(FlaskForm):
    sit = SubmitField(_l("Take my seat here"))


class LeaveForm(FlaskForm):
    leave = SubmitField(_l("Leave this device"))


def seated(id: str) -> tuple[WorkshopRow, str]:
    found = found_or_404(id)
    return found, sitting(found) or abort(403)


@bp.get("/w/<id>/mine")
def mine(id: str) -> ResponseReturnValue:
    """What I wrote, to keep: every contribution of this seat, step by step, as plain text."""
    found, seat = seated(id)
    state, to = state_of(found), reading(pack_here(found))
    return render_template(
        "room/mine.html",
        title=as_said(state.title, found.title),
        here=url_for("room.take_part", id=id),
        name=person_name(found, seat),
        steps=own_words(state, to, seat),
        doubtful=bool(to.doubtful),
        leaving=LeaveForm(),
        leave=url_for("devices.leave", id=id),
    )


def person_name(found: WorkshopRow, seat: str) -> str:
    person = people_of().of(found.id).get(seat)
    return person.name if person else ""


@bp.route("/w/<id>/device", methods=["GET", "POST"])
def device(id: str) -> ResponseReturnValue:
    """My own link and QR for a second device. A new one makes the one before it void."""
    found, seat = seated(id)
    form = KeyForm()
    address = ""
    if form.validate_on_submit():
        key = people_of().give_key(found.id, seat)
        place = settings_of().address.rstrip("/") or request.host_url.rstrip("/")
        address = place + url_for("devices.open_seat", key=key)
    return render_template(
        "room/device.html",
        form=form,
        address=address,
        picture=qr_of(address) if address else "",
        here=url_for("room.take_part", id=id),
    )


def qr_of(address: str) -> str:
    picture = BytesIO()
    segno.make(address, error="m").save(picture, kind="svg", border=2, xmldecl=False, svgns=True, omitsize=True)
    return picture.getvalue().decode()


@bp.route("/seat/<key>", methods=["GET", "POST"])
def open_seat(key: str) -> ResponseReturnValue:
    """A personal link: opened by a person's button, never by a mail scanner's look."""
    workshop, seat = people_of().seat_by_key(key) or abort(404)
    found, form = found_or_404(workshop), HereForm()
    if state_of(found).seat_of(seat) is None:
        abort(404)
    if form.validate_on_submit():
        page = "room.console" if hosts(found, seat) else "room.take_part"
        there = redirect(url_for(page, id=workshop), 303)
        return seats.give_cookie(make_response(there), workshop, seat)
    title = as_said(state_of(found).title, found.title)
    return render_template("room/seat.html", form=form, title=title, name=person_name(found, seat))


@bp.post("/w/<id>/leave")
def leave(id: str) -> ResponseReturnValue:
    """Forget this seat on a shared device; the seat itself stays."""
    found = found_or_404(id)
    if not LeaveForm().validate_on_submit():
        abort(400)
    response = seats.take_cookie(make_response(redirect(url_for("front.landing"), 303)), found.id)
    response.headers["Clear-Site-Data"] = '"storage"'
    return response
