"""A plan begins from a workbook that Toimi wrote, edited or not; any other file is refused with what to do."""

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from facilitation.report import english, report
from facilitation.shapes import Plan
from facilitation.view.as_data import as_data
from tests.facilitation.sample_plan import DAY, PACK
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.filled import filled
from tests.workshop.hostile import ENTITY, making, package
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.spreadsheet import INLINE, place, put, said, typed
from tests.workshop.test_plan_begins import ELSEWHERE, linked
from tests.workshop.test_plan_comes_back import left
from tests.workshop.test_plan_pages import desk
from tests.workshop.test_roundtrip import words
from tests.workshop.visitor import Visitor
from workshop import exports

__all__ = ["desk"]
IN_THE_ROOM = {"workshops", "participants", "people", "tasks", "confidence", "gathering", "gathered", "kind", "parent"}
"""What a workbook does not say: how the plan was made, and what it is part of."""
BEHIND = {"evidence", "spread", "objective", "step", "owner_can_influence"}
"""What stands behind a line and is in no sheet."""
STAMP = {"plan": "p-1", "version": "", "seq": "1", "language": "en", "pack": "toimi"}


def bring(who: Visitor, file: bytes, name: str = "plan.xlsx", **more: str) -> TestResponse:
    return who.send("/plans/new", "", begins="file", file=(BytesIO(file), name), **more)


def data_of(who: Visitor, page: TestResponse) -> dict[str, Any]:
    return who.get(f"{page.request.path}/plan.json").get_json()


def workbook_of(plan: Plan, /, **stamp: str) -> bytes:
    told = report(plan, "en", english, PACK, made=DAY)
    return exports.make("xlsx", replace(told, stamp={**STAMP, **stamp}))


def without(told: Any, keys: set[str]) -> Any:
    if isinstance(told, list):
        return [without(each, keys) for each in told]
    return (
        {key: without(each, keys) for key, each in told.items() if key not in keys} if isinstance(told, dict) else told
    )


def test_a_plan_goes_out_as_a_workbook_and_begins_another_with_the_same_lines(facilitator: Visitor, desk: PlanDesk):
    page = bring(facilitator, left(facilitator, desk))
    assert "The plan has begun" in page.text
    begun, was = data_of(facilitator, page), as_data(desk.life.plan)
    for part in (
        "goals",
        "loose_metrics",
        "loose_actions",
        "risks",
        "follow_up",
        "votes",
        "decisions",
        "period",
        "languages",
    ):
        assert without(begun[part], BEHIND) == without(was[part], BEHIND), part
    assert begun["id"] != was["id"]


def test_what_a_workbook_does_not_carry_is_said_and_is_no_more_than_that(facilitator: Visitor):
    """It has something in every field."""
    told = replace(filled(), pack="toimi", languages=("fi", "sv", "en"), goals=tuple(map(linked, filled().goals)))
    page = bring(facilitator, workbook_of(told))
    assert "A workbook does not carry: the title, summary, background" in words(page)
    begun, was = data_of(facilitator, page), as_data(told)
    lost = {name for name, value in without(was, BEHIND).items() if without(begun, BEHIND).get(name) != value}
    in_one_language = {"title", "summary", "background", "current_state", "themes", "goals", "loose_actions"}
    not_so = {"period", "pack_version", "loose_metrics", "votes"}
    assert lost - ELSEWHERE <= IN_THE_ROOM | in_one_language | not_so


def test_an_edited_workbook_says_what_the_plan_says(facilitator: Visitor, desk: PlanDesk):
    aim = sample().goals[0].to["en"]
    page = bring(facilitator, said(left(facilitator, desk), aim, "Every agreement is looked at."))
    assert data_of(facilitator, page)["goals"][0]["to"]["en"] == "Every agreement is looked at."


def test_a_cell_that_cannot_be_read_is_named_on_the_page_after(facilitator: Visitor, desk: PlanDesk):
    file = left(facilitator, desk)
    at = place(file, "goals.due")
    page = bring(facilitator, put(file, "Goals", at, typed("next spring"), INLINE))
    assert f"Goals, {at}: this is not a day." in words(page)
    assert data_of(facilitator, page)["goals"][0]["due"] is None


def test_a_workbook_of_before_the_method_was_written_into_it_is_read_by_the_one_chosen(facilitator: Visitor):
    page = bring(facilitator, workbook_of(sample(), pack=""), method="toimi")
    assert "does not say which method" in words(page)
    assert data_of(facilitator, page)["pack"] == "toimi"


def test_where_it_comes_from_stays_with_the_plan(app: Any, facilitator: Visitor):
    page = bring(facilitator, workbook_of(sample()))
    (source,) = PlanDesk.at(app, facilitator.account, page.request.path.rpartition("/")[2]).life.sources
    assert (source.kind, source.title, len(source.id)) == ("file", "xlsx", 64)
    assert "As it began, from a workbook" in facilitator.get(f"{page.request.path}/versions").text


def test_a_document_begins_no_plan_and_is_told_where_to_go(facilitator: Visitor, desk: PlanDesk):
    page = bring(facilitator, left(facilitator, desk, "docx"), "plan.docx")
    assert page.status_code == 400
    assert "A document changes a plan that is there" in words(page)


@pytest.mark.parametrize(
    ("stamp", "why"),
    [
        ({"plan": "", "language": ""}, "does not say that it left Toimi"),
        ({"language": "xx"}, "does not say that it left Toimi"),
        ({"pack": "nowhere"}, "follows a method that is not here: nowhere"),
    ],
)
def test_a_workbook_that_toimi_did_not_write_is_refused_with_what_to_do(
    facilitator: Visitor, stamp: dict[str, str], why: str
):
    page = bring(facilitator, workbook_of(sample(), **stamp))
    assert page.status_code == 400
    assert why in words(page)


@pytest.mark.parametrize("inside", [ENTITY, "<x>", ""])
def test_a_hostile_workbook_begins_nothing(facilitator: Visitor, inside: str):
    with making("xlsx"):
        file = package(("xl/workbook.xml", inside))
    page = bring(facilitator, file)
    assert page.status_code == 400
    assert 'class="shop shop--plan"' not in facilitator.get("/plans").text
