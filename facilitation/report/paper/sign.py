"""The sign of an agenda: paper made from another agenda bears another one, whatever else happened meanwhile."""

from hashlib import sha256

from facilitation.live.asking import asked
from facilitation.live.state import Workshop
from facilitation.steps import options_of

DIGITS = 6
"""Few enough to be compared at a glance, enough that two agendas of one day hardly share them."""


def sign_of(workshop: Workshop) -> str:
    """Changes with the steps, their order, their texts, their options and the statements asked."""
    told = [
        (id, step.kind, sorted(step.title.items()), sorted(step.task.items()), sorted(map(repr, options)), statements)
        for id in workshop.order
        for step in (workshop.steps[id],)
        for options in (options_of(step).items(),)
        for statements in (asked(workshop, id) if "statements" in options_of(step) else [],)
    ]
    return sha256(repr(told).encode(errors="backslashreplace")).hexdigest()[:DIGITS]
