"""The method's view, as a hall asks for it."""

from typing import Any

from facilitation.live.commands import Asker
from facilitation.view import attention, audiences, keys, panel, touched
from facilitation.view.sees import ALONE, BALLOT, MARKS, sees
from workshop.access import may
from workshop.live.hall import View
from workshop.perform import role_in

WITHOUT_NAMES = (ALONE, BALLOT, MARKS)


def workshop_view() -> View:
    return View(
        audiences=seat_audiences,
        keys=keys,
        panel=panel,
        touched=touched,
        may_look=may_look,
        named=named,
        ticks=attention.panels,
    )


def seat_audiences(state: Any, seat: str) -> tuple[str, ...]:
    """What a seat may hear; nothing once it is removed, and nothing for who never sat here."""
    return audiences(state, seat) if role_in(state, Asker(seat, "")) else ()


def may_look(state: Any, seat: str) -> bool:
    """Whether the seat may join the stream of a group it does not sit in."""
    return may(role_in(state, Asker(seat, "")), "look_in")


def named(state: Any) -> bool:
    """Whether it may be told who writes where: never while a step promises that nobody sees who wrote."""
    return state.current is None or sees(state.steps[state.current]) not in WITHOUT_NAMES
