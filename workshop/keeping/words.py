"""Names and addresses within texts: found whole, whatever their letters' case, and struck."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias, cast

STRUCK = "[…]"
"""Stands where words were struck: the same in every language."""
NOBODY = "–"
"""What somebody is called whose name was struck, in rows that need one."""

Terms: TypeAlias = re.Pattern[str]
NOTHING: Terms = re.compile(r"(?!)")
ASCII_RUN = re.compile(r"[a-z0-9@.-]+")


def terms(words: Iterable[str]) -> Terms:
    """Finds any of these, as whole words and over line breaks; longer ones before those within them."""
    wanted = sorted({" ".join(each.split()) for each in words if each.strip()}, key=len, reverse=True)
    if not wanted:
        return NOTHING
    either = "|".join(r"\s+".join(map(re.escape, each.split())) for each in wanted)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


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
    return max(ASCII_RUN.findall(term.lower()), key=len, default="")
