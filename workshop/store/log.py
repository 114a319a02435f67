"""A log: facts numbered 1, 2, 3 … without gaps, and what was answered to whoever asked.

Core statements on a transaction's connection: a turn appends its facts and answers together, or not at all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Text, cast, insert, select, tuple_, update

from facilitation.live.events import Recorded
from workshop.store.codec import Codec
from workshop.store.tables import AnswerRow, EventRow, LogRow

EVENTS = EventRow.__table__
ANSWERS = AnswerRow.__table__
LOGS = LogRow.__table__

OnceKey = tuple[str, str]
"""Seat and once-id: what makes an ask the same ask."""


@dataclass(frozen=True, slots=True)
class LogKey:
    """Which log: of a workshop or of a plan."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Written:
    """A fact as stored, before a codec reads it."""

    seq: int
    at: datetime
    by: str
    for_: str
    type: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered: the log's number then, and a code with its arguments when it was refused."""

    seq: int
    code: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)


class Log:
    """One log, in one transaction."""

    def __init__(self, connection: Connection, key: LogKey) -> None:
        self._connection = connection
        self._kind = key.kind
        self._key = str(key)

    def lock(self) -> int:
        """The number of the last fact, 0 if there is none; nobody else appends until the transaction ends."""
        # SQLite took its lock when the transaction began and ignores FOR UPDATE.
        return self._connection.scalar(self._head().with_for_update()) or 0

    def head(self) -> int:
        return self._connection.scalar(self._head()) or 0

    def _head(self):
        return select(LOGS.c.head).where(LOGS.c.key == self._key)

    def since(self, seq: int = 0) -> list[Written]:
        """The facts after that number, in order."""
        rows = self._connection.execute(select(EVENTS).where(*self._after(seq)).order_by(EVENTS.c.seq))
        return [_written(row) for row in rows]

    def told(self, codec: Codec, seq: int = 0) -> list[Recorded]:
        """The same as a program knows them. Raises UnknownEvent when the log was written by a newer one."""
        columns = (EVENTS.c.seq, EVENTS.c.at, EVENTS.c.by, EVENTS.c["for"], EVENTS.c.type, cast(EVENTS.c.body, Text))
        rows = self._connection.execute(select(*columns).where(*self._after(seq)).order_by(EVENTS.c.seq))
        return [Recorded(number, at, by, for_, codec.read(type, body)) for number, at, by, for_, type, body in rows]

    def _after(self, seq: int) -> tuple[ColumnElement[bool], ...]:
        return EVENTS.c.log == self._key, EVENTS.c.seq > seq

    def answers(self, asks: Iterable[OnceKey]) -> dict[OnceKey, Answer]:
        """What was answered already to these asks."""
        rows = self._connection.execute(
            select(ANSWERS).where(
                ANSWERS.c.log == self._key,
                tuple_(ANSWERS.c.seat, ANSWERS.c.once).in_(sorted(set(asks))),
            )
        )
        return {(row.seat, row.once): Answer(row.seq, row.code, row.arguments) for row in rows}

    def append(self, head: int, facts: Sequence[Written], answers: Mapping[OnceKey, Answer], at: datetime) -> None:
        """Facts after `head`, and answers. The primary key is the last guard against a gap or a twin."""
        if facts:
            self._move_head(head, facts[-1].seq)
            self._connection.execute(insert(EVENTS), [self._event_values(fact) for fact in facts])
        if answers and (head or facts):
            self._connection.execute(insert(ANSWERS), [self._answer_values(*pair, at) for pair in answers.items()])

    def _move_head(self, head: int, to: int) -> None:
        if head == 0:
            self._connection.execute(insert(LOGS).values(key=self._key, kind=self._kind, head=to))
            return
        moved = self._connection.execute(
            update(LOGS).where(LOGS.c.key == self._key, LOGS.c.head == head).values(head=to)
        )
        if moved.rowcount != 1:
            raise RuntimeError(f"The head of {self._key} moved under a lock.")

    def _event_values(self, fact: Written) -> dict[str, Any]:
        return {
            "log": self._key,
            "seq": fact.seq,
            "at": fact.at,
            "by": fact.by,
            "for": fact.for_,
            "type": fact.type,
            "body": fact.body,
        }

    def _answer_values(self, once: OnceKey, answer: Answer, at: datetime) -> dict[str, Any]:
        return {
            "log": self._key,
            "seat": once[0],
            "once": once[1],
            "at": at,
            "seq": answer.seq,
            "code": answer.code,
            "arguments": answer.arguments,
        }


def heads(connection: Connection, keys: Iterable[LogKey]) -> dict[str, int]:
    """The last number of each of these logs, by its key's text."""
    rows = connection.execute(select(LOGS.c.key, LOGS.c.head).where(LOGS.c.key.in_([str(key) for key in keys])))
    return {row.key: row.head for row in rows}


def _written(row: Row) -> Written:
    columns = row._mapping
    return Written(columns["seq"], columns["at"], columns["by"], columns["for"], columns["type"], columns["body"])
