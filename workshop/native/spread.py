"""The spread of the answers: the middle half as a band, the median as a stroke; to be edited in its workbook."""

from collections.abc import Sequence
from dataclasses import replace

from facilitation.report.charts import Spread, SpreadChart, SpreadWords
from facilitation.report.figures import between, number
from workshop.native.book import Filled, workbook
from workshop.native.drawn import Drawn, Setting, bar_chart
from workshop.native.parts import NOTHING, Series, colour, shown, value_axis

STROKE = 0.04
"""Half the width of the median's stroke, in levels."""
APART = "\N{BLACK DIAMOND} "


def marked(row: Spread) -> Spread:
    """Colour never speaks alone: a row that disagrees bears a sign too."""
    return replace(row, label=replace(row.label, text=APART + row.label.text)) if row.disagrees else row


def spread(chart: SpreadChart, rows: tuple[Spread, ...], setting: Setting) -> Drawn:
    """Four stacked parts: up to the band, the band below the median, the stroke, the band above."""
    names = chart.names
    start = tuple(min(row.low, row.median - STROKE) for row in rows)
    below = tuple(row.median - STROKE - at for row, at in zip(rows, start, strict=True))
    above = tuple(max(row.high, row.median + STROKE) - row.median - STROKE for row in rows)
    stroke = (2 * STROKE,) * len(rows)
    paints = tuple(colour("accent2", 60, strong=True) if row.disagrees else colour("accent1", 35) for row in rows)
    series = (
        Series(" ", 1, start, NOTHING, legend=False),
        Series(names.band, 2, below, colour("accent1", 35), points=paints),
        Series(names.median, 3, stroke, colour("tx1")),
        Series(names.band, 4, above, colour("accent1", 35), legend=False, points=paints),
    )
    floor = chart.lowest - 1
    axis = value_axis(setting.language, floor, chart.highest + 0.5, 1, f'[={floor}]"";0')
    alt = "; ".join(_told(row, names, setting.language) for row in rows)
    book = _spread_book(chart, rows, (start, below, stroke, above))
    return Drawn(bar_chart(series, axis, setting, gap=55), book, alt)


def _spread_book(chart: SpreadChart, rows: tuple[Spread, ...], parts: Sequence[tuple[float, ...]]) -> bytes:
    """Quartiles and medians to edit at the right (H to K); what is drawn follows from them."""
    names = chart.names
    start, below, stroke, above = parts
    return workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            Filled(" ", start, lambda row: f"=MIN(H{row},I{row}-{STROKE})"),
            Filled(names.band, below, lambda row: f"=I{row}-{STROKE}-B{row}"),
            Filled(names.median, stroke),
            Filled(names.band, above, lambda row: f"=MAX(J{row},I{row}+{STROKE})-I{row}-{STROKE}"),
            None,
            None,
            Filled(names.low, tuple(row.low for row in rows)),
            Filled(names.median, tuple(row.median for row in rows)),
            Filled(names.high, tuple(row.high for row in rows)),
            Filled(names.answers, tuple(float(row.n) for row in rows)),
        )
    )


def _told(row: Spread, names: SpreadWords, language: str) -> str:
    """One row of the chart in words."""
    apart = f", {names.disagrees.lower()}" if row.disagrees else ""
    return (
        f"{shown(row.label)}: {names.median.lower()} {number(row.median, language)}, "
        f"{names.band.lower()} {between(row.low, row.high, language)}, {names.answers.lower()} {row.n}{apart}"
    )
