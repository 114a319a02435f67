"""A chart with its numbers in a table beside it; what has no room there follows as a table of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from facilitation.report.blocks import Column, Table
from facilitation.report.charts import MatrixChart, Spot, TrajectoryChart
from facilitation.report.figures import number
from facilitation.report.numbers import about, numbers
from facilitation.report.texts import Words
from workshop.exports.slides.charts import place
from workshop.exports.slides.letters import Letters
from workshop.exports.slides.pieces import Cut, Line, Piece, Texts
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.exports.slides.tables import Grid
from workshop.native import measure
from workshop.native.drawn import Drawn
from workshop.native.scatter import matrix as scattered
from workshop.native.trajectory import way
from workshop.texts import for_xml

UNDER = 4.0
LEAST = 84.0
"""Less tall than this, a chart cannot be read."""
MATRIX, WAY = 330.0, 130.0
HEAD_LINES = 2
"""Names and units of any length would leave no room for the chart."""
TALLEST = 300.0
"""So tall a chart becomes that has the page for itself."""


@dataclass(frozen=True)
class Beside(Piece):
    """`draw_chart` draws it in a width and a height; `lines` stand above it."""

    caption: str
    draw_chart: Callable[[float, float], Drawn]
    table: Table
    width: float
    size: float
    language: str
    tall: float
    left: float
    """How wide the chart is, and how far from its table."""
    between: float
    lines: tuple[Line, ...] = ()

    def height(self) -> float:
        return self._head() + max(self.tall, self._grid().height())

    def _head(self) -> float:
        return self._above().height() + UNDER if self.lines else 0.0

    def _above(self) -> Texts:
        return Texts(self.lines, self.width, "Heading")

    def _grid(self) -> Grid:
        return Grid(self.table, self.width - self.left - self.between, self.size, self.language)

    def cut(self, room: float, *, must: bool = False) -> Cut:
        """Smaller only where the page has no more to give."""
        left = room - self._head()
        if left < self.tall and not must:
            return None
        fitting = replace(self, tall=max(LEAST, min(self.tall, left)))
        if self._grid().height() <= left:
            return fitting, None
        parts = self._grid().cut(left, must=must)
        if parts is None or not isinstance(parts[0], Grid) or not isinstance(parts[1], Grid):
            return None
        return replace(fitting, table=parts[0].table), Grid(parts[1].table, self.width, self.size, self.language)

    def alone(self, room: float) -> "Beside":
        """As it stands on a page of its own: the chart as tall as is of use."""
        return replace(self, tall=max(self.tall, min(TALLEST, room - self._head())))

    def words(self) -> Iterator[Words]:
        yield from (line.words for line in self.lines)
        yield from self._grid().words()

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        if self.lines:
            self._above().draw(sheet.loose(), x, y)
        y += self._head()
        frame = Frame(x, y, self.left, self.tall)
        place(sheet, frame, self.draw_chart(frame.width, frame.height), self.caption)
        self._grid().draw(sheet, x + self.left + self.between, y)


def matrix(chart: MatrixChart, width: float, size: float, language: str, halves: tuple[float, float]) -> Beside:
    columns = (Column(chart.label, 4), Column(chart.up, 1.5, figures=True), Column(chart.across, 1.6, figures=True))
    rows = tuple(_spot(at, spot, language) for at, spot in enumerate(chart.spots, 1))
    table = Table(chart.caption, columns, rows)
    return Beside(chart.caption, lambda *_: scattered(chart, language), table, width, size, language, MATRIX, *halves)


def _spot(at: int, spot: Spot, language: str) -> tuple[Words, ...]:
    named = replace(spot.label, text=f"{at}. {spot.label.text}")
    return named, Words(number(spot.up, language)), Words(number(spot.across, language))


def trajectory(
    chart: TrajectoryChart, width: float, size: float, face: str, language: str, halves: tuple[float, float]
) -> Beside:
    """Below its finding in the words of its writers, which its metric’s sheet has whole: two such stand on a slide."""
    above = ((chart.caption, Letters(size + 1, face=face)), (about(chart, language), Letters(12, soft=True)))
    lines = [
        Line(Words(measure.shortened(for_xml(text), letters.size, width, HEAD_LINES), theirs=not letters.soft), letters)
        for text, letters in above
        if text
    ]
    return Beside(
        chart.caption,
        lambda wide, tall: way(chart, language, wide, tall),
        numbers(chart, language, chart.names.day),
        width,
        12.0,
        language,
        WAY,
        *halves,
        tuple(lines),
    )
