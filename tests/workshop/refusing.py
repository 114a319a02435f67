"""Run as a process of its own by test_uploads: refuses every file of `hostile`, within limits that the system keeps.

Prints a line for each that was let through. Two seconds of processor each, 300 megabytes in all, and no connection.
"""

import resource
import signal
import sys

from facilitation.words import Refused
from tests.workshop.hostile import HOSTILE
from workshop.uploads import checked

MEGABYTES, SECONDS = 300, 2.0


def no_connections(event: str, arguments: object) -> None:
    if event.startswith("socket.connect") or event == "urllib.Request":
        raise AssertionError(f"{event}: {arguments}")


def refused(name: str, file: bytes) -> bool:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        checked(file, "pptx")
    except Refused:
        return True
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return False


def main() -> None:
    sys.addaudithook(no_connections)
    for name, make in HOSTILE.items():
        file = make()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if not refused(name, file):
            print(name)  # noqa: T201
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        assert grown < MEGABYTES << 10, f"{name} took {grown >> 10} megabytes"


if __name__ == "__main__":
    main()
