"""Makes a file, or looks at a template, in a child process with limits of time and memory: the room does not wait.

What is given goes in as a pickle of our own making; what comes back is never unpickled: a progress line or the file.
It runs alone, with TASK and FORMAT.
"""

import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

from facilitation.report import Report
from facilitation.report.paper import Paper
from workshop import alone, exports
from workshop.exports import FORMATS, MADE, Brought, Format, Told

SECONDS = 30
OUT_OF_MEMORY = ("MemoryError", "failed to map segment", "Cannot allocate memory", "memory allocation of")
PROGRESS, FILE = b"progress", b"file"


class Unmade(Exception):
    """No file came out. `why` is "late", "memory" or "broken", for the page to word and the log to tell."""

    def __init__(self, why: str, told: str = "") -> None:
        super().__init__(f"{why}: {told}" if told else why)
        self.why = why


def make(
    format: str,
    report: Report | Paper,
    template: Brought | None = None,
    told: Told = lambda done, of: None,
    *,
    seconds: int = SECONDS,
    megabytes: int | None = None,
) -> bytes:
    """The report as a file, as `exports.make` makes it; raises Unmade if the child ran out of time or memory."""
    return _done("make", MADE[format], (report, template), told, seconds, megabytes)


def look(format: str, file: bytes, *, seconds: int = SECONDS, megabytes: int | None = None) -> dict[str, Any]:
    """What a template holds, as `exports.look` says it; raises Unmade for one that cannot be read within the limits."""
    return json.loads(_done("look", FORMATS[format], (file,), lambda done, of: None, seconds, megabytes))


def _done(task: str, form: Format, given: tuple[Any, ...], told: Told, seconds: int, megabytes: int | None) -> bytes:
    """What the child answers."""
    command = alone.command(__name__, seconds, megabytes or form.megabytes, task, form.key)
    with _child(command, seconds) as (child, late):
        _give(child.stdin, pickle.dumps(given))
        made = _answer(child.stdout, told)
        complaint = child.stderr.read().decode(errors="replace").strip() if child.stderr else ""
        child.wait()
    if made is None:
        last = complaint.splitlines()[-1] if complaint else ""
        raise Unmade("late" if late.is_set() else _why(complaint), last)
    return made


@contextmanager
def _child(command: list[str], seconds: int) -> "Iterator[tuple[subprocess.Popen[bytes], threading.Event]]":
    """A running child that is ended when its time is up, or when we leave."""
    pipe, late = subprocess.PIPE, threading.Event()
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:  # noqa: S603 (our own module)

        def end() -> None:
            late.set()
            child.kill()

        timer = threading.Timer(seconds, end)
        timer.start()
        try:
            yield child, late
        finally:
            timer.cancel()
            if child.poll() is None:
                child.kill()


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


def _why(complaint: str) -> str:
    return "memory" if any(sign in complaint for sign in OUT_OF_MEMORY) else "broken"


def main(task: str, format: str) -> None:
    answer: Any = sys.stdout.buffer
    given = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 (written by `_done` above, from nowhere else)

    def told(done: int, of: int) -> None:
        answer.write(b"%s %d %d\n" % (PROGRESS, done, of))
        answer.flush()

    made = (
        exports.make(format, *given, told=told) if task == "make" else json.dumps(exports.look(format, *given)).encode()
    )
    answer.write(b"%s %d\n" % (FILE, len(made)))
    answer.write(made)
    answer.flush()
