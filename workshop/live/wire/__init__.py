"""The wire: Socket.IO over WebSocket, with what its libraries leave open closed."""

from typing import Any

from flask import Flask
from flask_socketio import Namespace, SocketIO

from workshop.limits import FRAME_BYTES
from workshop.live.wire.engine import Engine, OriginAllowed, install
from workshop.live.wire.packets import MALFORMED, NAMESPACE, Json, TextPacket

__all__ = ["MALFORMED", "NAMESPACE", "Engine", "open_wire"]

PING_SECONDS = 15
GONE_SECONDS = 20


def open_wire(app: Flask, namespace: Namespace, origin_allowed: OriginAllowed) -> Engine:
    """Serve this namespace on the app, and nothing else, over WebSocket only."""
    # Its stubs leave out what it hands on to the libraries below.
    made: Any = SocketIO
    socketio = made(
        app,
        async_mode="gevent",
        serializer=TextPacket,
        json=Json,
        # In order: one client's asks are answered one after the other.
        async_handlers=False,
        manage_session=False,
        transports=["websocket"],
        # Origins are checked by our engine, which also refuses those that say none.
        cors_allowed_origins=[],
        http_compression=False,
        max_http_buffer_size=FRAME_BYTES,
        ping_interval=PING_SECONDS,
        ping_timeout=GONE_SECONDS,
    )
    socketio.on_namespace(namespace)
    return install(socketio.server, origin_allowed)
