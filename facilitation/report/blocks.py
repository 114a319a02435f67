"""What a report is made of: report, sections, blocks. They know what is to be said, never in which format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from facilitation.report.charts import (
    LevelChart,
    MatrixChart,
    SpreadChart,
    StatusChart,
    Timeline,
    TrajectoryChart,
    VotesChart,
)
from facilitation.report.sheets import Entry, Sheet
from facilitation.report.texts import Words


@dataclass(frozen=True, slots=True)
class Headline:
    """A finding in a sentence; what follows, up to the next one, is what it rests on. `about`: the topic in a word.
    `at`: by what others lead to it on a page.
    """

    text: str
    about: str = ""
    at: str = ""


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
    drawn: bool = False
    """Whether the chart right before it shows the same: a page opens it to whoever asks."""


@dataclass(frozen=True, slots=True)
class SpanRow:
    """One way from a start to an aim, in words: the open ring, the line, the filled dot."""

    start_name: str
    start: Words
    aim_name: str
    aim: Words
    aim_at: str = ""
    """The field that the aim's name tells, as `Words.at` does."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Ways from starts to aims."""

    rows: tuple[SpanRow, ...]


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
    """A remark in small letters: how to read a chart, what is missing. `workbook`: where that is found."""

    words: Words
    workbook: bool = False


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
    | StatusChart
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
    rest: str = "The rest of this stands in the whole plan"


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
    glance: bool = False
    """Each finding on one slide: what has no room there stands in the whole plan, and the slide says so."""
    mark: str = ""
    """Event of the log and digest, short enough for the foot of a printed slide."""
    stamp: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where it comes from, for programs: a workbook carries it, so that it can be compared when it comes back."""
