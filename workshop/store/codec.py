"""Facts and wishes as JSON and back: a dataclass and its class name, strictly.

The log is for ever. A name that this program does not know, or a field it does not know, is UnknownEvent: the log was
written by a newer program, and guessing would fold it into a wrong state. A field added since gets its default.
"""

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from typing import Any, TypeAlias, cast

import msgspec

Body = dict[str, Any]
Readers: TypeAlias = Mapping[type, Callable[[Mapping[str, Any]], Any]]
"""How facts are read whose shape leaves msgspec a choice it cannot make. They raise msgspec.ValidationError."""


KEYS = msgspec.json.Decoder(dict[str, msgspec.Raw])
"""Reads no more of an object than what its parts are called."""


class UnknownEvent(Exception):
    """The log holds a fact that this program cannot read: it is older than the log."""


class Unreadable(ValueError):
    """The words of a wish do not fit its shape; says where."""


class Unstorable(ValueError):
    """A value that would poison a log for ever: no number, no text, or a character no database keeps."""


class Codec:
    """Reads and writes one family of facts, and reads the wishes that lead to them."""

    def __init__(
        self, events: Mapping[str, type], commands: Mapping[str, type], readers: Readers | None = None
    ) -> None:
        self._events = events
        self._commands = commands
        self._readers = readers or {}

    def written(self, event: object) -> tuple[str, Body]:
        """An event as its name and plain values. Raises Unstorable, UnknownEvent."""
        name = type(event).__name__
        if self._events.get(name) is not type(event):
            raise UnknownEvent(name)
        return name, _storable(msgspec.to_builtins(event))

    def event(self, name: str, body: Mapping[str, Any]) -> Any:
        """The fact of that name. Raises UnknownEvent."""
        return self.read(name, msgspec.json.encode(body))

    def read(self, name: str, text: str | bytes) -> Any:
        """The same from JSON, as logs hold it: a long log is read in a third of the time without a dict of each fact.
        Raises UnknownEvent."""
        kind = self._events.get(name)
        if kind is None:
            raise UnknownEvent(name)
        if stray := unknown_fields(kind, KEYS.decode(text)):
            raise UnknownEvent(f"{name}: {', '.join(sorted(stray))}")
        try:
            read = self._readers.get(kind)
            return read(msgspec.json.decode(text)) if read else msgspec.json.decode(text, type=kind)
        except msgspec.ValidationError as error:
            raise UnknownEvent(f"{name}: {error}") from None

    def command(self, name: str, body: Mapping[str, Any]) -> Any:
        """The wish of that name, as asked from outside. Raises Unreadable."""
        kind = self._commands.get(name)
        if kind is None:
            raise Unreadable("type")
        if stray := unknown_fields(kind, body):
            raise Unreadable(", ".join(sorted(stray)))
        try:
            return msgspec.convert(body, kind)
        except msgspec.ValidationError as error:
            raise Unreadable(str(error)) from None


def unknown_fields(kind: type, body: Collection[str]) -> set[str]:
    """Keys of the body that the class does not have."""
    return set(body) - {each.name for each in fields(kind)}


def _storable(value: Any) -> Any:
    match value:
        case str():
            return _storable_text(value)
        case float() if not math.isfinite(value):
            raise Unstorable(str(value))
        case dict():
            pairs = cast("dict[Any, Any]", value).items()
            return {_storable(key): _storable(inner) for key, inner in pairs}
        case list() | tuple():
            return [_storable(inner) for inner in cast("list[Any]", value)]
        case _:
            return value


def _storable_text(text: str) -> str:
    if "\0" in text or not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise Unstorable(ascii(text[:40]))
    return text
