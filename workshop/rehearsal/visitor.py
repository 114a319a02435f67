"""Somebody at the door over plain HTTP: reads the pages as a browser does, takes a seat, and gets the page's pass."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import URLError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, Request, build_opener

from workshop.rehearsal.socket import SeatClient

PATIENCE = 30.0
FILE_PATIENCE = 120.0
CHUNK_LIMIT = 5_000_000


class NotLetIn(Exception):
    """The door did not open: no such code, a closed door, a page that is not what it should be."""


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat and what its page was told."""

    url: str
    boot: Mapping[str, str]
    cookie: str

    def client(self) -> SeatClient:
        """The live line of this seat."""
        return SeatClient(self.url, self.boot["workshop"], self.boot["token"], self.cookie)


class Visitor:
    """One browser: its cookies, and the last page."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self.cookies = CookieJar()
        self._opener = build_opener(HTTPCookieProcessor(self.cookies))

    def join(self, code: str, given: Mapping[str, str]) -> Seated:
        """Fill in the join page and take the seat. Raises NotLetIn."""
        self._send(f"/j/{code}", given)
        return self._seated()

    def come_by(self, link: str) -> Seated:
        """Open a personal link and press its button. Raises NotLetIn."""
        self._send(link, {})
        return self._seated()

    def fetch(self, path: str) -> bytes:
        """What is behind a link, as it is."""
        with self._opener.open(urljoin(self.url + "/", path), timeout=FILE_PATIENCE) as answer:
            return answer.read()

    def _send(self, path: str, given: Mapping[str, str]) -> None:
        form = hidden_fields(self._read(path)[1])
        self.at, self.page = self._read(path, {**form, **given})

    def _seated(self) -> Seated:
        boot = boot_of(self.page)
        if not boot:
            raise NotLetIn(f"no workshop behind {self.at}")
        return Seated(self.url, boot, "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.cookies))

    def _read(self, path: str, form: Mapping[str, str] | None = None) -> tuple[str, str]:
        address = urljoin(self.url + "/", path)
        data = urlencode(form).encode() if form is not None else None
        request = Request(address, data, {"Referer": address, "Origin": self.url})  # noqa: S310 (an address of ours)
        try:
            with self._opener.open(request, timeout=PATIENCE) as answer:
                return answer.url, answer.read(CHUNK_LIMIT).decode()
        except URLError as closed:
            raise NotLetIn(f"{self.url} does not let anybody in: {closed}") from closed


class _Page(HTMLParser):
    """Hidden fields of the page's last form, and the boot of a live page."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.boot = ""
        self._in_boot = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "input" and given.get("type") in ("hidden", "submit") and given.get("name"):
            self.fields[given["name"]] = given.get("value", "")
        self._in_boot = tag == "script" and given.get("id") == "boot"

    def handle_data(self, data: str) -> None:
        if self._in_boot:
            self.boot += data

    def handle_endtag(self, tag: str) -> None:
        self._in_boot = False


def _parsed(page: str) -> _Page:
    parser = _Page()
    parser.feed(page)
    return parser


def hidden_fields(page: str) -> dict[str, str]:
    return _parsed(page).fields


def boot_of(page: str) -> Mapping[str, str]:
    """What a live page's script is told; nothing on other pages."""
    return json.loads(_parsed(page).boot or "{}")
