"""Plans go through the one door, and what lists show is written in the same transaction as the log."""

from datetime import UTC, date, datetime

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from facilitation.live import Asker
from facilitation.plans.commands import (
    ApprovePlan,
    DropLine,
    KeepVersion,
    LeaveThemeOut,
    OpenAmendment,
    SendForApproval,
)
from facilitation.plans.events import Approver
from tests.conftest import NOON, Clock, new_account
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.days import today
from workshop.doctoring import rebuild
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import plan_people, plans
from workshop.store.log import Log
from workshop.store.roles import rights
from workshop.store.tables import AccountRow, PlanGuestRow, PlanRow


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account)


@pytest.fixture
def ben(app: Flask) -> str:
    return new_account(app, "ben@example.fi", "Ben", "facilitator")


def test_a_row_says_what_its_log_says(desk: PlanDesk, clock: Clock):
    row = desk.row
    assert (row.owner, row.stage, row.version, row.head) == (desk.fay.seat, "draft", "0.1", 1)
    assert (row.title, row.period, row.published) == (desk.life.plan.title["en"], desk.life.plan.period.name, "")
    clock.pass_by(hours=1)
    assert desk.ask(KeepVersion("Owners named")).ok
    assert (desk.row.version, desk.row.head, desk.row.created) == ("0.2", desk.life.seq, NOON)


def test_a_row_and_its_log_are_written_together_or_not_at_all(desk: PlanDesk):
    rename(desk.app, "plan", "plan_away")
    with pytest.raises(OperationalError, match="no such table"):
        desk.ask(KeepVersion("Owners named"))
    rename(desk.app, "plan_away", "plan")
    with desk.app.app_context(), store.engine_of().connect() as connection:
        assert Log(connection, plan_log(desk.id)).head() == desk.row.head == desk.life.seq == 1


def rename(app: Flask, table: str, to: str) -> None:
    with store.writer_of(app).begin() as connection:
        connection.exec_driver_sql(f"ALTER TABLE {table} RENAME TO {to}")


def test_rows_can_be_made_anew_from_their_logs(desk: PlanDesk):
    before = desk.row.title
    with desk.app.app_context(), store.writing() as db:
        db.get_one(PlanRow, desk.id).title = "Something else"
    assert rebuild(desk.app) == 1
    assert desk.row.title == before


def test_a_worker_that_wakes_reads_the_plan_from_its_log(desk: PlanDesk):
    assert desk.ask(LeaveThemeOut("7", "Next year")).ok
    before = desk.life
    with desk.app.app_context():
        rooms_of().forget(plan_log(desk.id))
    assert desk.life == before


def test_only_those_with_a_part_in_the_plan_change_it(desk: PlanDesk):
    stranger = Asker("somebody", "")
    for role in ("", "reader", "approver", "guest"):
        assert desk.ask(DropLine("g1"), Asker("somebody", role)).code == "not_allowed"
    assert desk.ask(KeepVersion("Mine"), stranger).code == "not_allowed"


def approve(desk: PlanDesk, ben: str, day: date) -> None:
    """As Ben does, by whom it is to be approved."""
    assert desk.revise(desk.id, "publicity", "public", desk.life.plan.publicity).ok
    assert desk.revise(desk.id, "records_class", "02.04", "").ok
    for each in list(desk.life.plan.goals)[1:]:
        assert desk.ask(DropLine(each.id)).ok
    assert desk.ask(SendForApproval((Approver(ben, "Permanent secretary"),))).ok
    assert desk.ask(ApprovePlan("", day), Asker(ben, "approver")).ok


def test_what_is_approved_after_midnight_is_approved_on_that_day_though_it_is_earlier_in_greenwich(
    app: Flask, desk: PlanDesk, ben: str, clock: Clock
):
    clock.time = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)
    with app.app_context():
        approve(desk, ben, today())
    published = desk.life.published
    assert published and published.plan.approved_on == date(2027, 1, 1)


def test_what_is_approved_is_published_in_the_list(desk: PlanDesk, ben: str):
    goal = desk.life.plan.goals[0]
    approve(desk, ben, NOON.date())
    assert (desk.row.stage, desk.row.published) == ("approved", "1.0")
    assert desk.ask(OpenAmendment("A new owner")).ok
    assert desk.revise(goal.id, "owner", "Head", goal.owner).ok
    assert (desk.row.stage, desk.row.published) == ("amended", "1.0")


def test_everybody_finds_the_plans_they_have_a_part_in_and_no_others(desk: PlanDesk, ben: str):
    def found(account: str) -> list[str]:
        with desk.app.app_context(), store.reading() as db:
            return [each.row.id for each in plan_people.of_account(db, account, rights(db, account, NOON.date()))]

    assert (found(desk.fay.seat), found(ben)) == ([desk.id], [])
    desk.invite(ben, "approver", "reader", "emperor")
    assert found(ben) == [desk.id]
    with desk.app.app_context(), store.reading() as db:
        nothing = rights(db, ben, NOON.date())
        assert plan_people.parts_of(db, desk.row, ben, nothing) == {"approver", "reader"}
        assert plan_people.parts_of(db, desk.row, desk.fay.seat, nothing) == {"editor"}
        assert [account.name for account in plan_people.people_in(db, desk.row, NOON.date())] == ["Fay", "Ben"]
    desk.invite(ben, "none")
    assert found(ben) == []


def test_a_new_link_ends_the_one_before(desk: PlanDesk):
    with desk.app.app_context(), store.writing() as db:
        first, second = (plans.new_link(db, desk.id, desk.fay.seat, NOON) for _ in range(2))
        assert plans.plan_of_link(db, first) is None
        assert plans.plan_of_link(db, "guessed") is None
        assert (row := plans.plan_of_link(db, second)) is not None
        assert row.id == desk.id


def test_a_guest_s_name_can_be_struck_and_the_log_has_never_had_it(desk: PlanDesk):
    with desk.app.app_context(), store.writing() as db:
        plans.name_guest(db, desk.id, "guest-01", "Eva of Housing Finance")
        plans.name_guest(db, desk.id, "guest-01", "")
        assert plans.guests(db, desk.id) == {"guest-01": ""}
        assert db.get_one(PlanGuestRow, (desk.id, "guest-01")).name == ""


def test_a_signed_file_is_kept_once_under_its_digest(desk: PlanDesk):
    with desk.app.app_context(), store.writing() as db:
        digest = plans.keep_file(db, desk.id, b"%PDF-1.7 signed", NOON)
        assert plans.keep_file(db, desk.id, b"%PDF-1.7 signed", NOON) == digest
        assert plans.file_of(db, desk.id, digest) == b"%PDF-1.7 signed"
        assert plans.file_of(db, "another", digest) is None
        assert db.get(AccountRow, desk.fay.seat) is not None
