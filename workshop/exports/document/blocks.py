"""A report's blocks as paragraphs and tables. One arm a kind of block; none knows what a goal or a vote is.

A chart is its numbers: a table that is read, copied and corrected. The drawing stands in slides and PDF.
"""

from collections.abc import Iterator
from typing import assert_never

from facilitation.report.blocks import (
    Block,
    Bullets,
    Headline,
    KeyFigures,
    LevelChart,
    MatrixChart,
    Note,
    Paragraph,
    Provenance,
    Quote,
    Spans,
    SpreadChart,
    Table,
    Timeline,
    VotesChart,
    Words,
)
from workshop.exports.document.numbers import DISAGREES, Chart, numbers
from workshop.exports.document.styles import Styles
from workshop.exports.document.tables import table
from workshop.exports.document.words import paragraph, run, said
from workshop.exports.document.xml import Element

BETWEEN = "\N{EN SPACE}\N{EN SPACE}"


def elements(block: Block, styles: Styles, width: int, language: str) -> Iterator[Element]:
    match block:
        case Paragraph(words, lead):
            yield said(styles.lead if lead else styles.text, words)
        case Bullets(lines):
            yield from (said(styles.bullet, words) for words in lines)
        case Quote(words, source):
            yield said(styles.quote, words)
            if source:
                yield said(styles.note, Words(source))
        case Note(words):
            yield said(styles.note, words)
        case KeyFigures(figures) if figures:
            yield paragraph(styles.text, [each for figure in figures for each in _figure(figure.value, figure.label)])
        case Spans(rows):
            for row in rows:
                yield said(styles.label, Words(row.start_name))
                yield said(styles.span, row.start)
                yield said(styles.label, Words(row.aim_name))
                yield said(styles.span, row.aim, bold=True)
        case Table() | SpreadChart() | VotesChart() | LevelChart() | MatrixChart() | Timeline():
            yield from _captioned(block, styles, width, language)
        case Headline() | Provenance() | KeyFigures():
            return
        case unknown:
            assert_never(unknown)


def _figure(value: str, label: str) -> tuple[Element, ...]:
    return run(value, bold=True), run(f" {label}{BETWEEN}")


def _captioned(block: Table | Chart, styles: Styles, width: int, to: str) -> Iterator[Element]:
    """The caption stands above and stays with its table; a table of nothing is not drawn."""
    given = block if isinstance(block, Table) else numbers(block, to)
    if not given.rows:
        return
    caption = said(styles.caption, Words(given.caption))
    caption.get_or_add_pPr().keepNext_val = True
    yield caption
    yield table(given, styles, width)
    for below in _below(block):
        yield said(styles.note, Words(below))


def _below(block: object) -> Iterator[str]:
    """How the numbers are to be read."""
    match block:
        case SpreadChart():
            if any(row.disagrees for row in block.rows):
                yield DISAGREES + block.names.disagrees
            yield block.scale
        case LevelChart():
            yield block.scale
        case _:
            return
