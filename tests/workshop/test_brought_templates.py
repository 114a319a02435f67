"""Decks in templates made by others: their layouts by role, their places, their letters; nothing is broken."""

from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml.etree import Element, SubElement
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from facilitation.report import report
from facilitation.view.as_data import as_text, digest_of
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import plan
from tests.workshop import laid_out
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import empty
from tests.workshop.rendered import Word, converted, frame, printed
from tests.workshop.test_slides import DAY, PACK, literal, shapes, slides, title
from workshop import exports
from workshop.archives import retyped
from workshop.exports import Brought
from workshop.exports.slides.brought import matched, tidied

THEIRS = Path("/usr/lib/libreoffice/share/template/common/presnt")
SEQ = 214
TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
NAMES = ("Blue_Curve", "DNA", "Grey_Elegant", "Metropolis", "Vivid")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Templates from LibreOffice's packages as PowerPoint files."""
    made = tmp_path_factory.mktemp("templates")
    converted([THEIRS / f"{name}.otp" for name in NAMES], "pptx", made)
    return made


@cache
def deck(template: Path, language: str = "fi") -> bytes:
    told = report(plan(), language, words_of(language), PACK, made=DAY, seq=SEQ, data=as_text(plan()))
    return exports.make("pptx", told, Brought(template.read_bytes()))


