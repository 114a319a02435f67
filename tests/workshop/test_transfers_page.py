"""Administrators keep the mappings by which plans are keyed into other services, and somebody vouches for each."""

from dataclasses import replace
from typing import Any

from flask import Flask
from sqlalchemy import select

from facilitation.packs.node import Node
from facilitation.report.transfer import Transfer, as_data, build, shipped
from tests.workshop.visitor import Form, Visitor, forms
from workshop import store
from workshop.store import transfers
from workshop.store.tables import AuditRow
from workshop.store.transfers import Kept

SHELF = "/transfers"
LUOTSI = f"{SHELF}/hankintaluotsi"
SHIPPED = shipped()["hankintaluotsi"]
CONFIRM = "I have seen the service"


def kept(app: Flask, key: str = "hankintaluotsi") -> Kept:
    with app.app_context(), store.reading() as db:
        found = transfers.one(db, key)
    assert found is not None
    return found


def sources(of: Transfer, sheet: int = 0) -> list[str]:
    return [column.source for column in of.sheets[sheet].columns]


def trail(app: Flask) -> list[tuple[str, str]]:
    with app.app_context(), store.reading() as db:
        lines = db.scalars(select(AuditRow).where(AuditRow.action.like("%transfer")).order_by(AuditRow.id))
        return [(line.action, line.object) for line in lines]


def deed(who: Visitor, path: str, action: str) -> Form:
    """The form on a page that goes to this address."""
    return next(form for form in forms(who.get(path)) if form.action.endswith(action))


def press(who: Visitor, path: str, action: str, **otherwise: str) -> Any:
    form = deed(who, path, action)
    return who.client.post(form.action, data=form.fields | otherwise, follow_redirects=True)


# -- Who vouches ----------------------------------------------------------------------------------------------------


def test_whatever_is_shipped_is_unverified(app: Flask, administrator: Visitor):
    page = administrator.get(SHELF).text
    assert page.count("Unverified") == len(shipped())
    assert not kept(app).confirmed


def test_somebody_who_has_seen_the_service_confirms_it(app: Flask, administrator: Visitor):
    page = administrator.send(LUOTSI, CONFIRM).text
    assert "Confirmed by Ann, 26 November 2026" in page
    assert kept(app).confirmed
    assert trail(app) == [("confirm_transfer", "hankintaluotsi")]


def test_a_confirmation_can_be_taken_back(app: Flask, administrator: Visitor):
    administrator.send(LUOTSI, CONFIRM)
    administrator.send(LUOTSI, "Take back")
    assert not kept(app).confirmed
    assert trail(app)[-1] == ("doubt_transfer", "hankintaluotsi")


def test_any_change_takes_the_confirmation_away(app: Flask, administrator: Visitor):
    administrator.send(LUOTSI, CONFIRM)
    page = administrator.send(f"{LUOTSI}/0/0", "Save the column", head_en="Topic").text
    assert "unverified again" in page
    assert not kept(app).confirmed


def test_a_word_for_what_was_shipped_before_is_no_word_for_what_is_shipped_now(app: Flask, administrator: Visitor):
    administrator.send(LUOTSI, CONFIRM)
    later = replace(kept(app), transfer=SHIPPED.with_columns(0, SHIPPED.sheets[0].columns[:1]))
    assert not later.confirmed


# -- Changing -------------------------------------------------------------------------------------------------------


def test_a_column_is_given_other_headings_another_source_and_a_limit(app: Flask, administrator: Visitor):
    page = administrator.send(
        f"{LUOTSI}/0/2",
        "Save the column",
        head_fi="Tavoitelause",
        head_en="Statement",
        source="goal.why",
        longest="250",
    )
    assert page.status_code == 200
    column = kept(app).transfer.sheets[0].columns[2]
    assert (column.source, column.longest) == ("goal.why", 250)
    assert column.head == {"fi": "Tavoitelause", "sv": "Eget mål", "en": "Statement"}
    assert "Shipped, changed here" in page.text
    assert "Changed by Ann" in page.text
    assert "at most 250 characters" in page.text


def test_a_text_stands_where_the_plan_says_nothing(app: Flask, administrator: Visitor):
    administrator.send(f"{LUOTSI}/0/10", "Save the column", text_fi="Ei aloitettu", text_en="Not started")
    assert kept(app).transfer.sheets[0].columns[10].text == {"fi": "Ei aloitettu", "en": "Not started"}


def test_a_choice_is_told_in_the_words_of_the_service(app: Flask, administrator: Visitor):
    page = administrator.get(f"{LUOTSI}/0/3").text
    assert "Single procurements" in page
    administrator.send(f"{LUOTSI}/0/3", "Save the column", word1_en="One tender", word1_fi="Yksi kilpailutus")
    assert kept(app).transfer.sheets[0].columns[3].words == {"single": {"en": "One tender", "fi": "Yksi kilpailutus"}}


def test_words_for_answers_go_with_the_choice_they_were_for(app: Flask, administrator: Visitor):
    administrator.send(f"{LUOTSI}/0/3", "Save the column", word1_en="One tender", source="goal.owner")
    assert kept(app).transfer.sheets[0].columns[3].words == {}


