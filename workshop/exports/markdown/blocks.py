"""A report's blocks as Markdown. One arm a kind of block; none knows what a goal or a vote is."""

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
from workshop.exports.markdown.signs import broken, bullet, marked, one_line, strong
from workshop.exports.markdown.tables import figured, piped


def written(block: Block, language: str) -> Iterator[str]:
    match block:
        case Paragraph(words) | Note(words):
            yield broken(marked(words))
        case Bullets(lines):
            yield "\n".join(bullet(marked(words)) for words in lines)
        case Quote(words, source):
            yield "\n".join(_quoted(words, source))
        case KeyFigures(figures):
            yield "\n".join(f"- {strong(figure.value)} {one_line(figure.label)}" for figure in figures)
        case Spans(rows):
            for row in rows:
                yield f"{_named(row.start_name, row.start)}\n{_named(row.aim_name, row.aim)}"
        case Table():
            yield from _captioned(block)
        case SpreadChart() | VotesChart() | LevelChart() | MatrixChart() | Timeline():
            yield from _captioned(figured(block, language))
            yield one_line(block.scale) if isinstance(block, SpreadChart | LevelChart) else ""
        case Headline() | Provenance():
            return
        case unknown:
            assert_never(unknown)


def _captioned(table: Table) -> Iterator[str]:
    if rows := piped(table):
        yield strong(table.caption)
        yield rows


def _named(name: str, words: Words) -> str:
    return f"- {strong(name)}: {broken(marked(words), '  ')}"


def _quoted(words: Words, source: str) -> Iterator[str]:
    yield f"> {broken(marked(words), '> ')}"
    if source:
        yield f">\n> \N{EM DASH} {one_line(source)}"


def doubts(block: Block) -> bool:
    """Whether anything in it is marked as not confirmed."""
    return any(words.unconfirmed for words in _words(block))


def _words(block: Block) -> Iterator[Words]:
    match block:
        case Paragraph(words) | Note(words) | Quote(words):
            yield words
        case Bullets(lines) | Provenance(lines):
            yield from lines
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case Spans(rows):
            yield from (words for row in rows for words in (row.start, row.aim))
        case MatrixChart(spots=rows) | Timeline(bars=rows):
            yield from (row.label for row in rows)
        case SpreadChart(rows=rows) | VotesChart(rows=rows) | LevelChart(rows=rows):
            yield from (row.label for row in rows)
        case Headline() | KeyFigures():
            return
        case unknown:
            assert_never(unknown)
