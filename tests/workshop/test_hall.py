"""How a hall tells: at once, the wide before the narrow, gathered while it rests, and the answer last."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from facilitation.live.events import Recorded
from tests.workshop.place import NOON
from tests.workshop.toy import LineAdded, LineRevised, LinesRevealed, SeatTaken, Toy, evolve, toy_view
from workshop.limits import REST_SECONDS
from workshop.live.beacon import beacons
from workshop.live.hall import Hall, Listener, View, World
from workshop.store.people import Person

Heard = tuple[str, str, Any]


class Stand:
    """A hall with Fay the host, Ada and Ben in it; time goes by when it is told to, or when somebody waits."""

    def __init__(self, view: View | None = None, listeners: int = 1) -> None:
        self.time = 100.0
        self.heard: list[Heard] = []
        self.later: list[tuple[float, Callable[[], None]]] = []
        self.state = Toy()
        self.people = {"ada": Person("Ada")}
        world = World(self.say, self.do_later, self.pass_by, lambda: self.time, lambda: NOON, lambda: "e")
        self.hall = Hall(view or toy_view(), world, self.state, self.people)
        for seat in ("fay", "ada", "ben"):
            self.fold(seat, SeatTaken(seat, "host" if seat == "fay" else "participant"))
        self.hall.tell(self.state)
        self.listeners = {seat: self.listen(seat) for seat in ("fay", "ada", "ben")}
        for n in range(listeners - 1):
            self.listen("ben", f"ben's tab {n}")
        self.heard.clear()

    def listen(self, seat: str, line: str = "") -> Listener:
        listener = Listener(line or seat, line or seat, "w", seat)
        self.hall.enter(listener)
        self.hall.show(listener, {})
        return listener

    def fold(self, by: str, event: Any) -> None:
        self.state = evolve(self.state, Recorded(self.state.seq + 1, NOON, by, by, event))

    def happen(self, by: str, event: Any) -> None:
        self.fold(by, event)
        self.hall.tell(self.state)

    def say(self, lines: Any, name: str, body: Any) -> None:
        self.heard += [(line, name, body) for line in lines]

    def do_later(self, seconds: float, act: Callable[[], None]) -> None:
        self.later.append((self.time + seconds, act))

    def pass_by(self, seconds: float) -> None:
        self.time += seconds
        due, self.later = (
            [act for at, act in self.later if at <= self.time],
            [x for x in self.later if x[0] > self.time],
        )
        for act in due:
            act()

    def streams_told(self, line: str) -> list[str]:
        return [body["stream"] for heard, name, body in self.heard if heard == line and name == "changes"]


def added(card: str, text: str = "x") -> LineAdded:
    return LineAdded(card, text)


def test_a_change_is_told_at_once():
    stand = Stand()
    stand.happen("ada", added("c1"))
    assert stand.streams_told("ada") == ["seat:ada"] and stand.streams_told("ben") == []


def test_the_wide_are_told_before_the_narrow():
    stand = Stand()
    stand.happen("ada", added("c1"))
    stand.pass_by(1)
    stand.heard.clear()
    stand.happen("fay", LinesRevealed())
    stand.happen("ada", LineRevised("c1", "y"))
    stand.pass_by(1)
    assert stand.streams_told("fay")[:1] == ["room"]
    assert stand.streams_told("ada") == ["room", "room", "seat:ada"]


def test_one_frame_is_made_for_all_who_listen():
    stand = Stand(listeners=5)
    stand.happen("ada", added("c1"))
    stand.happen("fay", LinesRevealed())
    bodies = [body for _, name, body in stand.heard if name == "changes" and body["stream"] == "room"]
    assert len(bodies) == 7 and all(body is bodies[0] for body in bodies)


def test_while_a_stream_rests_changes_are_gathered_into_one():
    stand = Stand(listeners=100)
    stand.happen("ada", added("c1"))
    stand.happen("fay", LinesRevealed())
    stand.heard.clear()
    for text in "abc":
        stand.happen("ada", LineRevised("c1", text))
    assert stand.streams_told("ben") == []
    stand.pass_by(REST_SECONDS)
    assert stand.streams_told("ben") == ["room"]


def test_a_hidden_change_never_shifts_what_the_room_hears():
    def told_at(*, hidden: bool) -> list[float]:
        stand = Stand(listeners=100)
        times: list[tuple[float, str]] = []
        say = stand.hall.world.say
        stand.happen("ada", added("c1"))
        stand.happen("fay", LinesRevealed())

        def listen_in(lines: Any, name: str, body: Any) -> None:
            times.append((stand.time, body["stream"]))
            say(lines, name, body)

        stand.hall.world = replace(stand.hall.world, say=listen_in)
        for n in range(5):
            if hidden:
                stand.happen("ben", added(f"hidden{n}"))
            stand.pass_by(0.013)
            stand.happen("ada", LineRevised("c1", f"{n}"))
        return [time for time, stream in times if stream == "room"]

    assert told_at(hidden=True) == told_at(hidden=False)


def test_an_answer_waits_until_the_askers_own_streams_were_told():
    stand = Stand(listeners=100)
    stand.happen("ada", added("c1"))
    stand.happen("fay", LinesRevealed())
    stand.happen("ada", LineRevised("c1", "y"))
    stand.hall.settle(stand.listeners["ada"])
    assert stand.streams_told("ada") == ["seat:ada", "room", "room", "seat:ada"]
    assert stand.time < 100 + 2 * REST_SECONDS


def test_a_new_name_is_told_although_no_fact_says_it():
    stand = Stand()
    stand.people["ada"] = Person("Aada")
    stand.hall.renamed("ada")
    assert stand.streams_told("ben") == ["room"]


def test_a_beacon_tells_what_was_let_out_and_not_what_waits():
    stand = Stand(listeners=100)
    stand.happen("ada", added("c1"))
    stand.happen("fay", LinesRevealed())
    stand.happen("ada", LineRevised("c1", "y"))
    stand.heard.clear()
    beacons(stand.hall)
    told = {line: body["streams"]["room"] for line, _, body in stand.heard}
    assert told["ben"] == ("e", stand.hall.streams["room"].flushed)
    assert stand.hall.streams["room"].flushed < stand.hall.streams["room"].seq


def test_one_panel_that_cannot_be_made_does_not_hold_back_the_others(caplog: pytest.LogCaptureFixture):
    sound = toy_view()

    def broken(state: Any, people: Any, audience: str, key: str) -> Any:
        if key == "card:broken":
            raise ZeroDivisionError
        return sound.panel(state, people, audience, key)

    stand = Stand(replace(sound, panel=broken))
    stand.fold("ada", added("broken"))
    stand.happen("ada", added("c1"))
    assert [set(body["panels"]) for line, _, body in stand.heard if line == "ada"] == [{"card:c1"}]
    assert "cannot be made" in caplog.text
