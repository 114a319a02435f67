"""Votes and levels as charts on slides: what is drawn, what is edited and what is read aloud are the same numbers."""

from io import BytesIO
from typing import Any

from python_calamine import CalamineWorkbook

from facilitation.report.blocks import Block, Headline, Report, Section
from facilitation.report.charts import LevelChart, LevelSpan, Votes, VotesChart
from facilitation.report.texts import Words
from tests.workshop.test_slides import shapes
from workshop import exports

VOTES = VotesChart(
    "Votes",
    (Votes(Words("Skills"), 17, True), Votes(Words("Data"), 15, True), Votes(Words("Forms"), 3)),
    "Dots",
    "Taken further",
)
LEVELS = LevelChart(
    "Levels", (LevelSpan(Words("Leading"), 2, 4), LevelSpan(Words("Measuring"), 3, None)), "Now", "Target", 1, 5
)


def drawn(block: Block) -> Any:
    report = Report("R", "", "en", (Section("S", (Headline("Bars"), block)),))
    return next(shape for shape in shapes(exports.make("pptx", report)) if shape.has_chart)


def plotted(shape: Any) -> dict[str, list[float]]:
    return {series.name: list(series.values) for series in shape.chart.plots[0].series}


def edited(shape: Any) -> list[list[Any]]:
    """What opens when somebody edits the chart."""
    book = CalamineWorkbook.from_filelike(BytesIO(shape.chart.part.chart_workbook.xlsx_part.blob))
    return book.get_sheet_by_index(0).to_python()[1:]


def aloud(shape: Any) -> str:
    return shape._element.nvGraphicFramePr.cNvPr.get("descr", "")


def test_votes_are_drawn_edited_and_read_as_they_were_given_the_chosen_ones_apart():
    shape = drawn(VOTES)
    assert list(shape.chart.plots[0].categories) == ["Skills", "Data", "Forms"]
    assert plotted(shape) == {"Taken further": [17, 15, 0], "Dots": [0, 0, 3]}
    assert edited(shape) == [["Skills", 17, 0], ["Data", 15, 0], ["Forms", 0, 3]]
    assert aloud(shape) == "Votes. Skills: 17; Data: 15; Forms: 3"


def test_levels_are_drawn_edited_and_read_and_one_that_is_open_is_not_read_at_all():
    shape = drawn(LEVELS)
    assert plotted(shape) == {"Now": [2, 3], "Target": [4, 0]}
    assert edited(shape) == [["Leading", 2, 4], ["Measuring", 3, 0]]
    assert aloud(shape) == "Levels. Leading: now 2, target 4; Measuring: now 3"
