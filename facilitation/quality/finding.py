"""What a check says, and what it is told about the world around the thing it looks at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from facilitation.packs import CheckWords, Pack
from facilitation.shapes import NO_SPAN, Action, Goal, Metric, Span, StateRow
from facilitation.words import Argument, Message

Grade: TypeAlias = Literal["stop", "warn", "info"]
"""stop: no plan is approved with it; warn: look again; info: worth knowing. None keeps anybody from writing."""


@dataclass(frozen=True, slots=True)
class Advice:
    """One check's word on one field: what it noticed, and what would mend it."""

    level: Grade
    field: str
    words: Message
    fix: Message
    language: str = ""
    """Which of the parallel texts it is about, if one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Advice with the check it came from and the thing it is about. Never a score, never an invented figure."""

    check: str
    level: Grade
    field: str
    words: Message
    fix: Message
    about: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds the thing under check; what is not known is left out, and its checks stay silent.

    `goals`, `actions` and `metrics` are those of the same audience: a check never compares with what is hidden from it.
    `asked` are the fields somebody can fill in now; advice on any other waits.
    """

    pack: Pack
    today: date | None = None
    period: Span = NO_SPAN
    languages: tuple[str, ...] = ()
    goal: Goal | None = None
    goals: tuple[Goal, ...] = ()
    actions: tuple[Action, ...] = ()
    metrics: tuple[Metric, ...] = ()
    """Metrics of other organisations, to be read together with this one later."""
    state: tuple[StateRow, ...] = ()
    asked: frozenset[str] | None = None

    def asks(self, field: str) -> bool:
        return self.asked is None or field in self.asked

    def words(self, language: str) -> CheckWords:
        return self.pack.check_words.get(language, NO_WORDS)


NO_WORDS = CheckWords()

Check: TypeAlias = Callable[[Any, Context], Iterator[Advice]]


def stop(field: str, words: str, fix: str, **arguments: Argument) -> Advice:
    return advice("stop", field, words, fix, "", **arguments)


def warn(field: str, words: str, fix: str, language: str = "", **arguments: Argument) -> Advice:
    return advice("warn", field, words, fix, language, **arguments)


def tell(field: str, words: str, fix: str, language: str = "", **arguments: Argument) -> Advice:
    return advice("info", field, words, fix, language, **arguments)


def advice(level: Grade, field: str, words: str, fix: str, language: str = "", **arguments: Argument) -> Advice:
    return Advice(level, field, Message(words, arguments), Message(fix, arguments), language)
