"""An entry of a plan: what is asked, and where in its line the answer stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal, TypeAlias

from facilitation.plans.lines import Line
from facilitation.shapes import Promise, Reading
from facilitation.steps.kind import Field, Text, Value
from facilitation.words import Parallel

Held: TypeAlias = Value | Parallel
"""What a line holds in a place: a plain value, or the parallel texts of words."""


@dataclass(frozen=True, kw_only=True)
class Plain(Field):
    """One text for all languages: a unit, a number in a register."""

    limit: int = 160
    lines: int = 1


@dataclass(frozen=True, kw_only=True)
class Offered(Plain):
    """One of what the pack offers under the same key, or a text of one's own; `only`: not asked for where none is."""

    only: bool = False


@dataclass(frozen=True, kw_only=True)
class Yes(Field):
    """A yes, or none."""


@dataclass(frozen=True, kw_only=True)
class Languages(Field):
    """Languages in which the plan is to be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a line with its place. `put` leaves the line as it is where there is nothing to put it into.

    `shown`: people write it; what is not shown follows from other entries.
    """

    field: Field
    get: Callable[[Any], Held]
    put: Callable[[Any, Any], Any]
    shown: bool = True

    @property
    def key(self) -> str:
        return self.field.key

    @property
    def is_words(self) -> bool:
        """Whether it is said in several languages."""
        return isinstance(self.field, Text)


def value_of(line: Line, entry: Entry, language: str = "") -> Value:
    """What the line says there; of words, those in one language."""
    held = entry.get(line)
    return held.get(language, "") if entry.is_words and isinstance(held, Mapping) else held  # pyright: ignore[reportReturnType]


def with_value(line: Line, entry: Entry, value: Value, language: str = "") -> Line:
    """The line with another value there. Words that were emptied are gone in that language."""
    if not entry.is_words:
        return entry.put(line, value)
    held = entry.get(line)
    texts = dict(held) if isinstance(held, Mapping) else {}
    said = (
        {**texts, language: str(value)} if value else {code: each for code, each in texts.items() if code != language}
    )
    return entry.put(line, said)


def nothing(value: Held) -> bool:
    """Whether a value says nothing: not even no or zero."""
    return value is None or value == "" or value == [] or value == {}


# -- Places ---------------------------------------------------------------------------------------------------------


def at(field: Field, name: str = "", *, empty: Any = "", shown: bool = True) -> Entry:
    """An attribute that holds the value as it is; `empty` stands where there is none."""
    name = name or field.key

    def put(line: Any, value: Any) -> Any:
        return replace(line, **{name: empty if value is None else value})

    return Entry(field, lambda line: getattr(line, name), put, shown)


def figure(field: Field, name: str = "") -> Entry:
    """A number, or nothing."""
    return at(field, name, empty=None)


def day(field: Field, name: str = "") -> Entry:
    """A day of the line, written as YYYY-MM-DD."""
    name = name or field.key
    return Entry(
        field,
        lambda line: written(getattr(line, name)),
        lambda line, value: replace(line, **{name: date.fromisoformat(value) if value else None}),
    )


def several(field: Field, name: str = "") -> Entry:
    """A tuple of ids, written as a list."""
    name = name or field.key
    return Entry(
        field,
        lambda line: list(getattr(line, name)),
        lambda line, value: replace(line, **{name: tuple(value or ())}),
    )


def written(when: date | None) -> str | None:
    return when.isoformat() if when else None


# -- Places inside of a metric's readings and promise ---------------------------------------------------------------


def reading_value(field: Field, get: Callable[[Any], Reading | None], put: Callable[[Any, Any], Any]) -> Entry:
    """The figure of a reading. Without a figure there is no reading, and its day is gone with it."""

    def read(line: Any) -> Value:
        found = get(line)
        return found.value if found else None

    def change(line: Any, value: Any) -> Any:
        found = get(line)
        if value is None:
            return put(line, None)
        return put(line, replace(found, value=value) if found else Reading(value))

    return Entry(field, read, change)


def reading_day(field: Field, get: Callable[[Any], Reading | None], put: Callable[[Any, Any], Any]) -> Entry:
    """The day of a reading, once there is a figure."""

    def read(line: Any) -> Value:
        found = get(line)
        return written(found.day) if found else None

    def change(line: Any, value: Any) -> Any:
        found = get(line)
        return put(line, replace(found, day=date.fromisoformat(value) if value else None)) if found else line

    return Entry(field, read, change)


def promised(field: Field, name: Literal["who", "by"]) -> Entry:
    """Who finds the baseline out, or by when: a promise that says neither is none."""
    none = "" if name == "who" else None

    def read(line: Any) -> Value:
        said = getattr(line.baseline_promise or Promise(), name)
        return written(said) if isinstance(said, date) else said or None

    def change(line: Any, value: Any) -> Any:
        told: Any = date.fromisoformat(value) if name == "by" and value else value or none
        promise = replace(line.baseline_promise or Promise(), **{name: told})
        return replace(line, baseline_promise=promise if promise != Promise() else None)

    return Entry(field, read, change)
