"""What can be taken home, each with its first pages to see before anything is downloaded."""

import pickle
from base64 import b64decode
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

import msgspec
from flask import Blueprint, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from workshop import limits
from workshop.exports import Told, child
from workshop.exports.child import GivenUp
from workshop.making.folder import Making
from workshop.web.asked import File, asked
from workshop.web.home import Home, Kind, at_both
from workshop.web.homes import home_of, read_by
from workshop.web.making import found_or_404
from workshop.web.takehome import taken
from workshop.web.wanted import dressed, wanted

bp = Blueprint("gallery", __name__)

MINIATURES, DRAW, MEGABYTES = "workshop.miniatures", "draw", 2048
"""As much as the format that takes most."""
PICTURES = "application/json"
KILO = 1000
DATA_LINES = 24
"""Of the data, which has no pages."""


@at_both(bp, "/files")
def gallery(home: Kind, id: str) -> ResponseReturnValue:
    here = home_of(home, id)
    if not isinstance(here, Home):
        return here
    return render_template(
        "files/gallery.html",
        home=here,
        empty=empty(here.plan),
        taken=taken(here.plan),
        data="\n".join(as_text(here.plan).splitlines()[:DATA_LINES]),
        worn=dressed(here),
    )


def empty(plan: Plan) -> bool:
    """Whether there is nothing in it yet to take home."""
    return not (plan.goals or plan.votes or plan.decisions or plan.current_state)


@at_both(bp, "/pictures.<format>", "POST")
def picture(home: Kind, id: str, format: str) -> ResponseReturnValue:
    """Has the first pages drawn; what was drawn of the same content a moment ago is still there."""
    here = read_by(home, id)
    want = wanted(here, format, request.args)
    given = (want.format, want.report(), want.template())
    return asked(here, pictures(given), "pictures", sha256(pickle.dumps(given)).hexdigest())


def pictures(given: tuple[Any, ...]) -> File:
    def draw(told: Told, given_up: GivenUp) -> bytes:
        return child.run(MINIATURES, DRAW, given, told, given_up, child.SECONDS, MEGABYTES)

    return File("", PICTURES, draw, after_files=True)


@at_both(bp, "/making/<making>/pages")
def pages(home: Kind, id: str, making: str) -> ResponseReturnValue:
    """How large the file is, and where its first pages are."""
    found, page = drawn(found_or_404(home, id, making)), partial(url_for, "gallery.page", home=home, id=id)
    listed = [
        {"address": page(making=making, number=at), "alt": alt(at, each["words"])}
        for at, each in enumerate(found["pages"], 1)
    ]
    return {"size": size(found["bytes"]), "pages": listed}


@at_both(bp, "/making/<making>/pages/<int:number>")
def page(home: Kind, id: str, making: str, number: int) -> ResponseReturnValue:
    found = drawn(found_or_404(home, id, making))["pages"]
    if not 0 < number <= len(found):
        abort(404)
    one = found[number - 1]
    answer = send_file(BytesIO(b64decode(one["body"])), one["type"])
    answer.headers["Cache-Control"] = f"private, max-age={int(limits.MADE_SECONDS)}"
    return answer


def drawn(making: Making) -> dict[str, Any]:
    """What the child answered; 404 for anything else that was made."""
    about = making.asked()
    if about is None or not about.after_files or making.stands().state != "made":
        abort(404)
    return msgspec.json.decode(making.made())


def alt(at: int, words: str) -> str:
    return _("Page %(number)s: %(words)s", number=at, words=words) if words else _("Page %(number)s", number=at)


def size(octets: int) -> str:
    """In the unit that people know from their own device."""
    return _("%(number)s kB", number=max(1, round(octets / KILO)))
