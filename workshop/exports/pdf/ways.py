"""A metric's way as a drawing: points between 0 and 1 on two axes, with the figures that stand beside them."""

from collections.abc import Iterator, Sequence
from datetime import date

from facilitation.report import figures
from facilitation.report.axes import brief, months, scale, ticks
from facilitation.report.charts import Point, TrajectoryChart
from facilitation.report.numbers import told
from workshop.exports.pdf.letters import printable
from workshop.exports.pdf.texts import Data


def way(chart: TrajectoryChart, language: str) -> Data:
    low, high, step = scale(chart)
    begin, end, apart = months(chart.days)

    def up(value: float) -> float:
        return (value - low) / (high - low)

    def across(day: date) -> float:
        return (day - begin).days / (end - begin).days

    def placed(points: Sequence[Point], labelled: Sequence[Point]) -> list[Data]:
        return [
            {
                "across": across(point.day),
                "up": up(point.value),
                "open": point.preliminary,
                "restated": point.restated,
                "label": printable(figures.measured(point.value, brief(chart.unit), language))
                if point in labelled
                else "",
            }
            for point in points
        ]

    return {
        "kind": "trajectory",
        "alt": printable(f"{chart.caption}. {told(chart, language)}"),
        "across": [{"at": across(day), "text": figures.month(day, language)} for day in ticks(begin, end, apart)],
        "up": [
            {"at": up(value), "text": printable(figures.measured(value, brief(chart.unit), language))}
            for value in levels(low, high, step)
        ],
        "planned": placed(chart.planned, chart.planned),
        "actual": placed(chart.actual, chart.actual[-1:]),
        "earlier": [placed(each, each[-1:]) for each in chart.earlier],
        "cuts": [{"at": across(cut.day), "text": printable(cut.label)} for cut in chart.cuts],
        "limits": [up(limit) for limit in chart.limits],
        "names": key(chart),
    }


def levels(low: float, high: float, step: float) -> list[float]:
    return [low + step * at for at in range(round((high - low) / step) + 1)]


def key(chart: TrajectoryChart) -> list[str]:
    """What the lines are called, where there is more than one."""
    return [printable(each) for each in _named(chart)] if chart.actual or chart.earlier or chart.limits else []


def _named(chart: TrajectoryChart) -> Iterator[str]:
    yield f"● {chart.names.planned}"
    if chart.actual:
        yield f"■ {chart.names.actual}"
    if any(point.preliminary for point in chart.actual):
        yield f"□ {chart.names.preliminary}"
    if any(point.restated for point in chart.points):
        yield f"⊡ {chart.names.restated}"
    if chart.earlier:
        yield f"◆ {chart.names.earlier}"
    if chart.limits:
        yield f"┄ {chart.names.limits}"
