"""A simulated workshop that goes on when it is told to, and stands still for the camera."""

import threading
import time
from dataclasses import dataclass, replace

from flask import Flask

from facilitation.live.commands import AddStep
from facilitation.steps.kind import Step
from workshop.perform import Once, perform, workshop_log
from workshop.rehearsal import stage
from workshop.rehearsal.content import Script, script
from workshop.rehearsal.hosting import host_acts
from workshop.rehearsal.people import Person, people
from workshop.rehearsal.players import PACES, Cast, Player, place_of
from workshop.rehearsal.plot import acts
from workshop.rehearsal.seen import Act, Seen
from workshop.rehearsal.socket import SeatClient
from workshop.rehearsal.visitor import Seated, Visitor
from workshop.room import rooms_of

PEOPLE = 24
FINNISH = 1
"""The number of one who reads Finnish, in an English room."""
CALM = 0.4
PATIENT = 120.0


CHOICES = {"form": "choice", "choices": ["At once", "After the summer", "Next year"]}
MORE = (
    Step("step-matrix", "vote", minutes=10, options={"form": "matrix"}),
    Step("step-choice", "question", {"en": "When shall we begin?"}, minutes=5, options=CHOICES),
)


def build(app: Flask) -> stage.Stage:
    """One day, and after it two steps of sorts that no agenda has."""
    set_ = stage.build(app, "toimi", "one_day", "en")
    log = workshop_log(set_.workshop)
    with app.app_context():
        for step in MORE:
            last = rooms_of().room(log).state.order[-1]
            assert perform(log, AddStep(step, last), stage.SYSTEM, Once(step.id)).ok
    return set_


@dataclass
class Part:
    """A player's part, of which in steps of one kind only so many acts are let through."""

    client: SeatClient
    person: Person
    script: Script
    held_in: str = ""
    left: int = 0

    def __call__(self) -> list[Act]:
        panels = self.client.streams.merged()
        wanted = acts(panels, self.person, self.script)
        if Seen(panels).step.get("kind") != self.held_in:
            return wanted
        let, self.left = wanted[: self.left], max(0, self.left - len(wanted))
        return let


@dataclass
class Guest:
    """Somebody of the cast: their part, and the seat that a window can show too."""

    seated: Seated
    client: SeatClient
    part: Part

    @property
    def seen(self) -> Seen:
        return Seen(self.client.streams.merged())

    @property
    def person(self) -> Person:
        return self.part.person

    @property
    def holds_the_pen(self) -> bool:
        return self.seen.members[:1] == [self.seen.seat]


class Day:
    """A simulated workshop that goes on when it is told to, and stands still for the camera."""

    def __init__(self, address: str, set_: stage.Stage) -> None:
        self.cast = Cast(PACES["fast"])
        self.guests: list[Guest] = []
        self.script = script("en")
        self._address, self._set = address, set_
        self.host_seat = Visitor(address).come_by(f"/seat/{set_.host_key}")
        self.host = self.host_seat.client().open()

    def come(self) -> None:
        """Everybody takes a seat."""
        for person in people(PEOPLE, "en"):
            language = "fi" if person.number == FINNISH else "en"
            self._seat(replace(person, language=language), self.script)

    def _seat(self, person: Person, words: Script) -> None:
        seated = Visitor(self._address).join(self._set.code, person.joining())
        client = seated.client().open()
        part = Part(client, person, words)
        player = Player(client, part, PACES["fast"], person.name)
        self.cast.players.append(player)
        self.guests.append(Guest(seated, client, part))
        player.start()

    def hold(self, kind: str, few: dict[int, int]) -> None:
        """Let a few, by their number, do only so much in steps of this kind; everybody else is free."""
        for number, guest in enumerate(self.guests):
            guest.part.held_in, guest.part.left = (kind, few[number]) if number in few else ("", 0)
        for player in self.cast.players:
            player.rested_since = None  # who is free again first looks at what there is to do

    def go_on(self, kind: str, phase: str, *, hold: dict[int, int] | None = None) -> None:
        """Until the room is at rest in a step of this kind and phase, with a few who do only so much there."""
        self.hold(kind, hold or {})
        deadline = time.monotonic() + PATIENT
        while not (self._at(kind, phase) and self._calm()):
            if time.monotonic() > deadline:
                raise SystemExit(f"The room did not come to {kind}, {phase}; it is at {self._where()}.")
            if not self._at(kind, phase) or not self._calm():
                self._host(settled=self._calm() and not self._at(kind, phase))

    def _host(self, *, settled: bool) -> None:
        for name, body in host_acts(self.host.streams.merged(), self.script, settled):
            self.host.ask(name, body)
        threading.Event().wait(0.05)

    def sharpen(self) -> None:
        """Hints on, and nobody mends anything yet."""
        step = Seen(self.host.streams.merged()).current
        self.hold("goals", dict.fromkeys(range(PEOPLE), 0))
        self.host.ask("SetOption", {"step": step, "option": "sharpen", "value": True})

    def _where(self) -> tuple[str, str]:
        seen = Seen(self.host.streams.merged())
        return seen.step.get("kind", ""), seen.step.get("phase", "")

    def _at(self, kind: str, phase: str) -> bool:
        return self._where() == (kind, phase)

    def _calm(self) -> bool:
        """Everybody sees what the host sees and has had nothing to do for a while."""
        place, at = place_of(self.host), time.monotonic()
        return all(
            player.rested_in == place and player.rested_since is not None and at - player.rested_since > CALM
            for player in self.cast.players
        )

    def end(self) -> None:
        self.cast.stop()
        self.host.close()