def test_a_column_moves_up_and_down_and_stays_at_the_end(app: Flask, administrator: Visitor):
    before = sources(SHIPPED)
    press(administrator, LUOTSI, "/0/1/move")
    assert sources(kept(app).transfer)[:2] == [before[1], before[0]]
    press(administrator, LUOTSI, "/0/0/move", way="down")
    assert sources(kept(app).transfer) == before
    press(administrator, LUOTSI, "/0/1/move", way="sideways")
    assert sources(kept(app).transfer) == before


def test_the_button_says_which_column_it_moves(administrator: Visitor):
    page = administrator.get(LUOTSI).text
    assert "Move “Theme” down" in page
    assert "Move “Theme” up" not in page


def test_a_column_is_taken_out_and_one_added(app: Flask, administrator: Visitor):
    press(administrator, LUOTSI, "/0/0/drop")
    assert sources(kept(app).transfer) == sources(SHIPPED)[1:]
    administrator.send(f"{LUOTSI}/0/10", "Save the column", head_en="Record number", source="plan.record_number")
    assert sources(kept(app).transfer) == [*sources(SHIPPED)[1:], "plan.record_number"]
    assert [action for action, _ in trail(app)] == ["change_transfer"] * 2


def test_a_sheet_keeps_its_last_column(app: Flask, administrator: Visitor):
    for _column in range(len(SHIPPED.sheets[0].columns) - 1):
        form = deed(administrator, LUOTSI, "/0/0/drop")
        administrator.client.post(form.action, data=form.fields)
    assert "/0/0/drop" not in administrator.get(LUOTSI).text
    last = form.fields | {"seen": kept(app).digest}  # pyright: ignore[reportPossiblyUnboundVariable]
    assert administrator.client.post(f"{LUOTSI}/0/0/drop", data=last).status_code == 409


def test_what_was_changed_becomes_as_it_was_shipped(app: Flask, administrator: Visitor):
    assert "As it was shipped" not in administrator.get(LUOTSI).text
    press(administrator, LUOTSI, "/0/0/drop")
    administrator.send(LUOTSI, CONFIRM)
    administrator.send(LUOTSI, "As it was shipped")
    assert kept(app).transfer == SHIPPED
    assert not kept(app).confirmed
    assert trail(app)[-1] == ("reset_transfer", "hankintaluotsi")


def test_a_mapping_of_ones_own_begins_as_a_copy(app: Flask, administrator: Visitor):
    page = administrator.send(LUOTSI, "Make a copy")
    assert page.request.path == f"{LUOTSI}-2"
    administrator.send(f"{LUOTSI}-2", "Save the names", title_en="City register", purpose_en="For the city")
    own = kept(app, "hankintaluotsi-2")
    assert own.transfer.title["en"] == "City register"
    assert own.transfer.sheets == SHIPPED.sheets
    assert kept(app).transfer == SHIPPED
    assert administrator.send(LUOTSI, "Make a copy").request.path == f"{LUOTSI}-3"
    assert "Made here" in administrator.get(SHELF).text


def test_only_a_mapping_of_ones_own_can_be_removed(app: Flask, administrator: Visitor):
    assert "Remove this mapping" not in administrator.get(LUOTSI).text
    administrator.send(LUOTSI, "Make a copy")
    page = administrator.send(f"{LUOTSI}-2", "Remove this mapping")
    assert page.request.path == SHELF
    assert administrator.get(f"{LUOTSI}-2").status_code == 404
    assert trail(app)[-1] == ("remove_transfer", "hankintaluotsi-2")


def test_a_service_with_one_form_keeps_one_sheet(app: Flask, administrator: Visitor):
    press(administrator, LUOTSI, "/hankintaluotsi/2/drop")
    press(administrator, LUOTSI, "/hankintaluotsi/1/drop")
    assert [sheet.rows for sheet in kept(app).transfer.sheets] == ["goal"]
    assert "/hankintaluotsi/0/drop" not in administrator.get(LUOTSI).text
    form = administrator.form(LUOTSI, "Make a copy").fields
    assert administrator.client.post(f"{LUOTSI}/0/drop", data=form).status_code == 409


def test_a_sheet_is_added_with_a_column_to_begin_with(app: Flask, administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/3", "Save the sheet", title_en="Measures", rows="metric", only="y")
    assert page.request.path == LUOTSI
    added = kept(app).transfer.sheets[3]
    assert (added.rows, added.only, sources(kept(app).transfer, 3)) == ("metric", "agreement", ["metric.name"])
    assert build(Node(as_data(kept(app).transfer))) == kept(app).transfer


def test_a_sheet_is_renamed_and_keeps_its_columns(app: Flask, administrator: Visitor):
    administrator.send(f"{LUOTSI}/0", "Save the sheet", title_en="Objectives")
    assert kept(app).transfer.sheets[0].title["en"] == "Objectives"
    assert sources(kept(app).transfer) == sources(SHIPPED)


def test_a_sheet_without_a_name_is_not_kept(app: Flask, administrator: Visitor):
    page = administrator.send(f"{LUOTSI}/3", "Save the sheet", rows="metric")
    assert page.status_code == 400
    assert "Give it a name." in page.text
    assert kept(app).transfer == SHIPPED
