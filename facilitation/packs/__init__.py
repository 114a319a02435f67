"""Method packs: read, checked and listed. `load("toimi")` is the shipped method; `parse(text)` reads any other."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from facilitation.packs import build, taken
from facilitation.packs.node import PackError, read_json
from facilitation.packs.pack import CheckWords, Pack, PlanChoice, PlanField, Scale, Term
from facilitation.packs.versions import dropped
from facilitation.packs.wording import Confirmation, PackText, Unconfirmed, texts, unconfirmed
from facilitation.words import N_

__all__ = [
    "CheckWords",
    "Confirmation",
    "Pack",
    "PackError",
    "PackText",
    "PlanChoice",
    "PlanField",
    "Scale",
    "Term",
    "Unconfirmed",
    "available",
    "dropped",
    "load",
    "parse",
    "problems",
    "shelve",
    "shipped_text",
    "texts",
    "unconfirmed",
]

NATIONAL = "toimi"
SHELF = Path(__file__).parent


def available() -> tuple[str, ...]:
    """Keys of the shipped packs: the folders on the shelf that hold a pack. The national strategy is offered first."""
    keys = (path.parent.name for path in SHELF.glob("*/pack.json"))
    return tuple(sorted(keys, key=lambda key: (key != NATIONAL, key)))


def load(key: str) -> Pack:
    """A shipped pack, or one that was shelved; raises PackError if there is none of that name."""
    return _shelved.get(key) or _shipped(key)


def shelve(pack: Pack) -> None:
    """Put a pack that is not shipped where `load` finds it; a later one of that key takes its place.

    Raises PackError for the key of a shipped pack: logs rely on it.
    """
    if pack.key in available():
        raise PackError("key", N_("There is a pack “%(key)s” already."), key=pack.key)
    _shelved[pack.key] = pack


_shelved: dict[str, Pack] = {}


@cache
def _shipped(key: str) -> Pack:
    return parse(shipped_text(key))


def parse(text: str) -> Pack:
    """A pack from its JSON, all parts in one object; raises PackError naming the path of what is wrong."""
    return build.build(read_json(text))


def problems(text: str) -> tuple[PackError, ...]:
    """All that can be told at once of what is wrong with a pack's JSON; nothing of one that `parse` reads."""
    try:
        root = read_json(text)
    except PackError as error:
        return (error,)
    return build.problems(root)


def shipped_text(key: str) -> str:
    """A shipped pack as one JSON text, with what it takes from others."""
    return json.dumps(taken.whole(_parts(key), _parts), ensure_ascii=False)


def _parts(key: str) -> dict[str, Any]:
    """A folder of the shelf: `pack.json`, and one file for each larger part."""
    if key not in available():
        raise PackError("key", N_("There is no pack “%(key)s”."), key=key)
    parts = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((SHELF / key).glob("*.json"))}
    return parts.pop("pack") | parts
