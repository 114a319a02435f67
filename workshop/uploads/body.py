"""What another program sends as JSON. A large one is read in the child: nobody in a live room waits for it."""

from typing import Any

import msgspec

from facilitation.words import N_, Refused
from workshop import limits
from workshop.uploads.data import cleaned, values


def read(sent: bytes) -> list[Any]:
    """What it says, alone in a list: `null` says something too. Raises Refused."""
    if values(sent) > limits.JSON_VALUES:
        raise Refused(N_("That was too much at once"), code="too_large")
    try:
        return [cleaned(msgspec.json.decode(sent))]
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, OverflowError):
        raise Refused(N_("It cannot be read as JSON."), code="bad_json") from None
