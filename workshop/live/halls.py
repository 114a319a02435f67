"""The halls of this worker: opened when somebody listens, told by the door, closed when all have long left."""

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

import gevent
from flask import Flask

from facilitation.words import LANGUAGES
from workshop.clock import clock_of
from workshop.limits import IDLE_SECONDS
from workshop.live.hall import Hall, Say, View, World
from workshop.perform import workshop_log
from workshop.room import Room, rooms_of
from workshop.store.people import people_of


@dataclass
class Halls:
    """Halls by workshop."""

    app: Flask
    view: View
    say: Say
    open: dict[str, Hall] = field(default_factory=dict)

    def hall(self, workshop: str) -> Hall | None:
        """The workshop's hall, up to its log; None where there is no such workshop. Raises UnknownEvent."""
        room = rooms_of(self.app).room(workshop_log(workshop))
        room.catch_up()
        if room.seq == 0:
            rooms_of(self.app).forget(room.key)
            return None
        if workshop not in self.open:
            people = people_of(self.app).of(workshop)
            self.open.setdefault(workshop, Hall(self.view, self._world(), room.state, people))
        return self.open[workshop]

    def _world(self) -> World:
        return World(
            say=self.say,
            later=self._later,
            sleep=gevent.sleep,
            clock=time.monotonic,
            now=clock_of(self.app),
            epoch=lambda: secrets.token_urlsafe(6),
        )

    def _later(self, seconds: float, act: Any) -> None:
        gevent.spawn_later(seconds, act)

    def changed(self, room: Room, before: Any) -> None:
        """The door's word that a log moved on, or that words were struck out of it."""
        hall = self.open.get(room.key.id) if room.key.kind == "workshop" else None
        if hall is not None and room.seq >= hall.state.seq and room.state is not hall.state:
            hall.tell(room.state)

    def renamed(self, workshop: str, seat: str) -> None:
        hall = self.open.get(workshop)
        if hall is not None:
            hall.renamed(seat)

    def sweep(self) -> None:
        """Let go of halls and rooms that nobody has used for long."""
        now = time.monotonic()
        for room in rooms_of(self.app).living():
            hall = self.open.get(room.key.id)
            if now - room.used_at < IDLE_SECONDS or (hall is not None and hall.listeners):
                continue
            self.open.pop(room.key.id, None)
            people_of(self.app).forget(room.key.id)
            rooms_of(self.app).forget(room.key)


def language_in(state: Any, seat: str) -> str:
    """The language in which a seat reads, by the log."""
    taken = state.seats.get(seat)
    return taken.language if taken is not None and taken.language in LANGUAGES else "en"
