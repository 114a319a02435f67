"""Pipe tables, and charts as the tables of their figures."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias, assert_never

from facilitation.report import figures
from facilitation.report.blocks import (
    Column,
    LevelChart,
    MatrixChart,
    Spread,
    SpreadChart,
    Table,
    Timeline,
    VotesChart,
    Words,
)
from workshop.exports.markdown.signs import marked, one_line

Chart: TypeAlias = SpreadChart | VotesChart | LevelChart | MatrixChart | Timeline
Figure: TypeAlias = float | date | str | None
DISAGREES = "\N{BLACK DIAMOND}"
CHOSEN = "\N{CHECK MARK}"
NOTHING = "\N{EN DASH}"


def piped(table: Table) -> str:
    """Nothing where there is nothing to tell."""
    if not (table.columns and table.rows):
        return ""
    heads = _row(one_line(column.head) for column in table.columns)
    rule = _row("---:" if column.figures else "---" for column in table.columns)
    return "\n".join((heads, rule, *(_row(one_line(marked(cell)) for cell in row) for row in table.rows)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def figured(chart: Chart, language: str) -> Table:
    """A row for each thing that is drawn."""
    heads, rows = _told(chart)
    columns = (Column(""), *(Column(head, figures=True) for head in heads))
    return Table(chart.caption, columns, tuple((label, *_cells(each, language)) for label, each in rows))


def _told(chart: Chart) -> tuple[tuple[str, ...], Iterable[tuple[Words, tuple[Figure, ...]]]]:
    """Heads, and each row's name and figures."""
    match chart:
        case SpreadChart(rows=rows, names=names):
            heads = (names.low, names.median, names.high, names.answers, names.disagrees)
            return heads, ((row.label, (row.low, row.median, row.high, row.n, _apart(row))) for row in rows)
        case VotesChart(rows=rows):
            return (chart.unit, chart.chosen), ((row.label, (row.dots, CHOSEN if row.chosen else "")) for row in rows)
        case LevelChart(rows=rows):
            return (chart.now, chart.target), ((row.label, (row.now, row.target)) for row in rows)
        case MatrixChart(spots=spots):
            return (chart.across, chart.up), ((spot.label, (spot.across, spot.up)) for spot in spots)
        case Timeline(bars=bars):
            return (chart.start, chart.end), ((bar.label, (bar.first, bar.last)) for bar in bars)
        case unknown:
            assert_never(unknown)


def _apart(row: Spread) -> str:
    return DISAGREES if row.disagrees else ""


def _cells(told: Iterable[Figure], language: str) -> Iterator[Words]:
    return (Words(_said(each, language)) for each in told)


def _said(figure: Figure, language: str) -> str:
    match figure:
        case None:
            return NOTHING
        case str():
            return figure
        case date():
            return figures.day(figure, language)
        case _:
            return figures.number(figure, language)
