"""A workshop that is played to its end by the way without a socket: simulated people look, do their part, and rest."""

import json
import secrets
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from werkzeug.test import TestResponse

from workshop.rehearsal.browser import Browser
from workshop.rehearsal.content import Script
from workshop.rehearsal.hosting import host_acts, over
from workshop.rehearsal.people import Person
from workshop.rehearsal.plot import acts
from workshop.rehearsal.seen import Act, Panels
from workshop.rehearsal.streams import Streams
from workshop.rehearsal.visitor import boot_of
from workshop.rehearsal.year.place import Astray

AGAIN_SECONDS = 0.25
GROUP = 4
"""People who write goals together."""
MOST_TURNS = 2_000
"""A day that takes more has gone astray."""


class Seat:
    """One seat's page, without a socket."""

    def __init__(self, browser: Browser, page: str) -> None:
        boot = boot_of(page)
        self.browser, self.workshop = browser, boot["workshop"]
        self.headers = {"X-Toimi-Token": boot["token"], "Origin": "http://localhost"}
        self.streams = Streams()
        self.client, self.n = secrets.token_urlsafe(12), 0
        self.refused: list[Act] = []

    def look(self) -> Panels:
        have = json.dumps(self.streams.have(), separators=(",", ":"))
        path = f"/w/{self.workshop}/moment"
        answer = self.browser.client.get(path, query_string={"have": have}, headers=self.headers)
        self.streams.moment(said_by(answer))
        return self.streams.merged()

    def ask(self, act: Act) -> None:
        name, body = act
        self.n += 1
        said = {"client": self.client, "n": self.n, "id": secrets.token_urlsafe(15), "type": name, "body": body}
        while not (answer := self._asked(said))["ok"]:
            if answer["code"] != "too_fast":
                self.refused.append(act)
                return
            threading.Event().wait(AGAIN_SECONDS)

    def _asked(self, said: Mapping[str, Any]) -> Mapping[str, Any]:
        answer = self.browser.client.post(f"/w/{self.workshop}/ask", json=said, headers=self.headers)
        return said_by(answer)

    def turn(self, part: Callable[[Panels], Sequence[Act]]) -> bool:
        """Does what the part says of what is seen now; whether there was anything to do."""
        wanted = [act for act in part(self.look()) if act not in self.refused]
        for act in wanted:
            self.ask(act)
        return bool(wanted)


def said_by(answer: TestResponse) -> Mapping[str, Any]:
    """Raises Astray where it is no answer of the wire."""
    if not isinstance(answer.json, Mapping):
        raise Astray(f"{answer.request.path}: {answer.status}")
    return answer.json


def play(host: Seat, people: Sequence[tuple[Seat, Person]], script: Script) -> None:
    """From the first step to the last. Raises Astray, also where an ask was refused."""
    for _ in range(MOST_TURNS):
        busy = [seat.turn(partial(acts, person=who, script=script)) for seat, who in people]
        host.turn(partial(host_acts, script=script, settled=True not in busy, size=GROUP))
        if refused := [act for seat in (host, *(seat for seat, _ in people)) for act in seat.refused]:
            raise Astray(f"refused: {refused[0]}")
        if over(host.streams.merged()):
            return
    raise Astray(str(host.streams.panel("now")))
