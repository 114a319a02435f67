"""Charts as their numbers: the table that says in words and figures what a drawing shows."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, assert_never

from facilitation.report import figures
from facilitation.report.blocks import (
    Column,
    LevelChart,
    MatrixChart,
    SpreadChart,
    Table,
    Timeline,
    VotesChart,
    Words,
)

Chart: TypeAlias = SpreadChart | VotesChart | LevelChart | MatrixChart | Timeline
Figure: TypeAlias = float | date | str | None
DISAGREES = "\N{BLACK DIAMOND} "
CHOSEN = "\N{CHECK MARK}"


def numbers(chart: Chart, language: str, item: str) -> Table:
    """A row for each thing that is drawn; the first column names it, `item` is its head unless the chart has one."""
    heads = list(_heads(chart))
    label = chart.label if isinstance(chart, MatrixChart) else item
    columns = (Column(label, 5), *(Column(head, 1.3, figures=True) for head in heads))
    rows = (
        (label, *(Words(_said(figure, language)) for figure in list(each)[: len(heads)]))
        for label, each in _rows(chart)
    )
    return Table(chart.caption, columns, tuple(rows))


def _heads(chart: Chart) -> Iterable[str]:
    match chart:
        case SpreadChart():
            return chart.names.low, chart.names.median, chart.names.high, chart.names.answers
        case VotesChart():
            return (chart.unit, chart.chosen) if chart.chosen else (chart.unit,)
        case LevelChart():
            return chart.now, chart.target
        case MatrixChart():
            return chart.across, chart.up
        case Timeline():
            return chart.start, chart.end
        case unknown:
            assert_never(unknown)


def _rows(chart: Chart) -> Iterator[tuple[Words, Iterable[Figure]]]:
    match chart:
        case SpreadChart():
            for row in chart.rows:
                yield _marked(row.label, disagrees=row.disagrees), (row.low, row.median, row.high, row.n)
        case VotesChart():
            yield from ((row.label, (row.dots, CHOSEN if row.chosen else "")) for row in chart.rows)
        case LevelChart():
            yield from ((row.label, (row.now, row.target)) for row in chart.rows)
        case MatrixChart():
            yield from ((spot.label, (spot.across, spot.up)) for spot in chart.spots)
        case Timeline():
            yield from ((bar.label, (bar.first, bar.last)) for bar in chart.bars)
        case unknown:
            assert_never(unknown)


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


def below(block: object) -> Iterator[str]:
    """How the numbers are to be read, if anything must be said."""
    if isinstance(block, SpreadChart) and any(row.disagrees for row in block.rows):
        yield DISAGREES + block.names.disagrees
    if isinstance(block, SpreadChart | LevelChart) and block.scale:
        yield block.scale
