"""The draft is taken home in every format, by whoever may see it."""

from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from facilitation.report.extracts import EXTRACTS
from tests.workshop.desk import TITLE, Desk
from tests.workshop.drafted import FROM, TO, opened, with_a_goal
from tests.workshop.visitor import Visitor
from workshop.exports import FORMATS


@pytest.fixture
def draft(desk: Desk) -> str:
    return f"/w/{desk.id}/draft"


def test_the_plan_is_had_as_data(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    plan = facilitator.get(f"{draft}.json").json
    assert plan
    assert plan["title"] == {"en": TITLE}
    assert plan["goals"][0]["to"] == {"en": TO}
    assert plan["goals"][0]["evidence"]["groups"] == ["group-a"]


def test_the_slides_come_with_a_stamped_name(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    answer = facilitator.get(f"{draft}.pptx")
    assert answer.status_code == 200
    assert "2026-11-26 14.00.pptx" in answer.headers["Content-Disposition"].replace("%20", " ")
    slides = Presentation(BytesIO(answer.data)).slides
    assert len(slides) > 2


def test_slides_in_another_language_leave_the_pages_as_they_are(desk: Desk, draft: str, facilitator: Visitor):
    facilitator.get(f"{draft}.pptx?language=sv")
    assert '<html lang="en"' in facilitator.get(draft).text


@pytest.mark.parametrize("format", [each for each in FORMATS if each != "ics"])
def test_the_plan_is_had_in_every_format(desk: Desk, draft: str, facilitator: Visitor, format: str):
    with_a_goal(desk)
    assert f"{draft}.{format}" in facilitator.get(draft).text.replace("&amp;", "&")
    answer = facilitator.get(f"{draft}.{format}?language=fi")
    assert answer.mimetype == FORMATS[format].media_type
    assert f".{format}" in answer.headers["Content-Disposition"]
    assert answer.data


@pytest.mark.parametrize("extract", EXTRACTS)
def test_an_extract_is_had_in_the_formats_that_suit_it(desk: Desk, draft: str, facilitator: Visitor, extract: str):
    with_a_goal(desk)
    page = facilitator.get(draft).text.replace("&amp;", "&")
    assert all(f"{draft}.{format}?of={extract}" in page for format in EXTRACTS[extract].formats)
    assert facilitator.get(f"{draft}.docx?of={extract}").data != facilitator.get(f"{draft}.docx").data


def test_a_calendar_is_offered_once_something_has_a_day(desk: Desk, draft: str, facilitator: Visitor):
    assert f"{draft}.ics" not in facilitator.get(draft).text
    with_a_goal(desk)
    assert f"{draft}.ics" in facilitator.get(draft).text
    assert b"DTSTART;VALUE=DATE:20281231" in facilitator.get(f"{draft}.ics").data


@pytest.mark.parametrize("address", [".exe", ".pptx?of=nothing", ".csv"])
def test_what_is_not_offered_is_not_there(desk: Desk, draft: str, facilitator: Visitor, address: str):
    assert facilitator.get(draft + address).status_code == 404


def test_a_file_and_the_data_of_the_same_moment_bear_the_same_digest(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    digest = sha256(facilitator.get(f"{draft}.json").data).hexdigest()[:12]
    assert f"Digest {digest}." in facilitator.get(f"{draft}.md").text
    opened(desk, "metrics")
    assert digest not in facilitator.get(f"{draft}.md").text


@pytest.mark.parametrize("format", [*FORMATS, "json"])
def test_a_stranger_gets_no_file(desk: Desk, draft: str, format: str):
    assert Visitor(desk.app).client.get(f"{draft}.{format}").status_code == 302


def beside(visitor: Visitor, draft: str, format: str, second: str) -> Any:
    return visitor.get(f"{draft}.{format}?language=fi&beside={second}")


def test_the_plan_is_taken_home_in_two_languages_side_by_side(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    page = facilitator.get(f"{draft}?language=fi&beside=sv").get_data(as_text=True)
    assert f"{draft}.pptx?beside=sv" in page
    assert f"{draft}.csv.zip?beside" not in page
    told = beside(facilitator, draft, "md", "sv")
    assert "fi-sv" in told.headers["Content-Disposition"]
    text = told.get_data(as_text=True)
    assert "## Tavoitteet / Mål" in text
    assert f"| \\[puuttuu\\] {FROM} | \\[saknas\\] {FROM} |" in text


@pytest.mark.parametrize(("format", "second"), [("pptx", "fi"), ("pptx", "xx"), ("ics", "sv")])
def test_no_language_stands_beside_itself_nor_in_a_file_of_no_texts(
    desk: Desk, draft: str, facilitator: Visitor, format: str, second: str
):
    assert beside(facilitator, draft, format, second).status_code == 404


def test_a_second_language_that_is_none_is_told_at_its_field(desk: Desk, draft: str, facilitator: Visitor):
    page = facilitator.get(f"{draft}?beside=xx").get_data(as_text=True)
    assert 'id="beside-error"' in page
