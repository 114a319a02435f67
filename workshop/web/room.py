"""The live pages: participant, console, screen. Each is a frame; what is in it comes over the wire."""

import secrets
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.live.commands import Join
from facilitation.live.state import Workshop
from facilitation.packs import PackError
from facilitation.packs.own import owned
from facilitation.words import LANGUAGES
from workshop import seats
from workshop.codes import shown
from workshop.languages import catalogue_url, reader_language
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, WorkshopRow
from workshop.web.found import HOSTS, found_or_404, host_seat, pack_here, runs, state_of
from workshop.web.front import join_address
from workshop.web.method import body_of, digest_of
from workshop.web.saying import as_said
from workshop.web.signing_in import account

bp = Blueprint("room", __name__)

YEAR = 365 * 24 * 3600


@bp.get("/w/<id>")
def take_part(id: str) -> ResponseReturnValue:
    """The participant's page, for whoever has a seat; others are sent to the door."""
    found = found_or_404(id)
    seat = sitting(found)
    return live_page("participant", found, seat) if seat else to_the_door(found)


@bp.get("/w/<id>/console")
def console(id: str) -> ResponseReturnValue:
    """The facilitator's page. A host of the workshop who opens it for the first time gets a seat."""
    found, who = found_or_404(id), account()
    if runs(found, who) and who is not None:
        seat = host_seat(found, who) or take_host_seat(found, who)
        return seats.give_cookie(make_response(live_page("console", found, seat)), found.id, seat)
    seat = sitting(found)
    if seat and hosts(found, seat):
        return live_page("console", found, seat)
    return abort(403) if who else redirect(url_for("accounts.sign_in", next=request.path))


@bp.get("/w/<id>/screen")
def screen(id: str) -> ResponseReturnValue:
    """What the room looks at: open to every seat and to the workshop's hosts."""
    found, who = found_or_404(id), account()
    seat = sitting(found)
    if seat is None and who is not None and runs(found, who):
        seat = host_seat(found, who) or take_host_seat(found, who)
    return live_page("screen", found, seat, screen=True) if seat else to_the_door(found)


@bp.get("/method/<pack>/<digest>.json")
def method(pack: str, digest: str) -> Response:
    """The method's words for live pages; the address changes with them, so it may be kept for ever."""
    try:
        known = pack_here(found_or_404(request.args["of"])) if "of" in request.args else packs.load(pack)
    except PackError:
        abort(404)
    response = make_response(body_of(known))
    response.mimetype = "application/json"
    response.headers["Cache-Control"] = (
        f"public, max-age={YEAR}, immutable" if digest == digest_of(known) else "no-store"
    )
    return response


def sitting(found: WorkshopRow) -> str | None:
    """The seat of this browser, if it is still one of the workshop's."""
    seat = seats.seat_of(request, found.id)
    held = state_of(found).seat_of(seat) if seat else None
    return held.id if held else None


def hosts(found: WorkshopRow, seat: str) -> bool:
    """Whether a seat is a host's: a co-facilitator needs no account."""
    held = state_of(found).seat_of(seat)
    return held is not None and held.role in HOSTS


def to_the_door(found: WorkshopRow) -> ResponseReturnValue:
    """Without a seat there is the join page, as long as the door is open."""
    if found.code and found.door_open:
        return redirect(url_for("front.join", code=found.code, again=1))
    return render_template("room/shut.html", title=as_said(state_of(found).title, found.title)), 403


def take_host_seat(found: WorkshopRow, who: AccountRow) -> str:
    """Sit at the head of the workshop by one's account."""
    seat = secrets.token_urlsafe(16)
    state = state_of(found)
    people_of().take_name(found.id, seat, who.name, who.id)
    join = Join(seat, reader_language(), "room", state.organisation, "", "host")
    perform(workshop_log(found.id), join, Asker(seat, "host"), Once(f"host-{seat}"))
    return seat


def live_page(page: str, found: WorkshopRow, seat: str, *, screen: bool = False) -> str:
    """The frame of a live page with everything its script needs to begin."""
    state = state_of(found)
    return render_template(
        f"room/{page}.html",
        live=True,
        title=as_said(state.title, found.title),
        organisation=state.organisation,
        boot=boot(found, state, seat, screen=screen),
    )


def boot(found: WorkshopRow, state: Workshop, seat: str, *, screen: bool) -> Mapping[str, Any]:
    """What a live page is told before the wire opens."""
    held = state.seat_of(seat)
    return {
        "workshop": found.id,
        "seat": seat,
        "role": "screen" if screen else (held.role if held else "participant"),
        "token": seats.token_for(found.id, seat, screen=screen),
        "language": reader_language(),
        "languages": [language for language in LANGUAGES if language in state.languages],
        "urls": addresses(found),
        "method": method_address(found),
        "code": shown(found.code or ""),
        "catalogue": catalogue_url(),
    }


def method_address(found: WorkshopRow) -> str:
    """Where the method's words are: of one workshop, where somebody's own entries stand beside them."""
    pack = pack_here(found)
    return url_for("room.method", pack=pack.key, digest=digest_of(pack), of=found.id if owned(pack) else None)


def addresses(found: WorkshopRow) -> Mapping[str, str]:
    """Where the pages of one workshop are."""
    here = f"/w/{found.id}"
    return {
        "ask": f"{here}/ask",
        "moment": f"{here}/moment",
        "mine": f"{here}/mine",
        "screen": f"{here}/screen",
        "console": f"{here}/console",
        "plan": f"{here}/draft",
        "deck": f"{here}/draft.pptx",
        "device": f"{here}/device",
        "person": f"{here}/person",
        "paper": f"{here}/paper",
        "join": join_address(found.code) if found.code else "",
        "qr": url_for("front.qr", code=found.code) if found.code else "",
        "language": url_for("languages.choose"),
    }
