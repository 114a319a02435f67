"""A metric's way as a line over days: a ring where it begins, dots on the way, what was measured in strong ink."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.report.axes import MOST_TICKS, brief, months, scale
from facilitation.report.charts import Point, TrajectoryChart
from facilitation.report.numbers import told
from workshop.native.book import Filled, serial, workbook
from workshop.native.drawn import Drawn
from workshop.native.parts import (
    ACROSS,
    UP,
    Series,
    colour,
    inner,
    legend,
    numbers,
    quoted,
    text,
    title,
    whole,
)
from workshop.texts import for_xml

DAY = "d.m.yyyy"
LETTER = 0.6
"""Of its size, what a figure of the axis takes."""
SIZE = 12.0
LONG_NAME = 24
DAY_WIDE = 8.5 * SIZE * LETTER
"""What a month and its year take with the space behind them."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn: its line (XML of a:ln's inside, or empty for none), its marker, which points are open."""

    line: str
    marker: str
    open: tuple[int, ...] = ()
    labelled: tuple[int, ...] = ()
    side: str = "t"
    width: int = 25400
    fall: float = 0.0
    """How far a stroke falls from each point."""


def way(chart: TrajectoryChart, language: str, width: float, height: float) -> Drawn:
    """In a frame of so many points."""
    days = sorted(set(chart.days))
    low, high, step = scale(chart)
    every = (*_series(chart, days), *_cuts(chart, days, low, high))
    named = [(name, values, look) for name, values, look in every if any(v is not None for v in values)]
    across = tuple(float(serial(day)) for day in days)
    form = _form(chart, _decimals(point.value for point in chart.points))
    axis = _form(chart, _decimals((step, low)))
    drawn = "".join(
        _line(at, name, across, values, look, form, language) for at, (name, values, look) in enumerate(named)
    )
    widest = max(len(f"{value:,.{_decimals((step, low))}f}") for value in (low, high))
    left = _left(chart, width, widest)
    plot = _plot(left, width, height, legend=_rows(named))
    lines = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{drawn}<c:marker val="1"/>'
        f'<c:axId val="{ACROSS}"/><c:axId val="{UP}"/></c:lineChart>'
    )
    axes = (_days(days, _wide(left, width) * width / DAY_WIDE, language), _values(low, high, step, axis, language))
    names = [name for name, _, _ in named]
    shown = [Series(name, at + 1, (), "", legend=name not in names[:at]) for at, name in enumerate(names)]
    xml = whole((plot, lines, *axes), legend(shown, language) if len(named) > 1 else "", language, blanks="span")
    book = workbook(
        (Filled(chart.names.day, across, form=DAY), *(Filled(name, values, form=form) for name, values, _ in named))
    )
    return Drawn(xml, book, told(chart, language))


def _series(chart: TrajectoryChart, days: Sequence[date]) -> tuple[tuple[str, tuple[float | None, ...], Look], ...]:
    """Planned, measured, preliminary, and the range's edges."""
    unsure = tuple(point for point in chart.actual if point.preliminary)
    again = tuple(point for point in chart.points if point.restated)
    planned, actual, preliminary = (_on(days, points) for points in (chart.planned, chart.actual, unsure))
    begun = days.index(chart.planned[0].day) if chart.planned else 0
    told = tuple(at for at, value in enumerate(planned) if value is not None)
    hidden = tuple(at for at, value in enumerate(preliminary) if value is not None)
    last = max((at for at, value in enumerate(actual) if value is not None), default=-1)
    limits = (
        (chart.names.limits, (limit,) * len(days), Look(_ink("accent2", dash="sysDash"), "", width=15875))
        for limit in chart.limits
    )
    return (
        (chart.names.planned, planned, Look(_ink("accent1"), "circle accent1", (begun,), told)),
        (chart.names.actual, actual, Look(_ink("tx1"), "circle tx1", hidden, (last,), "b", 34925)),
        (chart.names.preliminary, preliminary, Look("", "diamond tx1 50")),
        (chart.names.restated, _on(days, again), Look("", "x accent2")),
        *((chart.names.earlier, _on(days, each), EARLIER) for each in chart.earlier),
        *limits,
    )


def _cuts(
    chart: TrajectoryChart, days: Sequence[date], low: float, high: float
) -> Iterator[tuple[str, tuple[float | None, ...], Look]]:
    """A stroke from top to bottom on each day from which a new definition is counted by, with its words."""
    for cut in chart.cuts:
        look = Look("", "dash accent2", fall=high - low)
        yield cut.label, tuple(high if day == cut.day else None for day in days), look


def _on(days: Sequence[date], points: Sequence[Point]) -> tuple[float | None, ...]:
    known = {point.day: point.value for point in points}
    return tuple(known.get(day) for day in days)


def _ink(name: str, *, dash: str = "", keep: int = 100) -> str:
    return colour(name, keep) + (f'<a:prstDash val="{dash}"/>' if dash else "") + "<a:round/>"


EARLIER = Look(_ink("tx1", keep=55), "diamond tx1 55")


