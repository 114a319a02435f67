"""From one state to the next: what each event makes of a workshop. Pure; never refuses."""

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from facilitation.live import events
from facilitation.live.evolve import marking, preparing, running, seating, writing
from facilitation.live.evolve.changing import put
from facilitation.live.evolve.undoing import inverse
from facilitation.live.state import Workshop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitation.live.events import Recorded


def evolve(workshop: Workshop, recorded: "Recorded") -> Workshop:
    """The workshop after one more event."""
    return replace(with_undo(workshop, changed(workshop, recorded), recorded), seq=recorded.seq)


def changed(workshop: Workshop, recorded: "Recorded") -> Workshop:
    """What the event itself changes, by its area."""
    event = recorded.event
    if isinstance(event, events.Marking):
        return marking.evolve(workshop, event, recorded)
    if isinstance(event, events.Writing):
        return writing.evolve(workshop, event, recorded)
    if isinstance(event, events.Running):
        return running.evolve(workshop, event, recorded)
    if isinstance(event, events.Seating):
        return seating.evolve(workshop, event, recorded)
    return preparing.evolve(workshop, event, recorded)


def with_undo(before: Workshop, after: Workshop, recorded: "Recorded") -> Workshop:
    """Remember, per seat, what would take its last contribution back.

    What one seat does in one turn of the door, fact after fact, is one contribution.
    """
    back = inverse(before, recorded)
    if back is None:
        return after
    seat = recorded.for_
    same_turn = before.last.get(seat) == (recorded.seq - 1, recorded.at)
    return replace(
        after,
        undo=put(after.undo, seat, (*back, *(before.undo.get(seat, ()) if same_turn else ()))),
        last=put(after.last, seat, (recorded.seq, recorded.at)),
    )


def replayed(log: "Iterable[Recorded]", start: Workshop | None = None) -> Workshop:
    """The workshop that a whole log leaves."""
    return reduce(evolve, log, start or Workshop())
