"""A format that a test makes as slowly as it likes: each part waits at a gate, a folder that TOIMI_GATE names."""

import os
import time
from pathlib import Path

from facilitation.report import Report
from workshop.exports import Brought, Told

PARTS = 4


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    gate = Path(os.environ["TOIMI_GATE"])
    (gate / f"at-work-{os.getpid()}").touch()
    for part in range(1, PARTS + 1):
        while not (gate / f"part-{part}").exists():
            time.sleep(0.01)
        told(part, PARTS)
    return report.title.encode()
