"""What a report is made of: report, sections, blocks. They know what is to be said, never in which format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from facilitation.report.sheets import Entry, Sheet


@dataclass(frozen=True, slots=True)
class Words:
    """A text with what a reader or a screen reader must know about it.

    `language` is empty where it is the report's own; `theirs`: the people of the room said it, not the program;
    `unconfirmed`: it stands for official wording that nobody has checked. `beside`: the same in the second language of
    a report that is told in two. `at`: the one field whose text it is, as sheet/id/column, so that a document that
    comes back is held against that field.
    """

    text: str
    language: str = ""
    theirs: bool = False
    unconfirmed: bool = False
    beside: "Words | None" = None
    at: str = field(default="", compare=False)

    @property
    def both(self) -> "tuple[Words, ...]":
        """In each language of the report."""
        return (self, self.beside) if self.beside else (self,)


@dataclass(frozen=True, slots=True)
class Headline:
    """A finding in a sentence; what follows, up to the next one, is what it rests on. `about`: the topic in a word."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `lead` is what one reads if one reads nothing else, `stays` belongs to what follows it."""

    words: Words
    lead: bool = False
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Short lines of equal weight."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its head, its share of the width, and whether figures stand in it."""

    head: str
    share: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. `caption` says what it holds, to those who do not see it too; the first cell names its row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Words, ...], ...]
    width: float = 1.0
    """Share of the page that it needs: a name and a number stand better close together."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a room marked one thing: median and the quartiles around it, of `n` answers."""

    label: Words
    median: float
    low: float
    high: float
    n: int
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class SpreadWords:
    """What a spread chart calls its parts."""

    low: str
    median: str
    high: str
    band: str
    disagrees: str
    answers: str


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """The middle half of the answers as a band, the median as a stroke, on a scale from `lowest` to `highest`."""

    caption: str
    rows: tuple[Spread, ...]
    names: SpreadWords
    lowest: int
    highest: int
    scale: str = ""
    """The levels' names in one line."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What one card was given; `chosen`: the room took it further."""

    label: Words
    dots: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class VotesChart:
    """Votes by card, most first. `unit` is what is counted, `chosen` what the mark of the chosen ones means."""

    caption: str
    rows: tuple[Votes, ...]
    unit: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A card's place on a matrix, both from 1 to 5."""

    label: Words
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class MatrixChart:
    """Cards by two judgements, numbered in the chart and named in its list."""

    caption: str
    spots: tuple[Spot, ...]
    across: str
    up: str
    label: str


@dataclass(frozen=True, slots=True)
class LevelSpan:
    """Where we are and where we go, in levels; either may be open."""

    label: Words
    now: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class LevelChart:
    """Agreed levels and target levels side by side."""

    caption: str
    rows: tuple[LevelSpan, ...]
    now: str
    target: str
    lowest: int
    highest: int
    scale: str = ""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One way from a start to an aim, in words: the open ring, the line, the filled dot."""

    start_name: str
    start: Words
    aim_name: str
    aim: Words


@dataclass(frozen=True, slots=True)
class Spans:
    """Ways from starts to aims."""

    rows: tuple[SpanRow, ...]


STROKE = "\N{LEFT HALF BLOCK}"


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts from one day to another."""

    label: Words
    first: date
    last: date
    lane: int = 0
    """Bars of the same lane belong together: the goal they serve."""
    milestones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happens when. `days` is what the length of a bar is called, `milestone` a mark on it, `now` the line of
    `today`, which is drawn if it falls between the first day and the last.
    """

    caption: str
    bars: tuple[Bar, ...]
    start: str
    end: str
    days: str
    milestone: str = ""
    now: str = ""
    today: date | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What the strokes on the bars are, for who draws them."""
        return (f"{STROKE} {self.milestone}",) if any(bar.milestones for bar in self.bars) else ()

    @property
    def marked_day(self) -> date | None:
        first, last = min(bar.first for bar in self.bars), max(bar.last for bar in self.bars)
        return self.today if self.today and first <= self.today <= last else None


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; a preliminary one may still be corrected."""

    day: date
    value: float
    preliminary: bool = False


@dataclass(frozen=True, slots=True)
class TrajectoryWords:
    """What a trajectory calls its parts."""

    day: str
    planned: str
    actual: str
    preliminary: str
    limits: str


@dataclass(frozen=True, slots=True)
class TrajectoryChart:
    """A metric's way: planned from its baseline over interim targets to the target, and measured as far as it is known.

    Points are in order of day. `unit` stands behind every figure; `limits` is the range in which a value is to stay.
    """

    caption: str
    planned: tuple[Point, ...]
    names: TrajectoryWords
    unit: str = ""
    direction: str = ""
    limits: tuple[float, ...] = ()
    actual: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words as they were said."""

    words: Words
    source: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number worth remembering and what it counts."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few numbers side by side."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small letters: how to read a chart, what is missing."""

    words: Words


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the lines above rest on, for whoever asks later; not shown first."""

    lines: tuple[Words, ...]


Block: TypeAlias = (
    Headline
    | Paragraph
    | Bullets
    | Table
    | SpreadChart
    | VotesChart
    | MatrixChart
    | LevelChart
    | Spans
    | Timeline
    | TrajectoryChart
    | Quote
    | KeyFigures
    | Note
    | Provenance
)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report: what it is about, a sentence on what it holds, and its blocks."""

    title: str
    blocks: tuple[Block, ...]
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself. No person is named; `made` comes from outside, so that the same is the same."""

    subject: str = ""
    organisation: str = ""
    keywords: str = ""
    made: date | None = None


@dataclass(frozen=True, slots=True)
class Phrases:
    """Words that every writer needs and none may invent, in the report's language."""

    part: str = "%(part)s of %(parts)s"
    unconfirmed: str = "Wording not yet confirmed"
    contents: str = "Contents"
    provenance: str = "Where this comes from"
    stands: str = "As it stood"
    id: str = "Id"
    sheet: str = "Sheet"
    rows: str = "Rows"
    columns: str = "Columns"
    charts: str = "Charts"
    choices: str = "Choices"
    table: str = "Table"
    item: str = "Item"


@dataclass(frozen=True, slots=True)
class Report:
    """Something to be read away from the room, in one language, in whatever format."""

    title: str
    subtitle: str
    language: str
    sections: tuple[Section, ...]
    properties: Properties = Properties()
    footer: str = ""
    origin: tuple[str, ...] = ()
    """Where it all comes from: workshop, log number, pack. Stands behind every page."""
    sheets: tuple[Sheet, ...] = ()
    entries: tuple[Entry, ...] = ()
    data: str = ""
    """The whole thing as JSON text, complete enough to build it again elsewhere."""
    phrases: Phrases = field(default_factory=Phrases)
    beside: str = ""
    """The second language of a report that is told in two."""
    stamp: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where it comes from, for programs: a workbook carries it, so that it can be compared when it comes back."""
