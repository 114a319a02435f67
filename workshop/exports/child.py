"""Makes a file, or looks at a template, in a child process with limits of time and memory: the room does not wait.

What is given goes in as a pickle of our own making; what comes back is never unpickled: a progress line or the file.
It runs alone, with MODULE and FUNCTION.
"""

import gc
import json
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from time import monotonic
from typing import IO, Any, TypeAlias

from facilitation.report import Report
from facilitation.report.paper import Paper
from workshop import alone, limits
from workshop.exports import FORMATS, MADE, Brought, Told

GivenUp: TypeAlias = Callable[[], bool]
"""Asked while a child is at work: does nobody want it any more?"""

SECONDS = 30
"""Of the processor's time."""
WAITS = 4
"""So many times as long may pass by the clock: on a busy machine a file waits for its turn, and is not at fault."""
OUT_OF_TIME = -getattr(signal, "SIGXCPU", 0) or None
TICK = 0.2
"""Seconds between two questions whether it is still wanted."""
OUT_OF_MEMORY = (
    "MemoryError",
    "failed to map segment",
    "Cannot allocate memory",
    "memory allocation of",
    "XMLSyntaxError: unknown error",  # libxml2 has no other words for it
    "XPathEvalError: unknown error",
)
FULL = 3 / 4
"""Of the memory allowed: what fails after taking so much had no room left, in whatever words an extension says it."""
PROGRESS, FILE = b"progress", b"file"


class Unmade(Exception):
    """No file came out. `why` is "late", "memory", "broken" or "given_up", for the page to word and the log to tell."""

    def __init__(self, why: str, told: str = "") -> None:
        super().__init__(f"{why}: {told}" if told else why)
        self.why = why


def make(
    format: str,
    report: Report | Paper,
    template: Brought | None = None,
    told: Told = lambda done, of: None,
    given_up: GivenUp | None = None,
    *,
    seconds: int = SECONDS,
    megabytes: int | None = None,
) -> bytes:
    """The report as a file, as `exports.make` makes it; raises Unmade if it ran out of its limits or was given up."""
    form = MADE[format]
    return run(form.module, "write", (report, template), told, given_up, seconds, megabytes or form.megabytes)


def look(
    format: str, file: bytes, *, seconds: int = limits.LOOK_SECONDS, megabytes: int = limits.LOOK_MEGABYTES
) -> dict[str, Any]:
    """What a template holds, as its module's `looked` says it; raises Unmade for one that is not to be read."""
    form = FORMATS[format]
    return json.loads(run(form.module, "looked", (file,), _unheard, None, seconds, megabytes))


def run(
    module: str,
    function: str,
    given: tuple[Any, ...],
    told: Told,
    given_up: GivenUp | None,
    seconds: int,
    megabytes: int,
) -> bytes:
    """What a function of ours answers in a child: bytes as they are, anything else in JSON. Raises Unmade.

    `given_up` is asked several times a second; once it says yes the child is ended.
    """
    command = alone.command(__name__, seconds, megabytes, module, function)
    with _child(command, seconds * WAITS, given_up) as (child, ended):
        _give(child.stdin, pickle.dumps(given))
        made = _answer(child.stdout, told)
        complaint = child.stderr.read().decode(errors="replace").strip() if child.stderr else ""
        child.wait()
    if made is None:
        last = complaint.splitlines()[-1] if complaint else ""
        raise Unmade(ended[0] if ended else _why(child.returncode, complaint), last)
    return made


@contextmanager
def _child(
    command: list[str], seconds: int, given_up: GivenUp | None
) -> "Iterator[tuple[subprocess.Popen[bytes], list[str]]]":
    """A running child, and why it was ended if it was: its time is up, it is given up, or we leave."""
    pipe, left, ended = subprocess.PIPE, threading.Event(), list[str]()
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:  # noqa: S603 (our own module)

        def watch() -> None:
            if why := _watched(left, seconds, given_up):
                ended.append(why)
                child.kill()

        threading.Thread(target=watch, daemon=True).start()
        try:
            yield child, ended
        finally:
            left.set()
            if child.poll() is None:
                child.kill()


def _watched(left: threading.Event, seconds: int, given_up: GivenUp | None) -> str:
    """Why a child is to be ended; nothing if it was left before that."""
    until = monotonic() + seconds
    while (rest := until - monotonic()) > 0:
        if left.wait(min(rest, TICK) if given_up else rest):
            return ""
        if given_up and given_up():
            return "given_up"
    return "" if left.is_set() else "late"


def _give(stream: IO[bytes] | None, whole: bytes) -> None:
    """Hand the work over; a child that has already gone says so by its silence."""
    if stream is None:
        return
    try:
        stream.write(whole)
        stream.close()
    except (BrokenPipeError, ConnectionResetError):
        return


def _answer(stream: IO[bytes] | None, told: Told) -> bytes | None:
    """Progress lines are passed on until the file's length stands in one; None if the child ended before."""
    while stream and (line := stream.readline()):
        word, first, *rest = line.split()
        if word == FILE:
            made = stream.read(int(first))
            return made if len(made) == int(first) else None
        told(int(first), int(rest[0]))
    return None


def _why(ended_with: int, complaint: str) -> str:
    """Python has words for every other fault: what fell silent, or was ended by a signal, had no room left for them."""
    if ended_with == OUT_OF_TIME:
        return "late"
    speechless = ended_with < 0 or not complaint
    return "memory" if speechless or any(sign in complaint for sign in OUT_OF_MEMORY) else "broken"


def main(module: str, function: str) -> None:
    try:
        _work(module, function)
    except Exception as fault:  # of whatever sort: each library has its own for having no room left
        if alone.taken() > FULL:
            raise MemoryError(f"after {fault!r}") from None
        raise


def _work(module: str, function: str) -> None:
    answer: Any = sys.stdout.buffer
    given = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 (written by `run` above, from nowhere else)
    gc.freeze()  # what came in stays to the end: searching it for waste over and over takes as long as writing it

    def told(done: int, of: int) -> None:
        answer.write(b"%s %d %d\n" % (PROGRESS, done, of))
        answer.flush()

    called = getattr(import_module(module), function)
    said = called(*given) if function == "looked" else called(*given, told)
    made = said if isinstance(said, bytes) else json.dumps(said).encode()
    answer.write(b"%s %d\n" % (FILE, len(made)))
    answer.write(made)
    answer.flush()


def _unheard(done: int, of: int) -> None:
    """For what tells nothing on its way."""
