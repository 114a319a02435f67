"""Charts as tables that draw: each row has its label, its drawing on a common axis from 0 to 1, and its figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.report import figures
from facilitation.report.blocks import Column
from facilitation.report.charts import (
    Bar,
    LevelChart,
    LevelSpan,
    Spread,
    SpreadChart,
    StatusChart,
    StatusRow,
    Timeline,
    Votes,
    VotesChart,
)
from facilitation.report.numbers import below, counted
from facilitation.report.texts import Words
from workshop.exports.pdf.letters import printable
from workshop.exports.pdf.texts import Data

Mark: TypeAlias = tuple[str, float, float]
"""A kind of stroke, from where, to where: band, median, way, ring, dot, bar, chosen, milestone, today, a status."""
Scale: TypeAlias = Callable[[float], float]
LABEL, DRAWN, FIGURE, MONTH, BARS = 4.4, 4.2, 1.15, 1.5, 10.0
ROOM = 0.12
"""Share of the axis that the number of a year takes."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands in the cell of a drawing, and what it says to those who do not see it."""

    marks: tuple[Mark, ...]
    alt: str

    def data(self) -> Data:
        marks = [{"kind": kind, "from": first, "to": last} for kind, first, last in self.marks]
        return {"kind": "drawn", "marks": marks, "alt": printable(self.alt)}


