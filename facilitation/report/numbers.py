"""Charts as their numbers: the table that says in words and figures what a drawing shows."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, assert_never

from facilitation.report import figures
from facilitation.report.blocks import Column, Table
from facilitation.report.charts import (
    LevelChart,
    MatrixChart,
    Point,
    SpreadChart,
    StatusChart,
    StatusRow,
    Timeline,
    TrajectoryChart,
    VotesChart,
)
from facilitation.report.texts import Words

Chart: TypeAlias = SpreadChart | VotesChart | LevelChart | StatusChart | MatrixChart | Timeline | TrajectoryChart
Figure: TypeAlias = float | date | str | None
DISAGREES = "\N{BLACK DIAMOND} "
CHOSEN = "\N{CHECK MARK}"
NAMES, DAYS = 5, 1.6
"""Share of the width of the first column: names take much of it, days no more than their figures."""


def numbers(chart: Chart, language: str, item: str) -> Table:
    """A row for each thing that is drawn; the first column names it, `item` is its head unless the chart has one."""
    heads = list(_heads(chart))
    label = _label(chart) or item
    named = DAYS if isinstance(chart, TrajectoryChart) else NAMES
    columns = (Column(label, named), *(Column(head, 1.3, figures=True) for head in heads))
    rows = (
        (label, *(Words(_said(figure, language)) for figure in list(each)[: len(heads)]))
        for label, each in _rows(chart, language)
    )
    return Table(chart.caption, columns, tuple(rows))


def _label(chart: Chart) -> str:
    match chart:
        case MatrixChart() | StatusChart():
            return chart.label
        case TrajectoryChart():
            return chart.names.day
        case _:
            return ""


def _heads(chart: Chart) -> Iterable[str]:
    match chart:
        case SpreadChart():
            return chart.names.low, chart.names.median, chart.names.high, chart.names.answers
        case VotesChart():
            return (chart.unit, chart.chosen) if chart.chosen else (chart.unit,)
        case LevelChart():
            return chart.now, chart.target
        case StatusChart():
            return chart.whole, *(each.name for each in chart.names), *((chart.aside,) if chart.aside else ())
        case MatrixChart():
            return chart.across, chart.up
        case Timeline():
            return (chart.start, chart.end, chart.milestone) if _has_milestones(chart) else (chart.start, chart.end)
        case TrajectoryChart():
            return (chart.names.planned, chart.names.actual) if _measured(chart) else (chart.names.planned,)
        case unknown:
            assert_never(unknown)


def _rows(chart: Chart, language: str) -> Iterator[tuple[Words, Iterable[Figure]]]:
    match chart:
        case SpreadChart():
            for row in chart.rows:
                yield _marked(row.label, disagrees=row.disagrees), (row.low, row.median, row.high, row.n)
        case VotesChart():
            yield from ((row.label, (row.dots, CHOSEN if row.chosen else "")) for row in chart.rows)
        case LevelChart():
            yield from ((row.label, (row.now, row.target)) for row in chart.rows)
        case StatusChart():
            yield from ((row.label, (row.of, *row.counts, row.aside)) for row in chart.rows)
        case MatrixChart():
            yield from ((spot.label, (spot.across, spot.up)) for spot in chart.spots)
        case Timeline():
            yield from ((bar.label, (bar.first, bar.last, _days(bar.milestones, language))) for bar in chart.bars)
        case TrajectoryChart():
            yield from trajectory(chart, language)
        case unknown:
            assert_never(unknown)


def _has_milestones(chart: Timeline) -> bool:
    return any(bar.milestones for bar in chart.bars)


def _days(days: Iterable[date], language: str) -> str:
    return ", ".join(figures.day(day, language) for day in days)


def trajectory(chart: TrajectoryChart, language: str) -> Iterator[tuple[Words, tuple[str | None, str | None]]]:
    """A row a day: what was planned for it and what was measured, each with its unit; where a new definition begins."""
    for day in sorted(set(chart.days)):
        planned = (_point(point, chart, language) for point in chart.planned if point.day == day)
        yield Words(figures.day(day, language)), (_one(planned), _one(_on(day, chart, language)))


def _measured(chart: TrajectoryChart) -> bool:
    return bool(chart.actual or chart.earlier or chart.cuts)


def _on(day: date, chart: TrajectoryChart, language: str) -> Iterator[str]:
    """The break, then what was counted by older definitions, then what is counted now."""
    yield from (cut.label for cut in chart.cuts if cut.day == day)
    older = (point for each in chart.earlier for point in each if point.day == day)
    yield from (_point(point, chart, language, chart.names.earlier) for point in older)
    yield from (_point(point, chart, language) for point in chart.actual if point.day == day)


def _one(said: Iterable[str]) -> str | None:
    return "; ".join(said) or None


def _point(point: Point, chart: TrajectoryChart, language: str, by: str = "") -> str:
    """With the words for what must be known of it."""
    known = (
        by,
        chart.names.preliminary if point.preliminary else "",
        chart.names.restated if point.restated else "",
    )
    marks = ", ".join(each.lower() for each in known if each)
    return figures.measured(point.value, chart.unit, language) + (f" ({marks})" if marks else "")


def _marked(label: Words, *, disagrees: bool) -> Words:
    return Words(DISAGREES + label.text, label.language, label.theirs, label.unconfirmed) if disagrees else label


def _said(figure: Figure, language: str) -> str:
    match figure:
        case None:
            return "\N{EN DASH}"
        case str():
            return figure
        case date():
            return figures.day(figure, language)
        case _:
            return figures.number(figure, language)


def below(block: object, language: str) -> Iterator[str]:
    """How the numbers are to be read, if anything must be said."""
    if isinstance(block, SpreadChart) and any(row.disagrees for row in block.rows):
        yield DISAGREES + block.names.disagrees
    if isinstance(block, SpreadChart | LevelChart) and block.scale:
        yield block.scale
    if isinstance(block, TrajectoryChart) and (told := about(block, language)):
        yield told
    if isinstance(block, Timeline) and (today := block.marked_day):
        yield f"{block.now}: {figures.day(today, language)}"


def counted(chart: StatusChart, row: StatusRow) -> str:
    """How many have each status that any has, in words."""
    return ", ".join(
        f"{name.name.lower()} {count}" for name, count in zip(chart.names, row.counts, strict=True) if count
    )


def told(chart: TrajectoryChart, language: str) -> str:
    """Every point in words."""
    rows = (
        f"{day.text}: "
        + ", ".join(
            f"{name.lower()} {value}"
            for name, value in zip((chart.names.planned, chart.names.actual), values, strict=True)
            if value
        )
        for day, values in trajectory(chart, language)
    )
    return "; ".join(filter(None, (*rows, about(chart, language))))


def about(chart: TrajectoryChart, language: str) -> str:
    """Which way is better, and the range that it is to stay in."""
    told = f" {figures.RANGE} ".join(figures.measured(each, chart.unit, language) for each in chart.limits)
    return " · ".join(filter(None, (chart.direction, f"{chart.names.limits}: {told}" if told else "")))
