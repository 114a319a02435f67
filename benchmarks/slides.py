"""Slides: how long a deck takes as plans grow, beside the bare library making the same shapes in the same run."""

from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from benchmarks.measure import head, line, seconds
from facilitation.report import Report, english, report
from tests.facilitation.sample_plan import DAY, PACK, plan
from workshop import exports

GOALS, MOST = (20, 200), 1000
"""The largest is held against itself: python-pptx alone takes minutes for so many slides."""


def large(goals: int) -> Report:
    """The sample plan with so many goals, each with its metrics and actions."""
    given = plan()
    many = tuple(replace(given.goals[n % 3], id=f"g{n}") for n in range(goals))
    return report(replace(given, goals=many), "en", english, PACK, made=DAY)


def bare(like: bytes) -> bytes:
    """As many slides, text boxes, tables of the same cells and charts of the same bars, with nothing measured."""
    made = Presentation()
    for slide in Presentation(BytesIO(like)).slides:
        mine = made.slides.add_slide(made.slide_layouts[5])
        shapes: list[Any] = list(slide.shapes)
        for shape in shapes:
            _copied(mine.shapes, shape)
        mine.notes_slide.notes_text_frame.text = "Notes"  # pyright: ignore[reportOptionalMemberAccess]
    packed = BytesIO()
    made.save(packed)
    return packed.getvalue()


def _copied(shapes: Any, shape: Any) -> None:
    place = Inches(0.5), Inches(1), Inches(9), Inches(5)
    if shape.has_table:
        rows = [[cell.text for cell in row.cells] for row in shape.table.rows]
        table = shapes.add_table(len(rows), len(rows[0]), *place).table
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
    elif shape.has_chart:
        bars = CategoryChartData()
        bars.categories = list(shape.chart.plots[0].categories)
        for series in shape.chart.plots[0].series:
            bars.add_series(series.name, list(series.values))
        shapes.add_chart(XL_CHART_TYPE.BAR_STACKED, *place, bars)
    elif shape.has_text_frame and not shape.is_placeholder:
        shapes.add_textbox(*place).text_frame.text = shape.text_frame.text


def run() -> None:
    head("Slides: decks of growing plans, beside python-pptx making the same shapes with nothing measured")
    made, took = timed(1)
    for goals in GOALS:
        made, took = timed(goals)
        with seconds() as theirs:
            bare(made)
        told(goals, made, took, f"{took / theirs():.2f} x bare")
    before, past = len(slides(made)), took
    made, took = timed(MOST)
    more = len(slides(made)) / before
    told(MOST, made, took, f"{took / past:.1f} x the time for {more:.1f} x the slides of {GOALS[-1]} goals")


def timed(goals: int) -> tuple[bytes, float]:
    given = large(goals)
    with seconds() as ours:
        made = exports.make("pptx", given)
        return made, ours()


def slides(made: bytes) -> list[str]:
    with ZipFile(BytesIO(made)) as package:
        return [name for name in package.namelist() if name.startswith("ppt/slides/slide")]


def told(goals: int, made: bytes, took: float, beside: str) -> None:
    line(f"{goals} goals, {len(slides(made))} slides, {len(made) / 1e6:.2f} MB", f"{took:.2f} s", beside)
