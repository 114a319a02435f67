"""Bars from start to end over months: the paint follows the goal, a dark stroke is a milestone; days to be edited."""

from collections.abc import Callable, Iterator
from datetime import date

from facilitation.report.charts import Bar, Timeline
from facilitation.report.figures import day
from workshop.native.book import Filled, serial, workbook
from workshop.native.drawn import Drawn, Setting, bar_chart
from workshop.native.parts import NOTHING, Series, colour, letter, shown, value_axis

MARKED = 5
"""So many milestones of one bar are drawn; a row of strokes tells nobody anything."""
STROKES = 150
"""A stroke is as wide as this part of the whole time."""
DAY = "d.m.yyyy"


def timeline(chart: Timeline, rows: tuple[Bar, ...], setting: Setting) -> Drawn:
    begin, end, unit = frame(chart)
    stroke = max(1.0, (end - begin) // STROKES)
    marks = min(MARKED, max(len(bar.milestones) for bar in chart.bars))
    lanes = tuple(colour(f"accent{1 + (max(row.lane, 1) - 1) % 6}") for row in rows)
    columns = tuple(zip(*(tuple(_lengths(row, marks, stroke)) for row in rows), strict=True))
    start = tuple(float(serial(row.first)) for row in rows)
    series = (
        Series(chart.start, 1, start, NOTHING, legend=False),
        *(
            Series(chart.days, at + 2, values, colour("accent1"), legend=False, points=lanes)
            if at % 2 == 0
            else Series(chart.milestone, at + 2, values, colour("tx1"), legend=False)
            for at, values in enumerate(columns)
        ),
    )
    book = workbook(
        (
            Filled(chart.caption, tuple(shown(row.label) for row in rows)),
            Filled(chart.start, start, form=DAY),
            *(
                Filled(chart.milestone if at % 2 else chart.days, values, _formula(at, marks, stroke))
                for at, values in enumerate(columns)
            ),
            Filled(chart.end, tuple(float(serial(row.last)) for row in rows), form=DAY),
            *(
                Filled(chart.milestone, tuple(_serial(row.milestones[at : at + 1]) for row in rows), form=DAY)
                for at in range(marks)
            ),
        )
    )
    axis = value_axis(setting.language, begin, end, unit, "m/yyyy")
    alt = "; ".join(_told(row, chart, setting.language) for row in rows)
    return Drawn(bar_chart(series, axis, setting, gap=70), book, alt)


def frame(chart: Timeline) -> tuple[float, float, float]:
    """First and last day of the axis as a spreadsheet counts them, and the days from one line to the next."""
    first, last = min(bar.first for bar in chart.bars), max(bar.last for bar in chart.bars)
    begin = serial(first.replace(month=1 + (first.month - 1) // 3 * 3, day=1))
    span = serial(last) - begin
    unit = next(
        step for step in (30.5, 91.5, 183.0, 366.0, 366.0 * max(1, span // 3660)) if span / step <= 9 or step >= 366
    )
    return begin, begin + unit * -(-span // unit) + unit * 0.25, unit


def _lengths(bar: Bar, marks: int, stroke: float) -> Iterator[float]:
    """Days up to the first milestone, its stroke, up to the next, and so on to the end."""
    at, kept = float(serial(bar.first)), bar.milestones[:marks]
    for milestone in kept:
        yield max(0.0, serial(milestone) - stroke / 2 - at)
        yield stroke
        at = serial(milestone) + stroke / 2
    yield max(0.0, serial(bar.last) + 1 - at)
    yield from (0.0,) * 2 * (marks - len(kept))


def _formula(at: int, marks: int, stroke: float) -> Callable[[int], str]:
    """What a part of a bar is reckoned from: start, end, and the milestones' days at the right."""
    last = letter(2 * marks + 3)
    before, after = (letter(2 * marks + 3 + at // 2 + n) if 0 < at // 2 + n <= marks else "" for n in (0, 1))
    half = f"{stroke / 2:g}"

    def formula(row: int) -> str:
        if at % 2:
            return f'=IF({after}{row}="",0,{stroke:g})'
        end = f'IF({after}{row}="",{last}{row}+1,{after}{row}-{half})' if after else f"{last}{row}+1"
        if not before:
            return f"=MAX(0,{end}-B{row})"
        return f'=IF({before}{row}="",0,MAX(0,{end}-{before}{row}-{half}))'

    return formula


def _serial(days: tuple[date, ...]) -> float | None:
    return float(serial(days[0])) if days else None


def _told(row: Bar, chart: Timeline, language: str) -> str:
    milestones = "".join(f", {chart.milestone.lower()} {day(each, language)}" for each in row.milestones)
    return f"{shown(row.label)}: {day(row.first, language)} \N{EN DASH} {day(row.last, language)}{milestones}"
