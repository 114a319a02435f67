"""A report as a page: its blocks as they are, with the ways of metrics drawn on the server."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import ceil

from facilitation.report import figures
from facilitation.report.axes import brief, months, scale, ticks
from facilitation.report.blocks import Block, Headline, Section
from facilitation.report.charts import Point, TrajectoryChart
from facilitation.report.numbers import trajectory
from facilitation.report.texts import Words

LEFT, RIGHT, TOP, BOTTOM = 44, 346, 12, 148
LETTER = 6.8
"""A letter's width where the drawing's words are set in its own units, and wide rather than narrow."""
MOST_TICKS = 4


@dataclass(frozen=True)
class Spot:
    """A point of the drawing."""

    x: float
    y: float
    open: bool = False
    restated: bool = False


@dataclass(frozen=True)
class Tick:
    at: float
    text: str


@dataclass(frozen=True)
class Line:
    """Where a new series begins, and from where on its words stand above it, so that they end within the drawing."""

    at: float
    text: str
    start: float


@dataclass(frozen=True)
class Way:
    """A metric's way as it is drawn, and the same as a table."""

    planned: tuple[Spot, ...]
    actual: tuple[Spot, ...]
    limits: tuple[float, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    rows: tuple[tuple[Words, tuple[str | None, ...]], ...]
    earlier: tuple[tuple[Spot, ...], ...] = ()
    cuts: tuple[Line, ...] = ()


def kind(block: Block) -> str:
    """The name of a block, by which the page knows how to show it."""
    return type(block).__name__


def few(days: Sequence[date]) -> Sequence[date]:
    """So many of them that their names do not touch."""
    return days[:: ceil(len(days) / MOST_TICKS) or 1]


def without_finding(sections: Sequence[Section]) -> tuple[str, Sequence[Section]]:
    """The report's first finding, for the page's title, and the rest of it."""
    first, *others = sections
    if not first.blocks or not isinstance(first.blocks[0], Headline):
        return first.title, sections
    return first.blocks[0].text, [replace(first, blocks=first.blocks[1:]), *others]


def lined(at: float, text: str) -> Line:
    """The words begin at their stroke, or as far before it as they are longer than the room after it."""
    return Line(at, text, round(max(LEFT, min(at + 4, RIGHT - len(text) * LETTER)), 1))


def way(chart: TrajectoryChart, language: str) -> Way:
    """The drawing of a metric's way; units are those of the drawing."""
    low, high, step = scale(chart)
    begin, end, apart = months(chart.days)

    def y(value: float) -> float:
        return round(BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP), 1)

    def x(day: date) -> float:
        return round(LEFT + (day - begin).days / (end - begin).days * (RIGHT - LEFT), 1)

    def spots(points: Sequence[Point]) -> tuple[Spot, ...]:
        return tuple(Spot(x(point.day), y(point.value), point.preliminary, point.restated) for point in points)

    levels = [low + step * at for at in range(round((high - low) / step) + 1)]
    return Way(
        spots(chart.planned),
        spots(chart.actual),
        tuple(y(limit) for limit in chart.limits),
        tuple(Tick(x(day), figures.month(day, language)) for day in few(list(ticks(begin, end, apart)))),
        tuple(Tick(y(each), figures.measured(each, brief(chart.unit), language)) for each in levels),
        tuple((day, tuple(values)) for day, values in trajectory(chart, language)),
        tuple(spots(each) for each in chart.earlier),
        tuple(lined(x(cut.day), cut.label) for cut in chart.cuts),
    )
