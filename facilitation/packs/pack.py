"""What a method pack holds: a method as data, with a version and the provenance of its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from facilitation.shapes import Agenda, Level, LibraryMetric, RoleGroup, Statement
from facilitation.strategy import Provenances, Strategy
from facilitation.words import Parallel

Weight: TypeAlias = Literal["must", "should", "may"]


@dataclass(frozen=True, slots=True)
class Scale:
    """The ladder statements are marked on, and the two answers that stand beside it."""

    levels: tuple[Level, ...]
    dont_know: Parallel
    not_applicable: Parallel
    provenance: Provenances = field(default_factory=dict)

    def level(self, value: int) -> Level | None:
        return next((level for level in self.levels if level.value == value), None)


@dataclass(frozen=True, slots=True)
class PlanChoice:
    """One of a plan field's answers."""

    key: str
    name: Parallel
    offered: bool = True
    """No more to be chosen, only read where it was."""


@dataclass(frozen=True, slots=True)
class PlanField:
    """What a plan, goal, action, metric or reading is asked for: `of` says which, `weight` how much it matters."""

    of: str
    key: str
    name: Parallel
    weight: Weight = "should"
    help: Parallel = field(default_factory=dict)
    choices: tuple[PlanChoice, ...] = ()
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the method in each language, so that the same thing is always called the same."""

    id: str
    words: Parallel
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CheckWords:
    """The words by which the checks read one language. Lower case; an ending matches the end of a word."""

    task_verbs: frozenset[str] = frozenset()
    vague_verbs: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    finite_verbs: frozenset[str] = frozenset()
    """Verbs that carry a clause of their own: one on each side of a conjunction makes two goals of a sentence."""
    action_verbs: frozenset[str] = frozenset()
    action_endings: tuple[str, ...] = ()
    subjects: frozenset[str] = frozenset()
    yes_no_words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Follows:
    """The method that this one goes on from, and which of its objectives became which here: a suggestion."""

    pack: str
    objectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Pack:
    """A method: strategy, statements and scale, metric library, plan fields, check words, glossary, agendas."""

    key: str
    version: str
    name: Parallel
    strategy: Strategy
    statements: tuple[Statement, ...]
    scale: Scale
    library: tuple[LibraryMetric, ...] = ()
    plan_fields: tuple[PlanField, ...] = ()
    check_words: Mapping[str, CheckWords] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    agendas: tuple[Agenda, ...] = ()
    role_groups: tuple[RoleGroup, ...] = ()
    units: Mapping[str, Parallel] = field(default_factory=dict)
    """How the units of metrics are written, by the unit's code."""
    cautions: Mapping[str, Parallel] = field(default_factory=dict)
    """What to beware of when reading metrics; a library metric names those that concern it."""
    notes: Mapping[str, Parallel] = field(default_factory=dict)
    """Texts of the method that stand by themselves, such as what the marking of a wording means."""
    words: Mapping[str, Parallel] = field(default_factory=dict)
    """What this method calls otherwise: sentences of the catalogue ("Performance agreement"), in its own words."""
    transfers: tuple[str, ...] = ()
    """The shipped transfers that its plans are keyed in by: to services that follow this very method."""
    provenance: Provenances = field(default_factory=dict)
    """Provenance of the texts that have none of their own: name, units, cautions, notes."""
    follows: Follows | None = None

    def statement(self, id: str) -> Statement | None:
        return next((statement for statement in self.statements if statement.id == id), None)

    def metric(self, id: str) -> LibraryMetric | None:
        return next((metric for metric in self.library if metric.id == id), None)

    def agenda(self, key: str) -> Agenda | None:
        return next((agenda for agenda in self.agendas if agenda.key == key), None)

    def short_form(self) -> tuple[Statement, ...]:
        return tuple(statement for statement in self.statements if statement.short_form)

    def statements_of(self, theme: str) -> tuple[Statement, ...]:
        objectives = {objective.id for objective in self.strategy.objectives_of(theme)}
        return tuple(statement for statement in self.statements if statement.objective in objectives)

    def fields_of(self, of: str) -> tuple[PlanField, ...]:
        return tuple(field for field in self.plan_fields if field.of == of)
