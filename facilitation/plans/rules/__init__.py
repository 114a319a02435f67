"""The rules of a plan: a state and a wish in, facts out. `[]` means nothing to do; Refused says why not.

Who may ask at all is the place's business (its table of rights); stages and whose approval it is are decided here.
"""

from facilitation.live.commands import Asker
from facilitation.plans import commands
from facilitation.plans.commands import Command
from facilitation.plans.events import Event
from facilitation.plans.rules import approving, asking, deciding, following, reviewing, writing
from facilitation.plans.state import Life


def decide(life: Life, command: Command, asker: Asker) -> list[Event]:
    """What follows from a command, or Refused."""
    if isinstance(command, commands.Writing):
        return writing.decide(life, command)
    if isinstance(command, commands.Reviewing):
        return reviewing.decide(life, command)
    if isinstance(command, commands.Following):
        return following.decide(life, command, asker)
    if isinstance(command, commands.Deciding):
        return deciding.decide(life, command)
    if isinstance(command, commands.Asking):
        return asking.decide(life, command)
    return approving.decide(life, command, asker)
