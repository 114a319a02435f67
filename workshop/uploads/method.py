"""Whether a method pack can be used; runs in the child. What is wrong with it is told with its place."""

from typing import Any

from facilitation import packs
from facilitation.words import N_, Refused
from workshop import limits


def read(file: bytes) -> dict[str, Any]:
    """Its text, of which a pack is built, and all that is wrong in it: path, sentence, arguments. Raises Refused."""
    if len(file) > limits.PACK_BYTES:
        raise Refused(N_("The file is too large."), code="too_long", field="file")
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(N_("The file is not text in UTF-8."), code="unreadable", field="file") from None
    wrong = [(each.path, each.message.id, dict(each.message.arguments)) for each in packs.problems(text)]
    return {"text": text, "wrong": wrong}
