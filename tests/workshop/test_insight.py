"""What is written in a workshop an administrator reads only for a reason, for an hour, and its facilitator sees it."""

import pytest
from flask import Flask

from tests.conftest import PASSWORD, Clock, signed_in
from tests.workshop.test_retention import CANARY, Kept
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.store.tables import AccountRow, AuditRow, LetterRow

WHY = "A participant asked us to look"


@pytest.fixture
def kept(app: Flask, facilitator: Visitor, clock: Clock) -> Kept:
    return Kept(app, facilitator, clock)


def contents(kept: Kept) -> str:
    return f"/workshops/{kept.desk.id}/contents"


def test_nothing_is_read_without_a_reason(kept: Kept, administrator: Visitor):
    assert CANARY not in administrator.get(contents(kept)).text
    page = administrator.send(contents(kept), "Read it", why=" ")
    assert page.status_code == 400
    assert "its facilitators read it" in page.text


def test_for_a_reason_it_is_read_without_names_until_its_time_is_over(kept: Kept, administrator: Visitor, clock: Clock):
    page = administrator.send(contents(kept), why=WHY)
    assert CANARY in page.text
    assert "Ada Aalto" not in page.text
    assert CANARY in administrator.get(contents(kept)).text
    clock.pass_by(minutes=limits.INSIGHT_MINUTES)
    assert CANARY not in administrator.get(contents(kept)).text


def test_its_facilitator_sees_who_read_it_when_and_why(kept: Kept, administrator: Visitor, facilitator: Visitor):
    administrator.send(contents(kept), why=WHY)
    page = facilitator.get(kept.desk.plan).text
    assert "Ann, administrator, could read what is written here" in page
    assert WHY in page
    with store.reading(kept.app) as db:
        [letter] = db.query(LetterRow)
    assert (letter.to, WHY in letter.text) == ("fay@example.fi", True)


def test_the_letter_is_in_the_language_of_whoever_set_the_workshop_up(
    kept: Kept, administrator: Visitor, facilitator: Visitor
):
    with kept.app.app_context(), store.writing() as db:
        db.get_one(AccountRow, facilitator.account).language = "fi"
    administrator.send(contents(kept), why=WHY)
    with store.reading(kept.app) as db:
        [letter] = db.query(LetterRow)
    assert (letter.language, "Your workshop" in letter.subject) == ("fi", False)


def test_it_stands_in_the_trail(kept: Kept, administrator: Visitor):
    administrator.send(contents(kept), why=WHY)
    with store.reading(kept.app) as db:
        [line] = [row for row in db.query(AuditRow) if row.action == "read_workshop"]
    assert (line.object, line.detail["why"]) == (kept.desk.id, WHY)
    assert "opened what a workshop holds" in administrator.get("/trail").text


def test_it_asks_who_somebody_is(kept: Kept, administrator: Visitor, clock: Clock):
    clock.pass_by(hours=1)
    page = administrator.send(contents(kept), why=WHY)
    assert "Is it you?" in page.text
    administrator.send("/sign-in", email="ann@example.fi", password=PASSWORD)
    assert CANARY in administrator.send(contents(kept), why=WHY).text


def test_no_other_reads_by_it_and_no_other_administrator_by_the_first_one_s(
    kept: Kept, administrator: Visitor, app: Flask
):
    administrator.send(contents(kept), why=WHY)
    second = signed_in(app, "bob@example.fi", "Bob", "administrator")
    assert CANARY not in second.get(contents(kept)).text
    for role in ("administrator", "steering", "editor"):
        assert kept.tree.somebody(role, "homes").get(contents(kept)).status_code == 403
    assert administrator.get(kept.desk.plan).status_code == 403
    assert administrator.get(f"/w/{kept.desk.id}/console").status_code == 403
