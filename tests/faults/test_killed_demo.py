"""A whole rehearsed workshop whose server is killed in the middle: nothing acknowledged is lost, and the day ends."""

import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.workshop.server import Server, running_server
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.rehearsal.cli import enter
from workshop.rehearsal.players import PACES, Cast
from workshop.rehearsal.stage import Stage
from workshop.store import schema

PEOPLE = 24
LEVEL_SECONDS = 10.0
ENDS_WITHIN = 240.0


def test_a_killed_day_goes_on_with_everything_that_was_acknowledged(tmp_path: Path):
    set_ = built(tmp_path)
    with running_server(tmp_path) as server, rehearsed(server, set_) as cast:
        until(lambda: len(cast.granted) > 150)
        server.kill()
        server.start()
        head = logged_head(tmp_path, set_)
        for player in cast.everybody:
            player.client.until(lambda streams: streams.panel("now") is not None, LEVEL_SECONDS)
        assert head > 150
        assert cast.play(ENDS_WITHIN)
        assert [player.failed for player in cast.everybody if player.failed] == []
    added = Counter(body["card"] for name, body in cast.granted if name == "AddCard")
    in_log = Counter(cards_in_log(tmp_path, set_))
    assert {card: in_log[card] for card in added} == dict(added)
    assert set(in_log.values()) == {1}
    assert numbers(tmp_path, set_) == list(range(1, len(numbers(tmp_path, set_)) + 1))


def built(folder: Path) -> Stage:
    """A workshop set up in the database that the server will open."""
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    made = stage.build(app, "toimi", "half_day", "en")
    store.engine_of(app).dispose()
    return made


@contextmanager
def rehearsed(server: Server, set_: Stage) -> Iterator[Cast]:
    cast = Cast(PACES["fast"])
    try:
        enter(cast, server.url, set_.code, PEOPLE, "en", f"/seat/{set_.host_key}")
        yield cast
    finally:
        cast.stop()


def until(found: Callable[[], bool], patience: float = 60.0) -> None:
    waiting = threading.Event()
    deadline = time.monotonic() + patience
    while not found():
        assert time.monotonic() < deadline
        waiting.wait(0.05)


def rows(folder: Path, query: str, log: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(folder / "toimi.db")) as db:
        return db.execute(query, (log,)).fetchall()


def log_of(set_: Stage) -> str:
    return f"workshop:{set_.workshop}"


def logged_head(folder: Path, set_: Stage) -> int:
    return len(numbers(folder, set_))


def numbers(folder: Path, set_: Stage) -> list[int]:
    return [int(seq) for (seq,) in rows(folder, "select seq from event where log = ? order by seq", log_of(set_))]


def cards_in_log(folder: Path, set_: Stage) -> list[str]:
    query = "select json_extract(body, '$.card') from event where log = ? and type = 'CardAdded'"
    return [card for (card,) in rows(folder, query, log_of(set_))]
