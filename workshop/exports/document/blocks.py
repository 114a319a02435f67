"""A report's blocks as paragraphs and tables. One arm a kind of block; none knows what a goal or a vote is.

A chart is its numbers: a table that is read, copied and corrected. The drawing stands in slides and PDF.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from facilitation.report.blocks import (
    Block,
    Bullets,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Paragraph,
    Provenance,
    Quote,
    SpanRow,
    Spans,
    Table,
)
from facilitation.report.charts import (
    LevelChart,
    MatrixChart,
    SpreadChart,
    StatusChart,
    Timeline,
    TrajectoryChart,
    VotesChart,
)
from facilitation.report.numbers import Chart, below, numbers
from facilitation.report.texts import Words
from workshop.exports.document.lists import listed
from workshop.exports.document.setting import Setting
from workshop.exports.document.tables import table
from workshop.exports.document.words import paragraph, run, said
from workshop.exports.document.xml import Element
from workshop.texts import for_xml

BETWEEN = "\N{EN SPACE}\N{EN SPACE}"


def elements(block: Block, to: Setting) -> Iterator[Element]:
    styles = to.styles
    match block:
        case Paragraph(words, lead, stays):
            yield said(styles.lead if lead else styles.text, words, stays=stays)
        case Bullets(lines):
            yield from bullets(lines, to)
        case Quote(words, source):
            yield said(styles.quote, words, stays=bool(source))
            yield from (said(styles.note, Words(each)) for each in (source,) if each)
        case Note(words):
            yield said(styles.note, words)
        case KeyFigures(figures) if figures:
            yield paragraph(styles.text, [each for figure in figures for each in _figure(figure, styles.figure)])
        case Spans(rows):
            yield from (each for row in rows for each in _way(row, to))
        case (
            Table()
            | SpreadChart()
            | VotesChart()
            | LevelChart()
            | StatusChart()
            | MatrixChart()
            | Timeline()
            | TrajectoryChart()
        ):
            yield from _captioned(block, to)
        case Headline() | Provenance() | KeyFigures():
            return
        case unknown:
            assert_never(unknown)


def bullets(lines: Iterable[Words], to: Setting) -> Iterator[Element]:
    return (listed(said(to.styles.bullet, words), to.bullets) for words in lines)


def _figure(figure: Figure, style: str) -> tuple[Element, ...]:
    """Value and label do not part at the end of a line."""
    value = run(for_xml(figure.value), bold=not style, style=style)
    return value, run(f"\N{NO-BREAK SPACE}{for_xml(figure.label)}{BETWEEN}")


def _way(row: SpanRow, to: Setting) -> Iterator[Element]:
    yield said(to.styles.label, Words(row.start_name), stays=True)
    yield said(to.styles.span, row.start, stays=True)
    yield said(to.styles.label, Words(row.aim_name, at=row.aim_at), stays=True)
    yield said(to.styles.span, row.aim, bold=True)


def _captioned(block: Table | Chart, to: Setting) -> Iterator[Element]:
    """A table of nothing is not drawn."""
    given = block if isinstance(block, Table) else numbers(block, to.language, to.phrases.item)
    if not (given.rows and given.columns):
        return
    yield to.caption(given.caption)
    yield table(given, to.styles, to.width, to.size)
    yield from (said(to.styles.note, Words(each)) for each in below(block, to.language))
