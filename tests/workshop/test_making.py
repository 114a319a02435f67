"""A file in the making: told how far it is, given up, fetched by whoever asked, from whichever worker answers."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitation.live.commands import RemoveSeat
from tests.conftest import Clock
from tests.workshop.desk import Desk
from tests.workshop.readback import EVERY, flat, says
from tests.workshop.test_draft import TO, opened, sat, with_a_goal
from tests.workshop.visitor import Visitor, forms
from workshop import create_app, limits, store
from workshop.config import Settings
from workshop.exports import FORMATS, MADE, Format

PATIENCE = 20.0


@dataclass
class Gate:
    """Holds the slow format back."""

    path: Path
    asked: list[str] = field(default_factory=list[str])

    def open(self, *parts: int) -> None:
        for part in parts:
            (self.path / f"part-{part}").touch()

    def open_wide(self) -> None:
        self.open(1, 2, 3, 4)

    def at_work(self) -> list[int]:
        return [int(path.name.rpartition("-")[2]) for path in self.path.glob("at-work-*")]


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    path = tmp_path / "gate"
    path.mkdir()
    monkeypatch.setenv("TOIMI_GATE", str(path))
    for listed in (FORMATS, MADE):
        monkeypatch.setitem(listed, "slow", Format("slow", "Slow", "text/plain", "tests.workshop.slow_format"))
    gate = Gate(path)
    yield gate
    gate.open_wide()


@pytest.fixture
def other_worker(app: Flask, settings: Settings, clock: Clock) -> Iterator[Flask]:
    other = create_app(settings, clock)
    other.testing = True
    yield other
    store.engine_of(other).dispose()


def until(true: Callable[[], object]) -> None:
    """Comes back when it is so."""
    late = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < late, "It never came to be so."
        time.sleep(0.02)


@contextmanager
def no_turn_free(app: Flask) -> Iterator[None]:
    """Whatever is asked for meanwhile waits in the queue."""
    over, queue = Event(), app.extensions["making_queue"]
    for _ in range(limits.MADE_AT_ONCE):
        queue.add(over.wait)
    try:
        yield
    finally:
        over.set()


class Asking:
    """A person at the draft's page whose script asks for files."""

    def __init__(self, visitor: Visitor, workshop: str) -> None:
        self.visitor, self.draft, self.count = visitor, f"/w/{workshop}/draft", 0
        self.file = self.draft

    def ask(self, format: str, once: str = "", **fields: str) -> TestResponse:
        """At the file's own address, with what it is asked for with in it."""
        self.count += 1
        return self.post(f"{self.file}.{format}", once or f"once-of-the-test-{self.count}", fields)

    def post(self, address: str, once: str, fields: dict[str, str]) -> TestResponse:
        return self.visitor.client.post(address, query_string=fields, data=self.form("once") | {"once": once})

    def asked(self, format: str, once: str = "", **fields: str) -> str:
        answer = self.ask(format, once, **fields)
        assert answer.status_code == 201, answer.text
        return (answer.json or {})["address"]

    def form(self, name: str) -> dict[str, str]:
        """The page's own form, with its token."""
        page = self.visitor.get(self.draft)
        found = next(form for form in forms(page) if name in form.fields)
        return {key: str(value) for key, value in found.fields.items()}

    def stands(self, making: str) -> dict[str, str]:
        answer = self.visitor.client.get(making)
        assert answer.status_code == 200
        return answer.json or {}

    def is_(self, making: str, state: str) -> Callable[[], bool]:
        return lambda: self.stands(making)["state"] == state

    def give_up(self, making: str) -> None:
        token = {"csrf_token": self.form("once")["csrf_token"]}
        assert self.visitor.client.post(f"{making}/given-up", data=token).status_code == 204

    def fetched(self, making: str) -> TestResponse:
        return self.visitor.client.get(f"{making}/file")


@pytest.fixture
def fay(desk: Desk, facilitator: Visitor) -> Asking:
    return Asking(facilitator, desk.id)


@pytest.mark.parametrize("format", ["md", "xlsx"])
def test_what_was_made_beside_the_page_is_what_the_plain_link_gives(desk: Desk, fay: Asking, format: str):
    with_a_goal(desk)
    making = fay.asked(format)
    until(fay.is_(making, "made"))
    made, plain = fay.fetched(making), fay.visitor.get(f"{fay.draft}.{format}")
    assert made.data == plain.data
    assert made.headers["Content-Disposition"] == plain.headers["Content-Disposition"]
    assert made.mimetype == plain.mimetype


def test_how_far_it_is_is_told_in_words(fay: Asking, gate: Gate):
    making = fay.asked("slow")
    gate.open(1)
    until(lambda: fay.stands(making)["words"] == "1 of 4 parts")
    assert fay.fetched(making).status_code == 404
    gate.open_wide()
    until(fay.is_(making, "made"))
    assert fay.fetched(making).data


