"""One report in two languages: the same plan told twice, text beside text. What is missing in either says so.

Both are made by the same functions of the same plan, so that they have the same parts in the same order.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TypeVar

from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Paragraph,
    Provenance,
    Quote,
    Report,
    Section,
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
from facilitation.report.texts import Words

T = TypeVar("T")
BETWEEN = " / "


@dataclass(frozen=True, slots=True)
class Pair:
    """The second language and what both are called, each in its own."""

    second: str
    names: tuple[str, str]
    item: str

    def words(self, one: Words, other: Words) -> Words:
        """The other stands beside the one where it says something else."""
        if one.text == other.text:
            return one
        return replace(one, beside=replace(other, language=other.language or self.second))

    def table(self, caption: str, rows: Sequence[tuple[Words, Words]], heads: Sequence[Words] = ()) -> Table:
        """A column a language; `heads` name the rows."""
        columns = tuple(Column(name, 4) for name in self.names)
        cells = tuple((one, replace(other, language=other.language or self.second)) for one, other in rows)
        if not heads:
            return Table(caption, columns, cells)
        named = tuple((head, *row) for head, row in zip(heads, cells, strict=True))
        return Table(caption, (Column(self.item, 1.3), *columns), named)


def beside(first: Report, second: Report, names: tuple[str, str]) -> Report:
    """`names`: what each language is called by those who speak it."""
    pair = Pair(second.language, names, joined(first.phrases.item, second.phrases.item))
    return replace(
        first,
        subtitle="\n".join(filter(None, (second.title if second.title != first.title else "", first.subtitle))),
        sections=tuple(section(one, other, pair) for one, other in zip(first.sections, second.sections, strict=True)),
        beside=second.language,
        stamp={},
    )


def joined(one: str, other: str) -> str:
    """Short names, such as heads of columns, in one line."""
    return one if one == other else f"{one}{BETWEEN}{other}"


def section(one: Section, other: Section, pair: Pair) -> Section:
    return Section(
        joined(one.title, other.title),
        tuple(made for mine, theirs in zip_longest(one.blocks, other.blocks) for made in block(mine, theirs, pair)),
        one.lead if one.lead == other.lead else f"{one.lead}\n{other.lead}",
    )


def block(one: Block, other: Block, pair: Pair) -> Iterator[Block]:
    match one, other:
        case Headline(), Headline():
            yield Headline(one.text, joined(one.about, other.about))
            if one.text != other.text:
                yield Paragraph(Words(other.text, pair.second), stays=True)
        case (Paragraph(), Paragraph()) if one.words.text != other.words.text:
            yield pair.table(BETWEEN.join(pair.names), ((one.words, other.words),))
        case (Bullets(), Bullets()) if one != other:
            yield pair.table(BETWEEN.join(pair.names), list(zip(one.lines, other.lines, strict=True)))
        case Spans(), Spans():
            yield spans(one, other, pair)
        case Note(), Note():
            yield Note(pair.words(one.words, other.words))
        case Quote(), Quote():
            yield replace(one, words=pair.words(one.words, other.words))
        case Provenance(), Provenance():
            yield Provenance(tuple(each(one.lines, other.lines, pair.words)))
        case KeyFigures(), KeyFigures():
            yield KeyFigures(tuple(each(one.figures, other.figures, figure)))
        case Table(), Table():
            yield table(one, other, pair)
        case _:
            yield chart(one, other, pair)


def each(one: Sequence[T], other: Sequence[T], put: Callable[[T, T], T]) -> Iterator[T]:
    return (put(mine, theirs) for mine, theirs in zip(one, other, strict=True))


def figure(one: Figure, other: Figure) -> Figure:
    return Figure(one.value, joined(one.label, other.label))


def spans(one: Spans, other: Spans, pair: Pair) -> Table:
    """From and to as rows, a column a language."""
    heads, rows = list[Words](), list[tuple[Words, Words]]()
    for mine, theirs in zip(one.rows, other.rows, strict=True):
        heads += [
            pair.words(Words(mine.start_name), Words(theirs.start_name)),
            pair.words(Words(mine.aim_name), Words(theirs.aim_name)),
        ]
        rows += [(mine.start, theirs.start), (mine.aim, theirs.aim)]
    return pair.table(f"{one.rows[0].start_name} \N{EN DASH} {one.rows[0].aim_name}", rows, heads)


def table(one: Table, other: Table, pair: Pair) -> Table:
    return replace(
        one,
        caption=joined(one.caption, other.caption),
        columns=tuple(
            replace(mine, head=joined(mine.head, theirs.head))
            for mine, theirs in zip(one.columns, other.columns, strict=True)
        ),
        rows=tuple(tuple(each(mine, theirs, pair.words)) for mine, theirs in zip(one.rows, other.rows, strict=True)),
    )


def chart(one: Block, other: Block, pair: Pair) -> Block:
    """Captions and names in both languages; what the axes are called in the first."""
    match one, other:
        case (SpreadChart(), SpreadChart()) | (VotesChart(), VotesChart()) | (LevelChart(), LevelChart()):
            rows = (
                replace(mine, label=pair.words(mine.label, theirs.label))
                for mine, theirs in zip(one.rows, other.rows, strict=True)
            )
            return replace(one, caption=joined(one.caption, other.caption), rows=tuple(rows))
        case MatrixChart(), MatrixChart():
            spots = (
                replace(mine, label=pair.words(mine.label, theirs.label))
                for mine, theirs in zip(one.spots, other.spots, strict=True)
            )
            return replace(one, caption=joined(one.caption, other.caption), spots=tuple(spots))
        case StatusChart(), StatusChart():
            return statuses(one, other, pair)
        case Timeline(), Timeline():
            bars = (
                replace(mine, label=pair.words(mine.label, theirs.label))
                for mine, theirs in zip(one.bars, other.bars, strict=True)
            )
            return replace(one, caption=joined(one.caption, other.caption), bars=tuple(bars))
        case TrajectoryChart(), TrajectoryChart():
            return replace(one, caption=joined(one.caption, other.caption))
        case _:
            return one


def statuses(one: StatusChart, other: StatusChart, pair: Pair) -> StatusChart:
    """Its names are heads of columns, and told in both."""
    rows = each(one.rows, other.rows, lambda mine, theirs: replace(mine, label=pair.words(mine.label, theirs.label)))
    names = each(one.names, other.names, lambda mine, theirs: replace(mine, name=joined(mine.name, theirs.name)))
    return StatusChart(
        joined(one.caption, other.caption),
        joined(one.label, other.label),
        joined(one.whole, other.whole),
        tuple(names),
        tuple(rows),
        joined(one.aside, other.aside),
    )
