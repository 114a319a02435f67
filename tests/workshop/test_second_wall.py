"""The wall behind the guard: even a template that was let in with a link outside hands none on to its readers."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pptx import Presentation

from tests.workshop.test_document import told
from workshop import exports
from workshop.exports import Brought

SPY = "http://127.0.0.1:9/spy.png"
IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
THEME, HYPERLINK = IMAGE.replace("image", "theme"), IMAGE.replace("image", "hyperlink")
POSING = "https://spy.example/seen.png"
POINTER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}link"


def spied(kind: str) -> bytes:
    """A template with a picture from elsewhere in a head or a master, which something points to."""
    whole: Any = Document() if kind == "docx" else Presentation()
    part = whole.sections[0].header.part if kind == "docx" else whole.slide_master.part
    if kind == "docx":
        whole.sections[0].header.paragraphs[0].text = "A head"
    blip: Any = OxmlElement("a:blip")
    blip.set(POINTER, part.relate_to(SPY, IMAGE, is_external=True))
    part._element.append(blip)
    out = BytesIO()
    whole.save(out)
    return out.getvalue()


def holds(file: bytes, words: bytes) -> list[str]:
    with ZipFile(BytesIO(file)) as archive:
        return [name for name in archive.namelist() if words in archive.read(name)]


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_a_file_made_in_a_template_with_a_link_outside_has_none(kind: str):
    template, report = spied(kind), told("en")
    assert holds(template, SPY.encode())
    made = exports.make(kind, report, Brought(template))
    assert not holds(made, SPY.encode())
    assert not holds(made, b"r:link=")


def test_a_theme_whose_picture_points_to_an_address_said_to_be_clicked_loses_it():
    whole: Any = Presentation()
    theme = whole.slide_master.part.part_related_by(THEME)
    id = theme.relate_to(POSING, HYPERLINK, is_external=True)
    picture = b'<a:blip xmlns:r="%b" r:link="%b"/></a:theme>' % (POINTER[1:].partition("}")[0].encode(), id.encode())
    theme._blob = theme.blob.replace(b"</a:theme>", picture)
    out = BytesIO()
    whole.save(out)
    assert holds(out.getvalue(), POSING.encode())
    assert not holds(exports.make("pptx", told("en"), Brought(out.getvalue())), POSING.encode())