def _line(
    at: int,
    name: str,
    across: tuple[float, ...],
    values: tuple[float | None, ...],
    look: Look,
    form: str,
    language: str,
) -> str:
    ink = f'<a:ln w="{look.width}" cap="rnd">{look.line or "<a:noFill/>"}</a:ln>'
    there = [n for n, value in enumerate(values) if value is not None]
    opened = "".join(
        f'<c:dPt><c:idx val="{n}"/>{_marker(look.marker, filled=False)}<c:bubble3D val="0"/></c:dPt>'
        for n in look.open
        if n in there and look.line
    )
    column = at + 1
    return (
        f'<c:ser><c:idx val="{at}"/><c:order val="{at}"/>{title(column, name)}<c:spPr>{ink}</c:spPr>'
        f"{_marker(look.marker, filled=True)}{opened}{_labels(look, form, language)}"
        f"{_fall(look)}<c:cat>{numbers(0, across, DAY)}</c:cat>"
        f'<c:val>{numbers(column, values, form)}</c:val><c:smooth val="0"/></c:ser>'
    )


def _fall(look: Look) -> str:
    if not look.fall:
        return ""
    return (
        '<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="fixedVal"/><c:noEndCap val="1"/>'
        f'<c:val val="{look.fall:.15g}"/><c:spPr><a:ln w="15875">{_ink("accent2", dash="sysDot")}</a:ln></c:spPr>'
        "</c:errBars>"
    )


def _marker(look: str, *, filled: bool) -> str:
    if not look:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    symbol, paint, *keep = look.split()
    inside = colour(paint, int(keep[0]) if keep else 100) if filled else colour("bg1")
    return (
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="9"/><c:spPr>{inside}'
        f'<a:ln w="22225">{colour(paint)}</a:ln></c:spPr></c:marker>'
    )


def _labels(look: Look, form: str, language: str) -> str:
    """Figures at the points that people talk about."""
    if not look.labelled:
        return ""
    hidden = SHOWN.format(0)
    each = "".join(
        f'<c:dLbl><c:idx val="{n}"/><c:numFmt formatCode="{quoted(form)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/></c:spPr>{text(language, wrap=False)}"
        f'<c:dLblPos val="{look.side}"/>{SHOWN.format(1)}</c:dLbl>'
        for n in look.labelled
    )
    return f"<c:dLbls>{each}{hidden}</c:dLbls>"


SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _decimals(values: Iterable[float]) -> int:
    """As many as the figures have, two at most."""
    return max(next(n for n in (0, 1, 2) if n == 2 or round(value, n) == round(value, 2)) for value in values)


def _form(chart: TrajectoryChart, places: int) -> str:
    unit = for_xml(brief(chart.unit)).replace('"', "")
    return "#,##0" + ("." + "0" * places if places else "") + (f'"\N{NO-BREAK SPACE}{unit}"' if unit else "")


def _rows(named: Sequence[tuple[str, object, object]]) -> int:
    """Lines that the legend takes: short names stand side by side, a long one puts each on a line of its own."""
    names = {name for name, _, _ in named}
    return 0 if len(named) < 2 else len(names) if max(map(len, names)) > LONG_NAME else 1


def _left(chart: TrajectoryChart, width: float, widest: int) -> float:
    """Room for the axis's figures, as a share of the width."""
    unit = len(brief(chart.unit)) + 1
    return min(0.3, ((widest + unit) * SIZE * LETTER + 10) / width)


def _wide(left: float, width: float) -> float:
    return 1 - left - 46 / width


def _plot(left: float, width: float, height: float, *, legend: int) -> str:
    """Room above for a point's figure, below for the days and the legend."""
    top, below = 20 / height, (26 + (10 + 14 * legend if legend else 0)) / height
    return inner(left, top, _wide(left, width), max(0.2, 1 - top - below))


def _days(days: Sequence[date], most: float, language: str) -> str:
    """Months where at most so many have room side by side."""
    begin, end, step = months(days, min(most, MOST_TICKS))
    years = step >= 12
    return (
        f'<c:dateAx><c:axId val="{ACROSS}"/><c:scaling><c:orientation val="minMax"/><c:max val="{serial(end)}"/>'
        f'<c:min val="{serial(begin)}"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>'
        f'<c:numFmt formatCode="{"yyyy" if years and begin.month == 1 else "m/yyyy"}" sourceLinked="0"/>'
        '<c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr><a:ln w="9525">{colour("tx1", 35)}</a:ln></c:spPr>{text(language)}<c:crossAx val="{UP}"/>'
        '<c:crosses val="min"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>'
        f'<c:majorUnit val="{step // 12 if years else step}"/>'
        f'<c:majorTimeUnit val="{"years" if years else "months"}"/></c:dateAx>'
    )


def _values(low: float, high: float, step: float, form: str, language: str) -> str:
    return (
        f'<c:valAx><c:axId val="{UP}"/><c:scaling><c:orientation val="minMax"/><c:max val="{high:.15g}"/>'
        f'<c:min val="{low:.15g}"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'<c:majorGridlines><c:spPr><a:ln w="6350">{colour("tx1", 20)}</a:ln></c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{quoted(form)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text(language)}<c:crossAx val="{ACROSS}"/><c:crosses val="min"/><c:crossBetween val="midCat"/>'
        f'<c:majorUnit val="{step:.15g}"/></c:valAx>'
    )
