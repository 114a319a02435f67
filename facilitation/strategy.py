"""A strategy: what everybody has agreed to strive for, in themes with objectives. It comes from a pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from facilitation.words import Parallel

Provenance: TypeAlias = Literal["official", "translated", "placeholder", "own"]
"""official: seen in the strategy's own material. translated: our translation of it. placeholder: the official words
were not found. own: ours by design, not a quotation."""

Provenances: TypeAlias = Mapping[str, Provenance]
"""Provenance by language code."""

OWN_IDS = "O-"
"""How the ids of organisations' own entries begin: no method's do."""


def is_own(id: str) -> bool:
    """Whether an id is that of an organisation's own entry, whatever the method."""
    return id.startswith(OWN_IDS)


@dataclass(frozen=True, slots=True)
class Own:
    """That an entry is no method's but an organisation's own: whose, since when, and whether it may still be taken."""

    whose: Parallel
    since: date
    offered: bool = True
    """No more once it was withdrawn, or a later version has taken its place; what took it up reads on."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the strategy's themes, with its intention."""

    id: str
    name: Parallel
    intention: Parallel
    source: str = ""
    provenance: Provenances = field(default_factory=dict)
    name_provenance: Provenances = field(default_factory=dict)
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Levels:
    """Where a strategy says that things stand, and how far they are to come, on the pack's scale."""

    start: int
    target: int


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective of a theme: `1.1` of theme `1`."""

    id: str
    theme: str
    text: Parallel
    levels: Levels | None = None
    source: str = ""
    provenance: Provenances = field(default_factory=dict)
    own: Own | None = None


@dataclass(frozen=True, slots=True)
class Tier:
    """One row of the strategy's picture: what the row is and which themes stand on it."""

    key: str
    name: Parallel
    themes: tuple[str, ...]
    provenance: Provenances = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Strategy:
    """Themes and objectives in their official order, and the tiers that draw them as one picture."""

    id: str
    version: str
    name: Parallel
    themes: tuple[Theme, ...]
    objectives: tuple[Objective, ...]
    picture: tuple[Tier, ...] = ()
    source: str = ""
    provenance: Provenances = field(default_factory=dict)

    @property
    def offered(self) -> tuple[Objective, ...]:
        """Those that a goal may still be tied to."""
        return tuple(each for each in self.objectives if each.own is None or each.own.offered)

    def theme(self, id: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == id), None)

    def objective(self, id: str) -> Objective | None:
        return next((objective for objective in self.objectives if objective.id == id), None)

    def theme_of(self, objectives: Sequence[str]) -> str:
        """The theme of what serves these objectives, by the first of them; "" outside the strategy."""
        first = self.objective(objectives[0]) if objectives else None
        return first.theme if first else ""

    def objectives_of(self, theme: str) -> tuple[Objective, ...]:
        return tuple(objective for objective in self.objectives if objective.theme == theme)
