"""What is kept how long: told beforehand, kept by a hold, carried out once by `toimi due`."""

from datetime import timedelta

import pytest
from flask import Flask

from facilitation.live.commands import AddCard, OpenStep
from tests.conftest import NOON, Clock
from tests.workshop.desk import Desk, set_up
from tests.workshop.maija import dump
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.keeping.removal import Gone, carry_out, forget_trail
from workshop.keeping.retention import over_since
from workshop.store import accounts
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, AuditRow, LoginRow, OrganisationRow, WorkshopRow

CANARY = "Something that was said in the room"
NOTHING = Gone()


class Kept:
    """A workshop of the agency homes, in which Ada wrote something today."""

    def __init__(self, app: Flask, fay: Visitor, clock: Clock) -> None:
        self.app, self.clock, self.tree = app, clock, Tree(app)
        self.desk = Desk(app, set_up(fay, organisation="Homes"))
        ada, ideas = self.desk.seat("ada"), self.desk.step("ideas")
        with app.app_context():
            people_of().take_name(self.desk.id, ada.seat, "Ada Aalto")
        self.desk.ask(OpenStep(ideas, ""), self.desk.host)
        self.desk.ask(AddCard("card-of-ada-0001", ideas, {"text": CANARY}, "en"), ada)

    def says(self, **months: int | None) -> None:
        with store.writing(self.app) as db:
            row = db.get_one(OrganisationRow, self.tree.ids["homes"])
            for name, value in months.items():
                setattr(row, name, value)

    def due(self, days: float = 0) -> Gone:
        self.clock.pass_by(days=days)
        with self.app.app_context():
            return carry_out(self.app, self.clock())

    @property
    def there(self) -> bool:
        with store.reading(self.app) as db:
            return db.get(WorkshopRow, self.desk.id) is not None


@pytest.fixture
def kept(app: Flask, facilitator: Visitor, clock: Clock) -> Kept:
    return Kept(app, facilitator, clock)


def test_without_a_word_everything_is_kept_for_good(kept: Kept):
    assert kept.due(days=3650) == NOTHING
    assert kept.there


def test_names_go_on_their_day_and_what_was_written_stays(kept: Kept):
    kept.says(names_months=2)
    assert kept.due(days=64) == NOTHING
    assert kept.due(days=1) == Gone(names=1)
    told = dump(kept.app)
    assert "Ada Aalto" not in told
    assert CANARY in told


def test_the_workshop_goes_on_its_day_with_all_that_was_in_it(kept: Kept):
    kept.says(names_months=2, kept_months=6)
    assert kept.due(days=185) == Gone(workshops=1)
    assert not kept.there
    assert CANARY not in dump(kept.app)
    assert "Ada Aalto" not in dump(kept.app)


def test_done_again_there_is_nothing_more_to_do(kept: Kept):
    kept.says(names_months=1, kept_months=6)
    assert kept.due(days=40) == Gone(names=1)
    assert kept.due() == NOTHING
    assert kept.due(days=200) == Gone(workshops=1)
    assert kept.due() == NOTHING


def test_a_workshop_that_is_gone_takes_nothing_more(kept: Kept):
    living = kept.desk.state
    kept.says(kept_months=6)
    kept.due(days=200)
    with pytest.raises(RuntimeError, match="was removed"):
        kept.desk.ask(OpenStep(living.order[0], living.order[1]), kept.desk.host)
    assert CANARY not in dump(kept.app)


def test_what_happens_in_it_begins_its_time_anew(kept: Kept):
    kept.says(kept_months=6)
    kept.clock.pass_by(days=170)
    kept.desk.seat("ben")
    assert kept.due(days=20) == NOTHING


def test_what_happened_after_midnight_is_kept_from_that_day_on_though_it_is_earlier_in_greenwich(app: Flask):
    begun, last = NOON - timedelta(days=1), NOON.replace(hour=22, minute=30)
    with app.app_context():
        assert over_since(WorkshopRow(created=begun), last) == NOON.date() + timedelta(days=1)


