"""Wordings that are not official are confirmed one by one, with a trail; other words need another confirmation."""

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation.packs import Confirmation, load, unconfirmed
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store.tables import AuditRow
from workshop.web.method import confirmations

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
