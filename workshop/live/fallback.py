"""The same door and streams over HTTPS, for networks that shut WebSocket out: ask by POST, look every two seconds."""

from typing import Any

import msgspec
from flask import Blueprint, Response, abort, current_app, request

from workshop.config import settings_of
from workshop.limits import FRAME_BYTES
from workshop.live import asks
from workshop.live.admission import admitted
from workshop.live.hall import Hall, Listener
from workshop.live.halls import Halls, language_in
from workshop.live.origins import origin_allowed
from workshop.live.streams import Have
from workshop.live.wire.gate import Malformed, parsed
from workshop.seats import Pass
from workshop.store.codec import UnknownEvent

bp = Blueprint("fallback", __name__)

HaveSaid = dict[str, Have]


@bp.post("/w/<id>/ask")
def ask(id: str) -> Response:
    """An ask, answered as over the socket."""
    _same_site()
    hall, seat = _seated(id)
    language = language_in(hall.state, seat.seat)
    try:
        said = parsed(_body())
    except Malformed:
        said = None
    if not isinstance(said, dict):
        return _json(asks.refusal(None, "malformed", asks.MALFORMED, language))
    if seat.screen:
        return _json(asks.refusal(said.get("n"), "not_allowed", asks.LOOKS_ONLY, language))
    if not hall.asks_of(seat.seat).take():
        return _json(asks.refusal(said.get("n"), "too_fast", asks.TOO_FAST, language))
    return _json(asks.answered(id, seat.seat, said, language))


@bp.get("/w/<id>/moment")
def moment(id: str) -> Response:
    """All streams of the seat from what it has on, whole: parts are a socket's need."""
    hall, seat = _seated(id)
    try:
        have = msgspec.json.decode(request.args.get("have", "{}"), type=HaveSaid)
    except msgspec.MsgspecError:
        abort(400)
    reader = Listener("", "", id, seat.seat, seat.screen)
    groups = request.args.get("look", "").split(",")
    reader.looks.update(f"group:{group}" for group in groups if group in hall.state.groups)
    if not reader.screen:
        hall.presence.asked(reader.seat, hall.world.clock())
    return _json(hall.polled(reader, have))


def _seated(workshop: str) -> tuple[Hall, Pass]:
    """The hall and the pass, as for a socket."""
    try:
        found = admitted(_halls(), request, workshop, request.headers.get("X-Toimi-Token", ""))
    except UnknownEvent:
        abort(503)
    if found is None:
        abort(401)
    hall, seat = found
    if not hall.view.audiences(hall.state, seat.seat):
        abort(410)
    return hall, seat


def _same_site() -> None:
    """Only a page of ours may ask: the browser says from which site it comes, and from which origin."""
    site = request.headers.get("Sec-Fetch-Site", "same-origin")
    if site != "same-origin" or not origin_allowed(settings_of(), request.environ):
        abort(403)


def _body() -> str:
    if request.mimetype != "application/json":
        abort(415)
    if (request.content_length or 0) > FRAME_BYTES:
        abort(413)
    return request.get_data().decode("utf-8", "surrogateescape")


def _halls() -> Halls:
    return current_app.extensions["live"].halls


def _json(body: Any) -> Response:
    return Response(msgspec.json.encode(body), mimetype="application/json")
