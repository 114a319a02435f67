"""Names and addresses within texts: found whole, whatever their letters' case, and struck.

An ä is one sign or an a with its dots, as whoever typed it had it; it is found as either.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast
from unicodedata import normalize

STRUCK = "[…]"
"""Stands where words were struck: the same in every language."""
NOBODY = "–"
"""What somebody is called whose name was struck, in rows that need one."""

Terms: TypeAlias = re.Pattern[str]
NOTHING: Terms = re.compile(r"(?!)")
MARKS = "\u0300-\u036f"
"""Dots and rings that are signs of their own, and belong to the letter before."""
ASCII_RUN = re.compile(r"[a-z0-9@.-]+")


def terms(words: Iterable[str]) -> Terms:
    """Finds any of these, as whole words and over line breaks; longer ones before those within them."""
    wanted = sorted({normalize("NFC", " ".join(each.split())) for each in words if each.strip()}, key=len, reverse=True)
    if not wanted:
        return NOTHING
    either = "|".join(r"\s+".join("".join(map(_sign, part)) for part in each.split()) for each in wanted)
    return re.compile(rf"(?<!\w)(?:{either})(?![\w{MARKS}])", re.IGNORECASE)


def _sign(sign: str) -> str:
    """A sign as it may be written."""
    either = dict.fromkeys((sign, normalize("NFD", sign)))
    return f"(?:{'|'.join(map(re.escape, either))})" if len(either) > 1 else re.escape(sign)


def turned(name: str) -> list[str]:
    """A name as it is, and with its last part first."""
    *first, last = name.split() or [""]
    ahead = [f"{last} {' '.join(first)}", f"{last}, {' '.join(first)}"] if first else []
    return [name, *ahead]


def found_in(value: Any, wanted: Terms) -> bool:
    return any(wanted.search(text) for text in texts(value))


def texts(value: Any) -> Iterable[str]:
    """Every text in a plain value, keys too."""
    match value:
        case str():
            yield value
        case Mapping():
            for key, inner in cast("Mapping[Any, Any]", value).items():
                yield from (*texts(key), *texts(inner))
        case list() | tuple():
            for inner in cast("Sequence[Any]", value):
                yield from texts(inner)
        case _:
            return


def without(value: Any, wanted: Terms) -> Any:
    """The same value, with what is wanted struck out of its texts."""
    match value:
        case str():
            return wanted.sub(STRUCK, value)
        case Mapping():
            pairs = cast("Mapping[Any, Any]", value).items()
            return {without(key, wanted): without(inner, wanted) for key, inner in pairs}
        case list() | tuple():
            return [without(inner, wanted) for inner in cast("Sequence[Any]", value)]
        case _:
            return value


def surest(term: str) -> str:
    """The longest part of a term that every database compares alike, to look for before each text is read."""
    return max(ASCII_RUN.findall(normalize("NFC", term).lower()), key=len, default="")
