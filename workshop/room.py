"""The living log: one workshop's or plan's state in memory, caught up with its log, and the line of those who ask."""

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app
from sqlalchemy import Connection

from facilitation.live.events import Recorded
from workshop.store.codec import Codec
from workshop.store.log import Log, LogKey
from workshop.store.thread import Transactions

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Ledger:
    """A family of logs: how its state begins, what its rules grant, how a fact changes it, how facts are written.

    `decide(state, command, asker)` returns events or raises Refused; `evolve(state, recorded)` returns the new state.
    `project(connection, state)` keeps rows level with the state, in the transaction that appends the facts.
    """

    name: str
    initial: Callable[[], Any]
    decide: Callable[[Any, Any, Any], Sequence[Any]]
    evolve: Callable[[Any, Any], Any]
    codec: Codec
    project: Callable[[Connection, Any], None] | None = None


@dataclass(frozen=True)
class Moment:
    """The state after the fact of that number."""

    seq: int
    state: Any

    def after(self, ledger: Ledger, recorded: Recorded) -> "Moment":
        return Moment(recorded.seq, ledger.evolve(self.state, recorded))

    def caught_up(self, ledger: Ledger, facts: Iterable[Recorded]) -> "Moment":
        moment = self
        for fact in facts:
            moment = moment.after(ledger, fact)
        return moment


Changed = Callable[["Room", Any], None]
"""Is told a room and the state it had before. Never raises further than its own log line."""


class Room:
    """One log's life in this worker. Whoever holds `lock` has the turn; `state` is read by anybody at any time."""

    def __init__(self, key: LogKey, ledger: Ledger, transactions: Transactions, changed: Sequence[Changed]) -> None:
        self.key = key
        self.ledger = ledger
        self.transactions = transactions
        self.lock = threading.Lock()
        self.waiting: list[Any] = []
        self.moment = Moment(0, ledger.initial())
        self.used_at = time.monotonic()
        self._changed = changed

    @property
    def state(self) -> Any:
        return self.moment.state

    @property
    def seq(self) -> int:
        return self.moment.seq

    def read(self, connection: Connection) -> Moment:
        """This room's moment, brought up to the log as this transaction sees it; the room itself is left as it is."""
        return self.moment.caught_up(self.ledger, Log(connection, self.key).told(self.ledger.codec, self.seq))

    def catch_up(self) -> None:
        """Take in what others have written since. Raises UnknownEvent."""
        with self.lock:
            self.become(self.transactions.read(self.read))

    def read_anew(self) -> None:
        """Words were struck out of the log: read it from its beginning. The caller holds the turn."""
        before, begun = self.moment, Moment(0, self.ledger.initial())
        self.moment = self.transactions.read(
            lambda connection: begun.caught_up(self.ledger, Log(connection, self.key).told(self.ledger.codec))
        )
        self._tell(before)

    def become(self, moment: Moment) -> None:
        """Move on to a committed moment and tell. The caller holds the turn."""
        before = self.moment
        if moment.seq == before.seq:
            return
        self.moment = moment
        self._tell(before)

    def _tell(self, before: Moment) -> None:
        for tell in self._changed:
            try:
                tell(self, before.state)
            except Exception:
                # Who missed it heals by number: what is committed is never undone by a listener.
                log.exception("telling of %s at %s failed", self.key, self.seq)


class Rooms:
    """The rooms that live in this worker, by log."""

    def __init__(self, transactions: Transactions, ledgers: Sequence[Ledger]) -> None:
        self.transactions = transactions
        self.changed: list[Changed] = []
        self._ledgers = {ledger.name: ledger for ledger in ledgers}
        self._rooms: dict[LogKey, Room] = {}
        self._waking: dict[LogKey, Room] = {}

    def room(self, key: LogKey) -> Room:
        """The room of that log, brought to life if it sleeps. Raises UnknownEvent."""
        room = self._rooms.get(key) or self._woken(key)
        room.used_at = time.monotonic()
        return room

    def _woken(self, key: LogKey) -> Room:
        """All who ask while it wakes wait at the same lock: after a restart a whole room comes at once."""
        sleeping = Room(key, self._ledgers[key.kind], self.transactions, self.changed)
        room = self._waking.setdefault(key, sleeping)
        try:
            room.catch_up()
            return self._rooms.setdefault(key, room)
        finally:
            self._waking.pop(key, None)

    def ledger(self, kind: str) -> Ledger:
        """The rules and the codec of that family."""
        return self._ledgers[kind]

    def living(self) -> list[Room]:
        return list(self._rooms.values())

    def forget(self, key: LogKey) -> None:
        """Let a room go from memory. Its log brings it back."""
        self._rooms.pop(key, None)


def init_app(app: Flask, transactions: Transactions, ledgers: Sequence[Ledger]) -> None:
    app.extensions["rooms"] = Rooms(transactions, ledgers)


def rooms_of(app: Flask | None = None) -> Rooms:
    return (app or current_app).extensions["rooms"]
