"""One place in a pack's JSON, with its path, so that whatever is wrong there can be named exactly."""

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitation import limits
from facilitation.words import LANGUAGES, N_, Argument, Message, Parallel


class PackError(Exception):
    """A pack that cannot be used; `path` says where ("statements[3].text.fi"), `message` what is wrong there."""

    def __init__(self, path: str, sentence: str, **arguments: Argument) -> None:
        super().__init__(f"{path}: {sentence % arguments}")
        self.path = path
        self.message = Message(sentence, arguments)


LONGEST_TOLD = 20
"""Digits of a number that is told because it cannot be used."""


@dataclass(frozen=True, slots=True)
class Node:
    """A value and the path that leads to it. Every question either answers or raises PackError."""

    value: Any
    path: str = ""

    def at(self, key: str) -> "Node":
        """What stands under a key; a key that is missing holds None."""
        return Node(self.entries().get(key), f"{self.path}.{key}" if self.path else key)

    def has(self, key: str) -> bool:
        return self.entries().get(key) is not None

    def entries(self) -> Mapping[str, Any]:
        if not isinstance(self.value, dict):
            raise self.wrong(N_("Expected an object with named values."))
        return self.value

    def named(self) -> Iterator[tuple[str, "Node"]]:
        """Keys and what stands under them; nothing where nothing is given."""
        return ((key, self.at(key)) for key in (() if self.value is None else self.entries()))

    def each(self) -> tuple["Node", ...]:
        """A list's places; none where nothing is given."""
        if self.value is None:
            return ()
        if not isinstance(self.value, list):
            raise self.wrong(N_("Expected a list."))
        if len(self.value) > limits.PACK_ENTRIES:
            raise self.wrong(N_("The list is longer than %(most)s."), most=limits.PACK_ENTRIES)
        return tuple(Node(value, f"{self.path}[{place}]") for place, value in enumerate(self.value))

    def some(self) -> tuple["Node", ...]:
        """A list's places, at least one."""
        if not (nodes := self.each()):
            raise self.wrong(N_("The list is empty or missing."))
        return nodes

    def text(self) -> str:
        if not isinstance(self.value, str) or not self.value.strip():
            raise self.wrong(N_("Expected a text."))
        return self.value

    def text_or(self, otherwise: str = "") -> str:
        return otherwise if self.value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        return tuple(node.text() for node in self.each())

    def whole(self, least: int, most: int) -> int:
        if type(self.value) is not int or not least <= self.value <= most:
            raise self.wrong(N_("Expected a whole number from %(least)s to %(most)s."), least=least, most=most)
        return self.value

    def yes(self) -> bool:
        """False where nothing is said."""
        if self.value is not None and not isinstance(self.value, bool):
            raise self.wrong(N_("Expected true or false."))
        return bool(self.value)

    def one_of(self, choices: tuple[str, ...]) -> Any:
        if self.value not in choices or not isinstance(self.value, str):
            raise self.wrong(N_("Expected one of: %(choices)s."), choices=", ".join(choices))
        return self.value

    def parallel(self) -> Parallel:
        """A text in at least one known language."""
        if not (texts := {code: node.text() for code, node in self.named()}):
            raise self.wrong(N_("Expected a text in at least one language."))
        for code in texts:
            if code not in LANGUAGES:
                raise self.at(code).wrong(N_("Unknown language. Known are %(known)s."), known=", ".join(LANGUAGES))
        return texts

    def parallel_or_none(self) -> Parallel:
        return {} if self.value is None else self.parallel()

    def plain(self) -> Any:
        """An option's value, whose meaning the step's kind knows: plain, a parallel text, or a list of such."""
        if isinstance(self.value, dict):
            return self.parallel()
        if isinstance(self.value, list):
            return tuple(node.plain() for node in self.each())
        return self.value

    def wrong(self, sentence: str, **arguments: Argument) -> PackError:
        return PackError(self.path or "pack", sentence, **arguments)


def read_json(text: str, most: int = limits.PACK_CHARACTERS) -> Node:
    """The root of a pack's JSON. A key that stands twice is refused, since one of the two would vanish unseen."""
    if len(text) > most:
        raise PackError("pack", N_("The pack is longer than %(most)s characters."), most=most)
    try:
        root = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)
        json.dumps(root, ensure_ascii=False).encode()
    except json.JSONDecodeError as wrong:
        raise PackError(
            "pack", N_("Not JSON: line %(line)s, column %(column)s."), line=wrong.lineno, column=wrong.colno
        ) from wrong
    except UnicodeEncodeError as wrong:
        # Half a letter can be escaped in JSON, and then be neither kept nor shown.
        raise PackError("pack", N_("The file is not text in UTF-8.")) from wrong
    except (ValueError, RecursionError) as wrong:
        raise PackError("pack", N_("Not JSON that can be read: nested too deep, or a number too long.")) from wrong
    return Node(root)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in pairs:
        if key in read:
            raise PackError(key, N_("This key stands twice."))
        read[key] = value
    return read


def _finite(digits: str) -> float:
    number = float(digits)
    return number if math.isfinite(number) else _no_constant(digits[:LONGEST_TOLD])


def _no_constant(name: str) -> Any:
    raise PackError("pack", N_("%(name)s is not a finite number, and cannot be used."), name=name)
