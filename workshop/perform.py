"""The one door for change, for workshops and plans.

One turn takes everyone who waits: it locks the log, catches up, decides for each in line, appends their facts and
answers in one commit, and only then lets anybody hear. Who asks the same twice gets the same answer and one effect.
"""

import dataclasses
import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from flask import Flask
from sqlalchemy import Connection

from facilitation.live.commands import Asker
from facilitation.live.events import Recorded
from facilitation.words import N_, Message, Refused
from workshop import room
from workshop.access import may
from workshop.clock import now
from workshop.limits import TURN
from workshop.room import Ledger, Moment, Room, rooms_of
from workshop.store import engine_of, people
from workshop.store.log import Answer, Log, LogKey, OnceKey, Written
from workshop.store.thread import Transactions

__all__ = ["Asker", "Ledger", "LogKey", "Once", "Outcome", "perform", "plan_log", "role_in", "workshop_log"]

log = logging.getLogger(__name__)

NOT_ALLOWED = N_("Your part here does not include that.")
MOVED_ON = N_("This has changed since you looked. Look again.")
HOSTS = ("system", "host", "cohost")


@dataclass(frozen=True, slots=True)
class Once:
    """What makes an ask the same ask when it is sent again: its id. `client` and `n` order the asks of one tab."""

    id: str
    client: str = ""
    n: int = 0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it: granted up to number `seq`, or refused with a code and the sentence for the person."""

    seq: int
    code: str = ""
    message: Message | None = None
    field: str | None = None
    kept: Mapping[str, Any] | None = None
    new: bool = dataclasses.field(default=False, compare=False)  # its own field has that name
    """Whether this very ask changed anything: not one that is answered once more, nor one that wished what is."""

    @property
    def ok(self) -> bool:
        return not self.code


@dataclass(eq=False, slots=True)
class _Ask:
    command: Any
    asker: Asker
    once: OnceKey
    seen: int | None = None
    outcome: Outcome | None = None
    failure: Exception | None = None

    @property
    def done(self) -> bool:
        return self.outcome is not None or self.failure is not None


def init_app(app: Flask, ledgers: Sequence[Ledger]) -> None:
    """Open the door on this app, for these families of logs."""
    transactions = Transactions(engine_of(app))
    room.init_app(app, transactions, ledgers)
    people.init_app(app, transactions)


def workshop_log(id: str) -> LogKey:
    return LogKey("workshop", id)


def plan_log(id: str) -> LogKey:
    return LogKey("plan", id)


def perform(key: LogKey, command: Any, asker: Asker, once: Once, seen: int | None = None) -> Outcome:
    """Ask for a change; returns after the commit and after everyone was told. With `seen`, only if that is the log's
    last number still.

    A refusal is an outcome. What is raised is a fault of ours or of the disk: nothing of the ask is stored then, and
    asking again with the same `once` is safe.
    """
    living = rooms_of().room(key)
    ask = _Ask(command, asker, (asker.seat, once.id), seen)
    living.waiting.append(ask)
    while not ask.done:
        with living.lock:
            if not ask.done:
                _turn(living, now())
    if ask.failure is not None:
        raise ask.failure
    assert ask.outcome is not None  # noqa: S101 (an ask that is done has one of the two)
    return ask.outcome


def role_in(state: Any, asker: Asker) -> str:
    """The asker's role, by the log. A seat that is not in it yet has what its page vouches for, a removed one none.

    Plans have no seats: their pages vouch for everybody.
    """
    if asker.role == "system" or asker.seat not in getattr(state, "seats", ()):
        return asker.role
    seat = state.seat_of(asker.seat)
    return seat.role if seat else ""


def _turn(living: Room, at: datetime) -> None:
    line = sorted(living.waiting, key=lambda ask: role_in(living.state, ask.asker) not in HOSTS)
    asks = line[:TURN]
    try:
        _together_or_alone(living, asks, at)
    finally:
        # A worker that is stopped in the middle leaves the others in line.
        for ask in asks:
            if ask.done:
                living.waiting.remove(ask)


def _together_or_alone(living: Room, asks: Sequence[_Ask], at: datetime) -> None:
    try:
        _transaction(living, asks, at)
    except Exception as error:
        log.warning("a turn of %d in %s failed: %r", len(asks), living.key, error)
        for ask in asks if len(asks) > 1 else ():
            _alone(living, ask, at)
        for ask in asks:
            ask.failure = ask.failure or (None if ask.done else error)


def _alone(living: Room, ask: _Ask, at: datetime) -> None:
    try:
        _transaction(living, [ask], at)
    except Exception as error:
        ask.failure = error


def _transaction(living: Room, asks: Sequence[_Ask], at: datetime) -> None:
    """One commit for these asks; their outcomes are set only after it."""
    turn = living.transactions.write(lambda connection: _decided(connection, living, asks, at))
    living.become(turn.moment)
    for ask in asks:
        ask.outcome = turn.outcomes.get(ask.once)
        ask.failure = turn.failures.get(ask.once)


@dataclass
class _Turn:
    moment: Moment
    outcomes: dict[OnceKey, Outcome]
    facts: list[Written] = field(default_factory=list)
    failures: dict[OnceKey, Exception] = field(default_factory=dict)


def _decided(connection: Connection, living: Room, asks: Sequence[_Ask], at: datetime) -> _Turn:
    stored = Log(connection, living.key)
    head = stored.lock()
    known = stored.answers(ask.once for ask in asks)
    turn = _Turn(living.read(connection), {once: _outcome(answer) for once, answer in known.items()})
    if turn.moment.seq != head:
        raise RuntimeError(f"{living.key} was removed while it was at hand.")
    for ask in asks:
        if ask.once not in turn.outcomes:
            _decide(living.ledger, turn, ask, at)
    new = {once: _answer(outcome) for once, outcome in turn.outcomes.items() if once not in known}
    stored.append(head, turn.facts, new, at)
    if turn.facts and living.ledger.project:
        living.ledger.project(connection, turn.moment.state)
    return turn


def _decide(ledger: Ledger, turn: _Turn, ask: _Ask, at: datetime) -> None:
    try:
        moment, facts = _granted(ledger, turn.moment, ask, at)
    except Refused as refused:
        turn.outcomes[ask.once] = Outcome(turn.moment.seq, refused.code, refused.message, refused.field, refused.kept)
    except Exception as error:
        log.exception("%s failed", type(ask.command).__name__)
        turn.failures[ask.once] = error
    else:
        turn.moment = moment
        turn.facts += facts
        turn.outcomes[ask.once] = Outcome(moment.seq, new=bool(facts))


def _granted(ledger: Ledger, moment: Moment, ask: _Ask, at: datetime) -> tuple[Moment, list[Written]]:
    """The events that the rules grant, folded in and written down. Raises Refused."""
    asker = _admitted(moment.state, ask)
    if ask.seen not in (None, moment.seq):
        raise Refused(MOVED_ON, code="moved_on")
    facts: list[Written] = []
    for event in ledger.decide(moment.state, ask.command, asker):
        recorded = Recorded(moment.seq + 1, at, asker.seat, asker.for_ or asker.seat, event)
        moment = moment.after(ledger, recorded)
        facts.append(Written(recorded.seq, at, recorded.by, recorded.for_, *ledger.codec.written(event)))
    return moment, facts


def _admitted(state: Any, ask: _Ask) -> Asker:
    """The asker with the role that the log gives now: a role or a removal counts from its event on."""
    role = role_in(state, ask.asker)
    wanted = ("Proxy", type(ask.command).__name__) if ask.asker.for_ else (type(ask.command).__name__,)
    if not all(may(role, action) for action in wanted):
        raise Refused(NOT_ALLOWED, code="not_allowed")
    return Asker(_seat_now(state, ask.asker.seat), role, ask.asker.for_)


def _seat_now(state: Any, seat: str) -> str:
    """The seat itself, or the one it was merged into."""
    found = state.seat_of(seat) if hasattr(state, "seats") else None
    return found.id if found else seat


def _answer(outcome: Outcome) -> Answer:
    if outcome.message is None:
        return Answer(outcome.seq, outcome.code)
    words = {"words": outcome.message.id, "arguments": dict(outcome.message.arguments)}
    kept = {"kept": dict(outcome.kept)} if outcome.kept else {}
    return Answer(outcome.seq, outcome.code, {**words, "field": outcome.field, **kept})


def _outcome(answer: Answer) -> Outcome:
    said = answer.arguments
    if not answer.code:
        return Outcome(answer.seq)
    message = Message(said.get("words", ""), said.get("arguments", {}))
    return Outcome(answer.seq, answer.code, message, said.get("field"), said.get("kept"))
