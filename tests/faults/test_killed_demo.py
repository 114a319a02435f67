"""A whole rehearsed workshop whose server is killed in the middle: nothing acknowledged is lost, and the day ends."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.faults.history import gaps
from tests.faults.level import all_level_again, until
from tests.workshop.server import Server, running_server
from workshop import create_app, store
from workshop.config import Settings, completed
from workshop.rehearsal import stage
from workshop.rehearsal.cli import enter
from workshop.rehearsal.players import PACES, Cast, Player
from workshop.rehearsal.seen import Panels, Seen
from workshop.rehearsal.stage import Stage
from workshop.store import schema

PEOPLE = 24
KILLS = ((150, ""), (50, "goals"))
"""After so many more contributions, from the step of that kind on."""
ENDS_WITHIN = 240.0
PATIENT = replace(PACES["fast"], at_most=120.0)
"""A step waits for everybody, however long the server was away."""
LOGGED = {
    "GiveMark": ("MarkGiven", ("step", "statement", "level", "none")),
    "Pick": ("StatementsPicked", ("step", "statements")),
    "AddCard": ("CardAdded", ("card", "step", "answers", "language")),
    "ReviseCard": ("CardRevised", ("card", "field", "value", "language")),
    "CheckWording": ("WordingChecked", ("card", "field", "language")),
    "PlaceCards": ("CardsPlaced", ("cards", "cluster")),
    "GiveDots": ("DotsGiven", ("step", "card", "dots")),
    "GiveConfidence": ("ConfidenceGiven", ("step", "level", "raise_it")),
    "MarkReady": ("ReadyMarked", ("step", "ready")),
    "FormGroups": ("GroupsFormed", ("way",)),
    "NameDecider": ("DeciderNamed", ("seat",)),
    "OpenStep": ("StepOpened", ("step",)),
    "SetOption": ("OptionSet", ("step", "option", "value")),
    "Reveal": ("StepRevealed", ("step",)),
    "StartRound": ("RoundStarted", ("step", "statements")),
    "AgreeLevel": ("LevelAgreed", ("step", "statement", "level", "target", "reason")),
    "Decide": ("DecisionMade", ("decision", "step", "text", "cards", "reason")),
}
"""What people ask for in this day: the fact that each becomes, and what both say."""
NO_CONTRIBUTION = frozenset(("StartTimer", "StopTimer", "CloseStep", "MergeClusters"))

Contribution = tuple[str, str, str]
"""Whose, the fact's name, and what it says."""


def test_a_killed_day_goes_on_with_everything_that_was_acknowledged(tmp_path: Path):
    set_ = built(tmp_path)
    with running_server(tmp_path) as server, rehearsed(server, set_) as cast:
        for more, kind in KILLS:
            wait_for_more(cast, more, kind)
            clients = [player.client for player in cast.everybody]
            server.kill()
            met = [client.connects for client in clients]
            server.start()
            all_level_again(clients, met)
        assert cast.play(ENDS_WITHIN)
        assert [player.failed for player in cast.everybody if player.failed] == []
        acknowledged = Counter(told for player in cast.everybody for told in contributions(player))
    assert {fact for _, fact, _ in acknowledged} == {fact for fact, _ in LOGGED.values()}
    in_log = Counter(logged(tmp_path, set_))
    assert {each: in_log[each] for each in acknowledged} == acknowledged
    assert gaps(numbers(tmp_path, set_)) == []


def built(folder: Path) -> Stage:
    """A workshop set up in the database that the server will open."""
    app = create_app(completed(Settings(instance=folder)))
    schema.migrate(app)
    made = stage.build(app, "toimi", "half_day", "en")
    store.engine_of(app).dispose()
    return made


@contextmanager
def rehearsed(server: Server, set_: Stage) -> Iterator[Cast]:
    cast = Cast(PATIENT)
    try:
        enter(cast, server.url, set_.code, PEOPLE, "en", f"/seat/{set_.host_key}")
        yield cast
    finally:
        cast.stop()


def wait_for_more(cast: Cast, more: int, kind: str) -> None:
    """Until so many more were granted in the step of that kind, so that a kill always falls into the middle."""
    until(lambda: at_work(cast, kind), 120, f"no {kind} yet")
    due = len(cast.granted) + more
    until(lambda: len(cast.granted) > due, 60, "nothing goes on")
    assert not cast.ended()


def at_work(cast: Cast, kind: str) -> bool:
    """Whether the room is in the open step of that kind."""
    step = Seen(merged(cast.everybody[-1])).step
    return not kind or (step.get("kind"), step.get("phase")) == (kind, "open")


def merged(player: Player) -> Panels:
    return player.client.until(lambda streams: streams.merged(), 30)


def contributions(player: Player) -> Iterator[Contribution]:
    """What this player was told that it stands."""
    whose = Seen(merged(player)).seat
    for name, body in player.granted:
        if name not in NO_CONTRIBUTION:
            fact, keys = LOGGED[name]
            yield whose, fact, said(keys, body)


def logged(folder: Path, set_: Stage) -> Iterator[Contribution]:
    """What stands in the log."""
    keys_of = dict(LOGGED.values())
    for whose, fact, body in rows(folder, 'select "for", type, body from event where log = ?', set_):
        if fact in keys_of:
            yield whose, fact, said(keys_of[fact], json.loads(body))


def said(keys: Iterable[str], body: Mapping[str, Any]) -> str:
    return json.dumps([body.get(key) for key in keys])


def numbers(folder: Path, set_: Stage) -> list[int]:
    return [seq for (seq,) in rows(folder, "select seq from event where log = ? order by seq", set_)]


def rows(folder: Path, query: str, set_: Stage) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(folder / "toimi.db")) as db:
        return db.execute(query, (f"workshop:{set_.workshop}",)).fetchall()
