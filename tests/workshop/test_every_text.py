"""Every text that a person can enter is in slides, document, PDF, workbook, Markdown and data: exceptions are named."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest

from facilitation.report import report
from facilitation.view.as_data import as_text
from tests.facilitation.sample_plan import DAY, PACK
from tests.workshop.catalogue import words_of
from tests.workshop.filled import filled
from tests.workshop.readback import SAYS, says
from workshop import exports

READERS = "sv"
FORMATS = ("pptx", "docx", "pdf", "xlsx", "md", "json")
NUMBERED = re.compile(r"\d{5}$")
ELSEWHERE: Mapping[str, str] = {
    r".*\.(id|card|cards|about|statement|statements|objective|goal|goals|library|collects|depends_on|theme)": (
        "An id, which stands for what is told by its words."
    ),
    r"(id|parent|goals\.(parent|unit|status))": "Worked out from where the plan stands among others, never written.",
    r".*\.kind|gathered\.title|gathering\.steps\.(options|pinned|task).*": "The method's, not people's.",
    r".*\.evidence\..*": "Ids of what stands behind a line, told as provenance where there is room for notes.",
    r".*\.arguments\[.*\]": "Goes into a sentence of the program.",
    r"themes\.(examples|reason).*": "A theme is reckoned from its statements, which bear what people said.",
    r"decisions\.step": "An id of the agenda.",
    r"gathering\.steps\.title.*": "The agenda, told in what is read from its beginning; tables hold the plan.",
}
"""Parts of a plan that some format leaves out, by their paths, each with the reason."""


def written(part: Any, at: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a plan with where it stands; of parallel texts the reader's."""
    if is_dataclass(part):
        for each in fields(part):
            yield from written(getattr(part, each.name), f"{at}.{each.name}".lstrip("."))
    elif isinstance(part, Mapping):
        for key, each in part.items():
            if key not in ("fi", "sv", "en") or key == READERS:
                yield from written(each, at if key == READERS else f"{at}[{key}]")
    elif isinstance(part, tuple):
        for each in part:
            yield from written(each, at)
    elif isinstance(part, str) and NUMBERED.search(part):
        yield at, part


@cache
def read(format: str) -> str:
    data = as_text(filled())
    if format == "json":
        return data
    told = report(filled(), READERS, words_of(READERS), PACK, made=DAY, data=data)
    return says(format, exports.make(format, told))


def excepted(at: str) -> bool:
    return any(re.fullmatch(path, at) for path in ELSEWHERE)


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_says_every_text_that_a_person_can_enter(format: str):
    said = read(format)
    assert sorted({at for at, text in written(filled()) if text not in said and not excepted(at)}) == []


def test_no_exception_is_kept_that_no_format_needs():
    lacking = {at for format in SAYS if format in FORMATS for at, text in written(filled()) if text not in read(format)}
    assert [path for path in ELSEWHERE if not any(re.fullmatch(path, at) for at in lacking)] == []


def test_every_path_of_people_s_own_words_is_looked_for():
    paths = {at for at, _ in written(filled()) if not excepted(at)}
    asked = ("summary", "goals.why", "goals.actions.risk", "goals.actions.milestones.name", "current_state.examples")
    assert set(asked) <= paths
    assert {"focus.chosen.reason", "parked.text", "follow_up.what", "confidence.raise_it", "gathered.rows"} <= paths
