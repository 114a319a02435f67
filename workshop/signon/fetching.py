"""Asking a provider: only those hosts that it may use, over TLS, within a time and a size, and never sent elsewhere."""

import json
import ssl
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from socket import SHUT_RDWR, socket
from threading import Timer
from typing import Any
from urllib.parse import SplitResult, urlencode, urlsplit

from workshop import limits
from workshop.signon.turned import Turned

LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


@dataclass(frozen=True)
class Answer:
    status_code: int
    kind: str
    body: bytes

    def json(self) -> Any:
        try:
            return json.loads(self.body)
        except RecursionError:
            raise ValueError("nested too deep") from None

    def raise_for_status(self) -> None:
        if self.status_code >= 400:
            raise Turned("away", f"answered {self.status_code}")

    def told(self) -> dict[str, Any]:
        """The JSON object that it is; anything else is no answer."""
        if self.status_code != 200:
            raise Turned("away", f"answered {self.status_code}")
        try:
            found = self.json()
        except ValueError:
            raise Turned("untrusted", f"no JSON but {self.kind or 'nothing known'}") from None
        if not isinstance(found, dict):
            raise Turned("untrusted", "no JSON object")
        return found


class Fetch:
    """Asks the hosts it was given, and no others. It is also the session that Authlib's client asks with."""

    def __init__(self, hosts: Collection[str]) -> None:
        self.hosts = frozenset(hosts)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self._ask("GET", url, None, {"Accept": "application/json", **(headers or {})})

    def post(self, url: str, data: Mapping[str, str], headers: Mapping[str, str], auth: Any) -> Answer:
        url, signed, body = auth.prepare("POST", url, dict(headers), urlencode(data))
        return self._ask("POST", url, body.encode(), signed)

    def _ask(self, method: str, url: str, body: bytes | None, headers: Mapping[str, str]) -> Answer:
        where = self.fit(url)
        try:
            answer = Line(where).ask(method, target(where), body, headers)
        except (OSError, HTTPException, ValueError, AttributeError) as error:
            # A line that was cut answers in any of these ways.
            raise Turned("away", f"{type(error).__name__} at {where.hostname}") from None
        if 300 <= answer.status_code < 400:
            raise Turned("untrusted", f"sends on from {where.hostname}")
        return answer

    def fit(self, url: str) -> SplitResult:
        """The address, if it may be asked."""
        where = safe(url)
        if where.netloc.lower() not in self.hosts:
            raise Turned("untrusted", f"a host that was not named: {where.netloc[:80]}")
        return where


class Line:
    """One connection, that is cut when the time for all of an answer is over: what drips never tries a socket's own."""

    def __init__(self, where: SplitResult) -> None:
        self._connection = connected(where)
        self._socket: socket | None = None
        self._timer = Timer(limits.PROVIDER_SECONDS, self._cut)
        self._timer.daemon = True
        self._late = False

    def ask(self, method: str, path: str, body: bytes | None, headers: Mapping[str, str]) -> "Answer":
        self._timer.start()
        try:
            self._connection.connect()
            self._socket = self._connection.sock  # an answer takes it away from the connection
            self._connection.request(method, path, body, dict(headers))
            answer = read(self._connection.getresponse())
        finally:
            self._timer.cancel()
            self._connection.close()
        if self._late:
            raise TimeoutError  # what was cut can look whole
        return answer

    def _cut(self) -> None:
        self._late = True
        if line := self._socket or self._connection.sock:
            with suppress(OSError):
                line.shutdown(SHUT_RDWR)


def safe(url: str) -> SplitResult:
    """The address in its parts. Plain http only on this machine, and no name or password in it."""
    try:
        where = urlsplit(url)
        known = bool(where.hostname) and where.port != 0 and where.username is None and not where.fragment
    except ValueError:
        raise Turned("untrusted", "no address") from None
    if not known or not url.isascii() or not url.isprintable():
        raise Turned("untrusted", "no address")
    if where.scheme != "https" and not (where.scheme == "http" and where.hostname in LOOPBACK):
        raise Turned("untrusted", f"no https at {where.hostname}")
    return where


def connected(where: SplitResult) -> HTTPConnection:
    host, seconds = where.hostname or "", limits.PROVIDER_SECONDS
    if where.scheme == "https":
        return HTTPSConnection(host, where.port, timeout=seconds, context=ssl.create_default_context())
    return HTTPConnection(host, where.port, timeout=seconds)


def target(where: SplitResult) -> str:
    return (where.path or "/") + (f"?{where.query}" if where.query else "")


def read(answer: HTTPResponse) -> Answer:
    body = answer.read(limits.PROVIDER_BYTES + 1)
    if len(body) > limits.PROVIDER_BYTES:
        raise Turned("untrusted", "more than an answer holds")
    return Answer(answer.status, (answer.getheader("Content-Type") or "").split(";")[0][:80], body)
