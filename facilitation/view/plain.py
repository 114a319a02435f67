"""Things as plain JSON types, for the wire and for files."""

from collections.abc import Mapping, Set
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any


def plain(thing: Any) -> Any:
    """The same thing made of dicts, lists, text, numbers and None. Days and times become ISO 8601 text."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return {each.name.rstrip("_"): plain(getattr(thing, each.name)) for each in fields(thing)}
    if isinstance(thing, Mapping):
        return {str(key): plain(value) for key, value in thing.items()}
    if isinstance(thing, Set):
        return sorted(plain(each) for each in thing)
    if isinstance(thing, tuple | list):
        return [plain(each) for each in thing]
    return thing.isoformat() if isinstance(thing, date) else thing
