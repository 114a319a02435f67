"""A whole workshop over streams: all readers come level with what a fresh one sees."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from facilitation.live.events import Recorded
from tests.workshop.place import NOON

# -- One stream -----------------------------------------------------------------------------------------------------
from tests.workshop.test_streams import plain
from tests.workshop.toy import (
    LineAdded,
    LineRevised,
    LinesRevealed,
    LineWithdrawn,
    SeatMoved,
    SeatRemoved,
    SeatTaken,
    Toy,
    audiences,
    evolve,
    seen,
    toy_view,
)
from workshop.live.beacon import beacons
from workshop.live.hall import Hall, Listener, World
from workshop.rehearsal.streams import Streams

# -- A whole workshop -----------------------------------------------------------------------------------------------

PEOPLE = ("p0", "p1", "p2", "p3")
WALL = "wall"


class Net:
    """Carries frames from a worker to a reader's inbox, and looks at each for what is not the reader's to see."""

    def __init__(self) -> None:
        self.leaks: list[Any] = []

    def carry(self, hall: Hall, reader: "Reader", name: str, body: Any) -> None:
        body = plain(body)
        for stream, panels in _panels(name, body):
            own = reader.allowed(hall.state)
            seen_now = seen(hall.state, {}, stream) if stream in own else {}
            self.leaks += [
                (reader.seat, stream, key) for key, panel in panels.items() if panel and seen_now.get(key) != panel
            ]
        reader.inbox.append((name, body))


def _panels(name: str, body: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if name == "moment":
        yield from ((stream, part["panels"]) for stream, part in body["streams"].items())
    if name == "changes":
        yield body["stream"], body["panels"]


class Reader:
    """A browser: one seat, a line that may be lost, and what it has seen."""

    def __init__(self, seat: str) -> None:
        self.seat = seat
        self.seen = Streams()
        self.worker: Worker | None = None
        self.inbox: list[tuple[str, Any]] = []
        self.asks = False

    def allowed(self, state: Toy) -> tuple[str, ...]:
        return ("screen",) if self.seat == WALL else audiences(state, self.seat)

    def take(self) -> None:
        name, body = self.inbox.pop(0)
        if name == "moment":
            self.asks = False
            self.seen.moment(body)
        level = self.seen.take(body) if name == "changes" else name != "beacon" or self.seen.level(body["streams"])
        self.asks = self.asks or not level


class Worker:
    """A process: its own fold of the log, its own streams, the readers on its lines."""

    def __init__(self, name: str, log: list[Recorded], net: Net, chance: random.Random) -> None:
        self.name, self.log, self.net, self.chance = name, log, net, chance
        self.lives = 0
        self.time = 0.0
        self.start()

    def start(self) -> None:
        self.lives += 1
        self.readers: dict[str, tuple[Reader, Listener]] = {}
        self.open()

    def open(self) -> None:
        """A hall as after a start, or after it was let go from memory: other epochs, same listeners."""
        epochs = Counter()

        def epoch() -> str:
            epochs["n"] += 1
            return f"{self.name}{self.lives}.{epochs['n']}"

        world = World(self.say, lambda seconds, act: None, lambda seconds: None, lambda: self.time, lambda: NOON, epoch)
        self.state = Toy()
        self._fold()
        self.hall = Hall(toy_view(), world, self.state, {})

    def let_go(self) -> None:
        self.lives += 1
        kept = self.readers
        self.open()
        for _, listener in kept.values():
            self.hall.enter(listener)
            self.hall.show(listener, {})

    def _fold(self) -> None:
        for recorded in self.log[self.state.seq :]:
            self.state = evolve(self.state, recorded)

    def catch_up(self) -> None:
        self._fold()
        if self.state.seq > self.hall.state.seq:
            self.hall.tell(self.state)

    def say(self, lines: Any, name: str, body: Any) -> None:
        for line in list(lines):
            if line in self.readers:
                self.net.carry(self.hall, self.readers[line][0], name, body)

    def connect(self, reader: Reader) -> None:
        self.catch_up()
        listener = Listener(
            reader.seat, reader.seat, "w", "p0" if reader.seat == WALL else reader.seat, reader.seat == WALL
        )
        self.readers[listener.line] = (reader, listener)
        reader.worker = self
        self.hall.enter(listener)
        self.hall.show(listener, reader.seen.have())

    def catch_up_for(self, reader: Reader) -> None:
        self.catch_up()
        moment, rest = self.hall.moment(self.readers[reader.seat][1], reader.seen.have())
        self.net.carry(self.hall, reader, "moment", moment)
        for part in rest:
            self.net.carry(self.hall, reader, "changes", part)

    def drop(self, reader: Reader) -> None:
        _, listener = self.readers.pop(reader.seat)
        self.hall.leave(listener)
        reader.worker, reader.inbox, reader.asks = None, [], False


def happening(chance: random.Random, state: Toy, n: int) -> Any | None:
    seat = chance.choice([*PEOPLE])
    cards = sorted(state.lines)
    kind = chance.choices(("add", "revise", "withdraw", "move", "reveal"), (8, 5, 1, 3, 1))[0]
    if kind == "add":
        return seat, LineAdded(f"c{n}", f"CANARY{n}", chance.choice([None, "A", "B"]))
    if kind == "move":
        return "fay", SeatMoved(seat, chance.choice(["A", "B", None]))
    if kind == "reveal":
        return "fay", LinesRevealed()
    if not cards:
        return None
    card = chance.choice(cards)
    return seat, LineRevised(card, f"CANARY{n}") if kind == "revise" else LineWithdrawn(card)


class Run:
    """One random afternoon."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.net = Net()
        self.log: list[Recorded] = []
        self.state = Toy()
        for seat in ("fay", *PEOPLE):
            self.record(seat, SeatTaken(seat, "host" if seat == "fay" else "participant"))
        self.workers = [Worker(name, self.log, self.net, self.chance) for name in ("x", "y")]
        self.readers = [Reader(seat) for seat in ("fay", *PEOPLE, WALL)]

    def record(self, by: str, event: Any) -> None:
        recorded = Recorded(self.state.seq + 1, NOON, by, by, event)
        self.log.append(recorded)
        self.state = evolve(self.state, recorded)

    def go(self, steps: int) -> None:
        for n in range(steps):
            self._something(n)
            for worker in self.workers:
                self._beat(worker)
            for reader in self.readers:
                self._move(reader)

    def _something(self, n: int) -> None:
        happened = happening(self.chance, self.state, n)
        if happened is not None:
            self.record(*happened)

    def _beat(self, worker: Worker) -> None:
        worker.time += self.chance.choice([0.0, 0.02, 0.1])
        if self.chance.random() < 0.6:
            worker.catch_up()
        if self.chance.random() < 0.5:
            worker.hall.flush()
        if self.chance.random() < 0.05:
            beacons(worker.hall)
        if self.chance.random() < 0.01:
            for reader, _ in list(worker.readers.values()):
                worker.drop(reader)
            worker.start()
        if self.chance.random() < 0.01:
            worker.let_go()

    def _move(self, reader: Reader) -> None:
        if reader.worker is None:
            if self.chance.random() < 0.4:
                self.chance.choice(self.workers).connect(reader)
            return
        if self.chance.random() < 0.03:
            reader.worker.drop(reader)
            return
        if reader.asks and self.chance.random() < 0.7:
            reader.worker.catch_up_for(reader)
        for _ in range(self.chance.randint(0, 3)):
            if reader.inbox:
                reader.take()

    def calm_down(self) -> None:
        for worker in self.workers:
            worker.time += 1
            worker.catch_up()
            worker.hall.flush()
            for reader in self.readers:
                if reader.worker is None:
                    worker.connect(reader)
            beacons(worker.hall)
        for reader in self.readers:
            while reader.inbox or reader.asks:
                if reader.inbox:
                    reader.take()
                elif reader.worker is not None:
                    reader.worker.catch_up_for(reader)

    def wrong(self) -> list[str]:
        return [reader.seat for reader in self.readers if reader.seen.all() != self.due(reader)]

    def due(self, reader: Reader) -> dict[str, Any]:
        return {name: plain(seen(self.state, {}, name)) for name in reader.allowed(self.state)}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.integers(0, 2**32))
def test_whatever_happens_all_readers_come_level_and_none_sees_what_is_not_theirs(seed: int):
    run = Run(seed)
    run.go(120)
    run.calm_down()
    assert run.net.leaks == []
    assert run.wrong() == []


def test_who_was_removed_hears_nothing_more():
    run = Run(1)
    worker, reader = run.workers[0], run.readers[1]
    gone: list[str] = []
    worker.connect(reader)
    worker.hall.gone = lambda listener: gone.append(listener.seat)
    run.record("fay", SeatRemoved(reader.seat))
    heard = len(reader.inbox)
    run.record("p1", LineAdded("c1", "CANARY"))
    worker.catch_up()
    assert gone == [reader.seat] and reader.inbox[heard:] == []
