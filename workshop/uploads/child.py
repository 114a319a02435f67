"""Reads a file in a child process with limits of time and memory: a library's fault stays there.

It gets the file and answers in JSON: what it read, or why it refuses to.
"""

import json
import subprocess
import sys
from importlib import import_module
from typing import Any

from facilitation.words import N_, Refused
from workshop import alone

SECONDS, MEGABYTES = 20, 300
UNREADABLE = N_("The file cannot be read. Open it in your own program, save it again and bring it once more.")
TOO_LARGE = N_("The file holds far more than was in it when it left. Take out what is not the plan’s.")


def read(file: bytes, kind: str = "workbook", *given: str, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> Any:
    """What the module `kind` ("workbook", "document", "plain", "data", "body", "method", "wording", "package") reads.

    `given` are words of ours.

    `seconds`: of the processor's time; on a busy machine as many as SECONDS may pass by the clock.

    Raises what that refuses with, and Refused, at the field `file`, beyond the limits.
    """
    command = alone.command(__name__, seconds, megabytes, kind, *given)
    try:
        done = subprocess.run(command, input=file, capture_output=True, timeout=max(seconds, SECONDS), check=True)  # noqa: S603 (our own module)
    except subprocess.SubprocessError:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None
    answer = json.loads(done.stdout)
    if "refused" in answer:
        sentence, arguments, code, field = answer["refused"]
        raise Refused(sentence, code=code, field=field, **arguments)
    if answer["read"] is None:
        raise Refused(TOO_LARGE, code="too_long", field="file")
    return answer["read"]


def main(kind: str, *given: str) -> None:
    module = import_module(f"workshop.uploads.{kind}")
    try:
        answer = {"read": module.read(sys.stdin.buffer.read(), *given)}
    except Refused as no:
        answer = {"refused": (no.message.id, dict(no.message.arguments), no.code, no.field)}
    sys.stdout.write(json.dumps(answer))
