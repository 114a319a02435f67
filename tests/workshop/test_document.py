"""The plan as a document: what a ministry signs, in its own styles, read aloud as well as on paper."""

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from facilitation.report import report
from facilitation.report.blocks import (
    Block,
    Bullets,
    Column,
    Headline,
    Paragraph,
    Properties,
    Provenance,
    Report,
    Section,
    Table,
)
from facilitation.report.charts import Spread, SpreadChart, SpreadWords
from facilitation.report.extracts import EXTRACTS
from facilitation.report.texts import Words
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of as words_in
from tests.workshop.rendered import converted
from workshop import exports

LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
OWN = Path("workshop/exports/templates/toimi.docx")


@cache
def told(language: str) -> Report:
    return report(plan(), language, words_in(language), PACK, made=DAY)


@cache
def document(language: str = "en") -> bytes:
    return exports.make("docx", told(language))


def opened(made: bytes) -> Any:
    return Document(BytesIO(made))


def of(*blocks: Block) -> Report:
    return Report("R", "", "en", (Section("S", blocks),))


def texts(made: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(made).paragraphs]


def words_of(made: bytes) -> str:
    return "\n".join(each.text or "" for each in opened(made).element.body.iter(qn("w:t")))


def faults(made: bytes, folder: Path) -> list[str]:
    folder.joinpath("plan.docx").write_bytes(made)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(folder / "plan.docx")
    return [error.description for error in found.errors]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong(language: str, tmp_path: Path):
    assert faults(document(language), tmp_path) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("extract", [key for key, each in EXTRACTS.items() if "docx" in each.formats])
def test_the_auditor_finds_nothing_wrong_with_extracts(extract: str, language: str, tmp_path: Path):
    made = exports.make("docx", report(plan(), language, words_in(language), PACK, made=DAY, extract=extract))
    assert faults(made, tmp_path) == []


def test_the_template_is_clean(tmp_path: Path):
    assert faults(OWN.read_bytes(), tmp_path) == []


def test_the_same_report_makes_the_same_bytes():
    assert exports.make("docx", told("en")) == document()


def test_sections_and_findings_are_true_headings():
    made = [(p.style.name, p.text) for p in opened(document()).paragraphs if p.style.name.startswith("Heading")]
    first = [words for style, words in made if style == "Heading 1"]
    second = [words for style, words in made if style == "Heading 2"]
    blocks = [block for section in told("en").sections for block in section.blocks]
    assert first == [*(section.title for section in told("en").sections), "Where this comes from"]
    assert second == [block.text for block in blocks if isinstance(block, Headline)]


def test_the_contents_lead_to_every_heading():
    body = opened(document()).element.body
    places = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    places = {each for each in places if each.startswith("_Toc")}
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert links and set(links) == places
    assert any("TOC" in (each.text or "") for each in body.iter(qn("w:instrText")))


def test_every_table_has_a_caption_and_a_head_that_comes_again_on_each_page():
    tables = opened(document()).tables
    assert len(tables) > 20
    for table in tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_every_caption_bears_a_number_that_programs_count():
    captions = [each for each in opened(document()).paragraphs if each.style.name == "Caption"]
    assert [each.text.split(".")[0] for each in captions] == [f"Table\u00a0{n}" for n in range(1, len(captions) + 1)]
    fields = [each for caption in captions for each in caption._p.iter(qn("w:instrText"))]
    assert len(fields) == len(captions) == len(opened(document()).tables)
    assert {each.text for each in fields} == {" SEQ Table \\* ARABIC "}


def test_no_head_of_a_table_is_empty_and_none_stands_alone_at_the_foot_of_a_page():
    for table in opened(document()).tables:
        heads = table.rows[0].cells
        assert all(cell.text.strip() for cell in heads)
        assert all(cell.paragraphs[0].paragraph_format.keep_with_next for cell in heads)


def test_figures_are_set_to_the_right():
    table = Table("T", (Column("A"), Column("B", figures=True)), ((Words("one"), Words("2")),))
    cells = opened(exports.make("docx", of(table))).tables[0].rows[1].cells
    assert [cell.paragraphs[0].alignment for cell in cells] == [None, WD_ALIGN_PARAGRAPH.RIGHT]


def test_a_column_has_room_for_its_longest_word():
    long = Words("rakentamisjohtajalle")
    table = Table("T", (Column("A", 9), Column("B", 1)), ((Words("a"), long),))
    made = opened(exports.make("docx", of(table))).tables[0]
    assert made.rows[1].cells[1].width.pt > len(long.text) * 5


