"""What can be taken home, each with its first pages to see before anything is downloaded."""

from base64 import b64decode
from functools import partial
from io import BytesIO
from typing import Any, Literal

import msgspec
from flask import Blueprint, abort, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from workshop import limits
from workshop.making.folder import Making
from workshop.web.home import Home, Kind, at_both
from workshop.web.homes import home_of, read_by
from workshop.web.making import everywhere, found_or_404
from workshop.web.pictured import pictured
from workshop.web.takehome import taken
from workshop.web.wanted import dressed, wanted

bp = Blueprint("gallery", __name__)

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
        taken=taken(here),
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
    return pictured(here, (want.format, want.report(), want.template()))


@everywhere(bp, "/making/<making>/pages")
def pages(home: Kind | Literal["desk"], id: str, making: str) -> ResponseReturnValue:
    """How large the file is, and where its first pages are."""
    found, page = drawn(found_or_404(home, id, making)), partial(url_for, "gallery.page", home=home, id=id)
    listed = [
        {"address": page(making=making, number=at), "alt": alt(at, each["words"])}
        for at, each in enumerate(found["pages"], 1)
    ]
    return {"size": size(found["bytes"]), "pages": listed}


@everywhere(bp, "/making/<making>/pages/<int:number>")
def page(home: Kind | Literal["desk"], id: str, making: str, number: int) -> ResponseReturnValue:
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
