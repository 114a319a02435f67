"""A template that names somebody wherever one can be named makes files that name nobody, and that programs open."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from tests.workshop.naming import MAIJA, naming_deck, naming_document
from tests.workshop.test_brought_templates import faults
from tests.workshop.test_document import told
from workshop import exports
from workshop.exports import Brought

NAMING: dict[str, Callable[[], bytes]] = {"pptx": naming_deck, "docx": naming_document}
OPENED: dict[str, Callable[[Any], Any]] = {"pptx": Presentation, "docx": Document}
SITTING = b"00ABCDEF"


def parts(file: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(file)) as package:
        return {name: package.read(name) for name in package.namelist()}


def naming(file: bytes) -> list[str]:
    return [name for name, part in parts(file).items() if MAIJA.encode() in part or SITTING in part]


def made(format: str) -> bytes:
    return exports.make(format, told("en"), Brought(NAMING[format]()))


@pytest.mark.parametrize(("format", "places"), [("pptx", 30), ("docx", 15)])
def test_nobody_whom_a_template_names_is_named_in_what_is_made_of_it(format: str, places: int):
    assert len(naming(NAMING[format]())) >= places
    assert naming(made(format)) == []


@pytest.mark.parametrize("format", NAMING)
def test_what_is_left_of_such_a_template_opens_and_is_sound(format: str, tmp_path: Path):
    bare, file = tmp_path / f"bare.{format}", tmp_path / f"made.{format}"
    OPENED[format](None).save(str(bare))
    file.write_bytes(made(format))
    assert OPENED[format](str(file))
    assert faults(file) <= faults(bare)


@pytest.mark.parametrize("format", NAMING)
def test_a_file_says_whose_it_is_and_no_other_person(format: str):
    about = parts(made(format))["docProps/app.xml"].decode()
    assert "<Application>Toimi</Application><Company>Rakennetun ympärist" in about
    assert "Manager" not in about
    assert "TitlesOfParts" not in about


def test_a_deck_counts_its_slides():
    file = made("pptx")
    assert f"<Slides>{len(Presentation(BytesIO(file)).slides)}</Slides>" in parts(file)["docProps/app.xml"].decode()


def test_what_somebody_changed_in_a_head_is_accepted_and_its_other_fields_stay():
    head: Any = Document(BytesIO(made("docx"))).sections[0].header._element
    assert "".join(each.text or "" for each in head.iter(qn("w:t"))) == "Ministry of Tests1"
    assert [each.text for each in head.iter(qn("w:instrText"))] == [" PAGE "]
    marks = [each.get(qn("w:fldCharType")) for each in head.iter(qn("w:fldChar"))]
    assert marks == ["begin", "separate", "end"]


def test_notes_below_the_templates_own_words_go_and_the_line_above_notes_stays():
    notes = parts(made("docx"))["word/footnotes.xml"].decode()
    assert notes.count("<w:footnote ") == 1
    assert "<w:separator/>" in notes
