"""Slides, document and workbook opened by LibreOffice and printed, in every language."""

from pathlib import Path

import pytest

from facilitation.report import report
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.rendered import converted, printed
from workshop import exports

LANGUAGES = ("fi", "sv", "en")
OFFICE = ("pptx", "docx", "xlsx")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All nine files and what LibreOffice makes of them."""
    made = tmp_path_factory.mktemp("office")
    files = [made / f"{language}-{format}.{format}" for language in LANGUAGES for format in OFFICE]
    for file in files:
        language, _, format = file.stem.partition("-")
        file.write_bytes(exports.make(format, report(plan(), language, words_of(language), PACK, made=DAY)))
    converted(files, "pdf", made)
    return made


@pytest.mark.parametrize("format", OFFICE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_program_opens_it_and_prints_every_goal(folder: Path, language: str, format: str):
    pages = printed(folder / f"{language}-{format}.pdf")
    told = "".join(word.text for page in pages for word in page)
    worded = words_of(language)
    assert all(pages)
    assert "".join(worded("Metric sheets").split()) in told or format == "xlsx"
    for goal in plan().goals:
        sentence = goal.to.get(language) or next(iter(goal.to.values()))
        assert sentence.split()[0] in told and sentence.split()[-1] in told
