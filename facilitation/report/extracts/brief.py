"""Cutting a report short: the first finding of a section, few rows, texts that are read at a glance."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitation.report.blocks import Block, Headline, Paragraph, SpanRow, Spans, Table
from facilitation.report.charts import LevelChart, SpreadChart, StatusChart, Timeline, VotesChart
from facilitation.report.texts import Words

LONGEST = 150
"""Letters of a text in a row; a sentence beyond that is read in the whole plan."""
LONGEST_SENTENCE = 220
BLANKS = re.compile("[ \t\r\n]+")
"""Not those that hold a number to its unit."""


def cut(words: Words, most: int = LONGEST) -> Words:
    text = BLANKS.sub(" ", words.text).strip(" ")
    return replace(words, text=text if len(text) <= most else _whole(text[:most]) + "…")


def _whole(text: str) -> str:
    """Up to its last whole word, unless that word is most of it."""
    before, _, last = text.rpartition(" ")
    return (before if len(before) > len(last) else text[:-1]).rstrip(" ,;:–")


def findings(blocks: Iterable[Block]) -> Iterator[tuple[Block, ...]]:
    """The blocks by headline."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Headline) and found:
            yield tuple(found)
            found = []
        found.append(block)
    if found:
        yield tuple(found)


def short(block: Block, rows: int) -> Block:
    """The block with at most so many rows and no long text."""
    match block:
        case Headline(text, about):
            return Headline(cut(Words(text), LONGEST).text, about)
        case Paragraph(words, lead):
            return Paragraph(cut(words, LONGEST_SENTENCE), lead)
        case Table():
            return replace(block, rows=tuple(tuple(cut(cell) for cell in row) for row in block.rows[:rows]))
        case SpreadChart():
            return replace(block, rows=tuple(replace(row, label=cut(row.label)) for row in block.rows[:rows]))
        case VotesChart():
            return replace(block, rows=tuple(replace(row, label=cut(row.label)) for row in block.rows[:rows]))
        case LevelChart() | StatusChart():
            return replace(block, rows=tuple(replace(row, label=cut(row.label)) for row in block.rows[:rows]))
        case Timeline():
            bars = sorted(block.bars, key=lambda bar: bar.first)[:rows]
            return replace(block, bars=tuple(replace(bar, label=cut(bar.label)) for bar in bars))
        case Spans(ways):
            return Spans(tuple(_way(way) for way in ways[:rows]))
        case _:
            return block


def _way(way: SpanRow) -> SpanRow:
    return replace(way, start=cut(way.start, LONGEST_SENTENCE), aim=cut(way.aim, LONGEST_SENTENCE))
