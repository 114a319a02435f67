"""Entered figures as series: one figure a period, what it was restated from, a new series for a new definition."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from facilitation.shapes.followed import Entered, Period


@dataclass(frozen=True, slots=True)
class Figure:
    """A period's figure as it holds now, and the earlier ones that it restates, oldest first."""

    now: Entered
    was: tuple[Entered, ...] = ()

    @property
    def restated(self) -> bool:
        return any(each.value != self.now.value for each in self.was)


@dataclass(frozen=True, slots=True)
class Series:
    """Figures that were counted by one definition, in order of period."""

    definition: int
    figures: tuple[Figure, ...]


def by_metric(entries: Iterable[Entered]) -> Mapping[str, Sequence[Entered]]:
    """The entries of each metric, in the order in which they were entered."""
    found: dict[str, list[Entered]] = defaultdict(list)
    for each in entries:
        found[each.metric].append(each)
    return found


def series(entries: Iterable[Entered]) -> tuple[Series, ...]:
    """One metric's entries, in the order in which they were entered, as series: the newest definition last."""
    found: dict[int, dict[Period, list[Entered]]] = defaultdict(lambda: defaultdict(list))
    for each in entries:
        found[each.definition][each.period].append(each)
    return tuple(
        Series(definition, tuple(_figure(periods[period]) for period in sorted(periods, key=_end)))
        for definition, periods in sorted(found.items())
    )


def _end(period: Period) -> tuple[object, object]:
    return period.last, period.first


def _figure(entered: Sequence[Entered]) -> Figure:
    return Figure(entered[-1], tuple(entered[:-1]))


def latest(found: Sequence[Series]) -> Figure | None:
    """The last period's figure by the newest definition: older definitions count something else."""
    return found[-1].figures[-1] if found else None


def broken(found: Sequence[Series]) -> bool:
    """Whether the metric was redefined on the way, so that no line may be drawn through all its figures."""
    return len(found) > 1
