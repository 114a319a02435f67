"""Reads a checked workbook in a child process with limits of time and memory: a library's fault stays there.

It gets the file and answers in JSON.
"""

import json
import subprocess
import sys
from typing import Any

from facilitation.words import N_, Refused
from workshop import alone

SECONDS, MEGABYTES = 20, 300
UNREADABLE = N_("The workbook cannot be read. Open it in your own program, save it again and bring it once more.")
TOO_LARGE = N_("The workbook holds far more than was in it when it left. Take out what is not the plan’s.")


def read(file: bytes, *, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> dict[str, Any]:
    """What `workbook.read` finds. Raises Refused, at the field `file`, for what cannot be read within the limits."""
    command = alone.command(__name__, seconds, megabytes)
    try:
        done = subprocess.run(command, input=file, capture_output=True, timeout=seconds, check=True)  # noqa: S603 (our own module)
    except subprocess.SubprocessError:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None
    found = json.loads(done.stdout)
    if found is None:
        raise Refused(TOO_LARGE, code="too_long", field="file")
    return found


def main() -> None:
    from workshop.uploads import workbook

    sys.stdout.write(json.dumps(workbook.read(sys.stdin.buffer.read())))
