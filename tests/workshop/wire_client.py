"""Clients for tests of the wire: a seat at the toy server, and a raw socket for what no client of ours would send."""

import json
import urllib.request
from dataclasses import dataclass
from typing import Any

import websocket

from workshop.rehearsal.socket import SeatClient

TOY_SERVER = ("-m", "tests.workshop.toy_server")


@dataclass(frozen=True)
class Place:
    """A seat of the toy hall, as its page would have it."""

    url: str
    seat: str
    token: str
    cookie: str
    workshop: str = "hall"

    def client(self) -> SeatClient:
        return SeatClient(self.url, self.workshop, self.token, self.cookie)


def sit(url: str, seat: str, *, workshop: str = "hall", screen: bool = False) -> Place:
    with urllib.request.urlopen(f"{url}/sit/{workshop}/{seat}{'?screen=1' if screen else ''}", timeout=10) as answer:
        cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return Place(url, seat, json.load(answer)["token"], cookie, workshop)


def fetched(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=10) as answer:
        return json.load(answer)


class RawLine:
    """Frames as they are, with nothing done for the sender."""

    def __init__(self, place: Place, *, origin: str | None = "", cookie: str | None = None, **more: Any) -> None:
        self.place = place
        self.socket = websocket.create_connection(
            place.url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket",
            timeout=10,
            cookie=place.cookie if cookie is None else cookie,
            **({"suppress_origin": True} if origin is None else {"origin": origin or place.url}),
            **more,
        )

    def hello(self, **other: Any) -> str:
        """Connect the namespace; the first frame that answers."""
        self.until("0")
        said = {"workshop": self.place.workshop, "token": self.place.token, "have": {}, **other}
        self.send("40/live," + json.dumps(said))
        return self.until("40/live", "44/live")

    def seated(self) -> "RawLine":
        assert self.hello().startswith("40/live")
        self.until('42/live,["moment"')
        return self

    def send(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            self.socket.send_binary(frame)
        else:
            self.socket.send(frame)

    def until(self, *starts: str) -> str:
        """The next frame that begins so; "" when the line ended instead."""
        while True:
            frame = self._next()
            if not frame or frame.startswith(starts):
                return frame
            if frame == "2":
                self.send("3")

    def _next(self) -> str:
        try:
            frame = self.socket.recv()
        except (OSError, websocket.WebSocketException):
            frame = ""
        if not isinstance(frame, str) or not frame:
            self.close()
            return ""
        return frame

    def answer(self, event: str, body: Any, number: int = 1) -> Any:
        self.send(f"42/live,{number}{json.dumps([event, body])}")
        frame = self.until(f"43/live,{number}[")
        return json.loads(frame.partition(",")[2].removeprefix(str(number)))[0] if frame else None

    def ended(self) -> bool:
        """Whether the server ends the line, whatever it says before."""
        return self.until("no frame begins so") == ""

    def close(self) -> None:
        self.socket.shutdown()
