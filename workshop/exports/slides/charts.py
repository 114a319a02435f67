"""Native charts that can be edited in PowerPoint: spread, votes, levels, timeline, matrix."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Generic, TypeVar

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart

from facilitation.report.blocks import (
    Bar,
    LevelChart,
    LevelSpan,
    Spread,
    Timeline,
    Votes,
    VotesChart,
    Words,
)
from facilitation.report.figures import day
from workshop.exports.slides import measure
from workshop.exports.slides.chartparts import (
    NOTHING,
    Series,
    bars,
    category_axis,
    colour,
    inner,
    legend,
    value_axis,
    whole,
)
from workshop.exports.slides.letters import Letters, shown
from workshop.exports.slides.pieces import Line, Piece, Texts
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.exports.slides.workbook import Filled, serial, workbook

LABEL_SIZE = 12
LABEL_SHARE, LABEL_LEAST, LABEL_SPACE = 0.42, 0.2, 14.0
"""How much of a chart's width its names take."""
ROW, SINGLE, AXIS, LEGEND = 31.0, 28.0, 26.0, 26.0
ALT_LONGEST = 1500


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart's XML, the workbook behind it, and what it says to those who do not see it."""

    xml: bytes
    book: bytes
    alt: str


Item = TypeVar("Item", Spread, Votes, LevelSpan, Bar)