Row: TypeAlias = tuple[Words, Drawn, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Axis:
    """The head of the drawings' column: where which number stands."""

    ticks: tuple[tuple[float, str], ...]

    def data(self) -> Data:
        return {"kind": "axis", "ticks": [{"at": at, "text": printable(text)} for at, text in self.ticks]}


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart's heads, rows and what is to be read below it."""

    caption: str
    axis: Axis
    figures: tuple[Column, ...]
    rows: tuple[Row, ...]
    below: tuple[str, ...] = ()
    drawn: float = DRAWN
    """The share of the width that the drawings take."""
    keys: tuple[str, ...] = ()
    """The marks that heads of figures explain, "" for a head that explains none."""


def spread(chart: SpreadChart, language: str) -> Chart:
    names = chart.names
    at = scale(chart.lowest, chart.highest)
    heads = (names.median, names.band, names.answers)
    rows = tuple(_spread(row, chart, at, language) for row in chart.rows)
    apart = [f"▭ {names.disagrees}" for row in chart.rows if row.disagrees][:1]
    axis = levels_axis(chart.lowest, chart.highest)
    return Chart(chart.caption, axis, numbers(*heads), rows, (*apart, chart.scale))


def _spread(row: Spread, chart: SpreadChart, at: Scale, language: str) -> Row:
    median, middle = figures.number(row.median, language), figures.between(row.low, row.high, language)
    names = chart.names
    said = [f"{names.median} {median}", f"{names.band} {middle}", *([names.disagrees] if row.disagrees else [])]
    kind = "apart" if row.disagrees else "band"
    marks: tuple[Mark, ...] = ((kind, at(row.low), at(row.high)), ("median", at(row.median), at(row.median)))
    return row.label, Drawn(marks, told(row.label, *said)), (median, middle, str(row.n))


def votes(chart: VotesChart) -> Chart:
    most = max(row.dots for row in chart.rows) or 1
    rows = tuple(_votes(row, chart, most) for row in chart.rows)
    chosen = tuple(f"● {chart.chosen}" for row in chart.rows if row.chosen)[:1]
    return Chart(chart.caption, Axis(((0, "0"), (1, str(most)))), numbers(chart.unit), rows, chosen)


def _votes(row: Votes, chart: VotesChart, most: int) -> Row:
    marks: tuple[Mark, ...] = (("chosen" if row.chosen else "bar", 0, row.dots / most),)
    said = [f"{row.dots} {chart.unit}", *([chart.chosen] if row.chosen else [])]
    return row.label, Drawn(marks, told(row.label, *said)), (str(row.dots),)


def levels(chart: LevelChart) -> Chart:
    at = scale(chart.lowest, chart.highest)
    rows = tuple(_level(row, chart, at) for row in chart.rows)
    axis = levels_axis(chart.lowest, chart.highest)
    return Chart(chart.caption, axis, numbers(chart.now, chart.target), rows, (chart.scale,))


def _level(row: LevelSpan, chart: LevelChart, at: Scale) -> Row:
    ends = (row.now, row.target)
    marks = tuple(_ends(*(None if end is None else at(end) for end in ends)))
    now, target = (str(end) if end is not None else "–" for end in ends)
    alt = told(row.label, f"{chart.now} {now}", f"{chart.target} {target}")
    return row.label, Drawn(marks, alt), (now, target)


def _ends(now: float | None, target: float | None) -> Iterator[Mark]:
    if now is not None and target is not None:
        yield "way", now, target
    if now is not None:
        yield "ring", now, now
    if target is not None:
        yield "dot", target, target


def statuses(chart: StatusChart) -> Chart:
    """Bars of one length; the heads of the figures show what each paint is."""
    rows = tuple(_status(row, chart) for row in chart.rows)
    heads = numbers(chart.whole, *(each.name for each in chart.names), *([chart.aside] if chart.aside else []))
    keys = ("", *(each.key for each in chart.names))
    return Chart(chart.caption, Axis(((0, "0"), (1, "100 %"))), heads, rows, drawn=BARS, keys=keys)


def _status(row: StatusRow, chart: StatusChart) -> Row:
    marks: tuple[Mark, ...] = tuple(
        (name.key, first, first + share) for name, (first, share) in zip(chart.names, row.shares, strict=True) if share
    )
    told_of = (str(row.of), *map(str, row.counts), *([row.aside] if chart.aside else []))
    return row.label, Drawn(marks, told(row.label, counted(chart, row))), told_of


def timeline(chart: Timeline, language: str) -> Chart:
    first, last = min(bar.first for bar in chart.bars), max(bar.last for bar in chart.bars)
    at = scale(first.toordinal(), last.toordinal())
    # Found once: all bars are looked at for it.
    today = chart.marked_day
    line = (_stroke("today", today, at),) if today else ()
    rows = tuple(_bar(bar, chart, at, line, language) for bar in chart.bars)
    heads = numbers(chart.start, chart.end, share=MONTH)
    return Chart(chart.caption, years(first, last, at), heads, rows, (*chart.key, *below(chart, language)))


def _bar(bar: Bar, chart: Timeline, at: Scale, line: tuple[Mark, ...], language: str) -> Row:
    first, last = figures.month(bar.first, language), figures.month(bar.last, language)
    whole: Mark = ("bar", at(bar.first.toordinal()), at(bar.last.toordinal()))
    milestones = (_stroke("milestone", day, at) for day in bar.milestones)
    said = [f"{chart.milestone} {figures.day(day, language)}" for day in bar.milestones]
    alt = told(bar.label, f"{chart.start} {first}", f"{chart.end} {last}", *said)
    return bar.label, Drawn((whole, *milestones, *line), alt), (first, last)


def _stroke(name: str, day: date, at: Scale) -> Mark:
    return name, at(day.toordinal()), at(day.toordinal())


def years(first: date, last: date, at: Scale) -> Axis:
    """The year at the left and those that begin within, as far as their numbers stand clear of each other."""
    begun = [date(year, 1, 1) for year in range(first.year + 1, last.year + 1)]
    ticks = [(0.0, str(first.year)), *((at(day.toordinal()), str(day.year)) for day in begun)]
    return Axis(tuple(clear(ticks)))


def clear(ticks: list[tuple[float, str]]) -> Iterator[tuple[float, str]]:
    """The ticks that have room, the later of two that have not."""
    after = [at for at, _ in ticks[1:]] + [2.0]
    return (tick for tick, following in zip(ticks, after, strict=True) if following - tick[0] > ROOM)


def levels_axis(lowest: int, highest: int) -> Axis:
    at = scale(lowest, highest)
    return Axis(tuple((at(level), str(level)) for level in range(lowest, highest + 1)))


def scale(lowest: float, highest: float) -> Scale:
    """From a value to its place between 0 and 1."""
    width = (highest - lowest) or 1
    return lambda value: min(1.0, max(0.0, (value - lowest) / width))


def numbers(*heads: str, share: float = FIGURE) -> tuple[Column, ...]:
    return tuple(Column(head, share, figures=True) for head in heads)


def told(label: Words, *facts: str) -> str:
    """A row for those who do not see its drawing."""
    return f"{label.text}: {', '.join(facts)}"
