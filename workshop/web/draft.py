"""The draft plan of a workshop as it stands: to read, to print, and to take home as a file of any kind."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from threading import BoundedSemaphore

from flask import Blueprint, Response, abort, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.draft import drafts
from facilitation.report import Report, report
from facilitation.report.extracts import EXTRACTS
from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from facilitation.words import Message, said
from workshop.access import may
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language, worded
from workshop.store.tables import TemplateRow, WorkshopRow
from workshop.web.brought import brought, template_for
from workshop.web.comparing import stamp
from workshop.web.document import document, wording
from workshop.web.found import found_or_404, runs, state_of
from workshop.web.head import zone
from workshop.web.method import confirmations
from workshop.web.room import sitting, to_the_door
from workshop.web.signing_in import account
from workshop.web.takehome import taken, transfers
from workshop.web.telling import IN_TWO, beside_form, in_languages

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
    form = beside_form(request)
    return render_template(
        "draft/read.html",
        here=here,
        form=form,
        in_two=IN_TWO,
        doc=page,
        plan=here.plan,
        to=page.to,
        at=now(),
        taken=taken(here.plan),
        transfers=transfers(),
        worn={format: worn(here, format) for format, each in FORMATS.items() if each.brought},
    )


@bp.get("/draft.json")
def data(id: str) -> ResponseReturnValue:
    """The draft as a document of published form: the bytes whose digest stands in every other file."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    return send_file(
        BytesIO(as_text(here.plan).encode()),
        "application/json",
        as_attachment=True,
        download_name=f"plan-{here.found.id}.json",
    )


@bp.get("/draft.<format>")
def file(id: str, format: str) -> ResponseReturnValue:
    """The draft, or an extract of it (`of=`), as a file made beside the room; the answer comes when it is ready."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    if format not in FORMATS or (request.args.get("of", "") not in ("", *EXTRACTS)):
        abort(404)
    form = beside_form(request)
    if form.errors or (form.chosen and format not in IN_TWO):
        abort(404)
    try:
        return file_of(here, format, form.chosen)
    except child.Unmade as unmade:
        current_app.logger.error("No %s of %s: %s", format, here.found.id, unmade)
        page = {"here": here, "why": unmade.why, "format": format, "worn": worn(here, format)}
        return render_template("draft/unmade.html", **page), 503


def file_of(here: Reading, format: str, second: str) -> Response:
    at, confirmed, extract = now().astimezone(zone()), confirmations(here.pack.key), request.args.get("of", "")
    day, data = at.date(), as_text(here.plan)

    def tell(language: str, beside: str) -> Report:
        return report(
            here.plan,
            language,
            wording,
            here.pack,
            made=day,
            confirmed=confirmed,
            extract=extract,
            data=data,
            beside=beside,
        )

    told = in_languages(tell, second)
    if not second:
        where = here.found.id, here.state.seq, here.place, told.language
        told = replace(told, stamp=stamp(*where, hosting=here.hosting, made=day, extract=extract))
    template = None if request.args.get("template") == "own" else worn(here, format)
    with AT_ONCE:
        made = child.make(format, told, brought(template) if template else None)
    name = name_of(here, at, format, extract, second)
    return send_file(BytesIO(made), FORMATS[format].media_type, as_attachment=True, download_name=name)


def worn(here: Reading, format: str) -> TemplateRow | None:
    """The template in which such files of this plan leave; none for Toimi's own."""
    whose = (here.plan.organisation, here.state.organisation)
    return template_for(format, whose) if FORMATS[format].brought else None


def name_of(here: Reading, at: datetime, format: str, extract: str, second: str) -> str:
    part = worded(Message(EXTRACTS[extract].title)) if extract else ""
    both = f"{reader_language()}-{second}" if second else ""
    named = ", ".join(filter(None, (here.title, part, both, here.plan.organisation, f"{at:%Y-%m-%d %H.%M}")))
    return NOT_IN_NAMES.sub(" ", f"{named}.{format}")
