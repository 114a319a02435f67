"""A file in the making: asked for from a page with scripts, told how far it is, given up or fetched."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256
from io import BytesIO
from typing import Any

from flask import Blueprint, abort, current_app, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import HiddenField
from wtforms.validators import Length

from workshop import limits
from workshop.clock import now
from workshop.exports import FORMATS
from workshop.making import makings_of, queue_of
from workshop.making.folder import Asked, Making
from workshop.making.work import work
from workshop.web.reading import Reading, reading
from workshop.web.wanted import wanted

bp = Blueprint("making", __name__, url_prefix="/w/<id>/draft/making")

LONGEST = 60


class AskForm(FlaskForm):
    """What is wanted, as the plain link's address says it, and a once-id: the same asked twice is made once."""

    format = HiddenField()
    of = HiddenField()
    draft = HiddenField()
    template = HiddenField()
    beside = HiddenField()
    once = HiddenField(validators=[Length(min=16, max=LONGEST)])

    @property
    def asked(self) -> dict[str, str]:
        """As it stands in an address."""
        return {name: self[name].data or "" for name in ("of", "template", "beside")}


class GiveUpForm(FlaskForm):
    """Nothing but the token."""


@bp.post("")
def ask(id: str) -> ResponseReturnValue:
    here, form = read_by(id), AskForm()
    if not form.validate_on_submit():
        abort(400)
    want = wanted(here, form.format.data or "", form.asked)
    made = unguessable(id, here.owner, str(here.place), want.format, *form.asked.values(), form.once.data or "")
    asked = Asked(
        here.found.id,
        here.owner,
        queue_of().id,
        want.file_name(),
        FORMATS[want.format].media_type,
        now().timestamp(),
    )
    return begun(made, asked, want.job)


def begun(made: str, asked: Asked, job: Any) -> ResponseReturnValue:
    """Where to ask how far it is; put in the queue unless it was asked for before."""
    makings, queue = makings_of(), queue_of()
    if makings.of(asked.owner) >= limits.UNREADY_A_PERSON:
        return {"words": _("You have many files in the making. Wait for one of them.")}, 429
    if making := makings.begin(made, asked):
        queue.add(work(making, job(), current_app.logger), after_files=asked.after_files)
    return {"address": url_for("making.stands", id=asked.workshop, making=made)}, 201


@bp.get("/<making>")
def stands(id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(id, making)
    here, place = found.stands(), makings_of().place(found)
    words = said_of(here.state, here.done, here.of, here.why, place)
    return {"state": here.state, "why": here.why, "done": here.done, "of": here.of, "words": words}


@bp.post("/<making>/given-up")
def give_up(id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(id, making)
    if not GiveUpForm().validate_on_submit():
        abort(400)
    found.give_up()
    return "", 204


@bp.get("/<making>/file")
def file(id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(id, making)
    asked = found.asked()
    if asked is None or asked.after_files or found.stands().state != "made":
        abort(404)
    return send_file(BytesIO(found.made()), asked.media_type, as_attachment=True, download_name=asked.name)


def read_by(id: str) -> Reading:
    """For scripts there is no way in: 404."""
    here = reading(id)
    return here if isinstance(here, Reading) else abort(404)


def found_or_404(id: str, making: str) -> Making:
    """One's own."""
    here = read_by(id)
    return makings_of().find(making, here.found.id, here.owner) or abort(404)


def unguessable(*parts: str) -> str:
    """A name that follows from what is told, for us alone."""
    told = "\n".join((str(len(parts)), *parts)).encode()
    return urlsafe_b64encode(hmac.digest(secret(), told, sha256)).decode().rstrip("=")


def secret() -> bytes:
    return f"making {current_app.config['SECRET_KEY']}".encode()


def said_of(state: str, done: int, of: int, why: str, place: int) -> str:
    match state:
        case "waiting":
            return _("Waiting, number %(place)s in the queue", place=place)
        case "making" if of:
            return ngettext("%(done)s of %(num)d part", "%(done)s of %(num)d parts", of, done=done)
        case "making":
            return _("Making the file")
        case "made":
            return _("Done. The file is in your downloads.")
        case _:
            return why_not(why)


def why_not(why: str) -> str:
    match why:
        case "late":
            return _("It took too long. The plan is safe; try again in a moment.")
        case "memory":
            return _("It needs more memory than one file may take. The plan is safe; take an extract of it.")
        case "given_up":
            return _("Cancelled. Nothing was made.")
        case _:
            return _("Something broke on our side. The plan is safe; try again in a moment.")