@dataclass(frozen=True)
class BarChart(Generic[Item]):
    """A chart with one row a thing; cut between rows, so that no name is ever set too small."""

    rows: tuple[Item, ...]
    caption: str
    width: float
    language: str
    draw_rows: Callable[["tuple[Item, ...]", "Setting"], Drawn]
    legend: bool = True
    row: float = ROW
    below: tuple[str, ...] = ()
    """How to read it: lines under the chart, on every page."""

    def height(self) -> float:
        return self._extra() + self._row() * len(self.rows)

    def _extra(self) -> float:
        return AXIS + (LEGEND if self.legend else 0.0) + self._key().height()

    def _key(self) -> Texts:
        small = Letters(LABEL_SIZE, soft=True, before=2)
        return Texts(tuple(Line(Words(text), small) for text in self.below), self.width, "Key")

    def cut(self, room: float) -> "tuple[Piece, Piece] | None":
        """Rows are shared out evenly over the pages that they need, so that the last does not hold one alone."""
        most = int((room - self._extra()) // self._row())
        if most < min(3, len(self.rows)):
            return None
        pages = -(-len(self.rows) // most)
        first = -(-len(self.rows) // pages)
        return replace(self, rows=self.rows[:first]), replace(self, rows=self.rows[first:])

    def words(self) -> Iterator[Words]:
        return (row.label for row in self.rows)

    def _share(self) -> float:
        """How much of the width the names take: as much as they need, within bounds."""
        widest = max((measure.width(shown(row.label), LABEL_SIZE) for row in self.rows), default=0.0)
        return min(LABEL_SHARE, max(LABEL_LEAST, (widest + LABEL_SPACE + 1) / self.width))

    def _row(self) -> float:
        room = self.width * self._share() - LABEL_SPACE
        single = all(len(measure.lines(shown(row.label), LABEL_SIZE, room)) == 1 for row in self.rows)
        return SINGLE if single and self.row == ROW else self.row

    def labels(self) -> tuple[str, ...]:
        room = self.width * self._share() - LABEL_SPACE
        return tuple(measure.shortened(shown(row.label), LABEL_SIZE, room, 2) for row in self.rows)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        tall, share = self.height() - self._key().height(), self._share()
        plot = inner(share, AXIS / tall, 1 - share - 0.02, self._row() * len(self.rows) / tall)
        drawn = self.draw_rows(self.rows, Setting(self.labels(), plot, self.language))
        place(sheet, Frame(x, y, self.width, tall), drawn, self.caption)
        if self.below:
            self._key().draw(sheet, x, y + tall)


@dataclass(frozen=True, slots=True)
class Setting:
    """What every bar chart needs to be drawn: shortened names, the plot's place, the language."""

    labels: tuple[str, ...]
    plot: str
    language: str


def place(sheet: Sheet, frame: Frame, drawn: Drawn, caption: str) -> None:
    """Put a chart with its workbook into the slide's package."""
    package = sheet.slide.part.package
    part: Any = ChartPart.load(
        package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package, drawn.xml
    )
    part.chart_workbook.update_from_xlsx_blob(drawn.book)
    relation = sheet.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    sheet.chart(frame, relation, caption, f"{caption}. {drawn.alt}"[:ALT_LONGEST])


def bar_chart(series: Sequence[Series], axis: str, setting: Setting, *, gap: int, over: int | None = None) -> bytes:
    """`over`: bars beside each other that overlap by so many per cent; else stacked."""
    drawn = bars(series, setting.labels, setting.language, gap=gap, over=over)
    parts = (setting.plot, drawn, category_axis(setting.language), axis)
    return whole(parts, legend(series, setting.language), setting.language)


def votes(chart: VotesChart, width: float, language: str) -> BarChart[Votes]:
    most = max((row.dots for row in chart.rows), default=1)

    def draw(rows: tuple[Votes, ...], setting: Setting) -> Drawn:
        return _votes(chart, rows, setting, most)

    return BarChart(chart.rows, chart.caption, width, language, draw, legend=bool(chart.chosen))


def _votes(chart: VotesChart, rows: tuple[Votes, ...], setting: Setting, most: int) -> Drawn:
    """The chosen ones in another paint, with their own name in the legend; numbers beside the bars."""
    chosen = tuple(float(row.dots) if row.chosen else 0.0 for row in rows)
    others = tuple(0.0 if row.chosen else float(row.dots) for row in rows)
    named = bool(chart.chosen)
    series = (
        Series(chart.chosen or chart.unit, 1, chosen, colour("accent1"), legend=named, labels="0;;;"),
        Series(
            chart.unit, 2, others, colour("accent1", 45) if named else colour("accent1"), legend=named, labels="0;;;"
        ),
    )
    book = workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            Filled(series[0].name, chosen),
            Filled(series[1].name, others),
        )
    )
    axis = value_axis(setting.language, 0, most * 1.1, max(1, most // 5), "0", shown=False)
    alt = "; ".join(f"{shown(row.label)}: {row.dots}" for row in rows)
    return Drawn(bar_chart(series, axis, setting, gap=60, over=100), book, alt)


def levels(chart: LevelChart, width: float, language: str) -> BarChart[LevelSpan]:
    def draw(rows: tuple[LevelSpan, ...], setting: Setting) -> Drawn:
        return _levels(chart, rows, setting)

    below = (chart.scale,) if chart.scale else ()
    return BarChart(chart.rows, chart.caption, width, language, draw, below=below)


def _levels(chart: LevelChart, rows: tuple[LevelSpan, ...], setting: Setting) -> Drawn:
    now = tuple(float(row.now or 0) for row in rows)
    target = tuple(float(row.target or 0) for row in rows)
    series = (
        Series(chart.now, 1, now, colour("accent1", 35), labels="0;;;"),
        Series(chart.target, 2, target, colour("accent1"), labels="0;;;"),
    )
    book = workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            Filled(chart.now, now),
            Filled(chart.target, target),
        )
    )
    axis = value_axis(setting.language, 0, chart.highest + 0.5, 1, '[=0]"";0')
    alt = "; ".join(
        f"{shown(row.label)}: {chart.now.lower()} {row.now}, {chart.target.lower()} {row.target}" for row in rows
    )
    return Drawn(bar_chart(series, axis, setting, gap=45, over=0), book, alt)


def timeline(chart: Timeline, width: float, language: str) -> BarChart[Bar]:
    first = min(bar.first for bar in chart.bars)
    last = max(bar.last for bar in chart.bars)

    def draw(rows: tuple[Bar, ...], setting: Setting) -> Drawn:
        return _timeline(chart, rows, setting, first, last)

    return BarChart(chart.bars, chart.caption, width, language, draw, legend=False)


def _timeline(chart: Timeline, rows: tuple[Bar, ...], setting: Setting, first: date, last: date) -> Drawn:
    """Bars from start to end over months; the paint follows the goal, whose number stands before the name."""
    begin = serial(first.replace(month=1 + (first.month - 1) // 3 * 3, day=1))
    span = serial(last) - begin
    unit = next(
        step for step in (30.5, 91.5, 183.0, 366.0, 366.0 * max(1, span // 3660)) if span / step <= 9 or step >= 366
    )
    start = tuple(float(serial(row.first)) for row in rows)
    days = tuple(float((row.last - row.first).days + 1) for row in rows)
    lanes = tuple(colour(f"accent{1 + (max(row.lane, 1) - 1) % 6}") for row in rows)
    series = (
        Series(chart.start, 1, start, NOTHING, legend=False),
        Series(chart.days, 2, days, colour("accent1"), legend=False, points=lanes),
    )
    book = workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            Filled(chart.start, start, form="d.m.yyyy"),
            Filled(chart.days, days, lambda row: f"=D{row}-B{row}+1"),
            Filled(chart.end, tuple(float(serial(row.last)) for row in rows), form="d.m.yyyy"),
        )
    )
    high = begin + unit * -(-span // unit)
    axis = value_axis(setting.language, begin, high + unit * 0.25, unit, "m/yyyy")
    alt = "; ".join(
        f"{shown(row.label)}: {day(row.first, setting.language)} \N{EN DASH} {day(row.last, setting.language)}"
        for row in rows
    )
    return Drawn(bar_chart(series, axis, setting, gap=70), book, alt)
