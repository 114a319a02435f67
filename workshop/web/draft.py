"""The draft plan of a workshop as it stands: to read, to print, and to take home as slides or as data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import BoundedSemaphore

from flask import Blueprint, Response, abort, current_app, jsonify, render_template, request, send_file
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.draft import drafts
from facilitation.report import report
from facilitation.shapes import Plan
from facilitation.view.plain import plain
from facilitation.words import said
from workshop.access import may
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.store.tables import WorkshopRow
from workshop.web.document import document, wording
from workshop.web.found import found_or_404, runs, state_of
from workshop.web.head import zone
from workshop.web.method import confirmations
from workshop.web.room import sitting, to_the_door
from workshop.web.signing_in import account

bp = Blueprint("draft", __name__, url_prefix="/w/<id>")

AT_ONCE = BoundedSemaphore(2)
"""Files made at the same time; each takes a processor for some seconds, and a room is at work."""
NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


@dataclass(frozen=True)
class Reading:
    """A workshop's drafts as this reader may see them, and the one in hand."""

    found: WorkshopRow
    state: Workshop
    pack: Pack
    plans: Sequence[Plan]
    place: int
    hosting: bool

    @property
    def plan(self) -> Plan:
        return self.plans[self.place]

    @property
    def title(self) -> str:
        return said(self.plan.title, reader_language()) or self.found.title


def reading(id: str) -> Reading | ResponseReturnValue:
    """What this browser may read; the way in for whoever has no part in the workshop."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None:
        return to_the_door(found)
    state, pack, hosting = state_of(found), packs.load(found.pack), may(role, "see_drafts_of_groups")
    plans = drafts(state, pack, of_groups=hosting)
    place = request.args.get("draft", "0")
    if place not in map(str, range(len(plans))):
        abort(404)
    return Reading(found, state, pack, plans, int(place), hosting)


def role_here(found: WorkshopRow) -> str | None:
    """The reader's part in the workshop: by account, or by the seat of this browser."""
    if runs(found, account()):
        return "host"
    held = state_of(found).seat_of(sitting(found) or "")
    return held.role if held else None


@bp.get("/draft")
def read(id: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    confirmed, today = confirmations(here.pack.key), now().astimezone(zone()).date()
    page = document(here.plan, here.state, here.pack, confirmed, reader_language(), today)
    return render_template("draft/read.html", here=here, doc=page, plan=here.plan, to=page.to, at=now())


@bp.get("/draft.json")
def data(id: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    response = jsonify(plain(here.plan))
    response.headers["Content-Disposition"] = f'attachment; filename="plan-{here.found.id}.json"'
    return response


@bp.get("/draft.pptx")
def deck(id: str) -> ResponseReturnValue:
    """The draft as slides, made beside the room; the answer comes when the file is ready."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    try:
        return file_of(here, "pptx")
    except child.Unmade as unmade:
        current_app.logger.error("No slides of %s: %s", here.found.id, unmade)
        return render_template("draft/unmade.html", here=here, why=unmade.why), 503


def file_of(here: Reading, format: str) -> Response:
    at, confirmed = now().astimezone(zone()), confirmations(here.pack.key)
    told = report(here.plan, reader_language(), wording, here.pack, made=at.date(), confirmed=confirmed)
    with AT_ONCE:
        made = child.make(format, told)
    stamp = f"{at:%Y-%m-%d %H.%M}"
    name = NOT_IN_NAMES.sub(" ", f"{here.title}, {here.plan.organisation}, {stamp}.{format}")
    return send_file(BytesIO(made), FORMATS[format].media_type, as_attachment=True, download_name=name)
