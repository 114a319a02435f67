"""Which units' metrics are one metric of the branch, and their figures put together: baseline, target, newest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import TypeAlias

from facilitation.consolidation.aggregate import Aggregate, aggregate
from facilitation.consolidation.branch import Branch, Ref, Unit
from facilitation.consolidation.comparable import Given
from facilitation.consolidation.stated import stated
from facilitation.packs import Pack
from facilitation.quality.reading import words_in
from facilitation.shapes import Metric, Reading
from facilitation.shapes.register import binding
from facilitation.shapes.series import Figure

Figures: TypeAlias = Mapping[Ref, Figure]
"""The newest figure of a unit's metric: `goal` of the reference is here the metric's id."""
Members: TypeAlias = Sequence[tuple[Unit, Metric]]
"""Units, each with its own metric."""


@dataclass(frozen=True, slots=True)
class Together:
    """One metric as several units have it, the first of them giving its name."""

    members: tuple[tuple[Unit, Metric], ...]
    baseline: Aggregate
    target: Aggregate
    newest: Aggregate

    @property
    def metric(self) -> Metric:
        return self.members[0][1]


def put_together(branch: Branch, figures: Figures, pack: Pack) -> tuple[Together, ...]:
    """Metrics that at least two units have, in the order of the units."""
    every = [(goal.unit, metric) for goal in branch.goals for metric in goal.goal.metrics]
    groups = (one_a_unit(group) for group in grouped(every))
    return tuple(together(group, figures, pack) for group in groups if len(group) > 1)


def together(members: Members, figures: Figures, pack: Pack) -> Together:
    return Together(
        tuple(members),
        stated([Given(unit, metric, metric.baseline) for unit, metric in members], pack),
        stated([Given(unit, metric, metric.target) for unit, metric in members], pack),
        aggregate([as_given(unit, metric, figures.get(Ref(unit.id, metric.id))) for unit, metric in members], pack),
    )


def as_given(unit: Unit, metric: Metric, figure: Figure | None) -> Given:
    if figure is None:
        return Given(unit, metric)
    now = figure.now
    reading = Reading(now.value, now.period.last, "", now.numerator, now.denominator)
    return Given(unit, metric, reading, now.standing == "preliminary", figure.restated)


def one_a_unit(group: Iterable[tuple[Unit, Metric]]) -> Members:
    """A unit that follows one metric under two goals counts once."""
    first: dict[str, tuple[Unit, Metric]] = {}
    for unit, metric in group:
        first.setdefault(unit.id, (unit, metric))
    return tuple(first.values())


def grouped(every: Iterable[tuple[Unit, Metric]]) -> Iterable[Members]:
    """By the register's entry, the library's id, or the same name in a language; a name in two languages joins both."""
    groups: dict[int, Group] = {}
    home: dict[str, int] = {}
    # Units often have what others have: it is spelled once, and its group is known.
    spelled, found = cache(names), dict[tuple[str, ...], Group]()
    for number, one in enumerate(every):
        metric = one[1]
        keys = spelled(metric.registered, metric.library or "", tuple(metric.name.items()))
        group = found.get(keys)
        if group is None:
            first, *others = sorted({home[key] for key in keys if key in home}) or [number]
            group = groups.setdefault(first, Group())
            for other in others:
                group.join(groups.pop(other))
            group.keys.update(keys)
            home |= dict.fromkeys(group.keys if others else keys, first)
            if others:
                found.clear()
            if keys:  # what has no name at all is like nothing else
                found[keys] = group
        group.members.append((number, one))
    return [[one for _, one in sorted(group.members, key=itemgetter(0))] for group in groups.values()]


@dataclass(slots=True)
class Group:
    """Metrics that are one, each with its place among all, and the names by which they are."""

    members: list[tuple[int, tuple[Unit, Metric]]] = field(default_factory=list[tuple[int, tuple[Unit, Metric]]])
    keys: set[str] = field(default_factory=set[str])

    def join(self, other: "Group") -> None:
        self.members += other.members
        self.keys |= other.keys


def names(registered: str, library: str, name: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """By what a metric is known among others, its name by language among it."""
    entry = binding(registered)
    spelled = ((code, spelling(text)) for code, text in name)
    return (
        *((f"register:{entry.entry}",) if entry else ()),
        *((f"library:{library}",) if library else ()),
        *(f"{code}:{words}" for code, words in spelled if words),
    )


def spelling(text: str) -> str:
    """A name without case, spaces and marks."""
    return " ".join(words_in(text))
