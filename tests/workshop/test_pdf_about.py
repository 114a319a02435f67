"""What a PDF carries besides its pages: letters of our own, and of those who made it nothing but their organisation."""

from io import BytesIO
from pathlib import Path

import pikepdf

from tests.facilitation.sample_plan import plan
from tests.workshop.test_pdf import printed, run
from workshop.exports.pdf.letters import FONTS

TOLD = {"/Title", "/Subject", "/Author", "/Creator", "/CreationDate", "/ModDate"}


def test_every_letter_is_of_a_font_of_our_own_and_comes_along(tmp_path: Path):
    fonts = [line.split() for line in run("pdffonts", printed(), tmp_path).splitlines()[2:]]
    assert {name.partition("+")[2] for name, *_ in fonts} == {
        "InstrumentSans-Regular",
        "InstrumentSans-SemiBold",
        "Literata-Regular",
        "DejaVuSans",
    }
    assert {name.partition("+")[2] for name, *_ in fonts} <= {file.stem for file in FONTS.glob("*.ttf")}
    assert {each[-5] for each in fonts} == {"yes"}


def test_whoever_made_it_is_the_organisation_wherever_a_pdf_says_so():
    with pikepdf.open(BytesIO(printed())) as file, file.open_metadata() as told:
        assert set(file.docinfo.keys()) == TOLD
        assert str(file.docinfo["/Author"]) == plan().organisation
        assert list(told["dc:creator"]) == [plan().organisation]
        assert str(file.docinfo["/Creator"]).startswith("Typst ")
