"""Native charts that can be edited in PowerPoint: spread, votes, levels, statuses, timeline, matrix."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any, Generic, TypeVar

from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.parts.chart import ChartPart

from facilitation.report.charts import (
    Bar,
    LevelChart,
    LevelSpan,
    Spread,
    SpreadChart,
    StatusChart,
    StatusRow,
    Timeline,
    Votes,
    VotesChart,
)
from facilitation.report.numbers import below
from facilitation.report.texts import Words
from workshop.exports.slides.letters import Letters
from workshop.exports.slides.pieces import Cut, Line, Piece, Texts
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.native import bars, measure
from workshop.native import spread as spreads
from workshop.native import timeline as days
from workshop.native.book import serial
from workshop.native.drawn import Drawn, Setting
from workshop.native.parts import inner, shown

LABEL_SIZE = 12
LABEL_SHARE, LABEL_LEAST, LABEL_SPACE = 0.42, 0.2, 14.0
"""How much of a chart's width its names take."""
ROW, SINGLE, AXIS, LEGEND = 31.0, 28.0, 26.0, 26.0
FEWEST = 3
SPARE = 0.02
"""Of the width, at the right of the plot."""
ALT_LONGEST = 1500


Item = TypeVar("Item", Spread, Votes, LevelSpan, StatusRow, Bar)


@dataclass(frozen=True)
class BarChart(Piece, Generic[Item]):
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
    line: float | None = None
    """Where a line crosses all bars, as a share of the plot's width."""

    def height(self) -> float:
        return self._extra() + self._row * len(self.rows)

    def _extra(self) -> float:
        return AXIS + (LEGEND if self.legend else 0.0) + self._key().height()

    def _key(self) -> Texts:
        small = Letters(LABEL_SIZE, soft=True, before=2)
        return Texts(tuple(Line(Words(text), small) for text in self.below), self.width, "Key")

    def cut(self, room: float, *, must: bool = False) -> "Cut":
        """Rows are shared out evenly over the pages that they need, so that the last does not hold one alone."""
        fewest = 1 if must else min(FEWEST, len(self.rows))
        most = int((room - self._extra()) // self._row)
        if must and most < 1 and self.below:
            return replace(self, below=()).cut(room, must=True)
        if must:
            most = max(1, min(most, len(self.rows)))
        if most < fewest:
            return None
        pages = -(-len(self.rows) // most)
        first = -(-len(self.rows) // pages)
        rest = replace(self, rows=self.rows[first:]) if self.rows[first:] else None
        return replace(self, rows=self.rows[:first]), rest

    def words(self) -> Iterator[Words]:
        return (row.label for row in self.rows)

    @cached_property
    def _share(self) -> float:
        """How much of the width the names take: as much as they need, within bounds."""
        widest = max((measure.width(shown(row.label), LABEL_SIZE) for row in self.rows), default=0.0)
        return min(LABEL_SHARE, max(LABEL_LEAST, (widest + LABEL_SPACE + 1) / self.width))

    @cached_property
    def _row(self) -> float:
        room = self.width * self._share - LABEL_SPACE
        single = all(len(measure.lines(shown(row.label), LABEL_SIZE, room)) == 1 for row in self.rows)
        return SINGLE if single and self.row == ROW else self.row

    def labels(self) -> tuple[str, ...]:
        room = self.width * self._share - LABEL_SPACE
        return tuple(measure.shortened(shown(row.label), LABEL_SIZE, room, 2) for row in self.rows)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        tall, share = self.height() - self._key().height(), self._share
        plot = inner(share, AXIS / tall, 1 - share - SPARE, self._row * len(self.rows) / tall)
        drawn = self.draw_rows(self.rows, Setting(self.labels(), plot, self.language))
        place(sheet, Frame(x, y, self.width, tall), drawn, self.caption)
        if self.line is not None:
            across = x + self.width * (share + (1 - share - SPARE) * self.line)
            sheet.way(across, y + AXIS, y + AXIS + self._row * len(self.rows), 1.25)
        if self.below:
            self._key().draw(sheet, x, y + tall)


def place(sheet: Sheet, frame: Frame, drawn: Drawn, caption: str) -> None:
    """Put a chart with its workbook into the slide's package."""
    package = sheet.slide.part.package
    part: Any = ChartPart.load(
        package.next_partname(ChartPart.partname_template), CONTENT_TYPE.DML_CHART, package, drawn.xml
    )
    part.chart_workbook.update_from_xlsx_blob(drawn.book)
    relation = sheet.slide.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    sheet.chart(frame, relation, caption, f"{caption}. {drawn.alt}"[:ALT_LONGEST])


def spread(chart: SpreadChart, width: float, language: str) -> BarChart[Spread]:
    rows = tuple(spreads.marked(row) for row in chart.rows)
    apart = f"{spreads.APART}{chart.names.disagrees}" if any(row.disagrees for row in rows) else ""
    below = tuple(filter(None, (apart, chart.scale)))
    return BarChart(rows, chart.caption, width, language, partial(spreads.spread, chart), below=below)


def votes(chart: VotesChart, width: float, language: str) -> BarChart[Votes]:
    drawn = partial(bars.votes, chart)
    return BarChart(chart.rows, chart.caption, width, language, drawn, legend=bool(chart.chosen))


def levels(chart: LevelChart, width: float, language: str) -> BarChart[LevelSpan]:
    below = (chart.scale,) if chart.scale else ()
    return BarChart(chart.rows, chart.caption, width, language, partial(bars.levels, chart), below=below)


def statuses(chart: StatusChart, width: float, language: str) -> BarChart[StatusRow]:
    return BarChart(chart.rows, chart.caption, width, language, partial(bars.statuses, chart))


def timeline(chart: Timeline, width: float, language: str) -> BarChart[Bar]:
    """The line of today stands over the bars, since bars over days have no line of their own for it."""
    begin, end, _ = days.frame(chart)
    today = chart.marked_day
    return BarChart(
        chart.bars,
        chart.caption,
        width,
        language,
        partial(days.timeline, chart),
        legend=False,
        below=(*chart.key, *below(chart, language)),
        line=(serial(today) - begin) / (end - begin) if today else None,
    )
