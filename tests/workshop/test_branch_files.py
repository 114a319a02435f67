"""A branch, a round of follow-up and the links to planning in every format and language, looked at as people will."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from facilitation.consolidation import Unit, decided, read_together
from facilitation.report.blocks import Headline, Report
from facilitation.report.branch import Consolidated, branch_report
from facilitation.report.following import Followed, followup_report
from facilitation.report.planning import planning_report
from facilitation.shapes import Plan
from tests.facilitation.branch_reports import REPORTS
from tests.facilitation.branch_world import TODAY
from tests.facilitation.sample_plan import DAY, PACK
from tests.workshop import laid_out
from tests.workshop.catalogue import words_of
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.rendered import rendered
from tests.workshop.test_every_format import CALCULATED
from tests.workshop.test_pdf import faults as pdf_faults
from tests.workshop.test_slides_any_text import UNSHRUNK, plans
from workshop import exports
from workshop.exports import FORMATS

LANGUAGES = ("fi", "sv", "en")
OFFICE = ("pptx", "docx", "xlsx")


@cache
def told(name: str, language: str) -> Report:
    return REPORTS[name](language, words_of(language))


@cache
def made(name: str, format: str, language: str) -> bytes:
    return exports.make(format, told(name, language))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_format_writes_every_report_in_every_language(name: str, format: str, language: str):
    file = made(name, format, language)
    assert file
    if format in SAYS and format not in CALCULATED:
        found = says(format, file)
        assert [head for head in headlines(told(name, language)) if flat(head) not in found] == []


def headlines(report: Report) -> list[str]:
    return [block.text for section in report.sections for block in section.blocks if isinstance(block, Headline)]


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("format", CALCULATED)
def test_every_row_of_every_sheet_is_in_the_tables(name: str, format: str):
    report = told(name, "sv")
    found = says(format, made(name, format, "sv"))
    texts = [cell for sheet in report.sheets for row in sheet.rows for cell in row.cells if isinstance(cell, str)]
    assert texts
    assert [text for text in texts if flat(text) not in found] == []


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize("name", REPORTS)
def test_nothing_is_said_in_english_that_the_catalogue_says_in_the_readers_language(name: str, language: str):
    worded = words_of(language)
    assert [head for head in headlines(told(name, language)) if head in headlines(told(name, "en"))] == []
    titles = [section.title for section in told(name, language).sections]
    assert [title for title in titles if worded(title) != title] == []


@pytest.mark.parametrize("format", OFFICE)
@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong(name: str, format: str, language: str, tmp_path: Path):
    file = tmp_path / f"file.{format}"
    file.write_bytes(made(name, format, language))
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file)
    assert [error.description for error in found.errors] == []


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_auditors_find_nothing_wrong_with_what_is_printed(name: str, language: str, tmp_path: Path):
    assert pdf_faults(made(name, "pdf", language), tmp_path) == []


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_drawn_by_libreoffice_every_text_stays_in_its_own_shape_and_covers_nothing(
    name: str, language: str, tmp_path: Path
):
    deck = made(name, "pptx", language)
    assert laid_out.faults(deck, rendered(deck, tmp_path)) == []


@pytest.mark.parametrize("name", REPORTS)
def test_slides_have_titles_of_their_own_and_documents_true_headings(name: str):
    titles = [slide.shapes.title.text_frame.text for slide in Presentation(BytesIO(made(name, "pptx", "fi"))).slides]  # pyright: ignore[reportOptionalMemberAccess]
    assert all(titles) and len(set(titles)) == len(titles)
    styles = {paragraph.style.name for paragraph in Document(BytesIO(made(name, "docx", "fi"))).paragraphs}  # pyright: ignore[reportOptionalMemberAccess]
    assert "Heading 1" in styles


@given(st.lists(plans, min_size=2, max_size=3))
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
@pytest.mark.parametrize("format", ["pptx", "docx", "pdf", "xlsx", "md"])
def test_any_plans_of_a_branch_are_written_whatever_is_in_them(format: str, any_plans: list[Plan]):
    units = [Unit(f"u{n}", {"fi": f"Yksikkö no. {n}"}) for n in range(len(any_plans))]
    arrived = [(unit.id, replace(plan, status="approved")) for unit, plan in zip(units, any_plans, strict=True)]
    seen = read_together(units, arrived)
    made = [decided(seen, f"b{n}", "adopt", (goal.ref,)) for n, goal in enumerate(seen.goals)]
    base = replace(any_plans[0], id="base", goals=())
    for report in (
        branch_report(Consolidated(seen, made, base), "fi", words_of("fi"), PACK, made=DAY),
        followup_report(Followed([(plan, ()) for _, plan in arrived], TODAY), "fi", words_of("fi"), PACK, made=DAY),
        planning_report("years", [plan for _, plan in arrived], "fi", words_of("fi"), PACK, made=DAY),
    ):
        assert exports.make(format, report)
