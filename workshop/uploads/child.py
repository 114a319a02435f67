"""Reads a checked workbook in a child process with limits of time and memory: a library's fault stays there.

The child is `alone.py` with SECONDS MEGABYTES; it gets the file and answers in JSON.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from facilitation.words import N_, Refused

SECONDS, MEGABYTES = 20, 300
ALONE = Path(__file__).with_name("alone.py")
UNREADABLE = N_("The workbook cannot be read. Open it in your own program, save it again and bring it once more.")
TOO_LARGE = N_("The workbook holds far more than was in it when it left. Take out what is not the plan’s.")


def read(file: bytes, *, seconds: int = SECONDS, megabytes: int = MEGABYTES) -> dict[str, Any]:
    """What `workbook.read` finds. Raises Refused, at the field `file`, for what cannot be read within the limits."""
    command = [sys.executable, "-P", str(ALONE), str(seconds), str(megabytes)]
    try:
        done = subprocess.run(command, input=file, capture_output=True, timeout=seconds, check=True)  # noqa: S603 (our own module)
    except subprocess.SubprocessError:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None
    found = json.loads(done.stdout)
    if found is None:
        raise Refused(TOO_LARGE, code="too_long", field="file")
    return found


def main(seconds: str, megabytes: str) -> None:
    _limit(int(seconds), int(megabytes))
    from workshop.uploads import workbook

    sys.stdout.write(json.dumps(workbook.read(sys.stdin.buffer.read())))


def _limit(seconds: int, megabytes: int) -> None:
    """The system's own limits, where it has them; the parent's clock holds everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
