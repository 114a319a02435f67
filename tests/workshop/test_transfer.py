"""A draft plan laid out for another service: what is to be keyed in, who may see it, and the same as a workbook."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from typing import Any

import pytest
from flask import Flask
from python_calamine import CalamineWorkbook

from facilitation.report.transfer import Transfer, TransferColumn, shipped
from tests.conftest import NOON
from tests.workshop.desk import TITLE, Desk
from tests.workshop.plan_desk import written
from tests.workshop.test_draft import TO, opened, sat, with_a_goal
from tests.workshop.test_workbook import audited, formulas
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import accounts, transfers

NAMED = {
    "hankintaluotsi": "Hankintaluotsi (Procurement Pilot)",
    "performance-agreement": "The state’s result system: performance agreement",
}
CONFIRM = "I have seen the service"
UNVERIFIED = "Unverified: nobody has yet confirmed"


@pytest.fixture
def luotsi(desk: Desk) -> str:
    return f"/w/{desk.id}/draft/transfer/hankintaluotsi"


def change(app: Flask, who: Visitor, transfer: Transfer) -> None:
    with app.app_context(), store.writing() as db:
        by = db.get(accounts.AccountRow, who.account)
        assert by is not None
        transfers.change(db, transfer, "test", by, NOON)


def book(who: Visitor, path: str) -> dict[str, list[list[Any]]]:
    answer = who.get(f"{path}/workbook.xlsx")
    assert answer.status_code == 200, answer.text
    whole = CalamineWorkbook.from_filelike(BytesIO(answer.data))
    return {name: whole.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in whole.sheet_names}


def test_the_plan_leads_to_every_transfer(desk: Desk, luotsi: str, facilitator: Visitor):
    page = facilitator.get(f"/w/{desk.id}/draft").text
    assert f'href="{luotsi}"' in page
    assert page.count("/draft/transfer/") == len(shipped())


def test_a_plan_without_goals_has_nothing_to_key_in_yet(luotsi: str, facilitator: Visitor):
    page = facilitator.get(luotsi)
    assert page.status_code == 200
    assert page.text.count("Nothing to key in yet") == 3


def test_a_goal_is_laid_out_field_by_field(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    page = facilitator.get(luotsi).text
    assert f"data-cell>{TO}</dd>" in page
    assert "data-cell>31.12.2028</dd>" in page
    assert "data-cell>Head of steering</dd>" in page
    assert "Copy: Responsible, Every agreement" in page
    assert "Empty in the plan" in page


def test_what_is_longer_than_the_field_is_marked(app: Flask, desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    columns = shipped()["hankintaluotsi"].sheets[0].columns
    short = tuple(replace(each, longest=20) if each.source == "goal.to" else each for each in columns)
    change(app, facilitator, shipped()["hankintaluotsi"].with_columns(0, short))
    assert f"{len(TO)} characters, the field takes 20" in facilitator.get(luotsi).text


def test_wording_that_nobody_has_confirmed_is_marked_before_it_is_keyed_in(
    desk: Desk, luotsi: str, facilitator: Visitor
):
    with_a_goal(desk)
    assert "Wording not yet confirmed" in facilitator.get(luotsi).text
    told = [str(cell) for row in front(facilitator, luotsi) for cell in row]
    assert "Goals, wording not yet confirmed: Theme, Objective of the strategy." in told


def test_what_is_written_in_another_language_says_in_which(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    assert f'data-cell lang="en">{TO}</dd>' in facilitator.get(f"{luotsi}?language=fi").text


def test_each_reads_it_in_their_language(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    page = facilitator.get(f"{luotsi}?language=fi").text
    for words in ("Vastuutaho", "Määräaika", "Strategian tavoite", "Toimenpiteet"):
        assert words in page


def test_it_says_that_it_is_unverified_until_somebody_confirms_it(
    desk: Desk, luotsi: str, facilitator: Visitor, administrator: Visitor
):
    assert UNVERIFIED in facilitator.get(luotsi).text
    assert any(UNVERIFIED in str(cell) for row in front(facilitator, luotsi) for cell in row)
    administrator.send("/transfers/hankintaluotsi", CONFIRM)
    assert UNVERIFIED not in facilitator.get(luotsi).text
    assert not any(UNVERIFIED in str(cell) for row in front(facilitator, luotsi) for cell in row)


def front(who: Visitor, path: str) -> list[list[Any]]:
    return next(iter(book(who, path).values()))


def test_a_mapping_of_ones_own_can_be_used_at_once(luotsi: str, facilitator: Visitor, administrator: Visitor):
    administrator.send("/transfers/hankintaluotsi", "Make a copy")
    assert facilitator.get(f"{luotsi}-2").status_code == 200
    assert facilitator.get(f"{luotsi}-3").status_code == 404


# -- Who sees what --------------------------------------------------------------------------------------------------


def test_a_stranger_is_sent_to_the_door(luotsi: str, app: Flask):
    for path in (luotsi, f"{luotsi}/workbook.xlsx"):
        assert Visitor(app).get(path).request.path.startswith("/j/")


def test_participants_key_in_only_what_was_shown_to_them(desk: Desk, luotsi: str, facilitator: Visitor, app: Flask):
    with_a_goal(desk)
    ben = sat(app, desk, desk.seat("ben"))
    assert TO in facilitator.get(luotsi).text
    assert TO not in ben.get(luotsi).text
    assert TO not in str(book(ben, luotsi))
    opened(desk, "metrics")
    assert TO in ben.get(luotsi).text
    assert TO in str(book(ben, luotsi))


# -- As a workbook --------------------------------------------------------------------------------------------------


def test_the_workbook_holds_the_sheets_of_the_mapping_in_its_order(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    pages = book(facilitator, luotsi)
    assert list(pages)[1:] == ["Goals", "Actions", "Metrics"]
    columns = shipped()["hankintaluotsi"].sheets[0].columns
    assert pages["Goals"][1][1:] == [each.head["en"] for each in columns]
    row = dict(zip(pages["Goals"][1], pages["Goals"][2], strict=True))
    assert row["Own goal"] == TO
    assert row["Due"].isoformat() == "2028-12-31"


@pytest.mark.parametrize(("key", "name"), NAMED.items())
def test_the_file_says_of_which_workshop_it_is_after_which_event_and_with_which_digest(
    desk: Desk, facilitator: Visitor, key: str, name: str
):
    with_a_goal(desk)
    path = f"/w/{desk.id}/draft/transfer/{key}"
    data = facilitator.get(f"/w/{desk.id}/draft.json").data
    told = [cell for row in front(facilitator, path) for cell in row]
    assert told[0] == name
    assert f"From the workshop “{TITLE}”, as it stood after event {desk.state.seq} of its log." in told
    assert f"Digest {sha256(data).hexdigest()[:12]}." in told
    assert "Draft" in told


@pytest.mark.parametrize(("key", "name"), NAMED.items())
def test_that_of_a_plan_says_its_version_too(app: Flask, facilitator: Visitor, key: str, name: str):
    plan, _link = written(app, facilitator.account)
    data = facilitator.get(f"{plan.page}/plan.json").data
    told = [cell for row in front(facilitator, f"{plan.page}/transfer/{key}") for cell in row]
    assert told[0] == name
    assert f"Plan {plan.id}, as it stood after event {plan.life.seq} of its log." in told
    assert f"Digest {sha256(data).hexdigest()[:12]}." in told
    assert "Draft 0.3" in told


def test_the_file_is_called_after_the_service(luotsi: str, facilitator: Visitor):
    name = facilitator.get(f"{luotsi}/workbook.xlsx").headers["Content-Disposition"]
    assert "Hankintaluotsi" in name


def test_no_cell_is_a_formula_whatever_people_type_and_whatever_administrators_map(
    app: Flask, desk: Desk, luotsi: str, facilitator: Visitor, tmp_path: Any
):
    with_a_goal(desk, to='=HYPERLINK("https://x.example","y")', owner="@SUM(1)")
    text = TransferColumn({"en": "=1+1"}, "text", {"en": "=cmd|' /C calc'!A0"})
    columns = shipped()["hankintaluotsi"].sheets[0].columns
    change(app, facilitator, shipped()["hankintaluotsi"].with_columns(0, (*columns, text)))
    made = facilitator.get(f"{luotsi}/workbook.xlsx").data
    assert formulas(made) == []
    assert audited(made, tmp_path) == []
    assert '=HYPERLINK("https://x.example","y")' in str(book(facilitator, luotsi)["Goals"])


def test_markup_in_a_plan_stays_text(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk, to="<script>alert(1)</script>")
    assert "<script>alert" not in facilitator.get(luotsi).text


def test_such_a_workbook_is_not_taken_for_one_of_the_plan(desk: Desk, luotsi: str, facilitator: Visitor):
    with_a_goal(desk)
    made = facilitator.get(f"{luotsi}/workbook.xlsx").data
    page = facilitator.send(f"/w/{desk.id}/draft/workbook", file=(BytesIO(made), "transfer.xlsx"))
    assert page.status_code == 400
    assert "does not say which plan it is from" in page.text
