"""A file in the making: told how far it is, given up or fetched by whoever asked for it."""

from collections.abc import Callable
from io import BytesIO
from typing import Literal

from flask import Blueprint, abort, send_file
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm

from workshop.making import makings_of
from workshop.making.folder import Making
from workshop.web.asked import DESK, desk
from workshop.web.home import Kind, View, at_both
from workshop.web.homes import read_by
from workshop.web.stands import said_of

bp = Blueprint("making", __name__)


class GiveUpForm(FlaskForm):
    """Nothing but the token."""


def everywhere(bp: Blueprint, path: str, method: str = "GET") -> Callable[[View], View]:
    """The same at every home of plans and at the desk."""

    def put(view: View) -> View:
        bp.add_url_rule(f"/{DESK}{path}", view_func=view, methods=[method], defaults={"home": DESK, "id": DESK})
        return at_both(bp, path, method)(view)

    return put


@everywhere(bp, "/making/<making>")
def stands(home: Kind | Literal["desk"], id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(home, id, making)
    here, place = found.stands(), makings_of().place(found)
    words = said_of(here.state, here.done, here.of, here.why, place)
    return {"state": here.state, "why": here.why, "done": here.done, "of": here.of, "words": words}


@everywhere(bp, "/making/<making>/given-up", "POST")
def give_up(home: Kind | Literal["desk"], id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(home, id, making)
    if not GiveUpForm().validate_on_submit():
        abort(400)
    found.give_up()
    return "", 204


@everywhere(bp, "/making/<making>/file")
def file(home: Kind | Literal["desk"], id: str, making: str) -> ResponseReturnValue:
    found = found_or_404(home, id, making)
    about = found.asked()
    if about is None or about.after_files or found.stands().state != "made":
        abort(404)
    return send_file(BytesIO(found.made()), about.media_type, as_attachment=True, download_name=about.name)


def found_or_404(home: Kind | Literal["desk"], id: str, making: str) -> Making:
    """One's own."""
    here = desk() if home == "desk" else read_by(home, id)
    return makings_of().find(making, here.id, here.owner) or abort(404)
