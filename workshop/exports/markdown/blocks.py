"""A report's blocks as Markdown. One arm a kind of block; none knows what a goal or a vote is."""

from collections.abc import Iterator
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
from facilitation.report.numbers import below, numbers
from facilitation.report.texts import Words
from workshop.exports.markdown.signs import broken, bullet, marked, one_line, strong
from workshop.exports.markdown.tables import piped


def written(block: Block, language: str, item: str) -> Iterator[str]:
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
        case (
            SpreadChart() | VotesChart() | LevelChart() | StatusChart() | MatrixChart() | Timeline() | TrajectoryChart()
        ):
            yield from _captioned(numbers(block, language, item))
            yield from (one_line(each) for each in below(block, language))
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