def test_a_plan_that_came_from_it_stays(kept: Kept, facilitator: Visitor):
    facilitator.send(f"/w/{kept.desk.id}/draft", "Make this the plan")
    [link] = {part.split('"')[0] for part in facilitator.get("/plans").text.split('href="/plans/plan-')[1:]} or {""}
    kept.says(kept_months=6)
    kept.due(days=200)
    if link:
        assert facilitator.get(f"/plans/plan-{link}").status_code == 200


def test_an_administrator_reads_beforehand_what_goes_and_keeps_it(kept: Kept, administrator: Visitor):
    kept.says(names_months=2, kept_months=6)
    page = administrator.get("/retention").text
    assert "30 January 2027" in page
    assert "30 May 2027" in page
    page = administrator.send(f"/retention/{kept.desk.id}/hold", why="The audit is not over")
    assert "Kept: The audit is not over" in page.text
    assert kept.due(days=400) == NOTHING
    administrator.send("/sign-in", email="ann@example.fi", password="a goose in the granary")
    administrator.send("/retention", "Take the hold off")
    assert kept.due() == Gone(workshops=1)
    with store.reading(kept.app) as db:
        done = {row.action for row in db.query(AuditRow)}
    assert {"hold_workshop", "let_workshop_go", "remove_workshop"} <= done


def test_a_hold_needs_its_reason(kept: Kept, administrator: Visitor):
    page = administrator.send(f"/retention/{kept.desk.id}/hold", "Keep it")
    assert page.status_code == 400
    assert "Write why it is kept" in page.text


def test_whoever_runs_it_is_told_when_it_goes(kept: Kept, facilitator: Visitor):
    kept.says(names_months=2, kept_months=6)
    page = facilitator.get(kept.desk.plan).text
    assert "Names will be removed on 30 January 2027." in page
    assert "The workshop will be removed on 30 May 2027." in page


def test_an_administrator_of_another_organisation_sees_and_keeps_nothing_of_it(kept: Kept):
    kept.says(kept_months=6)
    own, other = kept.tree.somebody("administrator", "housing"), kept.tree.somebody("administrator", "traffic")
    assert "Action plan" in own.get("/retention").text
    assert "Action plan" not in other.get("/retention").text
    assert other.get(f"/retention/{kept.desk.id}/hold").status_code == 404


def test_an_organisation_says_it_on_its_page(kept: Kept):
    who = kept.tree.somebody("administrator", "homes")
    who.send(f"{kept.tree.page('homes')}/settings", en="Homes", names_months="3", kept_months="12")
    row = kept.tree.row("homes")
    assert (row.names_months, row.kept_months) == (3, 12)


def test_the_trail_is_kept_as_long_as_the_place_says(app: Flask, clock: Clock, administrator: Visitor):
    with store.writing(app) as db:
        accounts.note(db, NOON - timedelta(days=400), db.query(AccountRow).first(), "invite", "long ago")
    with app.app_context(), store.writing() as db:
        assert forget_trail(db, clock(), 0) == 0
        assert forget_trail(db, clock(), 12) == 1
        assert forget_trail(db, clock(), 12) == 0


def test_logins_and_the_words_of_links_are_forgotten_after_their_time(app: Flask, clock: Clock, administrator: Visitor):
    with store.writing(app) as db:
        accounts.invite(db, db.query(AccountRow).one(), "facilitator", "Ada of purchasing", NOON)
    clock.pass_by(days=limits.LINKS_KEPT_DAYS + 10)
    with app.app_context():
        carry_out(app, clock())
    assert 'INSERT INTO "invitation"' in dump(app)
    assert all("Ada of purchasing" not in line for line in dump(app).splitlines() if '"invitation"' in line)
    with store.reading(app) as db:
        assert db.query(LoginRow).count() == 0
