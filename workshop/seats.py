"""Seats on the way in and out of a browser: the cookie that says who one is, and the token a page hands its socket.

The cookie is the seat. The token is signed into the page and stands beside the cookie when a socket opens, so that a
page of somebody else's cannot open one with the reader's cookie. A screen's token shows the screen and asks nothing,
whoever opened it.
"""

from dataclasses import dataclass
from typing import Any

from flask import Request, Response, current_app
from itsdangerous import BadData, URLSafeTimedSerializer

from workshop.config import settings_of
from workshop.limits import SEAT_DAYS

LIFETIME = SEAT_DAYS * 24 * 3600


@dataclass(frozen=True, slots=True)
class Pass:
    """What a token lets in: a seat of a workshop, or its screen."""

    workshop: str
    seat: str
    screen: bool = False


def cookie_name(workshop: str) -> str:
    """A cookie a workshop, so that one browser can sit in several. `__Host-` needs https, which a closed room lacks."""
    return f"__Host-seat-{workshop}" if settings_of().secure else f"seat-{workshop}"


def seat_of(request: Request, workshop: str) -> str | None:
    """The seat of whoever asks, or None; the log says what part that seat has."""
    said = _read("seat", request.cookies.get(cookie_name(workshop), ""))
    match said:
        case [of, str(seat)] if of == workshop:
            return seat
        case _:
            return None


def seats_held(request: Request) -> list[tuple[str, str]]:
    """All seats of this browser as (workshop, seat): who comes along to the next workshop keeps theirs."""
    names = (cookie_name(""), "seat-")
    signed = (value for name, value in request.cookies.items() if name.startswith(names))
    return [(str(said[0]), str(said[1])) for value in signed if (said := _read("seat", value)) and len(said) == 2]


def give_cookie(response: Response, workshop: str, seat: str) -> Response:
    """Seat this browser."""
    response.set_cookie(
        cookie_name(workshop),
        _signer("seat").dumps([workshop, seat]),
        max_age=LIFETIME,
        secure=settings_of().secure,
        httponly=True,
        samesite="Lax",
        path="/",
    )
    return response


def take_cookie(response: Response, workshop: str) -> Response:
    """Leave this device."""
    response.delete_cookie(cookie_name(workshop), secure=settings_of().secure, httponly=True, samesite="Lax", path="/")
    return response


def token_for(workshop: str, seat: str, *, screen: bool = False) -> str:
    """What a page's boot hands its socket."""
    return _signer("socket").dumps([workshop, seat, screen])


def token_read(token: str) -> Pass | None:
    """The pass in a token, if we signed it and it is not too old."""
    match _read("socket", token):
        case [str(workshop), str(seat), bool(screen)]:
            return Pass(workshop, seat, screen)
        case _:
            return None


def _signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"toimi-{purpose}")


def _read(purpose: str, signed: str) -> Any:
    try:
        return _signer(purpose).loads(signed, max_age=LIFETIME)
    except BadData:
        return None
