"""Wordings that are not official are confirmed one by one, with a trail; other words need another confirmation."""

import json
import re

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation.packs import Confirmation, load, unconfirmed
from tests.workshop.desk import Desk, set_up
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store.tables import AuditRow
from workshop.web.method import confirmations, method_of

LIST = "/packs/toimi"
DOUBTFUL = unconfirmed(load("toimi"))


@pytest.fixture
def first() -> Confirmation:
    return Confirmation(DOUBTFUL[0].path, DOUBTFUL[0].language, DOUBTFUL[0].text)


def confirmed(app: Flask) -> frozenset[Confirmation]:
    with app.app_context():
        return confirmations("toimi")


def test_every_wording_that_is_not_official_is_on_the_list(administrator: Visitor):
    listed = {
        (form.fields["text"], form.fields["language"])
        for form in forms(administrator.get(LIST))
        if "text" in form.fields
    }
    assert listed == {(each.path, each.language) for each in DOUBTFUL}


def test_where_words_come_from_is_said(administrator: Visitor):
    page = administrator.get(LIST).text
    for words in ("Our translation", "Official words not found", DOUBTFUL[0].source, "Objective 1.1"):
        assert words in page


def test_one_press_confirms_these_words(app: Flask, administrator: Visitor, first: Confirmation):
    page = administrator.send(LIST, button="Confirm these words")
    assert confirmed(app) == {first}
    assert f"1 of {len(DOUBTFUL)}" in page.text


def test_a_confirmation_can_be_taken_back(app: Flask, administrator: Visitor):
    administrator.send(LIST, button="Confirm these words")
    administrator.send(LIST, button="Take back")
    assert confirmed(app) == frozenset()


def test_every_confirmation_leaves_a_line_in_the_trail(app: Flask, administrator: Visitor, first: Confirmation):
    administrator.send(LIST, button="Confirm these words")
    with app.app_context(), store.reading() as db:
        line = db.scalars(select(AuditRow).where(AuditRow.action == "confirm_wording")).one()
    assert line.account == administrator.account
    assert line.object == f"toimi/{first.path}"
    assert line.detail == {"language": first.language, "wording": first.text}


def test_words_that_are_not_the_packs_are_not_confirmed(app: Flask, administrator: Visitor):
    page = administrator.send(LIST, button="Confirm these words", wording="Something else")
    assert page.status_code == 409
    assert confirmed(app) == frozenset()


def test_the_list_can_be_had_for_one_language(administrator: Visitor):
    listed = [form.fields for form in forms(administrator.get(f"{LIST}?of=sv")) if "text" in form.fields]
    assert listed
    assert all(each["language"] == "sv" for each in listed)


def test_a_facilitator_sees_the_list_and_confirms_nothing(app: Flask, facilitator: Visitor, administrator: Visitor):
    page = facilitator.get(LIST)
    assert page.status_code == 200
    assert "Confirm these words" not in page.text
    form = administrator.form(LIST, button="Confirm these words")
    assert facilitator.client.post(form.action, data=form.fields).status_code in (400, 403)
    assert confirmed(app) == frozenset()


def test_the_shelf_lists_every_pack_with_how_far_it_is(administrator: Visitor):
    page = administrator.get("/packs").text
    assert f"0 of {len(DOUBTFUL)}" in page
    assert LIST in page


def test_a_pack_that_is_not_there_is_not_found(administrator: Visitor):
    assert administrator.get("/packs/nothing").status_code == 404


# -- Where people read it -------------------------------------------------------------------------------------------


def told_of(app: Flask, theme: str) -> list[str]:
    """The languages in which live pages are to mark the theme's name."""
    with app.app_context():
        method = json.loads(method_of("toimi", confirmations("toimi")))
    return next(each["name_unconfirmed"] for each in method["pack"]["themes"] if each["id"] == theme)


def test_live_pages_are_told_which_names_of_themes_to_mark(app: Flask, administrator: Visitor):
    assert told_of(app, "3") == ["sv", "en"]
    text, words = "strategy.themes.3.name", load("toimi").strategy.themes[2].name["sv"]
    form = next(form for form in forms(administrator.get(LIST)) if form.fields.get("text") == text)
    administrator.client.post(form.action, data=form.fields | {"language": "sv", "wording": words})
    assert told_of(app, "3") == ["en"]


def test_the_front_page_marks_the_names_of_themes(visitor: Visitor):
    name = load("toimi").strategy.themes[0].name["en"]
    page = visitor.get("/").text
    assert re.search(f'{name}</span>\\s*<abbr class="unofficial"', page)
    assert re.search(f"{name}<title>This wording is ours[^<]*</title>&nbsp;\\*", page)


def test_the_planner_marks_the_names_of_themes(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator))
    shown = facilitator.get(f"{desk.plan}?step={desk.step('current_state')}").text
    name = load("toimi").strategy.themes[0].name["en"]
    assert re.search(f'{re.escape(name)}</span>\\s*<abbr class="unofficial"', shown)
