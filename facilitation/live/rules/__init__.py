"""The rules: a state and a wish in, facts out. `[]` means nothing to do; Refused says why not, in words for the person.

Who may ask at all is the place's business (its table of rights); phase, authorship and budgets are decided here.
"""

from facilitation.live import commands
from facilitation.live.commands import Asker, Command
from facilitation.live.events import Event
from facilitation.live.rules import marking, preparing, running, seating, writing
from facilitation.live.state import Workshop
from facilitation.words import N_, Refused


def decide(workshop: Workshop, command: Command, asker: Asker) -> list[Event]:
    """What follows from a command, or Refused."""
    if asker.for_ and asker.for_ != asker.seat:
        vouch(workshop, asker)
    if isinstance(command, commands.Marking):
        return marking.decide(workshop, command, asker)
    if isinstance(command, commands.Writing):
        return writing.decide(workshop, command, asker)
    if isinstance(command, commands.Running):
        return running.decide(workshop, command, asker)
    if isinstance(command, commands.Seating):
        return seating.decide(workshop, command, asker)
    return preparing.decide(workshop, command, asker)


def vouch(workshop: Workshop, asker: Asker) -> None:
    """Only a host enters for somebody else, and only for a seat of this workshop as it is now, unmerged."""
    if not asker.hosts:
        raise Refused(N_("Only a facilitator can enter for somebody else."), code="not_yours")
    seat = workshop.seat_of(asker.whose)
    if seat is None or seat.id != asker.whose:
        raise Refused(N_("That person is not in this workshop."), code="no_such_seat")
