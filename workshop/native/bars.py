"""Votes, and agreed levels beside target levels: bars in the order of their rows."""

from facilitation.report.charts import LevelChart, LevelSpan, Votes, VotesChart
from workshop.native.book import Filled, workbook
from workshop.native.drawn import Drawn, Setting, bar_chart
from workshop.native.parts import Series, colour, shown, value_axis


def votes(chart: VotesChart, rows: tuple[Votes, ...], setting: Setting) -> Drawn:
    """The chosen ones in another paint, with their own name in the legend; numbers beside the bars."""
    most = max((row.dots for row in chart.rows), default=1)
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


def levels(chart: LevelChart, rows: tuple[LevelSpan, ...], setting: Setting) -> Drawn:
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
