"""Plans in which everything is said at length, in templates made by others, as LibreOffice draws them."""

from pathlib import Path

import pytest

from facilitation.report import report
from tests.facilitation.sample_plan import DAY, PACK
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import faults
from tests.workshop.rendered import converted, printed
from tests.workshop.test_board_slides import wordy
from tests.workshop.test_brought_templates import NAMES, folder
from workshop import exports
from workshop.exports import Brought

__all__ = ["folder"]
EXTRACTS = ("", "board")


@pytest.fixture(scope="module")
def drawn(folder: Path) -> Path:
    """Both decks in every template, and what LibreOffice makes of them in one run."""
    files = {folder / f"{name}-wordy{extract}.pptx": (name, extract) for name in NAMES for extract in EXTRACTS}
    for file, (name, extract) in files.items():
        told = report(wordy(3), "fi", words_of("fi"), PACK, made=DAY, extract=extract)
        file.write_bytes(exports.make("pptx", told, Brought((folder / f"{name}.pptx").read_bytes())))
    converted(list(files), "pdf", folder)
    return folder


@pytest.mark.parametrize("extract", EXTRACTS, ids=["whole", "board"])
@pytest.mark.parametrize("name", NAMES)
def test_long_texts_stay_in_their_shapes_and_cover_nothing_in_any_template(drawn: Path, name: str, extract: str):
    file = drawn / f"{name}-wordy{extract}.pptx"
    assert faults(file.read_bytes(), printed(file.with_suffix(".pdf"))) == []
