"""Simulated participants and facilitator on the real wire: they look, do what their part says, and rest."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from workshop.rehearsal.content import Script
from workshop.rehearsal.hosting import host_acts, over
from workshop.rehearsal.people import Person
from workshop.rehearsal.plot import acts
from workshop.rehearsal.seen import Act
from workshop.rehearsal.socket import SeatClient, Shut

log = logging.getLogger(__name__)

ASK_PATIENCE = 120.0

At: TypeAlias = tuple[str, str, str]
"""The step, its phase and its options: a rest from before hints were shown is no rest."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds between one person's acts, and how long the host waits for the room to come to rest."""

    least: float
    most: float
    settles: float
    at_most: float


PACES = {
    "fast": Pace(0.0, 0.01, 0.25, 20.0),
    "human": Pace(3.0, 25.0, 10.0, 15 * 60.0),
}


class Player:
    """One part, played in a thread of its own."""

    def __init__(self, client: SeatClient, part: Callable[[], Sequence[Act]], pace: Pace, seed: str) -> None:
        self.client = client
        self.rested_since: float | None = None
        self.rested_in: At | None = None
        self.granted: list[Act] = []
        self.refused: list[tuple[Act, str]] = []
        self.failed: Exception | None = None
        self._part = part
        self._pace = pace
        self._chance = Random(seed)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._play, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join(timeout=10)
        self.client.close()

    def _play(self) -> None:
        try:
            while not self._over.is_set():
                self._turn()
        except (Shut, TimeoutError) as gone:
            self.failed = gone
            log.warning("a player left: %r", gone)

    def _turn(self) -> None:
        vain = [act for act, _ in self.refused]
        place = place_of(self.client)
        wanted = [act for act in self._part() if act not in vain]
        if not wanted:
            self._rest(place)
            return
        self.rested_since = None
        for act in wanted:
            self._do(act)

    def _rest(self, place: At) -> None:
        """There was nothing to do in this place; a rest begun elsewhere does not count."""
        if self.rested_in != place or self.rested_since is None:
            self.rested_in, self.rested_since = place, time.monotonic()
        self._over.wait(0.05)

    def _do(self, act: Act) -> None:
        if self._over.wait(self._chance.uniform(self._pace.least, self._pace.most)):
            return
        name, body = act
        answer = self.client.ask(name, body, patience=ASK_PATIENCE)
        if answer.get("ok"):
            self.granted.append(act)
        else:
            self.refused.append((act, str(answer.get("code"))))


def place_of(client: SeatClient) -> At:
    """Where the room is, as this client sees it."""
    step = (client.streams.panel("now") or {}).get("step") or ""
    panel = client.streams.panel(f"step:{step}") or {}
    return step, panel.get("phase", ""), str(panel.get("options"))


class Cast:
    """The players of one rehearsal, and whether the room has come to rest."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self.players: list[Player] = []
        self.host: Player | None = None
        self._step = ""
        self._step_since = time.monotonic()

    def add(self, client: SeatClient, person: Person, script: Script) -> Player:
        player = Player(client, lambda: acts(client.streams.merged(), person, script), self.pace, person.name)
        self.players.append(player)
        player.start()
        return player

    def add_host(self, client: SeatClient, script: Script) -> Player:
        host_pace = Pace(0.0, self.pace.most / 10, self.pace.settles, self.pace.at_most)
        self.host = Player(client, lambda: self._host_part(client, script), host_pace, "host")
        self.host.start()
        return self.host

    def _host_part(self, client: SeatClient, script: Script) -> Sequence[Act]:
        panels = client.streams.merged()
        return host_acts(panels, script, self._settled(client)) if panels else ()

    def _settled(self, host: SeatClient) -> bool:
        """Everybody sees what the host sees, rests, and has rested for a while; or the step took long enough."""
        place = place_of(host)
        if place[0] != self._step:
            self._step, self._step_since = place[0], time.monotonic()
        at = time.monotonic()
        here = [player for player in self.players if player.failed is None]
        quiet = all(
            player.rested_in == place
            and player.rested_since is not None
            and at - player.rested_since > self.pace.settles
            for player in here
        )
        return quiet or at - self._step_since > self.pace.at_most

    def ended(self) -> bool:
        """Whether the last step is closed."""
        return self.host is not None and over(self.host.client.streams.merged())

    def play(self, patience: float) -> bool:
        """Until the workshop is over; False when it was not within `patience` seconds."""
        deadline = time.monotonic() + patience
        waiting = threading.Event()
        while not self.ended() and time.monotonic() < deadline:
            if self.host is not None and self.host.failed is not None:
                raise self.host.failed
            waiting.wait(0.2)
        return self.ended()

    def stop(self) -> None:
        for player in self.everybody:
            player.stop()

    @property
    def everybody(self) -> list[Player]:
        return [*self.players, *([self.host] if self.host else [])]

    @property
    def refusals(self) -> list[tuple[Act, str]]:
        return [refusal for player in self.everybody for refusal in player.refused]

    @property
    def granted(self) -> list[Act]:
        """Everything that was acknowledged."""
        return [act for player in self.everybody for act in player.granted]
