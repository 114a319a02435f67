"""Slides, document and workbook opened by LibreOffice and printed, in every language."""

from pathlib import Path

import pytest

from facilitation.report import report
from facilitation.report.extracts import EXTRACTS as EXTRACTED
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.rendered import converted, printed
from workshop import exports

LANGUAGES = ("fi", "sv", "en")
OFFICE = ("pptx", "docx", "xlsx")
EXTRACTS = [(key, format) for key, each in EXTRACTED.items() for format in each.formats if format in OFFICE]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole plan and every extract, and what LibreOffice makes of them."""
    made = tmp_path_factory.mktemp("office")
    wanted = [(language, *each) for language in LANGUAGES for each in (*(("", each) for each in OFFICE), *EXTRACTS)]
    for language, extract, format in wanted:
        told = report(plan(), language, words_of(language), PACK, made=DAY, extract=extract)
        (made / f"{language}-{extract}{format}.{format}").write_bytes(exports.make(format, told))
    converted(sorted(made.iterdir()), "pdf", made)
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


@pytest.mark.parametrize(("extract", "format"), EXTRACTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_office_program_opens_every_extract_and_no_page_is_empty(
    folder: Path, language: str, extract: str, format: str
):
    assert all(printed(folder / f"{language}-{extract}{format}.pdf"))
