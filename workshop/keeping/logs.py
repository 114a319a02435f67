"""Words struck out of a living log: facts, numbers and whatever was approved stay as they are.

A log is only ever added to; this is the one exception, for what a person may ask to be forgotten. A plan's approved
versions never change: a word that stands in one stays where it is, and whoever asks is told so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from sqlalchemy import Connection, update

from facilitation.live.events import Recorded
from facilitation.plans.state import Life
from workshop.room import Moment, Room, rooms_of
from workshop.store import counted
from workshop.store.log import EVENTS, Log, LogKey, Written

Change: TypeAlias = Callable[[Written], Mapping[str, Any]]
"""What a fact's body becomes; the same body where nothing is to be struck."""


@dataclass(frozen=True)
class Struck:
    """How many facts of a log were changed, and the numbers of those that had to stay."""

    changed: int = 0
    kept: tuple[int, ...] = ()


def strike(key: LogKey, change: Change) -> Struck:
    """Change facts of a log in one transaction, rows made of it too, and let this worker's room read it anew."""
    room = rooms_of().room(key)
    with room.lock:
        done = room.transactions.write(lambda connection: _struck(connection, room, change))
        if done.changed:
            room.read_anew()
    return done


def _struck(connection: Connection, room: Room, change: Change) -> Struck:
    log = Log(connection, room.key)
    log.lock()
    facts = log.since()
    after, told = _told(facts, room, change)
    for before, fact in zip(facts, after, strict=True):
        if before.body != fact.body:
            here = (EVENTS.c.log == str(room.key), EVENTS.c.seq == fact.seq)
            connection.execute(update(EVENTS).where(*here).values(body=fact.body))
    if told.changed and room.ledger.project:
        room.ledger.project(connection, _folded(room, after))
        counted.forget(connection)  # what was put together of it may hold the words
    return told


def _told(facts: Sequence[Written], room: Room, change: Change) -> tuple[Sequence[Written], Struck]:
    wished = [replace(fact, body=change(fact)) for fact in facts]
    differing = [n for n, fact in enumerate(facts) if fact.body != wished[n].body]
    after = _allowed(facts, wished, differing, room)
    changed = [n for n in differing if after[n].body != facts[n].body]
    kept = tuple(facts[n].seq for n in differing if n not in changed)
    return after, Struck(len(changed), kept)


def _allowed(
    facts: Sequence[Written], wished: Sequence[Written], differing: Sequence[int], room: Room
) -> Sequence[Written]:
    """All that is wished, where nothing approved would change by it; else as much of it as may be, fact by fact."""
    if not differing:
        return facts
    fixed = _fixed(_folded(room, facts))
    if _fixed(_folded(room, wished)) == fixed:
        return wished
    after = list(facts)
    for n in differing:
        after[n] = wished[n]
        if _fixed(_folded(room, after)) != fixed:
            after[n] = facts[n]
    return after


def _folded(room: Room, facts: Sequence[Written]) -> Any:
    ledger = room.ledger
    told = (Recorded(each.seq, each.at, each.by, each.for_, ledger.codec.event(each.type, each.body)) for each in facts)
    return Moment(0, ledger.initial()).caught_up(ledger, told).state


def _fixed(state: Any) -> object:
    """What must not change: a plan's approved versions, with who approved them in which words."""
    return [version for version in state.versions if version.approved] if isinstance(state, Life) else ()
