"""A plan in which every field of every part is filled, each text with one of its own that can be found again."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, timedelta
from itertools import count
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from facilitation.shapes import Plan
from facilitation.words import LANGUAGES

FIRST = date(2027, 1, 1)
MARKS = ("level_now", "level_target", "agreed", "target", "likelihood", "impact")
"""From one to five; other whole numbers are any."""
CELLS = 3
"""A row of what steps gathered has a text, a sentence and texts by language: a field for each."""


def filled() -> Plan:
    """The same whenever it is asked for."""
    return Filler().of(Plan, "plan")


class Filler:
    """Makes things of any kind that a plan is made of, two wherever there may be many, no value twice."""

    def __init__(self) -> None:
        self.numbers = count(1)

    def of(self, kind: Any, name: str) -> Any:
        number = next(self.numbers)
        if is_dataclass(kind):
            hints = get_type_hints(kind)
            return kind(**{each.name: self.of(hints[each.name], each.name) for each in fields(kind)})  # pyright: ignore[reportCallIssue]
        if get_origin(kind) is not None:
            return self.of_many(kind, name)
        if kind in (str, Any):
            return self.text(name, number)
        if kind is int:
            return 1 + number % 5 if name in MARKS else number
        return {float: number + 0.25, bool: True, date: FIRST + timedelta(number)}[kind]

    def text(self, name: str, number: int) -> str:
        return f"{name}{number:05}"

    def of_many(self, kind: Any, name: str) -> Any:
        within = get_args(kind)
        match get_origin(kind):
            case origin if origin is Literal:
                return within[-1]
            case origin if origin is tuple:
                kinds = alternatives(within[0])
                many = 1 if len(kinds) == CELLS else CELLS if name == "fields" else 2
                return tuple(self.of(each, name) for each in kinds * many)
            case origin if origin in (Union, UnionType):
                return self.of(alternatives(kind)[0], name)
            case _:
                keys = LANGUAGES if within[1] is str else (f"{name}-key-1", f"{name}-key-2")
                return {key: self.of(alternatives(within[1])[0], name) for key in keys}


def alternatives(kind: Any) -> list[Any]:
    """What a choice is between, but for nothing at all."""
    union = get_origin(kind) in (Union, UnionType)
    return [each for each in get_args(kind) if each is not type(None)] if union else [kind]


def unfilled(part: Any, at: str = "plan") -> Iterator[str]:
    """Where a field holds nothing, or what it holds when nobody fills it."""
    if is_dataclass(part):
        for field in fields(part):
            value = getattr(part, field.name)
            if value in (None, "", (), {}) or value == usual(field):
                yield f"{at}.{field.name}"
            yield from unfilled(value, f"{at}.{field.name}")
    elif isinstance(part, tuple | Mapping):
        for each in part.values() if isinstance(part, Mapping) else part:
            yield from unfilled(each, at)


def usual(field: Field[Any]) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()
