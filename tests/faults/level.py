"""Whether clients that lost their server have all that somebody sees who comes to the new one, within one time."""

import threading
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import Any

from workshop.rehearsal.socket import SeatClient
from workshop.rehearsal.streams import Streams

LEVEL_SECONDS = 10.0
"""For all of them together, from when the server answers again."""

Sight = tuple[dict[str, tuple[str, int]], dict[str, dict[str, Any]]]
"""Epoch and number of each stream, and its panels."""


def until(found: Callable[[], bool], patience: float, what: str) -> None:
    waiting = threading.Event()
    deadline = time.monotonic() + patience
    while not found():
        assert time.monotonic() < deadline, what
        waiting.wait(0.05)


def all_level_again(clients: Iterable[SeatClient], met: Iterable[int]) -> None:
    """Each is back on a line of its own and sees what a second tab of its seat sees that never saw the old server.

    `met` is how often each had been let in before the server was killed.
    """
    behind = dict(enumerate(zip(clients, met, strict=True)))
    with ExitStack() as leaving:
        tabs = [leaving.enter_context(another_tab(client)) for client, _ in behind.values()]

        def all_are() -> bool:
            for number, (client, before) in list(behind.items()):
                if client.connects > before and sight(client) == sight(tabs[number]):
                    del behind[number]
            return not behind

        until(all_are, LEVEL_SECONDS, f"not everybody is level after {LEVEL_SECONDS} s")


def another_tab(client: SeatClient) -> SeatClient:
    return SeatClient(client.url, client.workshop, client.token, client.cookie)


def sight(client: SeatClient) -> Sight:
    """Waits for a first moment, and reads while nothing is taken in."""
    return client.until(seen, LEVEL_SECONDS)[0]


def seen(streams: Streams) -> list[Sight]:
    return [(streams.have(), streams.all())] if streams.have() else []
