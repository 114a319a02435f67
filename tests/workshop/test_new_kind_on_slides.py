"""A kind that a test adds is on the deck, in the reader's language, without a line in any exporter."""

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from facilitation import steps
from facilitation.plans.draft import drafts
from facilitation.report import report
from tests.facilitation.test_new_kind import RISKS, STRENGTHS, mapped
from tests.facilitation.world import PACK
from tests.workshop.catalogue import words_of
from workshop import exports


@pytest.fixture
def slides(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is left of a workshop in which risks and strengths were asked for."""
    for kind in (RISKS, STRENGTHS):
        monkeypatch.setitem(steps.KINDS, kind.key, kind)
    (plan,) = drafts(mapped().state, PACK)
    made = exports.make("pptx", report(plan, "fi", words_of("fi"), PACK))
    return list(Presentation(BytesIO(made)).slides)


def test_its_cards_are_rows_of_a_table_on_a_slide(slides: list[Any]):
    rows = [row for slide in slides for row in rows_of(slide)]
    assert ("Nobody has time", "4", "5") in rows
    assert [row for row in rows if row[0] == "We know our buyers"] == [("We know our buyers", "For years")]


def test_the_slide_has_a_title_and_the_table_a_word_for_whoever_cannot_see_it(slides: list[Any]):
    (slide,) = (slide for slide in slides if ("Nobody has time", "4", "5") in rows_of(slide))
    assert slide.shapes.title.text_frame.text
    assert all(shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes if shape.has_table)


def rows_of(slide: Any) -> list[tuple[str, ...]]:
    tables = [shape.table for shape in slide.shapes if shape.has_table]
    return [tuple(cell.text for cell in row.cells) for table in tables for row in table.rows]
