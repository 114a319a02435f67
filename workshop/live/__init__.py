"""The workshop live: sockets, streams, presence, and HTTPS where a network shuts sockets out."""

import random
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import gevent
from flask import Flask

from workshop.config import settings_of
from workshop.limits import AGAIN_AFTER_SECONDS, AGAIN_SECONDS
from workshop.live import fallback
from workshop.live.gateway import Gateway
from workshop.live.hall import Say, View
from workshop.live.halls import Halls
from workshop.live.origins import origin_allowed
from workshop.live.pulse import Pulse
from workshop.live.view import workshop_view
from workshop.live.wire import Engine, open_wire
from workshop.room import rooms_of
from workshop.store.people import people_of

LAST_WORDS_SECONDS = 0.5


@dataclass
class Live:
    """What lives beside the requests of an app."""

    halls: Halls
    gateway: Gateway
    engine: Engine
    pulse: Pulse

    def close(self, reason: str = "restart") -> None:
        """Say farewell to everybody, each with a time of its own to come back, and let the words leave."""
        for listener in list(self.gateway.listeners.values()):
            self.gateway.farewell(listener, reason, round(AGAIN_AFTER_SECONDS + random.random() * AGAIN_SECONDS, 2))  # noqa: S311
        self.pulse.stop()
        gevent.sleep(LAST_WORDS_SECONDS)

    def measured(self) -> dict[str, float]:
        """Figures for an operator: seconds and counts."""
        return {
            "loop_lag_seconds": self.pulse.lag.last,
            "loop_lag_worst_seconds": self.pulse.lag.worst,
            "sockets": len(self.gateway.listeners),
            "halls": len(self.halls.open),
            "seats_here": sum(len(hall.presence.sockets) for hall in self.halls.open.values()),
            "queue_cuts": self.engine.cuts,
        }


def init_app(app: Flask, view: View | None = None) -> None:
    """Open the socket on this app and subscribe to the door. Needs the door (workshop.perform) opened before."""
    halls = Halls(app, view or workshop_view(), say=_voice_of(app))
    pulse = Pulse(app, halls, unreadable=lambda workshop: live_of(app).gateway.farewell_of(workshop, "newer"))
    gateway = Gateway(halls, lambda: live_of(app).engine, pulse)
    settings = settings_of(app)
    engine = open_wire(app, gateway, lambda environ: origin_allowed(settings, environ))
    app.extensions["live"] = Live(halls, gateway, engine, pulse)
    rooms_of(app).changed.append(halls.changed)
    people_of(app).renamed.append(halls.renamed)
    app.register_blueprint(fallback.bp)
    # Its asks are JSON with an origin of ours, which no form of another site can send.
    app.extensions["csrf"].exempt(fallback.bp)


def _voice_of(app: Flask) -> Say:
    """The engine's voice, which comes after the halls that will use it."""

    def say(lines: Iterable[str], name: str, body: Any) -> None:
        live_of(app).engine.say(lines, name, body)

    return say


def live_of(app: Flask) -> Live:
    return app.extensions["live"]
