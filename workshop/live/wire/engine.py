"""engineio's server with our rules: a known origin, WebSocket only, an end to what a slow reader may owe.

This swaps private parts of python-engineio, so its version is pinned and a test asserts which layer is loaded.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

import engineio
import gevent
from engineio import packet as engine_packet
from engineio import socket as engine_socket

from workshop.limits import OWED_BYTES, OWED_MESSAGES, UNADMITTED_SECONDS, UNADMITTED_SOCKETS
from workshop.live.wire.packets import event_text
from workshop.live.wire.websocket import WholeWebSocket

log = logging.getLogger(__name__)

OriginAllowed = Callable[[dict[str, Any]], bool]


class Owed:
    """What one reader has not taken yet: in its line and in the writer's hand."""

    def __init__(self) -> None:
        self.messages = 0
        self.bytes = 0

    def put(self, message: str) -> bool:
        """Count it in; False when that is more than a reader may owe."""
        self.messages += 1
        self.bytes += len(message)
        return self.messages <= OWED_MESSAGES and self.bytes <= OWED_BYTES

    def sent(self, message: str) -> None:
        self.messages -= 1
        self.bytes -= len(message)


class BoundedSocket(engine_socket.Socket):
    """An Engine.IO socket that is cut when its reader falls too far behind; the reader comes back and resumes."""

    line: WholeWebSocket | None = None
    admitted = False

    def __init__(self, server: Any, sid: str) -> None:
        super().__init__(server, sid)
        self.owed = Owed()

    def send(self, pkt: engine_packet.Packet) -> None:
        fits = self.owed.put(str(pkt.encode()))
        if fits:
            super().send(pkt)
        elif not self.closed:
            log.info("a reader fell behind and is cut")
            self.server.cuts += 1
            self.cut()

    def cut(self) -> None:
        """End it without another word."""
        self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_ERROR)
        if self.line is not None:
            self.line.cut()


class Engine(engineio.Server):
    """Lets in WebSockets of a known origin, and says one frame to many."""

    cuts = 0
    origin_allowed: OriginAllowed = staticmethod(lambda environ: False)

    def handle_request(self, environ: dict[str, Any], start_response: Any) -> Any:
        if not self.origin_allowed(environ):
            return _refused(start_response, "403 Forbidden", b"Not an accepted origin.")
        if sum(not each.admitted for each in self.sockets.values()) >= UNADMITTED_SOCKETS:
            return _refused(start_response, "503 Service Unavailable", b"Too many at once.")
        return super().handle_request(environ, start_response)

    def _trigger_event(self, event: str, *args: Any, **kwargs: Any) -> Any:
        if event == "connect":
            gevent.spawn_later(UNADMITTED_SECONDS, self._drop_unadmitted, args[0])
        return super()._trigger_event(event, *args, **kwargs)

    def _drop_unadmitted(self, sid: str) -> None:
        waiting = self.sockets.get(sid)
        if isinstance(waiting, BoundedSocket) and not waiting.admitted:
            waiting.cut()

    def say(self, sids: Iterable[str], name: str, body: Any) -> None:
        """One event to these sockets, encoded once. Never raises: who is gone is gone."""
        said = engine_packet.Packet(engine_packet.MESSAGE, event_text(name, body))
        for sid in sids:
            reader = self.sockets.get(sid)
            if reader is not None and not reader.closed:
                reader.send(said)


def _refused(start_response: Any, status: str, words: bytes) -> list[bytes]:
    start_response(status, [("Content-Type", "text/plain"), ("Content-Length", str(len(words)))])
    return [words]


def install(server: Any, origin_allowed: OriginAllowed) -> Engine:
    """Make a socketio server's engine ours. Returns the engine."""
    # engineio makes its sockets by this name, one a connection.
    engine_socket.Socket = BoundedSocket
    engine = server.eio
    engine.__class__ = Engine
    engine.origin_allowed = origin_allowed
    engine._async = {**engine._async, "websocket": WholeWebSocket}
    return engine
