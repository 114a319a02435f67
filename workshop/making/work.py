"""The work on a making, from its turn in the queue to the day it is thrown away."""

import threading
from collections.abc import Callable
from logging import Logger

from workshop import limits
from workshop.exports import child
from workshop.making.folder import Making
from workshop.making.queue import Work


def work(making: Making, make: Callable[..., bytes], log: Logger) -> Work:
    """What a queue does: nothing if it is given up by then. `make(told, given_up)` raises Unmade."""

    def told(done: int, of: int) -> None:
        making.stand("making", done, of)

    def run() -> None:
        told(0, 0)
        try:
            if making.given_up():
                raise child.Unmade("given_up")
            making.finish(make(told, making.given_up))
        except child.Unmade as unmade:
            making.stand("unmade", why=unmade.why)
            if unmade.why != "given_up":
                log.error("No file for %s: %s", making.id, unmade)
        except Exception:
            making.stand("unmade", why="broken")
            log.exception("No file for %s", making.id)
        _gone_later(making)

    return run


def _gone_later(making: Making) -> None:
    """Even if nobody ever asks for a file again."""
    timer = threading.Timer(limits.MADE_SECONDS, making.remove)
    timer.daemon = True
    timer.start()
