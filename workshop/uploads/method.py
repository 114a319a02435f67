"""What is wrong with a method pack; runs in the child. Only a text that built a pack here is built into one there."""

from typing import Any

from facilitation import packs
from facilitation.words import N_, Refused
from workshop import limits

MOST_TOLD = 20
"""Errors that are told at once."""


def read(file: bytes) -> dict[str, Any]:
    """Its `text`, and what is `wrong` in it: path, sentence and arguments of each. Raises Refused."""
    if len(file) > limits.PACK_BYTES:
        raise Refused(N_("The file is too large."), code="too_long", field="file")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(N_("The file is not text in UTF-8."), code="unreadable", field="file") from None
    wrong = [(each.path, each.message.id, dict(each.message.arguments)) for each in packs.problems(text)]
    return {"text": text, "wrong": wrong[:MOST_TOLD]}
