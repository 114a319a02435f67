"""Files of a branch, of planning and of follow-up are seen before they are downloaded, by whoever may have them."""

import re

import pytest
from flask import Flask

from tests.conftest import NOON
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import GOAL
from tests.workshop.test_making import until
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.exports import FORMATS
from workshop.store.forest import move
from workshop.together.files import OF, OF_ALL
from workshop.web.branches.files import FILES


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app)


def galleries(ministry: Ministry) -> list[str]:
    housing = ministry.page("housing")
    return [f"{housing}/branch/files", f"{housing}/follow-up/files", f"{ministry.homes.page}/follow-up/files"]


def cards(visitor: Visitor, gallery: str) -> list[str]:
    """Where each card's first pages are asked for."""
    page = visitor.get(gallery)
    assert page.status_code == 200, gallery
    return [each.replace("&amp;", "&") for each in re.findall(r'data-pages="([^"]+)"', page.text)]


def making(visitor: Visitor, gallery: str, format: str) -> str:
    """The first pages of that format's first card, once they are drawn."""
    form = next(form for form in forms(visitor.get(gallery)) if "once" in form.fields)
    address = next(each for each in cards(visitor, gallery) if f".{format}" in each)
    answer = visitor.client.post(address, data=form.fields | {"once": "once-of-the-pictures"})
    assert answer.status_code == 201, answer.text
    found = (answer.json or {})["address"]
    until(lambda: (visitor.get(found).json or {})["state"] == "made")
    return found


def drawn(visitor: Visitor, gallery: str, format: str) -> str:
    """All that stands on them."""
    pages = (visitor.get(f"{making(visitor, gallery, format)}/pages").json or {})["pages"]
    assert pages
    return re.sub(r"<[^>]*>|\s", "", "".join(visitor.get(each["address"]).text for each in pages))


def test_every_file_there_is_has_its_card(ministry: Ministry):
    branch, follow_up, of_plan = (cards(ministry.editor, each) for each in galleries(ministry))
    assert len(branch) == len(OF) * len(FILES)
    assert len(follow_up) == len(of_plan) == len(FORMATS)


@pytest.mark.parametrize("which", range(3), ids=["branch", "follow-up", "plan"])
@pytest.mark.parametrize("format", ["pptx", "docx", "xlsx", "md"])
def test_the_first_pages_are_of_the_file_that_would_be_downloaded(ministry: Ministry, which: int, format: str):
    gallery = galleries(ministry)[which]
    words = drawn(ministry.editor, gallery, format)
    assert any(word in words for word in (GOAL.to["en"].replace(" ", ""), "Homes", "Housing"))


def test_all_branches_together_have_theirs(app: Flask, ministry: Ministry):
    ministry.add("state")
    with app.app_context(), store.writing() as db:
        move(db, ministry.ids["housing"], ministry.ids["state"], TODAY, None, NOON)
    steering = ministry.somebody("steering", "state")
    gallery = ministry.page("state") + "/branch/files?of=branches"
    assert steering.get(gallery).status_code == 404, "no branch has a plan yet"
    ministry.begun().decide("homes", "repairs", **MERGE)
    ministry.approved()
    assert len(cards(steering, gallery)) == len(FILES) * len(OF_ALL)
    assert "Plansofthebranchestogether" in drawn(steering, gallery, "docx")


def test_who_may_not_have_the_files_sees_no_page_of_them(ministry: Ministry):
    stranger = ministry.somebody("editor", "traffic")
    for gallery in galleries(ministry):
        assert stranger.get(gallery).status_code == 404
    for address in cards(ministry.editor, galleries(ministry)[1]):
        assert stranger.client.post(address).status_code in (400, 404)


def test_what_was_drawn_for_one_is_not_there_for_another(ministry: Ministry):
    found = making(ministry.editor, galleries(ministry)[1], "md")
    assert ministry.editor.get(f"{found}/pages").status_code == 200
    assert ministry.colleague().get(f"{found}/pages").status_code == 404


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_galleries_are_read_in_every_language(ministry: Ministry, language: str):
    for gallery in galleries(ministry):
        page = ministry.editor.get(f"{gallery}?language={language}")
        assert page.status_code == 200
        assert f'<html lang="{language}"' in page.text


def test_the_pages_that_offer_files_lead_there(ministry: Ministry):
    for gallery in galleries(ministry):
        assert f'href="{gallery}"' in ministry.editor.get(gallery.removesuffix("/files")).text
