"""The parts of a native chart as DrawingML: series, axes, legend; small numbers for axes, a language on every text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from facilitation.report.texts import Words
from workshop.texts import TAGS, for_xml

NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

SATURATION = "40000"
"""A tint keeps so much of its colour's strength: lightened alone, deep green turns to mint."""
UNCONFIRMED = "\N{NO-BREAK SPACE}*"
SHEET = "Sheet1"
ACROSS, UP = 1, 2
"""Numbers of the two axes."""


def shown(words: Words) -> str:
    """What stands on the page: without the characters that XML forbids, with the mark of unconfirmed wording."""
    text = for_xml(words.text)
    return text + UNCONFIRMED if words.unconfirmed and text else text


def together(words: Words) -> str:
    """In both languages where there are two, one under the other: as it is measured."""
    return "\n".join(shown(each) for each in words.both)


@dataclass(frozen=True, slots=True)
class Series:
    """One series of bars: its name, its column in the workbook, its values and its paint.

    `paint` is the XML of a fill; `points` paints single bars otherwise; `labels` is a number format or empty, and
    `ink` the theme colour of labels that stand within their bars rather than behind them.
    """

    name: str
    column: int
    values: tuple[float, ...]
    paint: str
    legend: bool = True
    points: tuple[str, ...] = ()
    labels: str = ""
    ink: str = ""


def colour(name: str, keep: int = 100, *, strong: bool = False) -> str:
    """A theme colour, kept to so many per cent against white; `strong`: without taking its strength."""
    calmer = "" if strong else f'<a:satMod val="{SATURATION}"/>'
    lighter = f'{calmer}<a:lumMod val="{keep * 1000}"/><a:lumOff val="{(100 - keep) * 1000}"/>'
    part = lighter if keep < 100 else ""
    return f'<a:solidFill><a:schemeClr val="{name}">{part}</a:schemeClr></a:solidFill>'


def striped(name: str) -> str:
    """A theme colour in wide stripes on the ground."""
    front, ground = f'<a:schemeClr val="{name}"/>', '<a:schemeClr val="bg1"/>'
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{front}</a:fgClr><a:bgClr>{ground}</a:bgClr></a:pattFill>'


def edge(name: str, keep: int = 100) -> str:
    """A thin line around a fill."""
    return f'<a:ln w="9525">{colour(name, keep)}</a:ln>'


NOTHING = "<a:noFill/>"


def text(language: str, size: int = 1200, *, bold: bool = False, wrap: bool = True, ink: str = "tx1") -> str:
    """How a chart's letters are set."""
    body = "<a:bodyPr/>" if wrap else '<a:bodyPr wrap="none"/>'
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="{int(bold)}">{colour(ink)}</a:defRPr>'
        f'</a:pPr><a:endParaRPr lang="{TAGS.get(language, language)}"/></a:p></c:txPr>'
    )


def quoted(form: str) -> str:
    """A number format as an attribute can hold it."""
    return escape(form, {'"': "&quot;"})


def letter(column: int) -> str:
    return chr(ord("A") + column)


def cells(column: int, rows: int) -> str:
    return f"{SHEET}!${letter(column)}$2:${letter(column)}${rows + 1}"


def names(labels: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(label)}</c:v></c:pt>' for at, label in enumerate(labels))
    return (
        f"<c:strRef><c:f>{cells(0, len(labels))}</c:f>"
        f'<c:strCache><c:ptCount val="{len(labels)}"/>{points}</c:strCache></c:strRef>'
    )


def numbers(column: int, values: Sequence[float | None], form: str = "General") -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value:.15g}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    return (
        f"<c:numRef><c:f>{cells(column, len(values))}</c:f><c:numCache><c:formatCode>{quoted(form)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def title(column: int, name: str) -> str:
    return (
        f"<c:tx><c:strRef><c:f>{SHEET}!${letter(column)}$1</c:f><c:strCache>"
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def bar_series(at: int, series: Series, labels: Sequence[str], language: str) -> str:
    points = "".join(
        f'<c:dPt><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{fill}</c:spPr></c:dPt>'
        for n, fill in enumerate(series.points)
    )
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{title(series.column, series.name)}'
        f'<c:spPr>{series.paint}</c:spPr><c:invertIfNegative val="0"/>{points}{_labels(series, language)}'
        f"<c:cat>{names(labels)}</c:cat><c:val>{numbers(series.column, series.values)}</c:val></c:ser>"
    )


def _labels(series: Series, language: str) -> str:
    if not series.labels:
        return ""
    place = "ctr" if series.ink else "outEnd"
    return (
        f'<c:dLbls><c:numFmt formatCode="{quoted(series.labels)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/></c:spPr>{text(language, ink=series.ink or 'tx1')}"
        f'<c:dLblPos val="{place}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def bars(
    series: Sequence[Series], labels: Sequence[str], language: str, *, gap: int, over: int | None, alike: bool = False
) -> str:
    """Stacked (`alike`: all to one length), or beside each other and overlapping by `over` per cent."""
    grouping = "clustered" if over is not None else "percentStacked" if alike else "stacked"
    drawn = "".join(bar_series(at, each, labels, language) for at, each in enumerate(series))
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/>'
        f'<c:varyColors val="0"/>{drawn}<c:gapWidth val="{gap}"/><c:overlap val="{100 if over is None else over}"/>'
        f'<c:axId val="{ACROSS}"/><c:axId val="{UP}"/></c:barChart>'
    )


def category_axis(language: str) -> str:
    """Names at the left, the first at the top."""
    return (
        f'<c:catAx><c:axId val="{ACROSS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>'
        '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{colour("tx1", 35)}</a:ln></c:spPr>{text(language)}<c:crossAx val="{UP}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(language: str, low: float, high: float, unit: float, form: str, *, shown: bool = True) -> str:
    """The scale along the top, with fine lines down through the bars."""
    lines = f'<c:majorGridlines><c:spPr><a:ln w="6350">{colour("tx1", 20)}</a:ln></c:spPr></c:majorGridlines>'
    return (
        f'<c:valAx><c:axId val="{UP}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high:g}"/>'
        f'<c:min val="{low:g}"/></c:scaling><c:delete val="{int(not shown)}"/>'
        f'<c:axPos val="t"/>{lines if shown else ""}'
        f'<c:numFmt formatCode="{quoted(form)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text(language)}<c:crossAx val="{ACROSS}"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f'<c:majorUnit val="{unit:g}"/></c:valAx>'
    )


def legend(series: Sequence[Series], language: str) -> str:
    """Below the chart, without the series that only hold others in their place."""
    if not any(each.legend for each in series):
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, each in enumerate(series)
        if not each.legend
    )
    return f'<c:legend><c:legendPos val="b"/>{hidden}<c:overlay val="0"/>{text(language)}</c:legend>'


def inner(x: float, y: float, width: float, height: float) -> str:
    """Where the bars stand within the chart, as shares of it."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{x:.4f}"/><c:y val="{y:.4f}"/><c:w val="{width:.4f}"/><c:h val="{height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )


def whole(parts: Iterable[str], legend_part: str, language: str, *, blanks: str = "gap") -> bytes:
    """`blanks`: "gap" leaves out what has no value, "span" leads a line on over it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{TAGS.get(language, language)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{"".join(parts)}'
        f"<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend_part}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>{text(language)}</c:chartSpace>'
    ).encode()
