"""What a JSON file holds, read strictly; runs in the child. A key that stands twice is refused."""

import re
from itertools import islice
from typing import Any

from facilitation.packs import PackError
from facilitation.packs.node import read_json
from facilitation.words import N_, Refused
from workshop import limits
from workshop.texts import without_controls

STEP = re.compile(rb'(?:[^",\[{]++|"[^"]*+"?)*+(?:[,\[{]|\Z)')
"""Over whole texts to the next sign that begins a value, or to the end. The closing sign of a text may be missing, so
that none is looked through twice."""
UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")


def read(file: bytes) -> Any:
    """Plain lists, objects, texts and numbers. Raises Refused, at the field `plan`, for anything else."""
    if len(file) > limits.PLAN_BYTES:
        raise Refused(N_("The file is larger than twenty megabytes."), code="too_long", field="plan")
    return told(file)


def told(file: bytes) -> Any:
    """The same, however large the file is."""
    if values(file) > limits.JSON_VALUES:
        raise unreadable()
    try:
        return cleaned(read_json(file.decode("utf-8-sig"), len(file)).value)
    except (UnicodeDecodeError, PackError, RecursionError, OverflowError):
        raise unreadable() from None


def values(file: bytes) -> int:
    """How many there may be at most, before any is made: a sign each in the file is a hundred in memory.

    Beyond JSON_VALUES no further ones are counted.
    """
    steps = STEP.finditer(file.replace(rb"\\", b"").replace(rb"\"", b""))
    return sum(1 for _step in islice(steps, limits.JSON_VALUES + 1))


def unreadable() -> Refused:
    return Refused(UNREADABLE, code="unreadable", field="plan")


def cleaned(told: Any, deepest: int = limits.JSON_DEPTH) -> Any:
    """The same without controls in its texts: they would stand in the log for ever. Raises RecursionError, and
    OverflowError for a whole number that no browser tells exactly."""
    if isinstance(told, int) and abs(told) > limits.LARGEST_INTEGER:
        raise OverflowError
    if isinstance(told, str):
        return without_controls(told)
    if not isinstance(told, list | dict):
        return told
    if not deepest:
        raise RecursionError
    if isinstance(told, list):
        return [cleaned(each, deepest - 1) for each in told]
    return {cleaned(key): cleaned(each, deepest - 1) for key, each in told.items()}
