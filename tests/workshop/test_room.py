import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from facilitation.live.events import Recorded
from tests.workshop.place import ADA, HALL, ask, lines, seated, toy_place
from tests.workshop.toy import TOYS, AddCard, Toy
from workshop.room import Room, Rooms, rooms_of
from workshop.store.codec import UnknownEvent
from workshop.store.log import Log, Written


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Flask]:
    app = toy_place(tmp_path)
    with app.app_context():
        seated()
        yield app


def test_a_room_lives_on_between_asks(place: Flask):
    assert rooms_of().room(HALL) is rooms_of().room(HALL)


def test_a_room_that_was_let_go_comes_back_from_its_log_as_it_was(place: Flask):
    lines("c1", "c2")
    before = rooms_of().room(HALL)
    rooms_of().forget(HALL)
    after = rooms_of().room(HALL)
    assert after is not before and (after.state, after.seq) == (before.state, before.seq)


def test_a_room_that_many_ask_for_while_it_wakes_reads_its_log_once(place: Flask):
    reading, go = threading.Event(), threading.Event()
    folded: list[int] = []
    met: list[Room] = []

    def unhurried(toy: Toy, fact: Recorded) -> Toy:
        folded.append(fact.seq)
        reading.set()
        go.wait(10)
        return TOYS.evolve(toy, fact)

    rooms = Rooms(rooms_of().transactions, (replace(TOYS, evolve=unhurried),))
    askers = [threading.Thread(target=lambda: met.append(rooms.room(HALL))) for _ in range(5)]
    askers[0].start()
    reading.wait(10)
    for asker in askers[1:]:
        asker.start()
    go.set()
    for asker in askers:
        asker.join(10)
    assert (folded, len(met), len(set(map(id, met)))) == ([1, 2, 3], 5, 1)


def test_a_room_without_a_log_is_at_its_beginning(place: Flask):
    assert rooms_of().ledger("workshop").initial() == Toy()


def test_what_another_worker_wrote_is_told_once_it_is_caught_up(place: Flask, tmp_path: Path):
    here = rooms_of().room(HALL)
    told: list[tuple[int, int]] = []

    def hear(room: Room, before: Any) -> None:
        told.append((before.seq, room.seq))

    rooms_of().changed.append(hear)
    with toy_place(tmp_path).app_context():
        lines("c1", "c2")
    assert told == []
    here.catch_up()
    here.catch_up()
    assert told == [(3, 5)] and set(here.state.lines) == {"c1", "c2"}


def test_two_workers_number_on_from_each_other(place: Flask, tmp_path: Path):
    other = toy_place(tmp_path)
    for n in range(3):
        assert ask(AddCard(f"here{n}", "x"), ADA).seq == 4 + 2 * n
        with other.app_context():
            assert ask(AddCard(f"there{n}", "x"), ADA).seq == 5 + 2 * n


def test_a_log_that_cannot_be_read_leaves_the_room_where_it_was(place: Flask):
    room = rooms_of().room(HALL)
    newer = Written(4, room.transactions.read(lambda c: Log(c, HALL).since())[0].at, "a", "a", "LineSung", {})
    room.transactions.write(lambda connection: Log(connection, HALL).append(3, [newer], {}, newer.at))
    with pytest.raises(UnknownEvent, match="LineSung"):
        room.catch_up()
    assert room.seq == 3 and not room.lock.locked()
