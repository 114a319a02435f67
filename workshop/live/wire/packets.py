"""Socket.IO packets as this house speaks them: one namespace, text only, few event names, strict JSON.

Which packets may come at all is decided frame by frame (`admissible`), before any library reads them; what an event
carries is read here. An event that does not pass becomes `malformed`, which is counted and answered like any other.
"""

import re
from typing import Any

import msgspec
from socketio import packet

from workshop.live.wire.gate import Malformed, parsed

NAMESPACE = "/live"
ASKED = frozenset({"ask", "catch_up", "near", "look_in", "look_out"})
"""Event names a client may use. The library would run our own connect and disconnect for events so named."""
MALFORMED = "malformed"

# Engine.IO close and pong; Socket.IO connect, disconnect and event in our namespace. No binary, no acks, no other.
ADMISSIBLE = re.compile(rf"1$|3|4[01]{NAMESPACE}(,|$)|42{NAMESPACE},\d{{0,15}}\[")


def admissible(frame: str) -> bool:
    """Whether the frame is of a kind a client of ours sends."""
    return ADMISSIBLE.match(frame) is not None


class Json:
    """The library's JSON module: writes by msgspec, which keeps what is encoded already; reads nothing by itself."""

    @staticmethod
    def dumps(value: Any, **_unused: Any) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str, **_unused: Any) -> Any:
        # engineio tries to read every frame as JSON and takes it as text when that fails: it always fails.
        raise ValueError


class TextPacket(packet.Packet):
    """A packet without binary, whose contents pass the strict gate."""

    uses_binary_events = False
    json = Json

    def decode(self, encoded_packet: str) -> int:
        kind, rest = int(encoded_packet[0]), encoded_packet[1:]
        self.packet_type = kind
        self.namespace, _, rest = rest.partition(",")
        digits = re.match(r"\d*", rest)
        number = digits.group() if digits else ""
        self.id = int(number) if number else None
        self.data = _event(rest[len(number) :]) if kind == packet.EVENT else _auth(rest)
        return 0


def _event(text: str) -> list[Any]:
    try:
        match parsed(text):
            case [str(name), dict(body)] if name in ASKED:
                return [name, body]
            case _:
                return [MALFORMED, "no event of ours"]
    except Malformed as fault:
        return [MALFORMED, str(fault)]


def _auth(text: str) -> Any:
    try:
        return parsed(text) if text else None
    except Malformed:
        return None


def event_text(name: str, body: Any) -> str:
    """An event as it goes out, encoded once for all its readers."""
    return f'2{NAMESPACE},["{name}",{Json.dumps(body)}]'