def test_what_is_given_up_has_no_child_left(fay: Asking, gate: Gate):
    making = fay.asked("slow")
    until(gate.at_work)
    (pid,) = gate.at_work()
    fay.give_up(making)
    until(fay.is_(making, "unmade"))
    assert fay.stands(making)["words"] == "Cancelled. Nothing was made."
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_whoever_waits_is_told_the_place_in_the_queue_and_moves_up(fay: Asking, gate: Gate, clock: Clock):
    makings: list[str] = []
    for _ in range(limits.MADE_AT_ONCE + 2):
        makings.append(fay.asked("slow"))
        clock.pass_by(seconds=1)
    until(lambda: len(gate.at_work()) == limits.MADE_AT_ONCE)
    *_, next_, last = makings
    assert fay.stands(last)["words"] == "Waiting, number 2 in the queue"
    fay.give_up(next_)
    assert fay.stands(last)["words"] == "Waiting, number 1 in the queue"
    gate.open_wide()
    until(fay.is_(last, "made"))
    assert len(gate.at_work()) == limits.MADE_AT_ONCE + 1, "what was given up was never begun"


def test_asked_twice_by_one_press_it_is_made_once(fay: Asking, gate: Gate):
    assert fay.asked("slow", "one-press-of-a-button") == fay.asked("slow", "one-press-of-a-button")


def test_one_press_for_another_format_or_template_is_another_file(fay: Asking, gate: Gate):
    wanted = ({"format": "slow"}, {"format": "md"}, {"format": "slow", "template": "own"})
    assert len({fay.asked(once="one-press-of-a-button", **each) for each in wanted}) == 3


def test_another_worker_tells_and_gives_up_what_the_first_one_makes(
    fay: Asking, gate: Gate, other_worker: Flask, clock: Clock
):
    elsewhere = Asking(Visitor(other_worker), fay.draft.split("/")[2])
    elsewhere.visitor.client._cookies = fay.visitor.client._cookies
    first = fay.asked("slow")
    gate.open(1)
    until(lambda: elsewhere.stands(first)["words"] == "1 of 4 parts")
    elsewhere.give_up(first)
    until(fay.is_(first, "unmade"))
    gate.open_wide()
    second = fay.asked("slow")
    until(elsewhere.is_(second, "made"))
    assert elsewhere.fetched(second).data == fay.fetched(second).data


def test_nobody_hears_of_the_making_of_another(desk: Desk, app: Flask, fay: Asking, gate: Gate):
    making = fay.asked("slow")
    ben = Asking(sat(app, desk, desk.seat("ben")), desk.id)
    token = {"csrf_token": ben.form("once")["csrf_token"]}
    assert ben.visitor.client.get(making).status_code == 404
    assert ben.visitor.client.post(f"{making}/given-up", data=token).status_code == 404
    assert ben.fetched(making).status_code == 404
    assert Visitor(app).client.get(making).status_code == 404
    gate.open_wide()
    until(fay.is_(making, "made"))
    assert ben.fetched(making).status_code == 404


def test_a_removed_seat_fetches_nothing_that_was_made_for_it(desk: Desk, app: Flask, gate: Gate):
    asker = desk.seat("ben")
    ben = Asking(sat(app, desk, asker), desk.id)
    making = ben.asked("md")
    until(ben.is_(making, "made"))
    desk.ask(RemoveSeat(asker.seat), desk.host)
    assert ben.fetched(making).status_code == 404


@pytest.mark.parametrize("format", EVERY)
def test_in_the_middle_of_a_step_a_file_holds_what_whoever_asks_may_see_at_that_moment(
    desk: Desk, app: Flask, fay: Asking, format: str
):
    with_a_goal(desk)
    ben = Asking(sat(app, desk, desk.seat("ben")), desk.id)
    assert [flat(TO) in says(format, taken(who, format)) for who in (fay, ben)] == [True, False]
    opened(desk, "metrics")
    assert flat(TO) in says(format, taken(ben, format))


def taken(who: Asking, format: str) -> bytes:
    """Made beside the page, but for what is only had by its link."""
    if format not in FORMATS:
        return who.visitor.get(f"{who.draft}.{format}").data
    making = who.asked(format)
    until(who.is_(making, "made"))
    return who.fetched(making).data


def test_a_file_that_nobody_fetched_is_gone_after_minutes(fay: Asking, app: Flask, clock: Clock):
    making = fay.asked("md")
    until(fay.is_(making, "made"))
    clock.pass_by(seconds=limits.MADE_SECONDS + 1)
    assert fay.fetched(making).status_code == 404
    assert not list((app.extensions["settings"].instance / "making").iterdir())


def test_a_worker_that_went_down_is_told_as_something_that_broke(fay: Asking, gate: Gate, clock: Clock):
    making = fay.asked("slow")
    until(fay.is_(making, "making"))
    clock.pass_by(seconds=limits.MAKING_SECONDS + 1)
    assert fay.stands(making)["words"].startswith("Something broke on our side.")


def test_nobody_piles_up_more_than_a_gallery(fay: Asking, gate: Gate, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "UNREADY_A_PERSON", 2)
    fay.asked("slow")
    fay.asked("slow")
    assert fay.ask("slow").status_code == 429


@pytest.mark.parametrize(
    ("fields", "status"), [({"format": "exe"}, 404), ({"of": "nothing"}, 404), ({"once": "x"}, 400)]
)
def test_what_is_not_offered_is_not_made(fay: Asking, fields: dict[str, str], status: int):
    assert fay.ask(**{"format": "md", **fields}).status_code == status


def test_without_the_forms_token_nothing_is_begun(fay: Asking):
    fay.visitor.client.application.config["WTF_CSRF_ENABLED"] = True
    answer = fay.visitor.client.post(f"{fay.draft}.md", data={"once": "once-of-the-test-1"})
    assert answer.status_code == 400
