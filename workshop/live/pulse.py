"""What happens by the clock while somebody listens: heads, beacons, nearness, attention, sweeping, the loop's lag."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import gevent
from flask import Flask

from workshop.limits import ATTENTION_SECONDS, BEACON_SECONDS, HEADS_SECONDS, NEAR_SECONDS
from workshop.live.beacon import beacons, nears
from workshop.live.hall import Hall
from workshop.live.halls import Halls
from workshop.room import rooms_of
from workshop.store.codec import UnknownEvent
from workshop.store.log import heads
from workshop.store.people import people_of

log = logging.getLogger(__name__)

BEAT_SECONDS = 0.25
SWEEP_SECONDS = 60.0


@dataclass
class Lag:
    """How late the loop is: what a client waits for beyond its own work. In seconds."""

    last: float = 0.0
    worst: float = 0.0

    def late(self, seconds: float) -> None:
        self.last = max(0.0, seconds)
        self.worst = max(self.worst, self.last)


@dataclass
class Pulse:
    """Beats from the first listener on."""

    app: Flask
    halls: Halls
    unreadable: Callable[[str], None]
    """Is told the workshop whose log is newer than this program."""
    lag: Lag = field(default_factory=Lag)
    _task: gevent.Greenlet | None = None

    def start(self) -> None:
        if self._task is None:
            self._task = gevent.spawn(self._run)

    def stop(self) -> None:
        if self._task is not None:
            self._task.kill()
            self._task = None

    def _run(self) -> None:
        works = {
            self.look_at_heads: HEADS_SECONDS,
            self._each(nears): NEAR_SECONDS,
            self._each(Hall.attend): ATTENTION_SECONDS,
            self._each(beacons): BEACON_SECONDS,
            self.halls.sweep: SWEEP_SECONDS,
        }
        due = dict.fromkeys(works, time.monotonic())
        while True:
            before = time.monotonic()
            gevent.sleep(BEAT_SECONDS)
            now = time.monotonic()
            self.lag.late(now - before - BEAT_SECONDS)
            for work, every in works.items():
                if now >= due[work]:
                    due[work] = now + every
                    self._do(work)

    def _do(self, work: Callable[[], None]) -> None:
        try:
            with self.app.app_context():
                work()
        except Exception:
            log.exception("a beat failed")

    def _each(self, work: Callable[[Hall], object]) -> Callable[[], None]:
        def every_hall() -> None:
            for hall in list(self.halls.open.values()):
                if hall.listeners:
                    work(hall)

        return every_hall

    def look_at_heads(self) -> None:
        """Catch up with what other processes wrote: a doorbell that was not heard costs a second."""
        rooms = {str(room.key): room for room in rooms_of(self.app).living()}
        if not rooms:
            return
        keys = [room.key for room in rooms.values()]
        for key, head in rooms_of(self.app).transactions.read(lambda connection: heads(connection, keys)).items():
            room = rooms[key]
            if head > room.seq:
                self._catch_up(room.key.id)

    def _catch_up(self, workshop: str) -> None:
        try:
            people_of(self.app).look_again(workshop)
            self.halls.hall(workshop)
        except UnknownEvent:
            log.exception("the log of %s is newer than this program", workshop)
            self.unreadable(workshop)
