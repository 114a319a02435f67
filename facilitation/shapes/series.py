"""Entered figures as series: one figure a period, what it was restated from, a new series for a new definition."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.plan import Span

Redefined: TypeAlias = Mapping[str, tuple[date, ...]]
"""By metric, the days from which on it was defined anew; one that stands as it first did is not in it."""
NEVER: Redefined = {}


@dataclass(frozen=True, slots=True)
class Counting:
    """What is to be known besides a plan of what it asks for: which metrics were defined anew when, since when those
    are owed that an earlier plan owed before it, and which actions the next plan asks for once the years are over.

    `elsewhere`: metrics for which others are asked. `closed`: since when the next plan is asked in its stead.
    """

    redefined: Redefined = field(default_factory=dict[str, tuple[date, ...]])
    owed: Mapping[str, date] = field(default_factory=dict[str, date])
    taken_along: frozenset[str] = frozenset()
    elsewhere: frozenset[str] = frozenset()
    closed: date | None = None

    def within(self, metric: str, years: Span) -> Span:
        """The days for which a metric owes figures."""
        return replace(years, first=self.owed.get(metric, years.first))

    def asks(self, day: date) -> bool:
        return self.closed is None or day < self.closed


AS_PLANNED = Counting()
"""Every metric as it first stood, and from the plan's first day on."""


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
        Series(definition, tuple(_figure(periods[period]) for period in sorted(periods, key=ending)))
        for definition, periods in sorted(found.items())
    )


def ending(period: Period) -> tuple[date, date]:
    """Sorts periods: of two that end on one day the shorter is later."""
    return period.last, period.first


def _figure(entered: Sequence[Entered]) -> Figure:
    return Figure(entered[-1], tuple(entered[:-1]))


def latest(found: Sequence[Series], definition: int = 0) -> Figure | None:
    """The last period's figure by the newest definition: older ones count something else.

    `definition`: the one that is in force; nothing may have been counted by it yet.
    """
    return found[-1].figures[-1] if found and found[-1].definition >= definition else None


def current(entries: Iterable[Entered], redefined: Sequence[date] = ()) -> Figure | None:
    """`latest` of one metric's entries by the definition that is in force, without the figures before it."""
    every = tuple(entries)
    definition = max((each.definition for each in every), default=0)
    if definition <= len(redefined):
        return None
    of = [each for each in every if each.definition == definition]
    last = max((each.period for each in of), key=ending)
    return _figure([each for each in of if each.period == last])


def newest(entries: Iterable[Entered], redefined: Redefined = NEVER) -> Mapping[str, Figure]:
    """The last period's figure of each metric that was counted by the definition in force."""
    comparable = by_metric(in_force(entries, redefined))
    return {metric: found for metric, of in comparable.items() if (found := current(of))}


def in_force(entries: Iterable[Entered], redefined: Redefined) -> Iterator[Entered]:
    """Those that were counted by the definition that their metric has now: what may be compared and put together."""
    return (each for each in entries if each.definition > len(redefined.get(each.metric, ())))


@dataclass(frozen=True, slots=True)
class Break:
    """Where a new series begins: the first day that was counted by it, and the day of the new definition if known."""

    definition: int
    first: date
    since: date | None = None


def breaks(found: Sequence[Series], redefined: Sequence[date] = ()) -> tuple[Break, ...]:
    """Where one series ends and another begins, oldest first. `redefined`: the days of the definitions after the first.

    A definition by which nothing has been counted yet breaks the series on its own day.
    """
    if not found:
        return ()
    begun = [Break(each.definition, each.figures[0].now.period.first, _since(each, redefined)) for each in found[1:]]
    now = len(redefined) + 1
    return (*begun, Break(now, redefined[-1], redefined[-1])) if now > found[-1].definition else tuple(begun)


def _since(series: Series, redefined: Sequence[date]) -> date | None:
    """The first of the days is that of the second definition."""
    place = series.definition - 2
    return redefined[place] if 0 <= place < len(redefined) else None
