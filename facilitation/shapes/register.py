"""A register of metrics: how a branch counts each of them, version by version, and which metrics are bound to it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from facilitation.shapes.goals import Metric
from facilitation.shapes.offered import Aggregation, Direction, Frequency, LibraryMetric
from facilitation.words import Parallel

BETWEEN = "/"


class Binding(NamedTuple):
    """Which entry of a register a metric is bound to, and which version of its definition."""

    entry: str
    version: int


def bound(entry: str, version: int) -> str:
    """The binding as one word."""
    return f"{entry}{BETWEEN}{version}"


def binding(word: str) -> Binding | None:
    """The binding that a word tells; None for any other word."""
    entry, _, version = word.rpartition(BETWEEN)
    return Binding(entry, int(version)) if entry and version.isascii() and version.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Definition:
    """What a metric counts and how. Another of these is another series: its figures are not those of the one before."""

    definition: Parallel = field(default_factory=dict)
    numerator: Parallel = field(default_factory=dict)
    denominator: Parallel = field(default_factory=dict)
    unit: str = ""
    direction: Direction = "more"
    frequency: Frequency = ""
    aggregation: Aggregation = ""


COUNTED = ("definition", "numerator", "denominator", "unit", "direction", "frequency", "aggregation")
"""The parts of a definition, as a metric calls them."""


def apart(metric: Metric, entry: LibraryMetric) -> tuple[str, ...]:
    """Where a metric says something else than the definition it is bound to; what it leaves open it takes from there.

    Texts are held against each other in the languages that both have.
    """
    return tuple(part for part in COUNTED if _apart(getattr(metric, part), getattr(entry, part)))


def _apart(mine: Parallel | str, theirs: Parallel | str) -> bool:
    if isinstance(mine, str) or isinstance(theirs, str):
        return bool(mine) and mine != theirs
    shared = [code for code in mine if mine[code].strip() and theirs.get(code, "").strip()]
    return any(" ".join(mine[code].split()) != " ".join(theirs[code].split()) for code in shared)
