"""Importance against feasibility: numbered points, whose names stand in a list beside them."""

from facilitation.report.charts import MatrixChart
from facilitation.report.figures import number
from workshop.native.book import Filled, workbook
from workshop.native.drawn import Drawn
from workshop.native.parts import colour, inner, numbers, shown, text, title, whole
from workshop.texts import TAGS


def matrix(chart: MatrixChart, language: str) -> Drawn:
    spots = chart.spots
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
        f"{at}. {shown(spot.label)}: {chart.up.lower()} {number(spot.up, language)}, "
        f"{chart.across.lower()} {number(spot.across, language)}"
        for at, spot in enumerate(spots, 1)
    )
    axes = _axis(1, 2, "b", chart.across, language) + _axis(2, 1, "l", chart.up, language)
    plot = inner(0.1, 0.03, 0.87, 0.82)
    return Drawn(whole((plot, _points(chart.up, across, up, language), axes), "", language), book, alt)


def _points(name: str, across: tuple[float, ...], up: tuple[float, ...], language: str) -> str:
    labels = "".join(_label(at, language) for at in range(len(across)))
    return (
        '<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/><c:ser><c:idx val="0"/>'
        f'<c:order val="0"/>{title(1, name)}<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>'
        f'<c:marker><c:symbol val="circle"/><c:size val="9"/><c:spPr>{colour("accent1")}</c:spPr></c:marker>'
        f'<c:dLbls>{labels}<c:spPr><a:noFill/></c:spPr>{text(language, bold=True)}<c:dLblPos val="r"/>'
        f"{SHOW_NOTHING}</c:dLbls><c:xVal>{numbers(0, across)}</c:xVal><c:yVal>{numbers(1, up)}</c:yVal>"
        '<c:smooth val="0"/></c:ser><c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
    )


def _label(at: int, language: str) -> str:
    return (
        f'<c:dLbl><c:idx val="{at}"/><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:r>'
        f'<a:rPr lang="{TAGS.get(language, "en-GB")}" sz="1200" b="1"/><a:t>{at + 1}</a:t></a:r></a:p>'
        f'</c:rich></c:tx><c:dLblPos val="r"/>{SHOW_NOTHING.replace(VALUE_HIDDEN, VALUE_SHOWN)}</c:dLbl>'
    )


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
