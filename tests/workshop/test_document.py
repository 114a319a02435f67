"""The plan as a document: what a ministry signs, in its own styles, read aloud as well as on paper."""

import subprocess
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator

from facilitation.report import english, report
from facilitation.report.blocks import Bullets, Headline, Paragraph, Report, Section, Table, Words
from facilitation.report.blocks import Column as Head
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.rendered import programs_or_skip
from workshop import exports
from workshop.exports import Brought

LANGUAGES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
OWN = Path("workshop/exports/templates/toimi.docx")


@cache
def told(language: str) -> Report:
    return report(plan(), language, english, PACK, made=DAY)


@cache
def document(language: str = "en") -> bytes:
    return exports.make("docx", told(language))


def opened(made: bytes) -> Any:
    return Document(BytesIO(made))


def words_of(made: bytes) -> str:
    return "\n".join(each.text or "" for each in opened(made).element.body.iter(qn("w:t")))


def faults(made: bytes, folder: Path) -> list[str]:
    folder.joinpath("plan.docx").write_bytes(made)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(folder / "plan.docx")
    return [error.description for error in found.errors]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong(language: str, tmp_path: Path):
    assert faults(document(language), tmp_path) == []


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
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))]
    assert links and set(links) == places
    assert any("TOC" in (each.text or "") for each in body.iter(qn("w:instrText")))


def test_every_table_has_a_caption_and_a_head_that_comes_again_on_each_page():
    tables = opened(document()).tables
    assert len(tables) > 20
    for table in tables:
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


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
    table = Table(text, (Head(text),), ((said,),))
    return Report(text, text, "fi", (Section(text, (Headline(text), Paragraph(said), Bullets((said,)), table), text),))


@pytest.mark.parametrize("text", NASTY)
def test_whatever_people_type_is_text_and_nothing_else(text: str, tmp_path: Path):
    made = exports.make("docx", section(text))
    assert faults(made, tmp_path) == []
    assert "<script" not in str(opened(made).element.xml).replace("&lt;script", "")


@given(st.text(st.characters(), max_size=300))
def test_any_text_can_be_written(text: str):
    assert opened(exports.make("docx", section(text)))


def theirs() -> Iterator[bytes]:
    """A template of another house: its own letters, a head, sample words; then the same as a .dotx."""
    made: Any = Document()
    made.styles["Heading 1"].font.name = "Georgia"
    made.sections[0].header.paragraphs[0].text = "Ministry of Tests"
    made.sections[0].footer.paragraphs[0].text = "Their foot"
    made.add_paragraph("Sample words")
    packed = BytesIO()
    made.save(packed)
    yield packed.getvalue()
    again = BytesIO()
    with ZipFile(packed) as source, ZipFile(again, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"document.main+xml", b"template.main+xml"))
    yield again.getvalue()


def test_another_houses_styles_head_and_foot_are_kept_and_its_samples_are_not(tmp_path: Path):
    for file in theirs():
        made = opened(exports.make("docx", told("en"), Brought(file)))
        assert made.styles["Heading 1"].font.name == "Georgia"
        assert made.sections[0].header.paragraphs[0].text == "Ministry of Tests"
        assert made.sections[0].footer.paragraphs[0].text == "Their foot"
        assert "Sample words" not in words_of(exports.make("docx", told("en"), Brought(file)))
        assert any(paragraph.style.name == "Heading 1" for paragraph in made.paragraphs)


def test_an_editor_may_choose_another_style_for_a_role():
    made = opened(exports.make("docx", told("en"), Brought(next(theirs()), {"finding": "Heading 3"})))
    assert any(paragraph.style.name == "Heading 3" for paragraph in made.paragraphs)


def test_libreoffice_opens_it_and_prints_every_page(tmp_path: Path):
    programs_or_skip()
    tmp_path.joinpath("plan.docx").write_bytes(document("fi"))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        f"{tmp_path}/plan.docx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    printed = subprocess.run(["pdftotext", str(tmp_path / "plan.pdf"), "-"], check=True, capture_output=True, text=True)
    said = " ".join(printed.stdout.split())
    assert all(" ".join(goal.to["fi"].split())[:30] in said for goal in plan().goals)
