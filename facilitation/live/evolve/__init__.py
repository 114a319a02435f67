"""From one state to the next: what each event makes of a workshop. Pure; never refuses."""

from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING

from facilitation.live import events
from facilitation.live.evolve import marking, preparing, running, seating, writing
from facilitation.live.evolve.undoing import inverse
from facilitation.live.state import Workshop, put

if TYPE_CHECKING:
    from collections.abc import Iterable

    from facilitation.live.events import Recorded

AREAS = (
    (events.Preparing, preparing.evolve),
    (events.Seating, seating.evolve),
    (events.Running, running.evolve),
    (events.Writing, writing.evolve),
    (events.Marking, marking.evolve),
)
ARMS = {kind: arm for area, arm in AREAS for kind in area.__args__}


def evolve(workshop: Workshop, recorded: "Recorded") -> Workshop:
    """The workshop after one more event."""
    after = ARMS[type(recorded.event)](workshop, recorded)
    return replace(with_undo(workshop, after, recorded), seq=recorded.seq)


def with_undo(before: Workshop, after: Workshop, recorded: "Recorded") -> Workshop:
    """Remember, per seat, what would take its last contribution back."""
    back = inverse(before, recorded)
    if back is None:
        return after
    return replace(
        after,
        undo=put(after.undo, recorded.for_, back),
        last_at=put(after.last_at, recorded.for_, recorded.at),
    )


def replayed(log: "Iterable[Recorded]", start: Workshop | None = None) -> Workshop:
    """The workshop that a whole log leaves."""
    return reduce(evolve, log, start or Workshop())
