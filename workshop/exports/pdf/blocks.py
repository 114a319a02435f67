"""Blocks as plain data: one arm a kind of block; charts become tables that draw."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from facilitation.report import figures, numbers
from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
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
    Spot,
    SpreadChart,
    StatusChart,
    Timeline,
    TrajectoryChart,
    VotesChart,
)
from facilitation.report.numbers import Chart as AnyChart
from facilitation.report.texts import Words
from workshop.exports.pdf import drawings, ways
from workshop.exports.pdf.drawings import Chart
from workshop.exports.pdf.letters import printable
from workshop.exports.pdf.texts import Data, heading, words

SHORT_ROWS, SHORT_LETTERS = 10, 600
NARROW = 0.6
LONG_WORD = 9
HEADS = 0.6
"""Of a table's width, for words of heads at most: the rest is shared as it was meant to be."""
LETTERS = 76
"""So many letters stand side by side in the whole width of a table, as wide as they are at most."""


def written(block: Block, to: str, about: str) -> Iterator[Data]:
    """A block as the template knows it; a table or chart of nothing is not written."""
    match block:
        case Headline(text):
            yield from ({"kind": "headline", "text": name} for name in [heading(text)] if name)
        case Paragraph(said, stays=True):
            yield {"kind": "finding", "words": words(said)}
        case Paragraph(said, lead):
            yield {"kind": "paragraph", "words": words(said), "lead": lead}
        case Bullets(lines):
            yield from ({"kind": "bullets", "lines": [words(line) for line in lines]} for _ in lines[:1])
        case Note(said):
            yield {"kind": "note", "words": words(said)}
        case Quote(said, source):
            yield {"kind": "quote", "words": words(said), "source": printable(source)}
        case KeyFigures(each):
            yield from (
                {"kind": "figures", "figures": [figure(one.value, one.label) for one in each]} for _ in each[:1]
            )
        case Spans(rows):
            yield from (way(row) for row in rows)
        case Table():
            yield from (table(block) for _ in block.rows[:1] if block.columns)
        case (
            SpreadChart() | VotesChart() | LevelChart() | StatusChart() | Timeline() | MatrixChart() | TrajectoryChart()
        ):
            yield from charted(block, to, about)
        case Provenance():
            return
        case unknown:
            assert_never(unknown)


def charted(block: AnyChart, to: str, about: str) -> Iterator[Data]:
    match block:
        case SpreadChart() if block.rows:
            yield from chart(drawings.spread(block, to), about)
        case VotesChart() if block.rows:
            yield from chart(drawings.votes(block), about)
        case LevelChart() if block.rows:
            yield from chart(drawings.levels(block), about)
        case StatusChart() if block.rows:
            yield from chart(drawings.statuses(block), block.label)
        case Timeline() if block.bars:
            yield from chart(drawings.timeline(block, to), about)
        case MatrixChart() if block.spots:
            yield from matrix(block, to)
        case TrajectoryChart():
            yield from trajectory(block, to)
        case _:
            return


def trajectory(block: TrajectoryChart, to: str) -> Iterator[Data]:
    """The finding, the drawing, its numbers, on one page."""
    told = table(replace(numbers.numbers(block, to, block.names.day), caption="", width=NARROW))
    below = [{"kind": "note", "words": words(Words(line))} for line in numbers.below(block, to)]
    finding = {"kind": "finding", "words": words(Words(block.caption, theirs=True))}
    yield {"kind": "together", "parts": [finding, ways.way(block, to), *below, told]}


def figure(value: str, label: str) -> Data:
    return {"value": printable(value), "label": printable(label)}


def way(row: SpanRow) -> Data:
    start = {"name": printable(row.start_name), "words": words(row.start)}
    aim = {"name": printable(row.aim_name), "words": words(row.aim)}
    return {"kind": "way", "start": start, "aim": aim}


def table(block: Table) -> Data:
    width = len(block.columns)
    rows = [[words(cell) for cell in (*row, *[Words("")] * width)[:width]] for row in block.rows]
    caption = block.caption if block.caption != block.columns[0].head else ""
    return grid(caption, [column(each) for each in block.columns], rows, block.width)


def grid(caption: str, columns: list[Data], rows: list[list[Data]], width: float = 1.0) -> Data:
    """`whole`: so short that it is better not broken, whatever its columns' widths."""
    heads = [each["head"] for each in columns]
    letters = sum(len(cell.get("text", "")) for row in rows for cell in row)
    rooms = _rooms(columns, width * LETTERS)
    columns = [each | {"share": room} for each, room in zip(columns, rooms, strict=True)]
    for row in (heads, *rows):
        for cell, room in zip(row, rooms, strict=True):
            cell["divided"] = any(len(word) > room for word in cell.get("text", "").split())
    return {
        "kind": "table",
        "caption": printable(caption),
        "columns": columns,
        "rows": rows,
        "width": width,
        "whole": len(rows) <= SHORT_ROWS and letters <= SHORT_LETTERS,
    }


def _rooms(columns: list[Data], room: float) -> list[float]:
    """Letters side by side in each column: by its share, but as many as a word of its head has, if not many."""
    heads = [each["head"].get("text", "").split() for each in columns]
    words_of = [min(max(map(len, head), default=0) + 1, LONG_WORD) for head in heads]
    fitting = min(1.0, room * HEADS / (sum(words_of) or 1))
    least = [each * fitting for each in words_of]
    whole = sum(each["share"] for each in columns)
    wide = [max(room * each["share"] / whole, low) for each, low in zip(columns, least, strict=True)]
    spare = [each - low for each, low in zip(wide, least, strict=True)]
    over = (sum(wide) - room) / (sum(spare) or 1)
    return [each - over * free for each, free in zip(wide, spare, strict=True)]


def column(each: Column) -> Data:
    return {"head": words(Words(each.head)), "share": max(each.share, 0.1), "figures": each.figures}


def chart(drawn: Chart, about: str) -> Iterator[Data]:
    """Label, drawing, figures: one row of a table each, so that a chart goes on to the next page as a table does."""
    axis = {"head": drawn.axis.data(), "share": drawn.drawn, "figures": False}
    keys = (*drawn.keys, *("",) * len(drawn.figures))
    heads = (column(each) | {"key": key} for each, key in zip(drawn.figures, keys, strict=False))
    columns = [column(Column(about, drawings.LABEL)), axis, *heads]
    rows = [[words(label), mark.data(), *(words(Words(text)) for text in told)] for label, mark, told in drawn.rows]
    yield grid(drawn.caption, columns, rows)
    yield from ({"kind": "note", "words": words(Words(line))} for line in drawn.below if line)


def matrix(block: MatrixChart, to: str) -> Iterator[Data]:
    spots = list(enumerate(block.spots, 1))
    yield {
        "kind": "matrix",
        "alt": printable(f"{block.caption}: {block.across}, {block.up}"),
        "across": printable(block.across),
        "up": printable(block.up),
        "spots": [{"number": str(number), "across": spot.across, "up": spot.up} for number, spot in spots],
    }
    heads = (Column(block.label, 5), *drawings.numbers(block.across, block.up))
    yield grid(block.caption, [column(each) for each in heads], [_spot(number, spot, to) for number, spot in spots])


def _spot(number: int, spot: Spot, to: str) -> list[Data]:
    label = words(spot.label)
    told = (figures.number(value, to) for value in (spot.across, spot.up))
    return [label | {"text": f"{number}. {label['text']}"}, *(words(Words(text)) for text in told)]