def faults(file: Path) -> Counter[str]:
    """How often each fault is found, so that a second of the same kind shows."""
    return Counter(each.description for each in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_the_auditor_finds_nothing_that_the_template_did_not_bring(
    folder: Path, tmp_path: Path, name: str, language: str
):
    template = folder / f"{name}.pptx"
    tmp_path.joinpath("deck.pptx").write_bytes(deck(template, language))
    assert faults(tmp_path / "deck.pptx") <= faults(template)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_of_its_own_and_no_place_is_left_empty(folder: Path, name: str, language: str):
    made = slides(deck(folder / f"{name}.pptx", language))
    titles = [title(slide) for slide in made]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert empty(made) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_twelve_points_in_any_template(folder: Path, name: str, language: str):
    assert min(sizes(deck(folder / f"{name}.pptx", language))) >= 12


@pytest.mark.parametrize(("smallest", "least"), [(18, 14), (14, 14), (13, 13), (10, 12)])
def test_running_text_is_not_set_smaller_than_the_templates_own_up_to_fourteen_points(
    folder: Path, smallest: int, least: int
):
    pages = [
        slide for slide in slides(deck(levelled(folder, smallest))) if not any(each.has_chart for each in slide.shapes)
    ]
    cells = [run for slide in pages for cell in slide.element.iter(qn("a:tc")) for run in cell.iter(qn("a:rPr"))]
    assert min(int(run.get("sz")) / 100 for run in cells if run.get("b") != "1") == least


def levelled(folder: Path, smallest: int) -> Path:
    """A template whose deepest level of text has that size."""
    opened = Presentation(str(folder / "DNA.pptx"))
    places: list[Any] = [each._element for master in opened.slide_masters for each in master.placeholders]
    for body in (each for each in places if each.ph.get("type") == "body"):
        style = Element(qn("a:lstStyle"))
        body.txBody.find(qn("a:bodyPr")).addnext(style)
        level = SubElement(style, qn("a:lvl5pPr"))
        SubElement(level, qn("a:defRPr"), {"sz": str(smallest * 100)})
    opened.save(str(folder / f"level-{smallest}.pptx"))
    return folder / f"level-{smallest}.pptx"


def sizes(made: bytes) -> list[float]:
    """Of all runs that say theirs."""
    runs = (each for shape in shapes(made) for each in shape._element.iter(qn("a:rPr")))
    return [int(each.get("sz")) / 100 for each in runs if each.get("sz")]


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_gone_and_nothing_stands_outside_the_slide(folder: Path, name: str):
    made = deck(folder / f"{name}.pptx")
    presentation = Presentation(BytesIO(made))
    across, down = presentation.slide_width or 0, presentation.slide_height or 0
    for shape in shapes(made):
        assert shape.left >= 0 and shape.top >= 0, shape.name
        assert shape.left + shape.width <= across and shape.top + shape.height <= down, shape.name
    assert len(parts(made)) == len(presentation.slides)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_slide_bears_its_number_the_event_of_the_log_and_the_digest(folder: Path, name: str, language: str):
    digest = digest_of(plan())
    for slide in slides(deck(folder / f"{name}.pptx", language))[1:]:
        every: list[Any] = list(slide.shapes)
        texts = [shape.text_frame.text for shape in every if shape.has_text_frame]
        [foot] = [text for text in texts if digest in text]
        assert str(SEQ) in foot
        assert len(slide.element.findall(".//{*}fld[@type='slidenum']")) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_slide_is_read_from_its_title_to_its_number_and_all_that_is_drawn_is_told(folder: Path, name: str):
    made = slides(deck(folder / f"{name}.pptx"))
    for slide in made:
        every: list[Any] = list(slide.shapes)
        first = every[0]
        assert first.is_placeholder and first.placeholder_format.type in TITLES
        assert [shape.name for shape in every if is_drawn(shape) and not told_as(shape)] == []
        assert all(shape.table.first_row for shape in every if shape.has_table)
    assert all(list(slide.shapes)[-1]._element.find(".//{*}fld") is not None for slide in made[1:])


def is_drawn(shape: Any) -> bool:
    return shape.has_table or shape.has_chart


def told_as(shape: Any) -> str:
    return shape._element.nvGraphicFramePr.cNvPr.get("descr", "")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_every_run_says_its_language_and_every_slide_where_it_comes_from(folder: Path, name: str, language: str):
    made = slides(deck(folder / f"{name}.pptx", language))
    runs = [run for slide in made for run in slide.element.iter(qn("a:rPr"))]
    assert all(run.get("lang") for run in runs)
    notes = [slide.notes_slide.notes_text_frame.text for slide in made]  # pyright: ignore[reportOptionalMemberAccess]
    assert all(str(SEQ) in note for note in notes)


@pytest.mark.parametrize("name", NAMES)
def test_slides_stand_in_sections(folder: Path, name: str):
    with ZipFile(BytesIO(deck(folder / f"{name}.pptx"))) as package:
        told = package.read("ppt/presentation.xml").decode()
    assert told.count("<p14:section ") > 3


def test_of_several_masters_words_go_where_least_is_drawn(folder: Path):
    masters = Presentation(str(folder / "Grey_Elegant.pptx")).slide_masters
    found = matched(Presentation(str(folder / "Grey_Elegant.pptx")), {})
    [place] = {found[role].slide_master.part.partname for role in ("content", "two", "title_only")}
    assert place == masters[7].part.partname


def parts(made: bytes) -> list[str]:
    with ZipFile(BytesIO(made)) as package:
        return [name for name in package.namelist() if name.startswith("ppt/slides/slide")]


@cache
def pages(folder: Path, name: str) -> dict[str, list[list[Word]]]:
    """The decks in a template as LibreOffice draws them, by language: all in one run of it."""
    files = {language: folder / f"{name}-{language}.pptx" for language in LANGUAGES}
    for language, file in files.items():
        file.write_bytes(deck(folder / f"{name}.pptx", language))
    converted(list(files.values()), "pdf", folder)
    return {language: printed(file.with_suffix(".pdf")) for language, file in files.items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_drawn_by_libreoffice_every_text_stays_in_its_own_shape_and_covers_nothing(
    folder: Path, name: str, language: str
):
    assert laid_out.faults(deck(folder / f"{name}.pptx", language), pages(folder, name)[language]) == []


@pytest.mark.parametrize("name", NAMES)
def test_titles_stand_where_the_template_has_its_titles(folder: Path, name: str):
    for slide in slides(deck(folder / f"{name}.pptx")):
        own, theirs = slide.shapes.title, slide.slide_layout.placeholders[0]
        assert own is not None
        assert own._element.spPr.xfrm is None
        assert frame(own) == frame(theirs)


def test_letters_are_light_where_the_templates_own_samples_are_and_dark_elsewhere(folder: Path):
    maps = {name: [each._element.find(qn("p:clrMap")) for each in masters(folder, name)] for name in NAMES}
    turned = {name: {each.get("tx1") for each in found} for name, found in maps.items()}
    assert turned == {name: {"dk1"} for name in NAMES} | {"Metropolis": {"lt1"}}


def test_titles_alone_are_light_where_only_the_samples_of_titles_are(folder: Path):
    places = [each.placeholders[0]._element for each in masters(folder, "Vivid")]
    light = [place.xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/a:solidFill/a:schemeClr/@val") for place in places]
    assert light == [[], ["bg1"], []]


@pytest.mark.parametrize("name", NAMES)
def test_titles_and_what_stands_below_them_on_a_cover_are_aligned_as_the_templates_samples(folder: Path, name: str):
    theirs = Presentation(str(folder / f"{name}.pptx")).slide_masters
    for made, brought in zip(masters(folder, name), theirs, strict=True):
        assert aligned(made, ".//a:lstStyle/a:lvl1pPr/@algn") == aligned(brought, ".//a:p/a:pPr/@algn")


def aligned(master: Any, path: str) -> list[Any]:
    """What is said of titles on the master and of subtitles on its layouts."""
    places = [each for within in (master, *master.slide_layouts) for each in within.placeholders]
    on_master = [each._element for each in master.placeholders]
    titles = [each for each in on_master if each.ph.get("type") == "title"]
    below = [each._element for each in places if each._element.ph.get("type") == "subTitle"]
    return [each.xpath(path)[:1] for each in (*titles, *below)]


def test_what_a_style_says_of_titles_is_left_to_it(folder: Path):
    opened = Presentation()
    assert [each.get("algn") for each in opened.slide_master._element.iter(qn("p:titleStyle"))] == [None]
    tidied(opened)
    assert aligned(opened.slide_master, ".//a:lstStyle/a:lvl1pPr/@algn")[0] == []


def masters(folder: Path, name: str) -> list[Any]:
    return list(Presentation(BytesIO(deck(folder / f"{name}.pptx"))).slide_masters)


@pytest.mark.parametrize("name", NAMES)
def test_letters_and_colours_are_the_themes_in_any_template(folder: Path, name: str):
    assert literal(deck(folder / f"{name}.pptx")) == []


@pytest.mark.parametrize("name", NAMES)
def test_content_stands_in_the_templates_own_places(folder: Path, name: str):
    used = Counter(slide.slide_layout.name for slide in slides(deck(folder / f"{name}.pptx")))
    assert used["Title, Content"] > sum(used.values()) / 2
    assert used["Title, 2 Content"] >= 1
    assert used["Title Only"] == 0


def test_a_template_whose_place_for_content_is_small_has_things_stand_freely(folder: Path):
    opened = Presentation(str(folder / "DNA.pptx"))
    layout: Any = next(each for each in opened.slide_layouts if each.name == "Title, Content")
    layout.placeholders[1].height = 700000
    file = BytesIO()
    opened.save(file)
    made = exports.make("pptx", report(plan(), "fi", words_of("fi"), PACK, made=DAY), Brought(file.getvalue()))
    assert "Title, Content" not in {slide.slide_layout.name for slide in slides(made)}


def test_a_cover_and_what_follows_may_have_masters_of_their_own(folder: Path):
    found = matched(Presentation(str(folder / "Vivid.pptx")), {})
    assert found["title"].slide_master.part is not found["content"].slide_master.part


def test_an_editor_may_choose_another_layout_for_a_role(folder: Path):
    opened = Presentation(str(folder / "DNA.pptx"))
    assert matched(opened, {"section": "Title Only"})["section"].name == "Title Only"


def test_a_potx_is_taken_as_the_deck_that_it_begins():
    own = Path("workshop/exports/templates/toimi.pptx").read_bytes()
    out = BytesIO()
    with ZipFile(BytesIO(own)) as source, ZipFile(out, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(b"presentation.main+xml", b"template.main+xml"))
    assert Presentation(BytesIO(retyped(out.getvalue(), "presentation"))).slide_layouts


def test_a_template_without_a_title_is_refused():
    opened = Presentation()
    for layout in opened.slide_layouts:
        places: list[Any] = [*layout.placeholders]
        for place in places:
            place._element.getparent().remove(place._element)
    with pytest.raises(ValueError, match="title"):
        matched(opened, {})
