"""What pictures of files have shown once and are not to show again: rhythm, and what belongs on one line or page."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document
from pptx import Presentation

from facilitation.report import english, report
from facilitation.report.blocks import Column, Headline, Report, Section, Table
from facilitation.report.charts import Point, TrajectoryChart, TrajectoryWords
from facilitation.report.extracts.brief import LONGEST, cut
from facilitation.report.reader import reader
from facilitation.report.texts import Words
from facilitation.shapes import Gathering
from facilitation.shapes.offered import StepPlan
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.test_slides import title
from workshop import exports
from workshop.exports.document.tables import widths
from workshop.exports.pdf.blocks import table, written
from workshop.native import measure
from workshop.native.columns import shared
from workshop.native.trajectory import way

NAMES = TrajectoryWords("Day", "As planned", "As measured", "Preliminary", "Range")
WAY = TrajectoryChart("Share: from 0 % to 9 %", (Point(date(2027, 1, 1), 0), Point(date(2028, 1, 1), 9)), NAMES, "%")
FINNISH = Table(
    "T",
    (Column("Väittämä", 4), *(Column(head, 1, figures=True) for head in ("Mediaani", "Vastaukset", "Valittu"))),
    ((Words("Hankinnat"), Words("2"), Words("24"), Words("3")),),
)


def test_a_step_without_a_title_has_that_of_its_kind():
    steps = (StepPlan("vote", {}, {}, 10), StepPlan("vote", {"en": "Our own"}, {}, 5))
    given = replace(plan(), gathering=replace(plan().gathering or Gathering(), steps=steps))
    told = report(given, "en", english, PACK, made=DAY)
    found = next(
        block
        for section in told.sections
        for block in section.blocks
        if isinstance(block, Table) and block.columns[0].head == "Step"
    )
    assert [row[0].text for row in found.rows] == [reader("en", english, PACK).step("vote", {}).text, "Our own"]
    assert found.rows[0][0].text not in ("", "\N{EN DASH}")


def test_a_long_text_is_cut_between_words():
    whole = "every " * 60
    assert cut(Words(whole)).text == ("every " * (LONGEST // 6)).strip() + "…"
    assert len(cut(Words("x" * 400)).text) == LONGEST


def test_a_number_stays_with_its_unit_where_a_title_is_broken():
    named = "From 0\N{NO-BREAK SPACE}% to 100\N{NO-BREAK SPACE}%"
    made = exports.make("pptx", Report("R", "", "en", (Section("S", (Headline(named), FINNISH)),)))
    assert named in {title(slide) for slide in Presentation(BytesIO(made)).slides}


def test_years_at_the_end_of_a_documents_title_stand_together():
    made = Document(BytesIO(exports.make("docx", Report("Action plan 2027–2029", "", "en", ()))))
    assert made.paragraphs[0].text == "Action plan\n2027–2029"
    assert made.core_properties.title == "Action plan 2027–2029"


def test_in_a_document_no_column_is_narrower_than_a_word_of_its_head():
    wide = widths(FINNISH, 9000, 9)
    assert sum(wide) in range(8990, 9010)
    heads = [measure.plain_width(column.head, bold=True) * 9 * 20 for column in FINNISH.columns]
    assert all(each > 1.15 * head for each, head in zip(wide, heads, strict=True))


def test_where_all_long_words_have_no_room_the_columns_of_the_longest_give_way():
    assert shared([1, 1, 1], [500, 100, 200], 600) == [300, 100, 200]
    assert shared([1, 1, 1], [500, 400, 100], 600) == [250, 250, 100]
    assert shared([3, 1], [100, 100], 800) == [600, 200]


def test_in_a_pdf_no_column_is_narrower_than_a_usual_word_of_its_head():
    told = table(FINNISH)
    assert all(each["share"] >= len(column.head) for each, column in zip(told["columns"], FINNISH.columns, strict=True))
    heads = [each["head"] for each in told["columns"]]
    assert not [each["text"] for each in heads if each["divided"]]


def test_in_a_pdf_a_way_its_drawing_and_its_figures_are_on_one_page():
    (told,) = written(WAY, "en", "")
    assert told["kind"] == "together"
    assert [each["kind"] for each in told["parts"]] == ["finding", "trajectory", "table"]


def test_a_column_of_long_texts_keeps_its_room_beside_many_long_heads_in_print():
    heads = (Column("Strategins mål", 4), *(Column("Vattendragscentralen", 1) for _ in range(6)))
    first, *others = (
        each["share"] for each in table(Table("T", heads, ((Words("Vi minskar"), *[Words("–")] * 6),)))["columns"]
    )
    assert first >= 2 * max(others)


@pytest.mark.parametrize(("width", "apart"), [(600, 6), (300, 12)])
def test_below_a_narrow_chart_fewer_days_are_named_so_that_none_runs_into_the_next(width: float, apart: int):
    days = tuple(Point(date(2026 + year, 9, 30), year) for year in range(4))
    drawn = way(TrajectoryChart("Share", days, NAMES, "%"), "fi", width, 200).xml.decode()
    unit, of = re.search(r'<c:majorUnit val="(\d+)"/><c:majorTimeUnit val="(\w+)"/>', drawn).groups()  # pyright: ignore
    assert int(unit) * {"months": 1, "years": 12}[of] == apart
