"""Slides: how long a deck takes as plans grow, beside the bare library making the same shapes in the same run."""

from dataclasses import replace
from io import BytesIO
from typing import Any, TypeAlias
from zipfile import ZipFile

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from benchmarks.measure import Growth, busy, head
from facilitation.report import Report, english, report
from tests.facilitation.sample_plan import DAY, PACK, plan
from workshop import exports

GOALS = (20, 200, 400, 1000)
"""The bare library looks at every part for every new one, and takes minutes for a thousand."""
Told: TypeAlias = str | list[list[str]] | tuple[list[Any], list[tuple[str, list[Any]]]]
"""A text, the cells of a table, or the names and series of a chart."""


def large(goals: int) -> Report:
    """The sample plan with so many goals, each with its metrics and actions."""
    given = plan()
    many = tuple(replace(given.goals[n % 3], id=f"g{n}") for n in range(goals))
    return report(replace(given, goals=many), "en", english, PACK, made=DAY)


def told(made: bytes) -> list[list[Told]]:
    """What stands on each slide: a table's cells, a chart's names and series, or a text."""
    shapes: Any = ([*slide.shapes] for slide in Presentation(BytesIO(made)).slides)
    return [[found for shape in each if (found := _told(shape)) is not None] for each in shapes]


def _told(shape: Any) -> Told | None:
    if shape.has_table:
        return [[cell.text for cell in row.cells] for row in shape.table.rows]
    if shape.has_chart:
        plot = shape.chart.plots[0]
        return list(plot.categories), [(series.name, list(series.values)) for series in plot.series]
    return shape.text_frame.text if shape.has_text_frame and not shape.is_placeholder else None


def bare(like: list[list[Told]]) -> None:
    """As many slides, text boxes, tables of the same cells and charts of the same bars, with nothing measured."""
    made = Presentation()
    for shapes in like:
        mine = made.slides.add_slide(made.slide_layouts[5])
        for shape in shapes:
            _drawn(mine.shapes, shape)
        mine.notes_slide.notes_text_frame.text = "Notes"  # pyright: ignore[reportOptionalMemberAccess]
    made.save(BytesIO())


def _drawn(shapes: Any, like: Told) -> None:
    place = Inches(0.5), Inches(1), Inches(9), Inches(5)
    if isinstance(like, str):
        shapes.add_textbox(*place).text_frame.text = like
    elif isinstance(like, list):
        table = shapes.add_table(len(like), len(like[0]), *place).table
        for at, row in enumerate(like):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    else:
        bars = CategoryChartData()
        bars.categories, series = like
        for name, values in series:
            bars.add_series(name, values)
        shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, bars)


def run() -> None:
    head("Slides: decks of growing plans, beside python-pptx making the same shapes with nothing measured")
    timed(1)
    growth = Growth("pptx")
    for goals in GOALS:
        made, took = timed(goals)
        size = f"{goals} goals, {len(slides(made))} slides, {len(made) / 1e6:.2f} MB"
        like = told(made)
        with busy() as theirs:
            bare(like)
        growth.told(size, took, theirs())
    growth.judged()


def timed(goals: int) -> tuple[bytes, float]:
    given = large(goals)
    with busy() as ours:
        made = exports.make("pptx", given)
        return made, ours()


def slides(made: bytes) -> list[str]:
    with ZipFile(BytesIO(made)) as package:
        return [name for name in package.namelist() if name.startswith("ppt/slides/slide")]
