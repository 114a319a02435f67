"""The method's view, as a hall asks for it."""

from typing import Any

from facilitation.live.commands import Asker
from facilitation.steps import kind_of
from facilitation.view import attention, audiences, keys, panel, touched
from facilitation.view.cards import of_group
from workshop.access import may
from workshop.live.hall import View
from workshop.perform import role_in


def workshop_view() -> View:
    return View(
        audiences=seat_audiences,
        keys=keys,
        panel=panel,
        touched=touched,
        may_look=may_look,
        tells=tells,
        ticks=attention.panels,
    )


def seat_audiences(state: Any, seat: str) -> tuple[str, ...]:
    """What a seat may hear; nothing once it is removed, and nothing for who never sat here."""
    return audiences(state, seat) if role_in(state, Asker(seat, "")) else ()


def may_look(state: Any, seat: str) -> bool:
    """Whether the seat may join the stream of a group it does not sit in."""
    return may(role_in(state, Asker(seat, "")), "look_in")


def tells(state: Any, audience: str, where: str) -> bool:
    """Whether an audience may hear who is there by name: only a group, of its own cards, which it reads as they grow.

    All other cards are shown without who wrote them, and whoever is seen to write on one would be known.
    """
    kind, _, group = audience.partition(":")
    if kind != "group":
        return False
    if not where:
        step = state.steps.get(state.step_for(group))
        return step is not None and kind_of(step).by == "group"
    card = state.cards.get(where.partition(":")[0])
    return card is not None and card.group == group and of_group(state, card)