def test_a_chart_is_told_in_numbers():
    names = SpreadWords("Low", "Median", "High", "Half", "Divided", "Answers")
    chart = SpreadChart("How we stand", (Spread(Words("Risk"), 2.5, 1, 4, 9, disagrees=True),), names, 1, 5)
    made = exports.make("docx", of(chart))
    rows = [[cell.text for cell in row.cells] for row in opened(made).tables[0].rows]
    assert rows == [["Item", "Low", "Median", "High", "Answers"], ["\N{BLACK DIAMOND} Risk", "1", "2.5", "4", "9"]]
    assert "\N{BLACK DIAMOND} Divided" in texts(made)


def test_the_topic_stands_above_its_finding_once_and_not_if_the_finding_begins_with_it():
    told = of(Headline("We differ", "Levels"), Headline("We agree", "Levels"), Headline("Goal 1: more", "Goal 1"))
    made = texts(exports.make("docx", told))
    assert made[-4:] == ["Levels", "We differ", "We agree", "Goal 1: more"]


def test_unconfirmed_wording_is_marked_and_nobody_makes_the_mark_by_typing():
    note = "* Wording not yet confirmed"
    assert texts(exports.make("docx", of(Paragraph(Words("Law", unconfirmed=True)))))[-2:] == ["Law\u00a0*", note]
    assert note not in texts(exports.make("docx", of(Paragraph(Words("unconfirmed=True")))))


def test_words_in_another_language_say_so():
    runs = opened(exports.make("docx", of(Paragraph(Words("Hej", language="sv"))))).element.body.iter(qn("w:lang"))
    assert [each.get(qn("w:val")) for each in runs] == ["sv-FI"]


def test_the_cover_names_organisation_and_day():
    told = Report("R", "Draft", "fi", (), Properties(organisation="Ministry", made=DAY))
    assert texts(exports.make("docx", told))[:4] == ["R", "Draft", "Ministry", "26.11.2026"]


def test_its_headings_are_in_its_language():
    titles = {language: tuple(section.title for section in told(language).sections) for language in LANGUAGES}
    assert len(set(titles.values())) == len(LANGUAGES)
    assert all(title in texts(document(language)) for language in LANGUAGES for title in titles[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_goal_metric_and_action_stands_in_it(language: str):
    words = words_of(document(language))
    for goal in plan().goals:
        assert all(text in words for text in (goal.to[language], goal.from_[language]))
        assert all(metric.name[language] in words for metric in goal.metrics if language in metric.name)
        assert all(action.text[language] in words for action in goal.actions if language in action.text)


def test_what_every_line_rests_on_stands_in_the_annex():
    words = words_of(document())
    assert all(line in words for line in told("en").origin)
    assert "Votes: 17 dots, place 1" in words


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_its_language_and_names_no_person(language: str):
    made = opened(document(language))
    default = made.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == made.core_properties.language == LANGUAGES[language]
    assert made.core_properties.title and not made.core_properties.author and not made.core_properties.last_modified_by


def test_every_paragraph_has_an_id_of_its_own():
    with ZipFile(BytesIO(document())) as package:
        text = package.read("word/document.xml").decode()
    ids = text.split('paraId="')[1:]
    assert len(ids) == len({each[:8] for each in ids}) == text.count("<w:p>") + text.count("<w:p ")


NASTY = (
    "=1+1",
    "<script>alert(1)</script>",
    "w:p>&amp;",
    "\x00\x07 a\ud800b\ufffe",
    "שלום עולם",
    "👩‍👩‍👧",
    "x" * 2000,
    "\n\n",
    "",
)


def section(text: str) -> Report:
    said = Words(text, theirs=True)
    table, grounds = Table(text, (Column(text),), ((said,),)), Provenance((said,))
    return Report(
        text, text, "fi", (Section(text, (Headline(text), Paragraph(said), Bullets((said,)), table, grounds), text),)
    )


@pytest.mark.parametrize("text", NASTY)
def test_whatever_people_type_is_text_and_nothing_else(text: str, tmp_path: Path):
    made = exports.make("docx", section(text))
    assert faults(made, tmp_path) == []
    assert "<script" not in str(opened(made).element.xml).replace("&lt;script", "")


@settings(deadline=None)
@given(st.text(st.characters(), max_size=300))
def test_any_text_can_be_written(text: str):
    assert opened(exports.make("docx", section(text)))


def test_libreoffice_opens_it_and_prints_every_page(tmp_path: Path):
    tmp_path.joinpath("plan.docx").write_bytes(document("fi"))
    converted([tmp_path / "plan.docx"], "pdf", tmp_path)
    printed = subprocess.run(["pdftotext", str(tmp_path / "plan.pdf"), "-"], check=True, capture_output=True, text=True)
    said = " ".join(printed.stdout.split())
    assert all(" ".join(goal.to["fi"].split())[:30] in said for goal in plan().goals)
