"""Preparing: setting up, the agenda, what comes along from earlier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class Asked:
    """A statement as pinned by the agenda: its id, its theme, and whether it is one of the short form."""

    id: str
    theme: str
    short_form: bool = False


@dataclass(frozen=True, slots=True)
class WorkshopSetUp:
    title: Parallel
    organisation: str
    pack: str
    pack_version: str
    languages: tuple[str, ...]
    period: str = ""


@dataclass(frozen=True, slots=True)
class AgendaSet:
    steps: tuple[Step, ...]
    statements: tuple[Asked, ...] = ()
    kinds: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StepAdded:
    step: Step
    after: str | None = None


@dataclass(frozen=True, slots=True)
class StepRevised:
    step: str
    title: Parallel | None = None
    task: Parallel | None = None
    minutes: int | None = None
    pinned: str | None = None


@dataclass(frozen=True, slots=True)
class OptionSet:
    step: str
    option: str
    value: Value


@dataclass(frozen=True, slots=True)
class StepDropped:
    step: str


@dataclass(frozen=True, slots=True)
class StepMoved:
    step: str
    after: str | None = None


@dataclass(frozen=True, slots=True)
class LevelsBrought:
    """Agreed levels of an earlier workshop or plan, as the starting point of a step; "" while no step asks for any."""

    step: str
    levels: Mapping[str, int]
    targets: Mapping[str, int]
    source: str


@dataclass(frozen=True, slots=True)
class CardBrought:
    """`texts` are the answers' words in every language they were written in, by field and language.

    The step is "" while none of the agenda yields such cards.
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
    WorkshopSetUp
    | AgendaSet
    | StepAdded
    | StepRevised
    | OptionSet
    | StepDropped
    | StepMoved
    | LevelsBrought
    | CardBrought
)
