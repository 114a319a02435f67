"""Metrics' ways and actions' days as charts of each format: read back, their numbers are the plan's."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import ImageFont
from pptx import Presentation
from pptx.util import Pt

from facilitation.report import figures, report
from facilitation.report.blocks import Block, Headline, Report, Section
from facilitation.report.charts import Bar, Cut, MatrixChart, Point, Spot, Timeline, TrajectoryChart, TrajectoryWords
from facilitation.report.texts import Words
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import faults, is_mark, overlap
from tests.workshop.readback import SAYS, flat
from tests.workshop.rendered import frame, rendered
from tests.workshop.test_slides import shapes, slides, title
from workshop import exports
from workshop.exports import Brought
from workshop.exports.pdf.ways import way as paper
from workshop.native.book import serial
from workshop.web.reports import GAP, LEFT, RIGHT, lined, way

OWN = Path("workshop/exports/templates/toimi.pptx")
SEMIBOLD = Path("workshop/exports/pdf/fonts/InstrumentSans-SemiBold.ttf")
NAMES = TrajectoryWords("Day", "Planned", "Measured", "Preliminary", "Range", "Earlier definition", "Corrected")
PLANNED = (Point(date(2026, 12, 31), 20.5), Point(date(2027, 12, 31), 40), Point(date(2028, 12, 31), 80))
ACTUAL = (
    Point(date(2027, 6, 30), 25),
    Point(date(2027, 12, 31), 38.25),
    Point(date(2028, 3, 31), 44, preliminary=True),
)
WAY = TrajectoryChart("Shares: from 20.5 % to 80 %", PLANNED, NAMES, "%", "More is better", (10, 90), ACTUAL)
BROKEN = TrajectoryChart(
    "Shares: counted anew",
    PLANNED,
    NAMES,
    "%",
    "More is better",
    actual=(Point(date(2028, 12, 31), 61, restated=True),),
    earlier=((Point(date(2026, 12, 31), 22), Point(date(2027, 12, 31), 35)),),
    cuts=(Cut(date(2028, 1, 1), "New definition from 1 January 2028"),),
)
BARS = tuple(
    Bar(Words(f"1 · Action {n}"), date(2027, n, 1), date(2028, n, 1), 1, (date(2027, 12, 1),)) for n in range(1, 10)
)
TIME = Timeline("Actions", BARS, "Start", "End", "Days", "Milestone", "Today", date(2027, 6, 15))


def of(*blocks: Block) -> Report:
    return Report("R", "", "en", (Section("S", (Headline("Ways"), *blocks)),))


@cache
def deck() -> bytes:
    return exports.make("pptx", of(WAY, TIME))


@cache
def broken_deck() -> bytes:
    return exports.make("pptx", of(BROKEN))


def charts(made: bytes) -> Iterator[Any]:
    return (shape.chart for shape in shapes(made) if shape.has_chart)


def values(series: Any) -> dict[int, float]:
    """What a series has, by its place among the days."""
    return {at: value for at, value in enumerate(series.values) if value is not None}


def test_a_way_is_a_line_over_days_whose_numbers_are_the_plans():
    made = exports.make("pptx", report(plan(), "fi", words_of("fi"), PACK, made=DAY))
    drawn = [chart for chart in charts(made) if chart.plots[0]._element.tag.endswith("lineChart")]
    readings = [
        [(serial(each.day), each.value) for each in (metric.baseline, *metric.targets) if each and each.day]
        for goal in plan().goals
        for metric in goal.metrics
        if metric.baseline
    ]
    found = [
        list(zip(map(float, chart.plots[0].categories), chart.plots[0].series[0].values, strict=True))
        for chart in drawn
    ]
    assert found == readings


def test_what_was_measured_is_a_line_of_its_own_and_preliminary_values_say_so():
    chart = next(charts(deck()))
    planned, actual, preliminary, low, high = chart.plots[0].series
    assert [each.name for each in (planned, actual, preliminary)] == ["Planned", "Measured", "Preliminary"]
    assert values(planned) == {0: 20.5, 2: 40, 4: 80}
    assert values(actual) == {1: 25, 2: 38.25, 3: 44}
    assert values(preliminary) == {3: 44}
    assert (set(low.values), set(high.values)) == ({10.0}, {90.0})


def test_the_chart_says_all_its_numbers_and_they_stand_in_a_table_beside_it():
    drawn = next(shape for shape in shapes(deck()) if shape.has_chart)
    alt = drawn._element.nvGraphicFramePr.cNvPr.get("descr")
    assert "31\u00a0December 2027: planned 40\u00a0%, measured 38.25\u00a0%" in alt
    assert "44\u00a0% (preliminary)" in alt
    table = next(shape.table for shape in shapes(deck()) if shape.has_table)
    assert [cell.text for cell in table.rows[3].cells] == ["31\u00a0December 2027", "40\u00a0%", "38.25\u00a0%"]


def test_series_by_two_definitions_are_two_lines_and_a_stroke_between_them_says_when():
    chart = next(charts(broken_deck()))
    named = {each.name: values(each) for each in chart.plots[0].series}
    assert named["Earlier definition"] == {0: 22, 1: 35}
    assert named["Measured"] == named["Corrected"] == {3: 61}
    assert list(named["New definition from 1 January 2028"]) == [2]
    table = next(shape.table for shape in shapes(broken_deck()) if shape.has_table)
    told = [cell.text for row in table.rows for cell in row.cells]
    assert "22\u00a0% (earlier definition)" in told
    assert "New definition from 1 January 2028" in told
    assert "61\u00a0% (corrected)" in told


def test_the_break_is_drawn_on_pages_and_in_a_pdf_and_told_in_every_text():
    drawn, page = way(BROKEN, "en"), paper(BROKEN, "en")
    assert [len(each) for each in drawn.earlier] == [2]
    assert drawn.earlier[0][-1].x < drawn.cuts[0].at < drawn.actual[0].x
    assert [(each["text"], 0 < each["at"] < 1) for each in page["cuts"]] == [(BROKEN.cuts[0].label, True)]
    for format in ("md", "docx", "pdf"):
        assert flat(BROKEN.cuts[0].label) in flat(SAYS[format](exports.make(format, of(BROKEN))))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_is_said_above_a_break_stays_within_the_drawing_wherever_it_is(language: str):
    said = words_of(language)("New definition from %(day)s", day=figures.day(date(2028, 12, 31), language))
    wide = ImageFont.truetype(str(SEMIBOLD), 13).getlength(said)
    for at in range(LEFT, RIGHT + 1):
        start = lined(at, said).start
        assert start >= LEFT and start + wide <= RIGHT, at


def test_figures_of_the_axis_stay_within_the_drawing_however_long_they_are():
    letters = ImageFont.truetype(str(SEMIBOLD), 13)
    for most in (9, 90, 9_000, 90_000, 9_000_000):
        planned = (Point(date(2026, 12, 31), most * 0.9), Point(date(2028, 12, 31), most))
        drawn = way(TrajectoryChart("Contracts", planned, NAMES), "fi")
        assert all(letters.getlength(tick.text) <= drawn.left - GAP for tick in drawn.up), most
        assert all(drawn.left <= spot.x <= RIGHT for spot in drawn.planned), most


def test_a_bar_reaches_from_start_to_end_with_its_milestones_on_it():
    chart = list(charts(deck()))[-1]
    rows = list(zip(*(series.values for series in chart.plots[0].series), strict=True))
    assert len(rows) == len(BARS)
    for bar, parts in zip(BARS, rows, strict=True):
        assert parts[0] == serial(bar.first)
        assert sum(parts) == serial(bar.last) + 1
        assert parts[0] + parts[1] + parts[2] / 2 == serial(bar.milestones[0])


def test_to_move_a_day_in_the_workbook_moves_the_bar():
    """Start, end and milestone are typed; the parts of the bar follow from them."""
    chart: Any = list(charts(deck()))[-1]
    with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        page = book.read("xl/worksheets/sheet1.xml").decode()
    assert re.findall("<f>([^<]*)</f>", page)[:3] == [
        'MAX(0,IF(G2="",F2+1,G2-2)-B2)',
        'IF(G2="",0,4)',
        'IF(G2="",0,MAX(0,F2+1-G2-2))',
    ]


def test_the_auditor_finds_nothing_wrong_with_charts_of_every_kind(tmp_path: Path):
    for made in (deck(), broken_deck()):
        tmp_path.joinpath("deck.pptx").write_bytes(made)
        assert OpenXmlValidator(FileFormat.MICROSOFT_365).validate(tmp_path / "deck.pptx").errors == []


def test_drawn_by_libreoffice_no_figure_leaves_its_chart_and_nothing_covers_another(tmp_path: Path):
    for made in (deck(), broken_deck()):
        assert faults(made, rendered(made, tmp_path)) == []


def little(tall: float) -> bytes:
    """Our template with so many points of room for whatever a slide holds."""
    opened: Any = Presentation(str(OWN))
    for layout in opened.slide_layouts:
        for place in layout.placeholders:
            if place.placeholder_format.idx == 1 and layout.name != "Title":
                place.left, place.top, place.width, place.height = place.left, Pt(150), place.width, Pt(tall)
    packed = BytesIO()
    opened.save(packed)
    return packed.getvalue()


SPOTS = tuple(Spot(Words(f"Idea {n}"), 1 + n % 5, 5 - n % 4) for n in range(12))


@pytest.mark.parametrize("tall", [130, 160, 200])
@pytest.mark.parametrize("block", [WAY, TIME, MatrixChart("Both", SPOTS, "Feasibility", "Importance", "Idea")])
def test_where_a_template_leaves_little_room_a_chart_is_cut_or_smaller_and_never_over_the_edge(
    block: Block, tall: float
):
    made = exports.make("pptx", of(block), Brought(little(tall)))
    edge = Pt(150 + tall)
    drawn = [shape for shape in shapes(made) if not shape.is_placeholder]
    assert [shape.name for shape in drawn if shape.top + shape.height > edge] == []
    for slide in slides(made):
        for one, other in combinations([shape for shape in slide.shapes if not is_mark(shape)], 2):
            assert not overlap(frame(one), frame(other)), (title(slide), one.name, other.name)
