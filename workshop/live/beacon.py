"""What a hall says by the clock: the beacon by which a listener finds out it missed something, and who is near."""

from collections import defaultdict
from functools import partial

from workshop.live.hall import Hall
from workshop.live.presence import told_near


def beacons(hall: Hall) -> None:
    """Epoch and number of each stream, to every listener."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for listener in hall.listeners.values():
        if listener.names:
            groups[listener.names].append(listener.line)
    for names, lines in groups.items():
        streams = {name: (stream.epoch, stream.flushed) for name in names if (stream := hall.streams.get(name))}
        hall.world.say(lines, "beacon", {"now": hall.world.now().isoformat(), "streams": streams})


def nears(hall: Hall) -> None:
    """Who is near, in the room and in each group, where that changed."""
    seats = _seats_here(hall)
    for audience, lines in _listening(hall).items():
        tells = partial(hall.view.tells, hall.state, audience)
        body = {"stream": audience, **told_near(hall.presence.near, seats[audience], tells)}
        if hall.near_told.get(audience) != body:
            hall.near_told[audience] = body
            hall.world.say(lines, "near", body)


def _seats_here(hall: Hall) -> dict[str, list[str]]:
    seats: dict[str, list[str]] = defaultdict(list)
    for seat in hall.presence.here(hall.world.clock()):
        for audience in hall.view.audiences(hall.state, seat):
            seats[audience].append(seat)
    return seats


def _listening(hall: Hall) -> dict[str, list[str]]:
    lines: dict[str, list[str]] = defaultdict(list)
    for listener in hall.listeners.values():
        for name in listener.names:
            if name == "room" or name.startswith("group:"):
                lines[name].append(listener.line)
    return lines
