"""Run by test_uploads in a process of its own: is every file of `hostile` refused, within the limits?

Seconds are the processor's: machines are busy. Each file is made in a process and looked at in another, which
the system ends if it takes more than 300 megabytes in all, interpreter included, and which ends itself where Python
would reach for the network in any way.
Prints a line for each file that was let in, or was looked at for longer or with more. Says at the end how many.
"""

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from facilitation.words import Refused
from tests.workshop.hostile import HOSTILE, KINDS, every, making
from tests.workshop.hostile_texts import READERS, TEXTS
from workshop import limits
from workshop.schemas import reading
from workshop.uploads import data, method, package, plain

MEGABYTES, SECONDS = limits.CHECK_MEGABYTES, float(limits.CHECK_SECONDS)
REFUSED, LET_IN, LATE = 0, 3, 4


def no_connections(event: str, arguments: object) -> None:
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        raise AssertionError(f"{event}: {arguments}")


def looked_at(path: Path, kind: str) -> int:
    file = path.read_bytes()
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    begun = time.process_time()
    try:
        opened(file, kind)
    except Refused:
        return REFUSED if time.process_time() - begun < SECONDS else LATE
    return LET_IN


def opened(file: bytes, kind: str) -> object:
    """As whoever brings such a file has it looked at. Raises Refused."""
    match kind:
        case "plan":
            return reading.plan_told(data.read(file))
        case "method":
            return fit(method.read(file))
        case "table":
            return plain.read(file)
        case _:
            return package.read(file, KINDS[kind][0])


def fit(told: dict[str, Any]) -> str:
    """A method in which nothing is wrong."""
    for path, sentence, arguments in told["wrong"]:
        raise Refused(sentence, code="pack", field=path, **arguments)
    return told["text"]


def alone(act: Callable[[], int]) -> tuple[int, int]:
    """How the act ended in a process of its own, and its megabytes."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(act())
        except BaseException:
            sys.excepthook(*sys.exc_info())  # pyright: ignore[reportArgumentType]
            os._exit(1)
    _, ended, used = os.wait4(child, 0)
    return os.waitstatus_to_exitcode(ended), used.ru_maxrss >> 10


def made(kind: str, name: str, path: Path) -> int:
    if kind in READERS:
        return path.write_bytes(TEXTS[READERS[kind]][name]()) * 0
    with making(kind):
        return path.write_bytes(HOSTILE[name]()) * 0


def main() -> None:
    sys.addaudithook(no_connections)
    found = list(every())
    with NamedTemporaryFile() as file:
        for kind, name in found:
            path = Path(file.name)
            assert alone(lambda: made(kind, name, path))[0] == 0, name  # noqa: B023 (called at once)
            ended, megabytes = alone(lambda: looked_at(path, kind))  # noqa: B023 (called at once)
            if ended != REFUSED or megabytes > MEGABYTES:
                print(f"{kind}, {name}: {ended}, {megabytes} megabytes")  # noqa: T201
    print(len(found))  # noqa: T201


if __name__ == "__main__":
    main()
