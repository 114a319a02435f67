"""A file in the making: asked for from a page with scripts, told how far it is, given up or fetched."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from io import BytesIO
from typing import Any

from flask import Blueprint, abort, current_app, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm

from workshop import limits
from workshop.clock import now
from workshop.exports import FORMATS
from workshop.making import makings_of, queue_of
from workshop.making.folder import Asked, Making
from workshop.making.work import work
from workshop.web.home import Home, Kind, at_both
from workshop.web.homes import read_by
from workshop.web.stands import said_of
from workshop.web.wanted import AskForm, wanted

bp = Blueprint("making", __name__)


class GiveUpForm(FlaskForm):
    """Nothing but the token."""


@at_both(bp, "/making", "POST")
def ask(home: Kind, id: str) -> ResponseReturnValue:
    here, form = read_by(home, id), AskForm()
    if not form.validate_on_submit():
        abort(400)
    want = wanted(here, form.format.data or "", form.asked)
    made = unguessable(id, here.owner, here.place, want.format, *form.asked.values(), form.once.data or "")
    media_type = FORMATS[want.format].media_type
    asked = Asked(id, here.owner, queue_of().id, want.file_name(), media_type, now().timestamp())
    return begun(here, made, asked, want.job)


def begun(here: Home, made: str, asked: Asked, job: Any) -> ResponseReturnValue:
    return begun_at(url_for("making.stands", home=here.kind, id=here.id, making=made), made, asked, job)


def begun_at(address: str, made: str, asked: Asked, job: Any) -> ResponseReturnValue:
    """Where to ask how far it is; put in the queue unless it was asked for before."""
    makings, queue = makings_of(), queue_of()
    if makings.of(asked.owner) >= limits.UNREADY_A_PERSON:
        return {"words": _("You have many files in the making. Wait for one of them.")}, 429
    if making := makings.begin(made, asked):
        queue.add(work(making, job(), current_app.logger), after_files=asked.after_files)
    return {"address": address}, 201


@at_both(bp, "/making/<making>")
def stands(home: Kind, id: str, making: str) -> ResponseReturnValue:
    return standing(found_or_404(home, id, making))


def standing(found: Making) -> ResponseReturnValue:
    here, place = found.stands(), makings_of().place(found)
    words = said_of(here.state, here.done, here.of, here.why, place)
    return {"state": here.state, "why": here.why, "done": here.done, "of": here.of, "words": words}


@at_both(bp, "/making/<making>/given-up", "POST")
def give_up(home: Kind, id: str, making: str) -> ResponseReturnValue:
    return given_up(found_or_404(home, id, making))


def given_up(found: Making) -> ResponseReturnValue:
    if not GiveUpForm().validate_on_submit():
        abort(400)
    found.give_up()
    return "", 204


@at_both(bp, "/making/<making>/file")
def file(home: Kind, id: str, making: str) -> ResponseReturnValue:
    return fetched(found_or_404(home, id, making))


def fetched(found: Making) -> ResponseReturnValue:
    asked = found.asked()
    if asked is None or asked.after_files or found.stands().state != "made":
        abort(404)
    return send_file(BytesIO(found.made()), asked.media_type, as_attachment=True, download_name=asked.name)


def found_or_404(home: Kind, id: str, making: str) -> Making:
    """One's own."""
    here = read_by(home, id)
    return makings_of().find(making, here.id, here.owner) or abort(404)


def unguessable(*parts: str) -> str:
    """A name that follows from what is told, for us alone."""
    told = "\n".join((str(len(parts)), *parts)).encode()
    return urlsafe_b64encode(hmac.digest(secret(), told, sha256)).decode().rstrip("=")


def secret() -> bytes:
    return f"making {current_app.config['SECRET_KEY']}".encode()
