"""Who is let in, by socket or by HTTPS: whom the page's token and the browser's cookie agree on."""

from flask import Request

from workshop.live.hall import Hall
from workshop.live.halls import Halls
from workshop.seats import Pass, seat_of, token_read


def admitted(halls: Halls, request: Request, workshop: str, token: str) -> tuple[Hall, Pass] | None:
    """The hall and the pass; None for a pass of ours that is missing, of another workshop or of another seat.

    A screen's token is enough by itself: it shows what hangs on the wall. Raises UnknownEvent.
    """
    seat = token_read(token)
    if seat is None or seat.workshop != workshop:
        return None
    hall = halls.hall(workshop)
    if hall is None or not (seat.screen or _same(hall, seat_of(request, workshop), seat.seat)):
        return None
    return hall, seat


def _same(hall: Hall, cookie: str | None, seat: str) -> bool:
    """Whether both are one seat, or were merged into one."""
    if cookie is None or cookie == seat:
        return cookie is not None
    now, wanted = hall.state.seat_of(cookie), hall.state.seat_of(seat)
    return now is not None and wanted is not None and now.id == wanted.id
