"""A report's blocks as pieces of a page. One arm a kind of block; none knows what a goal or a vote is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from facilitation.report.blocks import (
    Block,
    Bullets,
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
from facilitation.report.numbers import Chart, numbers
from facilitation.report.texts import Words
from workshop.exports.slides import beside, charts
from workshop.exports.slides.letters import Letters
from workshop.exports.slides.pieces import Figures, Line, Piece, Texts, Way
from workshop.exports.slides.tables import Grid

SMALLEST = 12.0


@dataclass(frozen=True, slots=True)
class Measures:
    """What blocks are set in: the width, the size of running text, the face of people's words, the language.

    `halves`: how wide the left half is, and how far from the right one.
    """

    width: float
    size: float
    face: str
    language: str
    halves: tuple[float, float]


def pieces(block: Block, to: Measures) -> Iterator[Piece]:
    match block:
        case Paragraph() | Bullets() | Quote() | Note():
            yield Texts(tuple(texts(block, to)), to.width)
        case Table():
            yield from (Grid(block, to.width * block.width, to.size, to.language) for _ in block.rows[:1])
        case (
            SpreadChart() | VotesChart() | LevelChart() | StatusChart() | Timeline() | MatrixChart() | TrajectoryChart()
        ):
            yield from drawn(block, to)
        case Spans(rows):
            yield from (Way(way(row, to), to.width) for row in rows)
        case KeyFigures(figures):
            yield from (Figures(figures, to.width) for _ in figures[:1])
        case Headline() | Provenance():
            return
        case unknown:
            assert_never(unknown)


def texts(block: Paragraph | Bullets | Quote | Note, to: Measures) -> Iterator[Line]:
    match block:
        case Paragraph(words, lead):
            yield Line(words, letters(words, to, to.size + (4 if lead else 2)))
        case Bullets(lines):
            yield from (bullet(words, to) for words in lines)
        case Note(words):
            yield Line(words, Letters(SMALLEST, soft=True))
        case Quote(words, source):
            yield Line(words, letters(words, to, to.size + 4))
            if source:
                yield Line(Words(source), Letters(SMALLEST, soft=True, before=4))


def drawn(block: Chart, to: Measures) -> Iterator[Piece]:
    """A chart of nothing is not drawn."""
    match block:
        case SpreadChart() if block.rows:
            yield charts.spread(block, to.width, to.language)
        case VotesChart() if block.rows:
            yield charts.votes(block, to.width, to.language)
        case LevelChart() if block.rows:
            yield charts.levels(block, to.width, to.language)
        case StatusChart() if block.rows:
            yield charts.statuses(block, to.width, to.language)
            table = numbers(block, to.language, block.label)
            yield Grid(table, to.width, to.size, to.language)
        case Timeline() if block.bars:
            yield charts.timeline(block, to.width, to.language)
        case MatrixChart() if block.spots:
            yield beside.matrix(block, to.width, to.size, to.language, to.halves)
        case TrajectoryChart():
            yield beside.trajectory(block, to.width, to.size, to.face, to.language, to.halves)
        case _:
            return


def letters(words: Words, to: Measures, size: float) -> Letters:
    return Letters(size, face=to.face if words.theirs else "")


def bullet(words: Words, to: Measures) -> Line:
    return Line(words, Letters(to.size + 2, face=to.face if words.theirs else "", bullet=True, before=6))


def way(row: SpanRow, to: Measures) -> tuple[Line, ...]:
    """What is comes quieter than what shall be."""
    name = Letters(SMALLEST, bold=True, colour="accent1")
    return (
        Line(Words(row.start_name), name, "start"),
        Line(row.start, Letters(to.size + 1, face=to.face, soft=True)),
        Line(Words(row.aim_name), Letters(SMALLEST, bold=True, colour="accent1", before=6), "aim"),
        Line(row.aim, Letters(to.size + 4, face=to.face)),
    )
