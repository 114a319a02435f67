"""A participant's line without a browser: the real wire, as a page speaks it.

Asks are answered once and in order, however often the line is lost; what is seen comes level by itself. Works with
threads, and the same under gevent.
"""

import json
import logging
import secrets
import socket
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

import websocket

from workshop.rehearsal.streams import Streams

log = logging.getLogger(__name__)

T = TypeVar("T")
Answer = Mapping[str, Any]

NAMESPACE = "/live"
DEAF_SECONDS = 15.0
"""A line that says nothing for so long is gone: the beacon comes every few seconds."""
BACK_SECONDS = (0.2, 3.0)
ANSWER_SECONDS = 8.0
AGAIN = frozenset({"too_fast", "failed"})
"""Refusals of the moment, which say nothing about the ask."""


class Shut(Exception):
    """The server would not have this seat, or said farewell for good."""


class SeatClient:
    """One tab of one seat. `token` and `cookie` (as a Cookie header says it) are those of the seat's page."""

    def __init__(self, url: str, workshop: str, token: str, cookie: str, *, client: str = "") -> None:
        self.url = url.rstrip("/")
        self.workshop = workshop
        self.streams = Streams()
        self.near: dict[str, Answer] = {}
        self.client = client or secrets.token_urlsafe(12)
        self.connects = 0
        self.catch_ups = 0
        self.farewell: Answer | None = None
        self.shut = ""
        self.token, self.cookie = token, cookie
        self._n = 0
        self._packet = 0
        self._line: websocket.WebSocket | None = None
        self._connected = False
        self._answers: dict[int, Answer | list[Any]] = {}
        self._changed = threading.Condition()
        self._asking = threading.Lock()
        self._speaking = threading.Lock()
        self._catching_up = False
        self._closed = threading.Event()
        self._task = threading.Thread(target=self._run, daemon=True)

    # -- for whoever plays the seat ---------------------------------------------------------------------------------

    def open(self) -> "SeatClient":
        self._task.start()
        return self

    def close(self) -> None:
        self._closed.set()
        self.cut()
        self._task.join(timeout=5)

    def __enter__(self) -> "SeatClient":
        return self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    def ask(self, kind: str, body: Answer, *, seat: str | None = None, patience: float = 60.0) -> Answer:
        """Ask until there is an answer, over as many lines as it takes; the same ask is done once.

        `seat` is whose it is, when a host enters it. Raises Shut, and TimeoutError after `patience` seconds.
        """
        with self._asking:
            self._n += 1
            said = {"client": self.client, "n": self._n, "id": secrets.token_urlsafe(15), "type": kind, "body": body}
            return self._answered(said if seat is None else {**said, "for": seat}, time.monotonic() + patience)

    def look_in(self, group: str, *, patience: float = 10.0) -> Answer:
        return self._asked("look_in", {"group": group}, patience) or {}

    def look_out(self, group: str, *, patience: float = 10.0) -> Answer:
        return self._asked("look_out", {"group": group}, patience) or {}

    def say_near(self, where: str, *, writing: bool = False) -> None:
        """Lossy, like all nearness."""
        self._send_event("near", {"where": where, "writing": writing})

    def until(self, found: Callable[[Streams], T], patience: float = 30.0) -> T:
        """What the function finds in what is seen, as soon as it finds something. Raises Shut, TimeoutError."""
        deadline = time.monotonic() + patience
        with self._changed:
            while not (answer := found(self.streams)):
                if self.shut:
                    raise Shut(self.shut)
                left = deadline - time.monotonic()
                if left <= 0:
                    raise TimeoutError("not seen in time")
                self._changed.wait(left)
            return answer

    def cut(self) -> None:
        """Lose the line, as a network does. It comes back by itself unless this client was closed."""
        raw = self._line.sock if self._line else None
        if raw is not None:
            # Whoever waits to read is woken by this, which closing alone would not do.
            with suppress(OSError):
                raw.shutdown(socket.SHUT_RDWR)

    # -- the line ---------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        wait = BACK_SECONDS[0]
        while not self._closed.is_set() and not self.shut:
            met = self.connects
            try:
                self._listen()
            except (OSError, websocket.WebSocketException, ValueError) as gone:
                log.debug("the line is gone: %r", gone)
            wait = BACK_SECONDS[0] if self.connects > met else min(BACK_SECONDS[1], wait * 1.7)
            self._lost()
            self._closed.wait(self._again_in() or wait * (0.5 + secrets.randbelow(100) / 100))

    def _again_in(self) -> float | None:
        return self.farewell["again_in"] if self.farewell else None

    def _listen(self) -> None:
        address = self.url.replace("http", "ws", 1) + "/socket.io/?EIO=4&transport=websocket"
        self._line = websocket.create_connection(
            address, timeout=DEAF_SECONDS, origin=self.url, cookie=self.cookie, enable_multithread=True
        )
        while not self._closed.is_set():
            frame = self._line.recv()
            if not isinstance(frame, str) or not frame:
                return
            self._take(frame)

    def _lost(self) -> None:
        if self._line is not None:
            self._line.shutdown()
        with self._changed:
            self._connected = False
            self._catching_up = False
            self._changed.notify_all()

    def _take(self, frame: str) -> None:
        head, _, rest = frame.partition(",")
        match head:
            case "2":
                self._send("3")
            case _ if frame.startswith("0{"):
                self._send(f"40{NAMESPACE}," + json.dumps(self._hello()))
            case _ if frame.startswith(f"44{NAMESPACE}"):
                self._refused(json.loads(rest).get("message", "refused"))
            case _ if frame.startswith(f"42{NAMESPACE}"):
                self._hear(*json.loads(rest))
            case _ if frame.startswith(f"43{NAMESPACE}"):
                number, _, said = rest.partition("[")
                self._hear_answer(int(number), json.loads("[" + said))
            case _:
                pass

    def _hello(self) -> Answer:
        return {"workshop": self.workshop, "token": self.token, "have": self.streams.have()}

    def _refused(self, reason: str) -> None:
        # A full house may have room again; everything else stays refused.
        if reason != "full":
            self._shut(reason)
        raise ConnectionError(reason)

    def _shut(self, reason: str) -> None:
        with self._changed:
            self.shut = reason
            self._changed.notify_all()

    def _hear(self, name: str, body: Any) -> None:
        with self._changed:
            level = self._heard(name, body)
            self._changed.notify_all()
        if not level:
            self._catch_up()

    def _heard(self, name: str, body: Any) -> bool:
        match name:
            case "moment":
                self.connects += not self._connected
                self._connected, self._catching_up, self.farewell = True, False, None
                return self.streams.moment(body)
            case "changes":
                return self.streams.take(body)
            case "beacon":
                return self.streams.level(body["streams"])
            case "near":
                self.near[body["stream"]] = body
            case "farewell":
                self.farewell = body
                self.shut = "removed" if body["reason"] == "removed" else ""
            case _:
                pass
        return True

    def _catch_up(self) -> None:
        if not self._catching_up:
            self._catching_up = True
            self.catch_ups += 1
            self._send_event("catch_up", {"have": self.streams.have()}, 0)

    def _hear_answer(self, number: int, said: list[Any]) -> None:
        answer = said[0] if said else {}
        with self._changed:
            if number == 0:
                self._catching_up = False
                if "streams" in answer:
                    self.streams.moment(answer)
            else:
                self._answers[number] = answer
            self._changed.notify_all()

    # -- asking -----------------------------------------------------------------------------------------------------

    def _answered(self, said: Answer, deadline: float) -> Answer:
        while True:
            answer = self._asked("ask", said, deadline - time.monotonic())
            if answer is not None and answer.get("code") not in AGAIN:
                return answer
            if answer is not None:
                self._closed.wait(0.5)

    def _asked(self, name: str, body: Answer, patience: float) -> Answer | None:
        """One try over the line there is; None when it was lost before the answer came. Raises Shut, TimeoutError."""
        deadline = time.monotonic() + patience
        with self._changed:
            self._wait(lambda: self._connected, deadline)
            self._packet += 1
            number, met = self._packet, self.connects
        if not self._send_event(name, body, number):
            return None
        with self._changed:
            tried = min(deadline, time.monotonic() + ANSWER_SECONDS)
            self._wait(lambda: number in self._answers or not self._connected or self.connects != met, tried, deadline)
            answer = self._answers.pop(number, None)
        return answer if isinstance(answer, dict) else None

    def _wait(self, come: Callable[[], bool], until: float, deadline: float | None = None) -> None:
        """Wait for it until a time; only the deadline itself raises."""
        while not come():
            if self.shut or self._closed.is_set():
                raise Shut(self.shut or "closed")
            left = until - time.monotonic()
            if left <= 0:
                if deadline is None or until >= deadline:
                    raise TimeoutError("no answer in time")
                return
            self._changed.wait(left)

    def _send_event(self, name: str, body: Answer, number: int | None = None) -> bool:
        said = json.dumps([name, body], ensure_ascii=False, separators=(",", ":"))
        return self._send(f"42{NAMESPACE},{'' if number is None else number}{said}")

    def _send(self, frame: str) -> bool:
        line = self._line
        if line is None:
            return False
        try:
            with self._speaking:
                line.send(frame)
        except (OSError, websocket.WebSocketException):
            return False
        return True
