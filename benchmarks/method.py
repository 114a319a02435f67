"""The method alone: what one event costs to decide, evolve and tell, and how that grows with the room.

The ceiling is one copy of the room's largest mapping, which any immutable state has to make.
"""

from collections.abc import Callable, Mapping

from benchmarks.measure import head, line, microseconds
from facilitation.live import Asker, Command
from facilitation.live.commands import AddCard, GiveMark, OpenStep
from facilitation.view import Person, panel, touched
from tests.facilitation.world import IDEAS, STATE, STATEMENTS, Room, crowd

SEATS = (25, 250, 1000)
TIMES = 200
NAMES: Mapping[str, Person] = {}


def run() -> None:
    head("Method: one event, microseconds (median, 95th percentile)")
    for seats in SEATS:
        room, askers = crowd(seats)
        room.do(OpenStep(STATE))
        fill(room, askers)
        told(f"a mark, {seats} seats, {len(STATEMENTS)} statements", room, marks(askers))
        room.do(OpenStep(IDEAS, STATE))
        told(f"a card, {seats} seats, {len(room.state.cards)} cards before", room, cards(askers))


def fill(room: Room, askers: list[Asker]) -> None:
    for asker in askers:
        for statement in STATEMENTS[:5]:
            room.do(GiveMark(STATE, statement.id, 3), asker)


def marks(askers: list[Asker]) -> Callable[[int], tuple[Command, Asker]]:
    return lambda n: (GiveMark(STATE, STATEMENTS[n % 25].id, 1 + n % 5), askers[n % len(askers)])


def cards(askers: list[Asker]) -> Callable[[int], tuple[Command, Asker]]:
    return lambda n: (AddCard(f"card-{n:06}", IDEAS, {"text": f"idea {n}"}, "en"), askers[(n // 3) % len(askers)])


def told(what: str, room: Room, command: Callable[[int], tuple[Command, Asker]]) -> None:
    """Decide, evolve, and make every panel that changed."""
    turn = iter(range(TIMES + 1))

    def once() -> None:
        before = room.state
        room.do(*command(next(turn)))
        for audience, key in touched(before, room.state):
            panel(room.state, NAMES, audience, key)

    cost, worst = microseconds(once, min(TIMES, 70))
    ceiling, _ = microseconds(lambda: {**room.state.seats}, TIMES)
    line(what, f"{cost:.0f} ({worst:.0f})", f"one copy of the seats {ceiling:.0f}")
