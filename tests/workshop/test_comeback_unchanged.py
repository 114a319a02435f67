"""A document that nobody changed comes back as it left, whatever it says and whichever program saved it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.report import english, report
from facilitation.shapes import Action, Goal, Plan
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.any_plan import small
from tests.workshop.coming_back import bare, whole
from tests.workshop.desk import Desk
from tests.workshop.filled import filled
from tests.workshop.papers import (
    NEW,
    NOTHING,
    again,
    bring,
    came_back,
    commented,
    edited,
    left,
    page,
    tracked,
    typed,
)
from tests.workshop.rendered import programs_or_skip
from tests.workshop.test_roundtrip import desk
from tests.workshop.test_slides_any_text import UNSHRUNK
from tests.workshop.visitor import Visitor
from workshop import exports
from workshop.uploads import checked, child

__all__ = ["desk", "page"]


def test_out_and_in_unchanged_gives_no_difference(desk: Desk, page: str, facilitator: Visitor):
    compared = bring(facilitator, page, left(facilitator, desk))
    assert compared.status_code == 200
    assert "Nothing in the document is to be taken in" in compared.text
    assert "Elsewhere in the document" not in compared.text
    assert "No longer in the document" not in compared.text


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from(["", " ", "👩‍👩‍👧 family", "שלום עולם", "x" * 2000, "two\nlines", "–", "<w:p>&amp;", "=1+1"]),
)


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_out_and_in_unchanged_give_no_difference(start: str, aim: str, what: str):
    action = Action(id="a1", text={"en": what}, responsible=start)
    made = Goal(id="g1", from_={"en": start}, to={"en": aim}, owner=what, actions=(action,))
    told = report(replace(plan(), goals=(made,)), "en", english, PACK, made=DAY)
    assert came_back(told, exports.make("docx", told)) == NOTHING


@given(small)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_out_and_in_unchanged_gives_no_difference(any_plan: Plan):
    told = report(any_plan, "en", english, PACK, made=DAY)
    assert came_back(told, exports.make("docx", told)) == NOTHING


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("made", [plan, filled, whole, bare])
def test_a_plan_that_says_everything_out_and_in_unchanged_gives_no_difference(made: Callable[[], Plan], language: str):
    told = report(made(), language, english, PACK, made=DAY)
    assert came_back(told, exports.make("docx", told)) == NOTHING


@pytest.mark.parametrize("extract", ["agreement", "minutes"])
def test_an_extract_out_and_in_unchanged_gives_no_difference(extract: str):
    told = report(whole(), "en", english, PACK, made=DAY, extract=extract)
    assert came_back(told, exports.make("docx", told)) == NOTHING


@pytest.mark.parametrize(("made", "language"), [(plan, "fi"), (plan, "sv"), (plan, "en"), (whole, "en"), (bare, "fi")])
def test_a_whole_plan_saved_again_by_another_program_differs_in_nothing(
    made: Callable[[], Plan], language: str, tmp_path: Path
):
    programs_or_skip()
    told = replace(report(made(), language, english, PACK, made=DAY), stamp={"workshop": "w", "seq": "7"})
    file = again(exports.make("docx", told), tmp_path)
    assert child.read(checked(file, "docx"), "document")["stamp"] == told.stamp
    assert came_back(told, file) == NOTHING


def test_edits_that_another_program_saved_are_still_beside_their_fields(tmp_path: Path):
    programs_or_skip()
    told = report(plan(), "en", english, PACK, made=DAY)
    first, second = (each.to["en"] for each in plan().goals[:2])
    changes = [("w:del", "Rita Reader", first), ("w:ins", "Rita Reader", "Another aim.")]
    file = exports.make("docx", told)
    file = edited(file, tracked(first, *changes), typed(second, NEW), commented(NEW, "Olli Other", "Good."))
    found = came_back(told, again(file, tmp_path))
    assert (found.elsewhere, found.missing) == ((), ())
    assert [each.line and each.line.new for each in found.changed] == ["Another aim.", NEW]
    assert [(run.way, run.who) for run in found.changed[0].tracked] == [("out", "Rita Reader"), ("in", "Rita Reader")]
    assert [(remark.who, remark.text) for remark in found.changed[1].remarks] == [("Olli Other", "Good.")]
