"""engineio's simple-websocket layer, made whole.

As shipped, a slow reader gets half frames (`send` instead of `sendall`), two writers can mix theirs, a frame of any
size is taken in, and a dead line keeps its tasks. Here every frame leaves whole, one writer at a time, within a time;
what comes in is capped while it arrives; compression and binary are refused.
"""

import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import gevent.event
import gevent.lock
import gevent.selectors
import simple_websocket
from engineio.async_drivers.gevent import Thread
from wsproto.utilities import RemoteProtocolError

from workshop.limits import FRAME_BYTES, SEND_SECONDS, WAITING_FRAMES
from workshop.live.wire.packets import admissible

UNSEEN_BYTES = 128 * 1024
"""What the system may hold for one reader, beside what we count."""


class WholeSocket:
    """A connection whose `send` is done when every byte has left."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._turn = gevent.lock.BoundedSemaphore(1)
        # Small frames must not wait for the acknowledgement of the ones before.
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # What a reader may owe is counted by us, not hidden in the system's buffers.
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, UNSEEN_BYTES)

    def send(self, frame: bytes) -> None:
        """Raises OSError when the line is gone, or does not take the frame in time."""
        try:
            with gevent.Timeout(SEND_SECONDS, OSError("the line takes nothing")), self._turn:
                self._raw.sendall(frame)
        except OSError:
            # Half a frame may have left: nothing after it would be understood.
            self.cut()
            raise

    def recv(self, size: int) -> bytes:
        return self._raw.recv(size)

    def cut(self) -> None:
        """End it now, whatever is still under way; whoever reads or writes is woken by it."""
        with suppress(OSError):
            self._raw.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self.cut()
        self._raw.close()


# Its stubs hide what is overridden here.
_Server: Any = simple_websocket.Server


class WholeServer(_Server):
    """The protocol over a WholeSocket; frames above the cap and too many unread ones end it."""

    def __init__(self, environ: dict[str, Any]) -> None:
        plain = {key: value for key, value in environ.items() if key != "HTTP_SEC_WEBSOCKET_EXTENSIONS"}
        super().__init__(
            plain,
            max_message_size=FRAME_BYTES,
            thread_class=Thread,
            event_class=gevent.event.Event,
            selector_class=gevent.selectors.DefaultSelector,
        )

    def handshake(self) -> None:
        self.sock = WholeSocket(self.sock)
        super().handshake()

    def _handle_events(self) -> bool:
        try:
            goes_on = super()._handle_events()
        except RemoteProtocolError as fault:
            raise OSError("not the protocol") from fault
        return goes_on and len(self.input_buffer) <= WAITING_FRAMES

    def _thread(self) -> None:
        try:
            super()._thread()
        finally:
            # However it ended, whoever waits for a frame hears of it.
            self.connected = False
            self.event.set()


class WholeWebSocket:
    """What engineio calls for a WebSocket: made for one connection, called as a WSGI app, sent to and waited on."""

    def __init__(self, handler: Callable[[Any], Any], server: Any) -> None:
        self.app = handler
        self.owner = getattr(handler, "__self__", None)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        try:
            self.ws = WholeServer(environ)
        except (OSError, RemoteProtocolError, simple_websocket.ConnectionError):
            start_response("400 Bad Request", [("Content-Length", "0")])
            return []
        if self.owner is not None:
            self.owner.line = self
        answer = self.app(self)
        if self.ws.mode == "gunicorn":
            # The worker would write an answer of its own into the socket.
            raise StopIteration
        # gevent's server would read what is left as a next request.
        if (handler := getattr(start_response, "__self__", None)) is not None:
            handler.close_connection = True
        return answer

    def send(self, message: str) -> None:
        if not self.ws.connected:
            raise OSError("the line is closed")
        self.ws.send(message)
        if self.owner is not None:
            self.owner.owed.sent(message)

    def wait(self) -> str | None:
        """The next admissible frame; None when the line ended, or has to."""
        try:
            frame = self.ws.receive()
        except simple_websocket.ConnectionClosed:
            return None
        return frame if isinstance(frame, str) and admissible(frame) else None

    def close(self) -> None:
        if self.ws.connected:
            with suppress(OSError, simple_websocket.ConnectionClosed):
                self.ws.close()
        self.cut()

    def cut(self) -> None:
        self.ws.connected = False
        self.ws.sock.cut()
        self.ws.event.set()
