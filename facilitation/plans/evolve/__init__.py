"""From one state to the next: what each event makes of a plan. Pure; never refuses."""

from collections.abc import Iterable
from functools import reduce

from facilitation.plans import events
from facilitation.plans.events import Recorded
from facilitation.plans.evolve import approving, asking, deciding, following, reviewing, writing
from facilitation.plans.evolve.altering import altered
from facilitation.plans.state import Life


def evolve(life: Life, recorded: Recorded) -> Life:
    """The plan after one more event."""
    return altered(changed(life, recorded), seq=recorded.seq)


def changed(life: Life, recorded: Recorded) -> Life:
    """What the event itself changes, by its area."""
    event = recorded.event
    if isinstance(event, events.Writing):
        return writing.evolve(life, event, recorded)
    if isinstance(event, events.Reviewing):
        return reviewing.evolve(life, event, recorded)
    if isinstance(event, events.Following):
        return following.evolve(life, event, recorded)
    if isinstance(event, events.Deciding):
        return deciding.evolve(life, event, recorded)
    if isinstance(event, events.Asking):
        return asking.evolve(life, event, recorded)
    return approving.evolve(life, event, recorded)


def replayed(log: Iterable[Recorded], start: Life | None = None) -> Life:
    """The plan that a whole log leaves; a log up to a number leaves the plan as it was then."""
    return reduce(evolve, log, start or Life())
