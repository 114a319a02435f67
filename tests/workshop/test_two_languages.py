"""A plan in two languages, in every format that tells it so: both texts are there, each in its own language."""

import re
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from tests.facilitation.sample_plan import plan
from tests.facilitation.test_beside import GOAL, HALF, two
from tests.workshop.laid_out import faults
from tests.workshop.readback import SAYS, flat
from tests.workshop.rendered import rendered
from tests.workshop.test_document import opened, qn
from tests.workshop.test_slides import slides
from workshop import exports

IN_TWO = ("pptx", "docx", "pdf", "xlsx", "md")
SWEDISH = plan().goals[1].to["sv"]


@cache
def made(format: str) -> bytes:
    return exports.make(format, two(HALF))


@pytest.mark.parametrize("format", IN_TWO)
def test_every_goal_stands_in_both_languages(format: str):
    found = flat(SAYS[format](made(format)))
    for goal in HALF.goals:
        assert [each for code in ("fi", "sv") if (each := goal.to.get(code)) and flat(each) not in found] == []


@pytest.mark.parametrize("format", [each for each in IN_TWO if each != "xlsx"])
def test_what_is_missing_is_marked_in_its_language(format: str):
    found = flat(SAYS[format](made(format)))
    assert "[saknas]" in found
    assert "[puuttuu]" in found
    assert flat(GOAL.to["sv"]) not in found


def test_on_slides_each_text_says_its_language():
    runs = [run for slide in slides(made("pptx")) for run in slide.element.iter("{*}r")]
    found = {run.find("{*}rPr").get("lang") for run in runs if run.find("{*}t").text == SWEDISH}
    assert found == {"sv-FI"}


def test_in_the_document_each_text_says_its_language():
    runs = opened(made("docx")).element.body.iter(qn("w:r"))
    found = [run for run in runs if "".join(each.text or "" for each in run.iter(qn("w:t"))) == SWEDISH]
    assert found
    assert {run.find(f".//{qn('w:lang')}").get(qn("w:val")) for run in found} == {"sv-FI"}


def test_in_the_workbook_an_empty_cell_of_either_language_is_coloured_and_stays_empty():
    with ZipFile(BytesIO(made("xlsx"))) as package:
        pages = [package.read(name).decode() for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
    goals = next(page for page in pages if page.count("conditionalFormatting sqref"))
    assert len(re.findall('type="containsBlanks"', goals)) >= 4
    assert b"toimi_workshop" not in made("xlsx")


@pytest.mark.parametrize("format", ["pptx", "docx", "xlsx"])
def test_the_auditor_finds_nothing_wrong(format: str, tmp_path: Path):
    tmp_path.joinpath(f"two.{format}").write_bytes(made(format))
    assert OpenXmlValidator(FileFormat.MICROSOFT_365).validate(tmp_path / f"two.{format}").errors == []


def test_every_word_stands_within_a_shape_and_no_shape_covers_another(tmp_path: Path):
    assert faults(made("pptx"), rendered(made("pptx"), tmp_path)) == []
