"""Mappings for other services: what cannot be kept is said at its field, and who may not change one."""

import pytest
from flask import Flask

from facilitation import limits
from tests.conftest import NOON, signed_in
from tests.workshop.test_transfers_page import CONFIRM, LUOTSI, SHELF, SHIPPED, deed, kept, press
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store import accounts, transfers

# -- What goes wrong ------------------------------------------------------------------------------------------------


def test_a_column_without_a_heading_is_not_kept_and_what_was_typed_is(app: Flask, administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/0/11", "Save the column", text_en="Typed", longest="many")
    assert page.status_code == 400
    assert "Write what the column is called in the service." in page.text
    assert "Typed" in page.text
    assert kept(app).transfer == SHIPPED


def test_a_length_that_no_field_has_is_refused_in_words(administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/0/2", "Save the column", longest="0")
    assert page.status_code == 400
    assert f"From 1 to {limits.TRANSFER_LONGEST}." in page.text


def test_a_fixed_text_needs_its_text(app: Flask, administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/0/11", "Save the column", head_en="Unit", source="text")
    assert page.status_code == 400
    assert "Write the text that is to stand there." in page.text


def test_a_source_that_its_rows_do_not_know_is_refused(app: Flask, administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/1/0", "Save the column", source="metric.name")
    assert page.status_code == 400
    assert kept(app).transfer == SHIPPED


def test_a_mapping_without_a_name_is_refused_at_its_field(app: Flask, administrator: Visitor):
    form = deed(administrator, LUOTSI, "/transfers/hankintaluotsi").fields
    nameless = form | {"title_fi": "", "title_sv": " ", "title_en": ""}
    page = administrator.client.post(LUOTSI, data=nameless)
    assert page.status_code == 400
    assert "Give it a name." in page.text


def test_of_two_administrators_the_slower_one_looks_again(app: Flask, administrator: Visitor):
    eva = signed_in(app, "eva@example.fi", "Eva", accounts.ADMINISTRATOR)
    slow = deed(administrator, LUOTSI, "/0/1/move")
    press(eva, LUOTSI, "/0/0/drop")
    now = kept(app).transfer
    page = administrator.client.post(slow.action, data=slow.fields, follow_redirects=True)
    assert "Somebody changed this mapping meanwhile" in page.text
    assert kept(app).transfer == now


def test_what_the_slower_one_typed_is_still_there(app: Flask, administrator: Visitor):
    eva = signed_in(app, "eva@example.fi", "Eva", accounts.ADMINISTRATOR)
    slow = administrator.form(f"{LUOTSI}/0/0", "Save the column").fields | {"head_en": "Typed slowly"}
    press(eva, LUOTSI, "/1/0/drop")
    page = administrator.client.post(f"{LUOTSI}/0/0", data=slow)
    assert page.status_code == 409
    assert "Somebody changed this mapping meanwhile" in page.text
    again = next(form for form in forms(page) if "head_en" in form.fields).fields
    assert again["head_en"] == "Typed slowly"
    administrator.client.post(f"{LUOTSI}/0/0", data=again)
    assert kept(app).transfer.sheets[0].columns[0].head["en"] == "Typed slowly"


def test_somebody_who_looked_at_another_version_does_not_vouch_for_this_one(app: Flask, administrator: Visitor):
    form = deed(administrator, LUOTSI, "/confirm")
    press(administrator, LUOTSI, "/0/0/drop")
    administrator.client.post(form.action, data=form.fields)
    assert not kept(app).confirmed


@pytest.mark.parametrize(
    "path", ["/nothing", "/hankintaluotsi/9", "/hankintaluotsi/9/0", "/hankintaluotsi/0/12", "/nothing/0/0"]
)
def test_what_is_not_there_is_not_found(administrator: Visitor, path: str):
    assert administrator.get(f"{SHELF}{path}").status_code == 404


def test_there_is_an_end_to_columns(app: Flask, administrator: Visitor):
    with app.app_context(), store.writing() as db:
        by = db.get(accounts.AccountRow, administrator.account)
        assert by is not None
        many = SHIPPED.with_columns(0, SHIPPED.sheets[0].columns[:1] * limits.TRANSFER_COLUMNS)
        transfers.change(db, many, "many", by, NOON)
    assert administrator.get(f"{LUOTSI}/0/{limits.TRANSFER_COLUMNS}").status_code == 404


# -- Rights ---------------------------------------------------------------------------------------------------------


def test_a_facilitator_sees_the_mappings_and_changes_nothing(app: Flask, facilitator: Visitor, administrator: Visitor):
    page = facilitator.get(LUOTSI)
    assert page.status_code == 200
    assert CONFIRM not in page.text
    assert "Make a copy" not in page.text
    assert facilitator.get(f"{LUOTSI}/0/0").status_code == 403
    for action in ("/confirm", "/copy", "/0/1/move", "/0/1/drop"):
        form = deed(administrator, LUOTSI, action)
        own = {"csrf_token": facilitator.form(SHELF).fields["csrf_token"]}
        assert facilitator.client.post(form.action, data=form.fields | own).status_code == 403
    assert kept(app).transfer == SHIPPED
    assert not kept(app).confirmed


def test_a_stranger_is_asked_to_sign_in(visitor: Visitor):
    assert visitor.get(LUOTSI).request.path == "/sign-in"
