"""What happens in the room: commands are asked, rules decide, events are facts, evolve makes the next state."""

from facilitation.live.commands import COMMANDS, Asker, Command
from facilitation.live.events import EVENTS, Event, Recorded
from facilitation.live.evolve import evolve, replayed
from facilitation.live.rules import decide
from facilitation.live.state import Workshop

__all__ = ["COMMANDS", "EVENTS", "Asker", "Command", "Event", "Recorded", "Workshop", "decide", "evolve", "replayed"]
