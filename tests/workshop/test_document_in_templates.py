"""The plan in templates of other houses: their styles, head and foot stay; their words, people and comments do not."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from facilitation.report import report
from facilitation.report.blocks import Bullets, Column, Headline, Report, Table
from facilitation.report.texts import Words
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of as words_in
from tests.workshop.rendered import converted, printed
from tests.workshop.test_document import faults, of, opened, told, words_of
from workshop import exports
from workshop.exports import Brought

COMMON = Path("/usr/lib/libreoffice/share/template/common")
OFFICE = {
    "Default": "styles",
    "Modern": "styles",
    "Simple": "styles",
    "CV": "personal",
    "Modern_business_letter_serif": "officorr",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Templates from LibreOffice's packages as Word files."""
    made = tmp_path_factory.mktemp("templates")
    converted([COMMON / folder / f"{name}.ott" for name, folder in OFFICE.items()], "docx", made)
    return made


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


def brought_by_us(made: bytes, template: bytes, folder: Path) -> Counter[str]:
    """Faults of each kind, so many as the template had not: a second of a kind is as bad as a first."""
    return Counter(faults(made, folder)) - Counter(faults(template, folder))


def saved(document: Any) -> bytes:
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def test_in_another_houses_template_the_auditor_finds_nothing_that_it_did_not_bring(tmp_path: Path):
    for file in theirs():
        assert brought_by_us(exports.make("docx", told("fi"), Brought(file)), file, tmp_path) == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", OFFICE)
def test_in_libreoffices_own_templates_the_auditor_finds_nothing_that_they_did_not_bring(
    office: Path, tmp_path: Path, name: str, language: str
):
    template = office.joinpath(f"{name}.docx").read_bytes()
    made = exports.make("docx", report(plan(), language, words_in(language), PACK, made=DAY), Brought(template))
    assert brought_by_us(made, template, tmp_path) == {}
    assert all(text in words_of(made) for goal in plan().goals for text in (goal.to[language], goal.from_[language]))


def test_their_table_style_has_its_own_lines():
    made = opened(exports.make("docx", told("en"), Brought(next(theirs()))))
    assert {table.style.name for table in made.tables} == {"Table Grid"}
    assert not list(made.element.body.iter(qn("w:tblBorders")))


def test_lines_are_a_true_list_even_where_no_style_is_one(tmp_path: Path):
    bare: Any = Document()
    for name in ("List Bullet", "List Paragraph"):
        bare.styles[name].element.getparent().remove(bare.styles[name].element)
    made = exports.make("docx", of(Bullets((Words("one"), Words("two")))), Brought(saved(bare)))
    numbered = [each for each in opened(made).paragraphs if each._p.pPr is not None and each._p.pPr.numPr is not None]
    assert [each.text for each in numbered] == ["one", "two"]
    number = str(numbered[0]._p.pPr.numPr.numId.val)
    assert number in {each.get(qn("w:numId")) for each in opened(made).part.numbering_part.element}
    assert brought_by_us(made, saved(bare), tmp_path) == {}


def test_a_template_with_a_cover_of_its_own_keeps_the_head_that_its_cover_defines():
    cover: Any = Document()
    cover.sections[0].header.paragraphs[0].text = "Head of the first part"
    cover.add_section(WD_SECTION.NEW_PAGE)
    made = opened(exports.make("docx", of(), Brought(saved(cover))))
    assert [section.header.paragraphs[0].text for section in made.sections] == ["Head of the first part"]


def test_headings_stay_headings_in_a_template_without_their_styles(tmp_path: Path):
    plain: Any = Document()
    for name in ("Heading 1", "Heading 2", "Title"):
        plain.styles[name].element.getparent().remove(plain.styles[name].element)
    made = exports.make("docx", of(Headline("We agree")), Brought(saved(plain)))
    levels = {
        each.getparent().getparent().xpath("string()"): each for each in opened(made).element.iter(qn("w:outlineLvl"))
    }
    assert [(text, each.get(qn("w:val"))) for text, each in levels.items()] == [("S", "0"), ("We agree", "1")]
    assert brought_by_us(made, saved(plain), tmp_path) == {}


@pytest.mark.parametrize(
    ("words", "paragraphs"), [("Ministry · Plan", 1), ("Ministry · A plan with a long name" * 4, 2)]
)
def test_the_pages_number_never_runs_into_the_words_of_the_foot(words: str, paragraphs: int):
    foot = opened(exports.make("docx", Report("R", "", "en", (), footer=words))).sections[0].footer
    assert len(foot.paragraphs) == paragraphs
    assert [each.text for each in foot._element.iter(qn("w:instrText"))] == [" PAGE "]


def test_a_style_that_rests_on_itself_ends_nothing():
    odd: Any = Document()
    odd.styles["No Spacing"].base_style = odd.styles["No Spacing"]
    assert exports.make("docx", of(), Brought(saved(odd)))


def test_columns_have_room_for_larger_letters():
    large: Any = Document()
    large.styles["No Spacing"].font.size = Pt(16)
    table = Table("T", (Column("A", 9), Column("Minutes", 1)), ((Words("a"), Words("1")),))
    sizes = [exports.make("docx", of(table), template) for template in (None, Brought(saved(large)))]
    ours, theirs = (opened(made).tables[0].rows[0].cells[1].width for made in sizes)
    assert theirs > ours


def test_a_localised_templates_styles_are_found_and_speak_the_reports_language():
    finnish: Any = Document()
    heading = finnish.styles["Heading 1"].element
    heading.set(qn("w:styleId"), "Otsikko1")
    heading.get_or_add_rPr().append(OxmlElement("w:lang", {qn("w:val"): "fi-FI"}))
    made = opened(exports.make("docx", of(), Brought(saved(finnish))))
    assert "S" in [each.text for each in made.paragraphs if each.style.style_id == "Otsikko1"]
    assert {each.get(qn("w:val")) for each in made.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_an_editor_may_choose_another_style_for_a_role():
    made = opened(exports.make("docx", told("en"), Brought(next(theirs()), {"finding": "Heading 3"})))
    assert any(paragraph.style.name == "Heading 3" for paragraph in made.paragraphs)


@pytest.fixture(scope="module")
def opened_by_office(office: Path) -> Path:
    """The plan in every template, and what LibreOffice prints of it."""
    files = [office / f"{name}-plan.docx" for name in OFFICE]
    for file, name in zip(files, OFFICE, strict=True):
        file.write_bytes(exports.make("docx", told("fi"), Brought((office / f"{name}.docx").read_bytes())))
    converted(files, "pdf", office)
    return office


@pytest.mark.parametrize("name", OFFICE)
def test_an_office_program_opens_it_in_any_template_and_prints_every_goal(opened_by_office: Path, name: str):
    pages = printed(opened_by_office / f"{name}-plan.pdf")
    assert all(pages)
    found = "".join(word.text for page in pages for word in page).casefold()
    for goal in plan().goals:
        assert "".join(goal.to["fi"].split()[:4]).casefold() in found
