"""The front: where most people come to type a code, and the page on which they take a seat."""

from functools import cache
from io import BytesIO

import segno
from flask import Blueprint, Response, abort, current_app, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired

from facilitation import packs
from facilitation.live.events import Role
from facilitation.live.state import Workshop
from facilitation.report.texts import Words
from workshop import seats, store
from workshop.clock import now
from workshop.codes import read_code, shown
from workshop.config import folder, settings_of
from workshop.languages import _l, remember, worded
from workshop.security import static_digest
from workshop.store import workshops
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow
from workshop.throttle import Guard, code_guard
from workshop.web import sheet
from workshop.web.addresses import own_path
from workshop.web.found import runs, state_of
from workshop.web.joining import JoinForm, join_form, seat_in, take_seat
from workshop.web.method import reading
from workshop.web.saying import as_said
from workshop.web.signing_in import account
from workshop.web.static import FOR_EVER

bp = Blueprint("front", __name__)

FIRST_PACK = "toimi"
LOOKS = ("system", "light", "dark")
LOOK_SECONDS = 365 * 24 * 3600
POSTER_ROWS = 8

bp.record_once(lambda state: state.app.extensions.setdefault("code_guard", code_guard()))


# -- Landing --------------------------------------------------------------------------------------------------------


class CodeForm(FlaskForm):
    code = StringField(
        _l("Workshop code"),
        [DataRequired(_l("Write the code that is shown in the room."))],
        description=_l("Eight letters and digits, shown on the screen in the room. No account needed."),
        render_kw={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "maxlength": 200},
    )


@bp.route("/", methods=["GET", "POST"])
def landing() -> ResponseReturnValue:
    form = CodeForm()
    if not form.validate_on_submit():
        return render_template("front/landing.html", form=form, rows=poster_rows(), signed_in=account() is not None)
    code = read_code(form.code.data or "")
    if code is None:
        return no_such_workshop(form.code.data or "")
    return redirect(url_for("front.join", code=code), 303)


def poster_rows() -> list[Words]:
    """The names of the first pack's themes as the reader reads them."""
    to = reading(first_pack())
    themes = first_pack().strategy.themes[:POSTER_ROWS]
    return [to.official(f"strategy.themes.{theme.id}.name", theme.name) for theme in themes]


@cache
def first_pack() -> packs.Pack:
    return packs.load(FIRST_PACK)


def no_such_workshop(typed: str) -> ResponseReturnValue:
    """The one answer to every code that does not lead anywhere, whether it never did or no longer does."""
    guard().missed(request.remote_addr or "", now().timestamp())
    code = read_code(typed)
    form = CodeForm(formdata=None)
    form.code.data = typed[:20]
    form.code.errors = [_("No open workshop has this code")]
    return render_template("front/lost.html", form=form, rows=poster_rows(), code=shown(code) if code else ""), 404


def guard() -> Guard:
    return current_app.extensions["code_guard"]


# -- Taking a seat --------------------------------------------------------------------------------------------------


@bp.route("/j/<code>", methods=["GET", "POST"])
def join(code: str) -> ResponseReturnValue:
    found = open_workshop(code)
    if not isinstance(found, WorkshopRow):
        return found
    here = f"/w/{found.id}"
    if seats.seat_of(request, found.id) and "again" not in request.args:
        return redirect(here)
    role = asked_role(found)
    if role == "screen":
        return redirect(f"{here}/screen")
    state = state_of(found)
    form = join_form(found, state)
    if form.validate_on_submit():
        outcome = take_seat(found, form, role)
        if outcome.ok:
            remember(form.language.data)
            return seats.give_cookie(make_response(redirect(here, 303)), found.id, seat_in(form, found))
        form.name.errors = [worded(outcome.message)] if outcome.message else [_("That did not work")]
    return join_page(found, state, form)


class BackForm(FlaskForm):
    """For somebody whose seat came along from an earlier workshop on this device."""


@bp.post("/j/<code>/back")
def come_back(code: str) -> ResponseReturnValue:
    """Take one's seat of the earlier workshop again: the same person, not a second one."""
    found = open_workshop(code)
    if not isinstance(found, WorkshopRow):
        return found
    seat = brought_seat(found, state_of(found))
    if not BackForm().validate_on_submit() or seat is None:
        abort(400)
    return seats.give_cookie(make_response(redirect(f"/w/{found.id}", 303)), found.id, seat)


