"""Preparing: setting up, the agenda, what comes along from earlier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from facilitation.live.events import Asked
from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class SetUp:
    title: Parallel
    organisation: str
    pack: str
    pack_version: str
    languages: tuple[str, ...] = ("fi", "sv", "en")
    period: str = ""


@dataclass(frozen=True, slots=True)
class SetAgenda:
    steps: tuple[Step, ...]
    statements: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class AddStep:
    step: Step
    after: str | None = None


@dataclass(frozen=True, slots=True)
class ReviseStep:
    step: str
    title: Parallel | None = None
    task: Parallel | None = None
    minutes: int | None = None
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class SetOption:
    step: str
    option: str
    value: Value


@dataclass(frozen=True, slots=True)
class DropStep:
    step: str


@dataclass(frozen=True, slots=True)
class MoveStep:
    step: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class BringLevels:
    """What an earlier workshop agreed; `step` "" is the first step of the agenda that asks for levels, else none."""

    step: str
    levels: Mapping[str, int]
    targets: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True)
class BringCard:
    """A card of an earlier workshop; `step` "" is the first step of the agenda that yields such cards, else none.

    `texts`: the words of its answers in every language they were written in, by field and language.
    """

    card: str
    step: str
    kind: str
    answers: Mapping[str, Value]
    language: str
    source: str
    texts: Mapping[str, Parallel] = field(default_factory=dict)
    group: str | None = None


Preparing: TypeAlias = (
    SetUp | SetAgenda | AddStep | ReviseStep | SetOption | DropStep | MoveStep | BringLevels | BringCard
)
