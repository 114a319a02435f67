"""Decks in templates made by others: their layouts by role, their places, their letters; nothing is broken."""

from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation
from pptx.oxml.ns import qn

from facilitation.report import english, report
from tests.facilitation.sample_plan import plan
from tests.workshop.rendered import converted, frame, rendered, within
from tests.workshop.test_slides import DAY, PACK, shapes, slides, title
from workshop import exports
from workshop.archives import retyped
from workshop.exports import Brought
from workshop.exports.slides.brought import matched

THEIRS = Path("/usr/lib/libreoffice/share/template/common/presnt")
NAMES = ("Blue_Curve", "DNA", "Grey_Elegant", "Metropolis", "Vivid")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Templates from LibreOffice's packages as PowerPoint files."""
    made = tmp_path_factory.mktemp("templates")
    converted([THEIRS / f"{name}.otp" for name in NAMES], "pptx", made)
    return made


@cache
def deck(template: Path) -> bytes:
    return exports.make("pptx", report(plan(), "fi", english, PACK, made=DAY), Brought(template.read_bytes()))


def faults(file: Path) -> Counter[str]:
    """How often each fault is found, so that a second of the same kind shows."""
    return Counter(each.description for each in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors)


@pytest.mark.parametrize("name", NAMES)
def test_the_auditor_finds_nothing_that_the_template_did_not_bring(folder: Path, tmp_path: Path, name: str):
    template = folder / f"{name}.pptx"
    tmp_path.joinpath("deck.pptx").write_bytes(deck(template))
    assert faults(tmp_path / "deck.pptx") <= faults(template)


@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_of_its_own_and_no_place_is_left_empty(folder: Path, name: str):
    made = slides(deck(folder / f"{name}.pptx"))
    places: list[Any] = [place for slide in made for place in slide.placeholders]
    titles = [title(slide) for slide in made]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert not [place.name for place in places if not place.has_text_frame or not place.text_frame.text.strip()]


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_twelve_points_in_any_template(folder: Path, name: str):
    made = shapes(deck(folder / f"{name}.pptx"))
    sizes = [int(each.get("sz")) for shape in made for each in shape._element.iter(qn("a:rPr")) if each.get("sz")]
    assert min(sizes) >= 1200


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_gone_and_nothing_stands_outside_the_slide(folder: Path, name: str):
    made = deck(folder / f"{name}.pptx")
    presentation = Presentation(BytesIO(made))
    across, down = presentation.slide_width or 0, presentation.slide_height or 0
    for shape in shapes(made):
        assert shape.left >= 0 and shape.top >= 0, shape.name
        assert shape.left + shape.width <= across and shape.top + shape.height <= down, shape.name
    assert len(parts(made)) == len(presentation.slides)


def parts(made: bytes) -> list[str]:
    with ZipFile(BytesIO(made)) as package:
        return [name for name in package.namelist() if name.startswith("ppt/slides/slide")]


def test_titles_and_tables_stay_within_their_places_when_libreoffice_draws_them(folder: Path, tmp_path: Path):
    made = deck(folder / "Blue_Curve.pptx")
    pages = rendered(made, tmp_path)
    for slide, words in zip(slides(made), pages, strict=True):
        found: list[str] = title(slide).split()
        shape = slide.shapes.title
        assert shape is not None
        spoken = [word for word in words if within(word, frame(shape))]
        assert {word.text for word in spoken} >= set(found)


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