def brought_seat(found: WorkshopRow, state: Workshop) -> str | None:
    """The seat this browser held in an earlier workshop of the same owner, if it came along to this one."""
    held = [(workshop, state.seat_of(seat)) for workshop, seat in seats.seats_held(request)]
    known = [(workshop, seat.id) for workshop, seat in held if seat and seat.role == "participant"]
    if not known:
        return None
    with store.reading() as db:
        theirs = workshops.ids_of_owner(db, found.owner)
    return next((seat for workshop, seat in known if workshop in theirs), None)


def open_workshop(code: str) -> WorkshopRow | ResponseReturnValue:
    """The workshop behind a code, or the answer for whoever has no code of an open one."""
    if guard().shut(request.remote_addr or "", now().timestamp()):
        abort(429)
    meant = read_code(code)
    if meant and meant != code:
        return redirect(f"{url_for('front.join', code=meant)}?{request.query_string.decode()}".rstrip("?"))
    return (workshop_by_code(meant) if meant else None) or no_such_workshop(code)


def workshop_by_code(code: str) -> WorkshopRow | None:
    with store.reading() as db:
        return workshops.let_in_by(db, code)


def asked_role(found: WorkshopRow) -> Role:
    """participant, unless a host of this workshop opens the door for an observer or a screen."""
    wanted = request.args.get("as", "participant")
    if wanted == "participant":
        return wanted
    if wanted not in ("observer", "screen") or not runs(found, account()):
        abort(403)
    return wanted


def join_page(found: WorkshopRow, state: Workshop, form: JoinForm) -> ResponseReturnValue:
    seat = brought_seat(found, state)
    person = people_of().of(found.id).get(seat or "")
    return render_template(
        "front/join.html",
        form=form,
        back=BackForm() if seat else None,
        door=found.code,
        known=person.name if person else "",
        title=as_said(state.title, found.title),
        organisation=state.organisation,
        organisations=sorted({*(seat.organisation for seat in state.people), state.organisation} - {""}),
        code=shown(found.code or ""),
        notice_of=found.organisation,
    )


# -- The code as a picture ------------------------------------------------------------------------------------------


@bp.get("/j/<code>/qr.svg")
def qr(code: str) -> Response:
    """The link of a code for a camera. Any code gets one, so that a picture tells nothing about a workshop."""
    meant = read_code(code)
    if meant is None:
        abort(404)
    picture = BytesIO()
    segno.make(join_address(meant), error="m").save(
        picture, kind="svg", border=2, scale=8, dark="#0c1a15", light="#fff"
    )
    response = make_response(picture.getvalue())
    response.mimetype = "image/svg+xml"
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response


def join_address(code: str) -> str:
    """Where a code leads from outside: the place's own address when it has one, the asked host otherwise."""
    place = settings_of().address.rstrip("/") or request.host_url.rstrip("/")
    return place + url_for("front.join", code=code)


# -- Light or dark --------------------------------------------------------------------------------------------------


class LookForm(FlaskForm):
    theme = HiddenField()
    back = HiddenField()


@bp.post("/look")
def look() -> ResponseReturnValue:
    form = LookForm()
    if not form.validate_on_submit() or form.theme.data not in LOOKS:
        abort(400)
    response = redirect(own_path(form.back.data), 303)
    # Read by the page's own script too, which changes it without asking.
    response.set_cookie(
        "look", form.theme.data, max_age=LOOK_SECONDS, secure=settings_of().secure, samesite="Lax", path="/"
    )
    return response


@bp.app_context_processor
def chosen_look() -> dict[str, str]:
    wish = request.cookies.get("look", "") if request else ""
    return {"theme": wish if wish in LOOKS else "system"}


# -- The sheet ------------------------------------------------------------------------------------------------------


@bp.get("/static/<digest>/css/whole.css")
def stylesheet(digest: str) -> Response:
    """What the address of a file would give, if the file were there: url_for("static", filename="css/whole.css")."""
    css = folder("static") / "css"
    current = digest == static_digest() and not settings_of().debug
    response = Response(sheet.kept(css, digest) if current else sheet.whole(css), mimetype="text/css")
    response.headers["Cache-Control"] = FOR_EVER if current else "no-cache"
    return response
