"""Importance against feasibility: numbered points in a native scatter chart, and the list that names them beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from facilitation.report.blocks import Column, MatrixChart, Spot, Table, Words
from facilitation.report.figures import number
from workshop.exports.slides.chartparts import colour, inner, numbers, text, title, whole
from workshop.exports.slides.charts import Drawn, place
from workshop.exports.slides.letters import shown
from workshop.exports.slides.pieces import Piece
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.exports.slides.tables import Grid
from workshop.exports.slides.workbook import Filled, workbook
from workshop.texts import TAGS

TALL = 330.0
SHARE, GAP = 0.5, 24.0


@dataclass(frozen=True)
class Matrix:
    """The chart at the left with every point, the first part of the list at the right."""

    chart: MatrixChart
    listed: tuple[tuple[int, Spot], ...]
    width: float
    size: float
    language: str

    def grid(self) -> Grid:
        width = self.width * (1 - SHARE) - GAP
        table = Table(
            self.chart.caption,
            (
                Column(self.chart.label, 4),
                Column(self.chart.up, 1.5, figures=True),
                Column(self.chart.across, 1.6, figures=True),
            ),
            tuple(self._row(at, spot) for at, spot in self.listed),
        )
        return Grid(table, width, self.size, self.language)

    def _row(self, at: int, spot: Spot) -> tuple[Words, ...]:
        named = replace(spot.label, text=f"{at}. {spot.label.text}")
        return named, Words(number(spot.up, self.language)), Words(number(spot.across, self.language))

    def height(self) -> float:
        return max(TALL, self.grid().height())

    def cut(self, room: float) -> "tuple[Piece, Piece] | None":
        """What does not fit beside the chart follows as a table of its own."""
        parts = self.grid().cut(room) if room >= TALL else None
        if parts is None or not isinstance(parts[0], Grid) or not isinstance(parts[1], Grid):
            return None
        beside = len(parts[0].table.rows)
        return replace(self, listed=self.listed[:beside]), replace(parts[1], width=self.width)

    def words(self) -> Iterator[Words]:
        return (spot.label for _, spot in self.listed)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        place(sheet, Frame(x, y, self.width * SHARE, TALL), self._drawn(), self.chart.caption)
        self.grid().draw(sheet, x + self.width * SHARE + GAP, y)

    def _drawn(self) -> Drawn:
        chart, spots = self.chart, self.chart.spots
        across = tuple(spot.across for spot in spots)
        up = tuple(spot.up for spot in spots)
        book = workbook(
            (
                Filled(chart.across, across),
                Filled(chart.up, up),
                Filled(chart.label, tuple(shown(spot.label) for spot in spots)),
            )
        )
        alt = "; ".join(
            f"{at}. {shown(spot.label)}: {chart.up.lower()} {number(spot.up, self.language)}, "
            f"{chart.across.lower()} {number(spot.across, self.language)}"
            for at, spot in enumerate(spots, 1)
        )
        return Drawn(
            whole((inner(0.1, 0.03, 0.87, 0.82), self._points(across, up), self._axes()), "", self.language), book, alt
        )

    def _points(self, across: tuple[float, ...], up: tuple[float, ...]) -> str:
        labels = "".join(self._label(at) for at in range(len(across)))
        return (
            '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/><c:ser><c:idx val="0"/>'
            f'<c:order val="0"/>{title(1, self.chart.up)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
            f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{colour("accent1")}</c:spPr></c:marker>'
            f'<c:dLbls>{labels}<c:spPr><a:noFill/></c:spPr>{text(self.language, bold=True)}<c:dLblPos val="r"/>'
            f"{SHOW_NOTHING}</c:dLbls><c:xVal>{numbers(0, across)}</c:xVal><c:yVal>{numbers(1, up)}</c:yVal>"
            '<c:smooth val="0"/></c:ser><c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
        )

    def _label(self, at: int) -> str:
        return (
            f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>'
            f'<a:rPr lang="{TAGS.get(self.language, "en-GB")}" sz="1200" b="1"/><a:t>{at + 1}</a:t></a:r></a:p>'
            f'</c:rich></c:tx><c:dLblPos val="r"/>{SHOW_NOTHING.replace(VALUE_HIDDEN, VALUE_SHOWN)}</c:dLbl>'
        )

    def _axes(self) -> str:
        return _axis(1, 2, "b", self.chart.across, self.language) + _axis(2, 1, "l", self.chart.up, self.language)


VALUE_HIDDEN, VALUE_SHOWN = '<c:showVal val="0"/>', '<c:showVal val="1"/>'
SHOW_NOTHING = (
    f'<c:showLegendKey val="0"/>{VALUE_HIDDEN}<c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _axis(id: int, other: int, side: str, name: str, language: str) -> str:
    turned = ' rot="-5400000" vert="horz"' if side == "l" else ""
    safe = name.replace("&", "&amp;").replace("<", "&lt;")
    return (
        f'<c:valAx><c:axId val="{id}"/><c:scaling><c:orientation val="minMax"/><c:max val="5"/><c:min val="1"/>'
        f'</c:scaling><c:delete val="0"/><c:axPos val="{side}"/>'
        f'<c:majorGridlines><c:spPr><a:ln w="6350">{colour("tx1", 20)}</a:ln></c:spPr></c:majorGridlines>'
        f'<c:title><c:tx><c:rich><a:bodyPr{turned}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r>'
        f'<a:rPr lang="{TAGS.get(language, "en-GB")}" sz="1200" b="1"/><a:t>{safe}</a:t></a:r></a:p></c:rich>'
        '</c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln w="9525">{colour("tx1", 35)}</a:ln></c:spPr>{text(language)}<c:crossAx val="{other}"/>'
        '<c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="1"/></c:valAx>'
    )
