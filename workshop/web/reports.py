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
from workshop.web.saying import KINDS

LEFT, RIGHT, TOP, BOTTOM = 44, 346, 12, 148
"""Long figures of the axis move the left edge."""
LETTER = 6.8
"""A letter's width where the drawing's words are set in its own units, and wide rather than narrow."""
GAP = 6
"""Between the axis and its figures."""
DIGIT = 8.2
"""As a letter, of the axis's figures."""
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
    left: float = LEFT
    tone: str = ""


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


def lined(at: float, text: str, left: float = LEFT) -> Line:
    """The words begin at their stroke, or as far before it as they are longer than the room after it."""
    return Line(at, text, round(max(left, min(at + 4, RIGHT - len(text) * LETTER)), 1))


def way(chart: TrajectoryChart, language: str) -> Way:
    """The drawing of a metric's way; units are those of the drawing."""
    low, high, step = scale(chart)
    begin, end, apart = months(chart.days)
    levels = [low + step * at for at in range(round((high - low) / step) + 1)]
    named = [figures.measured(each, brief(chart.unit), language) for each in levels]
    left = max(LEFT, ceil(max(map(len, named)) * DIGIT) + GAP)

    def y(value: float) -> float:
        return round(BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP), 1)

    def x(day: date) -> float:
        return round(left + (day - begin).days / (end - begin).days * (RIGHT - left), 1)

    def spots(points: Sequence[Point]) -> tuple[Spot, ...]:
        return tuple(Spot(x(point.day), y(point.value), point.preliminary, point.restated) for point in points)

    return Way(
        spots(chart.planned),
        spots(chart.actual),
        tuple(y(limit) for limit in chart.limits),
        tuple(Tick(x(day), figures.month(day, language)) for day in few(list(ticks(begin, end, apart)))),
        tuple(Tick(y(each), text) for each, text in zip(levels, named, strict=True)),
        tuple((day, tuple(values)) for day, values in trajectory(chart, language)),
        tuple(spots(each) for each in chart.earlier),
        tuple(lined(x(cut.day), cut.label, left) for cut in chart.cuts),
        left,
        KINDS.get(chart.status, ""),
    )
