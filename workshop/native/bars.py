"""Votes, agreed levels beside target levels, and statuses: bars in the order of their rows."""

from collections.abc import Mapping

from facilitation.report.charts import LevelChart, LevelSpan, StatusChart, StatusRow, Votes, VotesChart
from facilitation.report.numbers import counted
from workshop.native.book import Filled, workbook
from workshop.native.drawn import Drawn, Setting, bar_chart
from workshop.native.parts import Series, colour, edge, shown, striped, value_axis

STATUSES: Mapping[str, tuple[str, str]] = {
    "behind": (colour("accent2"), "tx1"),
    "overdue": (striped("accent2") + edge("accent2"), "tx1"),
    "slightly_behind": (colour("accent2", 40, strong=True), "tx1"),
    "no_figure": (colour("bg1") + edge("tx1", 50), "tx1"),
    "on_its_way": (colour("accent1"), "bg1"),
}
"""Fill and letters of each, told apart by their lightness and pattern too."""


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
    alt = "; ".join(f"{shown(row.label)}: {_told(chart, row)}" for row in rows)
    return Drawn(bar_chart(series, axis, setting, gap=45, over=0), book, alt)


def _told(chart: LevelChart, row: LevelSpan) -> str:
    """The levels that it has."""
    named = ((chart.now, row.now), (chart.target, row.target))
    return ", ".join(f"{name.lower()} {level}" for name, level in named if level is not None)


def statuses(chart: StatusChart, rows: tuple[StatusRow, ...], setting: Setting) -> Drawn:
    """Bars of one length, their counts within them; a status that nothing has stands in the legend all the same."""
    columns = tuple(tuple(float(row.counts[at]) for row in rows) for at in range(len(chart.names)))
    series = tuple(
        Series(each.name, at, columns[at - 1], STATUSES[each.key][0], labels="0;;;", ink=STATUSES[each.key][1])
        for at, each in enumerate(chart.names, 1)
    )
    book = workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            *(Filled(each.name, each.values) for each in series),
        )
    )
    axis = value_axis(setting.language, 0, 1, 0.25, "0%")
    alt = "; ".join(f"{shown(row.label)}: {counted(chart, row)}" for row in rows)
    return Drawn(bar_chart(series, axis, setting, gap=45, alike=True), book, alt)
