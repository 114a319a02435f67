"""A workbook that cannot be taken, whole or in part, is told so; and it is taken from nobody who may not."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from facilitation.live.commands import TakeOut
from facilitation.report import english, report
from facilitation.words import Refused
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.desk import Desk, set_up
from tests.workshop.hostile import package
from tests.workshop.spreadsheet import INLINE, edited, place, put, said, sheet_of, typed
from tests.workshop.test_roundtrip import FROM, TO, bring, desk, goal, left, page, sat, take, words
from tests.workshop.visitor import Visitor
from workshop import exports, limits
from workshop.perform import Asker
from workshop.uploads import child, workbook

__all__ = ["desk", "page"]


def test_one_line_that_is_refused_leaves_the_others(desk: Desk, page: str, facilitator: Visitor):
    file = said(said(left(facilitator, desk), TO, "A" * 301), FROM, "Somewhere else.")
    taken = take(facilitator, bring(facilitator, page, file))
    assert "One change was taken into the plan" in taken.text
    assert "At most 300 characters." in taken.text
    assert "Goals, C3: To. At most" in words(taken)
    assert (goal(desk, "from"), goal(desk, "to")) == ("Somewhere else.", TO)


def test_a_card_that_was_taken_away_is_told_and_not_revived(desk: Desk, page: str, facilitator: Visitor):
    file = said(left(facilitator, desk), TO, "Anew.")
    desk.ask(TakeOut("goal-00000001"), desk.host)
    assert "was taken away meanwhile" in words(bring(facilitator, page, file))


def test_a_formula_an_error_a_bad_day_and_a_bad_choice_are_told_by_sheet_and_cell(
    desk: Desk, page: str, facilitator: Visitor
):
    file = left(facilitator, desk)
    at = {key: place(file, f"goals.{key}") for key in ("to", "from", "due", "agreement", "level_now")}
    file = put(file, "Goals", at["to"], '<f>HYPERLINK("http://x")</f><v>Cached</v>', ' t="str"')
    file = put(file, "Goals", at["from"], "<v>#REF!</v>", ' t="e"')
    file = put(file, "Goals", at["due"], typed("next spring"), INLINE)
    file = put(file, "Goals", at["agreement"], typed("perhaps"), INLINE)
    file = put(file, "Goals", at["level_now"], typed("many"), INLINE)
    told = words(bring(facilitator, page, file))
    assert f"Goals, {at['to']}: this is a formula." in told
    assert f"Goals, {at['from']}: this is an error of the spreadsheet" in told
    assert f"Goals, {at['due']}: this is not a day." in told
    assert f"Goals, {at['agreement']}: this is not one of the choices." in told
    assert f"Goals, {at['level_now']}: this is not a number." in told
    assert "Nothing in the workbook is to be taken in" in told


def test_an_unknown_id_a_missing_row_and_a_worked_out_cell_are_told(desk: Desk, page: str, facilitator: Visitor):
    file = put(left(facilitator, desk), "Goals", "A3", typed("goal-from-elsewhere"), INLINE)
    told = words(bring(facilitator, page, file))
    assert "Goals, A3: no row with this id left in the workbook." in told
    assert f"Goals: no longer in the file: {TO}" in told
    file = left(facilitator, desk)
    at = place(file, "goals.number")
    told = words(bring(facilitator, page, put(file, "Goals", at, "<v>9</v>")))
    assert f"Goals, {at}: this comes from somewhere else" in told


def test_a_workbook_of_another_workshop_is_refused_at_the_field(
    desk: Desk, page: str, facilitator: Visitor, app: Flask
):
    other = Desk(app, set_up(facilitator))
    refused = bring(facilitator, page, left(facilitator, other))
    assert refused.status_code == 400
    assert "This file is from another workshop" in refused.text


def test_a_file_of_a_plan_that_lives_by_itself_is_sent_to_that_plan(desk: Desk, page: str, facilitator: Visitor):
    told = replace(report(plan(), "en", english, PACK, made=DAY), stamp={"plan": "p1", "version": "1.0", "seq": "7"})
    refused = bring(facilitator, page, exports.make("xlsx", told))
    assert refused.status_code == 400
    assert "Change it on the plan’s own page" in refused.text


@pytest.mark.parametrize("seq", ["0", "99999", "-1", "1e3", ""])
def test_a_workbook_from_a_moment_that_never_was_is_refused(desk: Desk, page: str, facilitator: Visitor, seq: str):
    def change(part: str) -> str:
        return re.sub(r'(name="toimi_seq"><vt:lpwstr>)[^<]*', rf"\g<1>{seq}", part)

    refused = bring(facilitator, page, edited(left(facilitator, desk), "docProps/custom.xml", change))
    assert refused.status_code == 400
    assert "a moment that never was" in refused.text


def test_a_workbook_that_is_not_ours_is_refused(desk: Desk, page: str, facilitator: Visitor):
    refused = bring(facilitator, page, exports.make("xlsx", report(plan(), "en", english, PACK)))
    assert refused.status_code == 400
    assert "does not say which plan it is from" in refused.text


@pytest.mark.parametrize(
    "file",
    [b"hello", package(("xl/vbaProject.bin", b"")), package(("xl/a.xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"))],
    ids=["a text", "macros", "entities"],
)
def test_a_hostile_file_is_refused_at_the_field(page: str, facilitator: Visitor, file: bytes):
    refused = bring(facilitator, page, file)
    assert refused.status_code == 400
    assert 'aria-invalid="true"' in refused.text


def test_a_cell_at_the_end_of_the_world_is_refused_before_room_is_made_for_it(
    desk: Desk, page: str, facilitator: Visitor
):
    file, sheet = left(facilitator, desk), '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    far = edited(file, sheet_of(file, "Goals"), lambda part: part.replace("</sheetData>", sheet))
    refused = bring(facilitator, page, far)
    assert refused.status_code == 400
    assert "holds far more than was in it" in refused.text


@pytest.mark.parametrize(("seconds", "megabytes"), [(0, 300), (20, 20)])
def test_a_child_that_takes_too_much_is_ended(seconds: int, megabytes: int):
    with pytest.raises(Refused) as refused:
        child.read(exports.make("xlsx", report(plan(), "en", english, PACK)), seconds=seconds, megabytes=megabytes)
    assert refused.value.field == "file"


def test_more_cells_than_a_plan_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "WORKBOOK_CELLS", 10)
    assert workbook.read(exports.make("xlsx", report(plan(), "en", english, PACK))) is None


def test_participants_may_not(desk: Desk, page: str, app: Flask):
    ada = sat(app, desk, Asker("seat-ada-0000"))
    assert ada.get(page).status_code == 403
    assert "Bring a workbook back" not in ada.get(f"/w/{desk.id}/draft").text
    thrown = ada.client.post(page, data=bytes(300_000), content_type="multipart/form-data; boundary=b")
    assert thrown.status_code == 413


def test_strangers_are_asked_to_sign_in(page: str, visitor: Visitor):
    assert visitor.get(page).request.path == "/sign-in"


def test_the_page_without_a_file_says_so_at_its_field(page: str, facilitator: Visitor):
    assert "Choose a file." in facilitator.send(page, "Compare").text
