"""What can be taken home, each with its first pages to see before anything is downloaded."""

import pickle
from base64 import b64decode
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import Any

import msgspec
from flask import Blueprint, abort, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from workshop import limits
from workshop.clock import now
from workshop.exports import child
from workshop.exports.child import GivenUp
from workshop.languages import reader_language
from workshop.making import makings_of, queue_of
from workshop.making.folder import Asked, Making
from workshop.web.home import Home, Kind, at_both
from workshop.web.homes import home_of, read_by
from workshop.web.making import begun, found_or_404, unguessable
from workshop.web.takehome import taken
from workshop.web.wanted import SILENT, AskForm, Told, Wanted, dressed, wanted

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
        ask=AskForm(),
    )


def empty(plan: Plan) -> bool:
    """Whether there is nothing in it yet to take home."""
    return not (plan.goals or plan.votes or plan.decisions or plan.current_state)


@at_both(bp, "/pictures", "POST")
def picture(home: Kind, id: str) -> ResponseReturnValue:
    """Has the first pages drawn; what was drawn of the same content a moment ago is still there."""
    here, form = read_by(home, id), AskForm()
    if not form.validate_on_submit():
        abort(400)
    want = wanted(here, form.format.data or "", form.asked)
    given = (want.format, want.report(), want.template())
    made = unguessable("pictures", here.owner, reader_language(), sha256(pickle.dumps(given)).hexdigest())
    again(makings_of().find(made, here.id, here.owner))
    return begun(here, made, asked(want), partial(job, given))


def asked(want: Wanted) -> Asked:
    here = want.home
    return Asked(here.id, here.owner, queue_of().id, want.format, PICTURES, now().timestamp(), after_files=True)


def again(making: Making | None) -> None:
    """What was not drawn the last time may be now."""
    if making and making.stands().state == "unmade":
        making.remove()


def job(given: tuple[Any, ...]) -> Callable[..., bytes]:
    def draw(told: Told = SILENT, given_up: GivenUp | None = None) -> bytes:
        return child.run(MINIATURES, DRAW, given, told, given_up, child.SECONDS, MEGABYTES)

    return draw


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
