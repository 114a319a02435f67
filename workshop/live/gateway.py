"""The socket's door: who may listen, what a listener may say, and what it hears back."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from flask import request
from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError

from workshop.limits import MALFORMED_FRAMES, SOCKETS_A_SEAT, SOCKETS_A_WORKSHOP
from workshop.live import asks
from workshop.live.admission import admitted
from workshop.live.hall import Hall, Listener
from workshop.live.halls import Halls, language_in
from workshop.live.presence import Near
from workshop.live.pulse import Pulse
from workshop.live.streams import Have
from workshop.live.wire import NAMESPACE, Engine
from workshop.seats import Pass
from workshop.store.codec import UnknownEvent

log = logging.getLogger(__name__)

T = TypeVar("T")
Answer = dict[str, Any]


class Hello(msgspec.Struct, frozen=True):
    """What a socket says when it connects."""

    workshop: str
    token: str
    have: dict[str, Have] = {}


class CatchUp(msgspec.Struct, frozen=True):
    have: dict[str, Have] = {}


class Look(msgspec.Struct, frozen=True):
    group: str


class NearSaid(msgspec.Struct, frozen=True):
    where: str = ""
    writing: bool = False


class Gateway(Namespace):
    """One namespace, one socket a tab. What a listener may do is read from the log's state whenever it asks."""

    socketio: Any

    def __init__(self, halls: Halls, wire: Callable[[], Engine], pulse: Pulse) -> None:
        super().__init__(NAMESPACE)
        self.halls = halls
        self.pulse = pulse
        self.listeners: dict[str, Listener] = {}
        self.wire = wire

    # -- coming and going -------------------------------------------------------------------------------------------

    def on_connect(self, auth: Any) -> None:
        hello = read(Hello, auth)
        if hello is None:
            raise ConnectionRefusedError("not_seated")
        hall, seat = self._admitted(hello)
        self._room_for_one_more(hall, seat)
        line = self.socketio.server.manager.eio_sid_from_sid(sid(), NAMESPACE)
        listener = Listener(sid(), line, hello.workshop, seat.seat, seat.screen)
        self.listeners[listener.sid] = listener
        hall.gone = self.removed
        hall.enter(listener)
        self.wire().sockets[line].admitted = True
        self.pulse.start()
        # The moment goes out after the library's own word that the socket is connected.
        self.socketio.start_background_task(hall.show, listener, hello.have)

    def _admitted(self, hello: Hello) -> tuple[Hall, Pass]:
        try:
            found = admitted(self.halls, request, hello.workshop, hello.token)
        except UnknownEvent:
            log.exception("the log of %s is newer than this program", hello.workshop)
            raise ConnectionRefusedError("newer") from None
        if found is None:
            raise ConnectionRefusedError("not_seated")
        return found

    def _room_for_one_more(self, hall: Hall, seat: Pass) -> None:
        if not hall.view.audiences(hall.state, seat.seat):
            raise ConnectionRefusedError("removed")
        own = sum(listener.seat == seat.seat for listener in hall.listeners.values())
        if own >= SOCKETS_A_SEAT or len(hall.listeners) >= SOCKETS_A_WORKSHOP:
            raise ConnectionRefusedError("full")

    def on_disconnect(self, reason: Any = None) -> None:
        listener = self.listeners.pop(sid(), None)
        hall = self.halls.open.get(listener.workshop) if listener else None
        if listener is not None and hall is not None:
            hall.leave(listener)

    def removed(self, listener: Listener) -> None:
        """A seat that is no longer of the workshop hears so, and its sockets end."""
        self.farewell(listener, "removed")

    def farewell(self, listener: Listener, reason: str, again_in: float | None = None) -> None:
        """Say why, and end the socket once it has heard."""
        self.halls.say([listener.line], "farewell", {"reason": reason, "again_in": again_in})
        reader = self.wire().sockets.get(listener.line)
        if reader is not None:
            self.socketio.start_background_task(reader.close, wait=False)

    def farewell_of(self, workshop: str, reason: str) -> None:
        for listener in [each for each in self.listeners.values() if each.workshop == workshop]:
            self.farewell(listener, reason)

    # -- asking -----------------------------------------------------------------------------------------------------

    def trigger_event(self, event: str, *args: Any) -> Any:
        if event not in ("connect", "disconnect") and args[0] not in self.listeners:
            # It was removed or cut while this was on its way.
            return None
        try:
            return super().trigger_event(event, *args)
        except UnknownEvent:
            log.exception("a log is newer than this program")
            self.farewell_of(self.listeners[args[0]].workshop, "newer")
            return None

    def on_ask(self, said: Answer) -> Answer:
        listener, hall, language = self._asker()
        if listener.screen:
            return asks.refusal(said.get("n"), "not_allowed", asks.LOOKS_ONLY, language)
        if not listener.asks.take():
            return asks.refusal(said.get("n"), "too_fast", asks.TOO_FAST, language)
        answer = asks.answered(listener.workshop, listener.seat, said, language)
        # The asker's own streams come before the answer.
        hall.settle(listener)
        return answer

    def on_catch_up(self, said: Answer) -> Answer:
        listener, hall, language = self._asker()
        wish = read(CatchUp, said)
        if wish is None:
            return self.on_malformed("have")
        if not listener.moments.take():
            return asks.refusal(None, "too_fast", asks.TOO_FAST, language)
        self.halls.hall(listener.workshop)
        moment, rest = hall.moment(listener, wish.have)
        # What follows the first parts follows the answer that carries them.
        self.socketio.start_background_task(hall.follow, listener, rest)
        return moment

    def on_look_in(self, said: Answer) -> Answer:
        return self._look(said, set.add)

    def on_look_out(self, said: Answer) -> Answer:
        return self._look(said, set.discard)

    def _look(self, said: Answer, turn: Callable[[set[str], str], None]) -> Answer:
        listener, hall, language = self._asker()
        wish = read(Look, said)
        may = not listener.screen and hall.view.may_look(hall.state, listener.seat)
        if wish is None or not may or wish.group not in hall.state.groups:
            return asks.refusal(None, "not_allowed", asks.NOT_YOURS_TO_SEE, language)
        if not listener.moments.take():
            return asks.refusal(None, "too_fast", asks.TOO_FAST, language)
        turn(listener.looks, f"group:{wish.group}")
        hall.regroup()
        return {"ok": True}

    def on_near(self, said: Answer) -> None:
        listener, hall, _ = self._asker()
        near = read(NearSaid, said)
        if near is not None and not listener.screen and listener.nears.take():
            hall.presence.say(listener.seat, Near(near.where[:80], near.writing))

    def on_malformed(self, reason: str) -> Answer:
        """A frame that did not pass the gate is counted and answered; too many end the socket."""
        listener, _, language = self._asker()
        listener.malformed += 1
        log.info("a malformed frame: %s", reason)
        if listener.malformed > MALFORMED_FRAMES:
            self.wire().sockets[listener.line].cut()
        return asks.refusal(None, "malformed", asks.MALFORMED, language)

    def _asker(self) -> tuple[Listener, Hall, str]:
        listener = self.listeners[sid()]
        hall = self.halls.open[listener.workshop]
        return listener, hall, language_in(hall.state, listener.seat)


def sid() -> str:
    """The socket whose word is being heard."""
    return request.sid  # pyright: ignore[reportAttributeAccessIssue] (Flask-SocketIO puts it there)


def read(shape: type[T], said: Any) -> T | None:
    """What was said, if it has the shape."""
    try:
        return msgspec.convert(said, shape)
    except msgspec.ValidationError:
        return None
