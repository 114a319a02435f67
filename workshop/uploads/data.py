"""What a JSON file holds, read strictly; runs in the child. A key that stands twice is refused."""

from typing import Any

from facilitation.packs import PackError
from facilitation.packs.node import read_json
from facilitation.words import N_, Refused
from workshop import limits
from workshop.texts import without_controls

UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")


def read(file: bytes) -> Any:
    """Plain lists, objects, texts and numbers. Raises Refused, at the field `plan`, for anything else."""
    if len(file) > limits.PLAN_BYTES:
        raise Refused(N_("The file is larger than twenty megabytes."), code="too_long", field="plan")
    return told(file)


def told(file: bytes) -> Any:
    """The same, however large the file is."""
    try:
        return cleaned(read_json(file.decode("utf-8-sig"), len(file)).value)
    except (UnicodeDecodeError, PackError, RecursionError):
        raise unreadable() from None


def unreadable() -> Refused:
    return Refused(UNREADABLE, code="unreadable", field="plan")


def cleaned(told: Any, deepest: int = limits.JSON_DEPTH) -> Any:
    """The same without controls in its texts: they would stand in the log for ever. Raises RecursionError."""
    if isinstance(told, str):
        return without_controls(told)
    if not isinstance(told, list | dict):
        return told
    if not deepest:
        raise RecursionError
    if isinstance(told, list):
        return [cleaned(each, deepest - 1) for each in told]
    return {cleaned(key): cleaned(each, deepest - 1) for key, each in told.items()}
