"""Whether a method pack can be used; runs in the child. What is wrong with it is refused at its place in the file."""

from typing import Any

from facilitation import packs
from facilitation.packs import PackError
from facilitation.words import N_, Refused
from workshop import limits

WRONG = "pack"
"""The code of what is wrong in a pack: the field is the path there."""


def read(file: bytes) -> str:
    """Its text, of which a pack is built. Raises Refused."""
    if len(file) > limits.PACK_BYTES:
        raise Refused(N_("The file is too large."), code="too_long", field="file")
    try:
        text = file.decode("utf-8-sig")
        packs.parse(text)
    except UnicodeDecodeError:
        raise Refused(N_("The file is not text in UTF-8."), code="unreadable", field="file") from None
    except PackError as wrong:
        raise wrong_at(wrong) from None
    return text


def wrong_at(wrong: PackError) -> Refused:
    arguments: dict[str, Any] = dict(wrong.message.arguments)
    return Refused(wrong.message.id, code=WRONG, field=wrong.path, **arguments)
