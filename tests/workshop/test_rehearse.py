"""`toimi rehearse`: simulated people come to a place that is served, work, and leave when they are told."""

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.workshop.served import Place, served
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.rehearsal.people import people
from workshop.rehearsal.stage import Stage
from workshop.store import schema

ENDS_WITHIN = 120
LEAVES_WITHIN = 15
"""Seconds; a person at human pace rests for longer than that before the first word."""


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Stage]]:
    """A place with a workshop of ninety minutes."""
    folder = tmp_path_factory.mktemp("rehearsed")
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    set_ = stage.build(app, "toimi", "ninety_minutes", "en")
    store.engine_of(app).dispose()
    with served(folder) as place:
        yield place, set_


def rehearse(place: Place, code: str, *words: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "workshop.cli", "rehearse", place.url, code, *words]
    return subprocess.Popen(command, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def names(place: Place) -> set[str]:
    """Who has taken a seat."""
    with closing(sqlite3.connect(place.instance / "toimi.db")) as db:
        return {name for (name,) in db.execute("select name from person")}


def test_one_person_at_human_pace_sits_down_and_leaves_when_told(hall: tuple[Place, Stage]):
    place, set_ = hall
    one = rehearse(place, set_.code, "--people", "1")
    waiting = threading.Event()
    while people(1, "en")[0].name not in names(place):
        assert one.poll() is None
        waiting.wait(0.1)
    one.terminate()
    said, _ = one.communicate(timeout=LEAVES_WITHIN)
    assert (one.returncode, said) == (0, "Stopped.\n0 acts, 0 refused, not at the end.\n")


def test_people_and_a_facilitator_at_fast_pace_come_to_the_end_of_the_day(hall: tuple[Place, Stage]):
    place, set_ = hall
    link = f"/seat/{set_.host_key}"
    all_of_them = rehearse(place, set_.code, "--people", "3", "--language", "mixed", "--pace", "fast", "--host", link)
    said, _ = all_of_them.communicate(timeout=ENDS_WITHIN)
    assert all_of_them.returncode == 0
    assert said.endswith(" acts, 0 refused.\n")
    assert {person.name for person in people(3, "en")} <= names(place)


def test_who_is_not_let_in_says_so_in_one_line(hall: tuple[Place, Stage]):
    nobody = rehearse(hall[0], "ZZZZZZZZ", "--people", "1")
    said, _ = nobody.communicate(timeout=ENDS_WITHIN)
    assert (nobody.returncode, said.count("\n"), said[:7]) == (1, 1, "Error: "), said
