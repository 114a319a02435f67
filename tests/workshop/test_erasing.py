"""What is a person's goes where it may go, stays where the law keeps it, and the answer says which."""

from pathlib import Path

import pytest
from flask import Flask

from facilitation.live.state import Said
from facilitation.plans.commands import RecordApproval
from tests.conftest import NOON, PASSWORD, Clock, new_account, signed_in
from tests.workshop.answered import told
from tests.workshop.maija import EMAIL, NAME, SUBJECT, WORDS, WROTE, World, dump, pages
from tests.workshop.requested import act, found
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.keeping.words import STRUCK
from workshop.making import makings_of
from workshop.making.folder import Asked
from workshop.room import Room, rooms_of
from workshop.store import accounts
from workshop.store.log import LogKey
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, LetterRow, LoginRow, OrganisationRow, RoleHolderRow


@pytest.fixture
def world(app: Flask, facilitator: Visitor) -> World:
    return World(app, facilitator)


# -- Erased -----------------------------------------------------------------------------------------------------------


def test_once_erased_they_are_in_no_table_no_page_and_no_file(world: World, app: Flask, administrator: Visitor):
    page = act(administrator, "erase", name=NAME, texts=True, email=EMAIL, identity=SUBJECT)
    assert page.status_code == 200
    assert "It is erased" in page.text
    assert not any(word in dump(app).lower() for word in (*WORDS, WROTE.lower()))
    reader = world.tree.somebody("editor", "homes")
    places = [
        f"/plans/{world.plan.id}{end}" for end in ("", "/comments", "/versions", "/people", "/plan.json", "/plan.md")
    ]
    places += [f"/organisations/{world.tree.ids['homes']}/{end}" for end in ("holders",)]
    for who, path in [*((administrator, each) for each in pages(app)), *((reader, each) for each in places)]:
        assert "virtanen" not in told(who.get(path).data).lower(), path


def test_files_made_before_are_gone(world: World, app: Flask, administrator: Visitor):
    with app.app_context():
        asked = Asked("plan-1", "somebody", "queue", "plan.docx", "", NOON.timestamp())
        making = makings_of().begin("made-before", asked)
        assert making
        making.finish(NAME.encode())
    act(administrator, "erase", name=NAME, email=EMAIL)
    assert not making.path.exists()


def test_an_address_that_an_organisation_gives_is_left_empty_not_spoilt(
    world: World, app: Flask, administrator: Visitor
):
    with store.writing(app) as db:
        db.get_one(OrganisationRow, world.tree.ids["homes"]).contact = EMAIL
    act(administrator, "erase", name=NAME, email=EMAIL)
    assert world.tree.row("homes").contact == ""


def test_no_byte_of_the_name_is_left_in_the_database_s_own_file(world: World, app: Flask, administrator: Visitor):
    act(administrator, "erase", name=NAME, texts=True, email=EMAIL, identity=SUBJECT)
    with store.engine_of(app).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        path = connection.engine.url.database or ""
    whole = Path(path).read_bytes().lower()
    assert b"virtanen" not in whole
    assert SUBJECT.encode() not in whole


def test_what_was_approved_and_every_fold_stays_as_it_was(world: World, app: Flask, administrator: Visitor):
    before, room = world.plan.life, world.desk.state
    act(administrator, "erase", name=NAME, texts=True, email=EMAIL, identity=SUBJECT)
    after = world.plan.life
    assert [each for each in after.versions if each.approved] == [each for each in before.versions if each.approved]
    assert (after.seq, after.stage, after.plan.goals[0].to) == (before.seq, before.stage, before.plan.goals[0].to)
    assert after.comments["comment-01"].text == STRUCK
    now = world.desk.state
    assert (now.seq, set(now.cards), set(now.seats)) == (room.seq, set(room.cards), set(room.seats))
    for room_ in (room_of(app, f"plan:{world.plan.id}"), room_of(app, f"workshop:{world.desk.id}")):
        state = room_.state
        with app.app_context():
            rooms_of().forget(room_.key)
        assert room_of(app, str(room_.key)).state == state


def room_of(app: Flask, log: str) -> Room:
    with app.app_context():
        return rooms_of().room(LogKey(*log.split(":")))


def test_a_name_in_an_approved_version_stays_there_and_the_answer_says_so(
    world: World, app: Flask, administrator: Visitor
):
    recorded = RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)
    assert world.plan.ask(recorded).ok
    before = world.plan.life.published
    page = act(administrator, "erase", name=NAME, email=EMAIL)
    assert world.plan.life.published == before
    assert "Your name stands in the text of one approved plan" in page.text
    assert "Nimesi on yhden hyväksytyn" in page.text
    texts = dump(app).split("INSERT INTO")
    assert {each.split('"')[1] for each in texts if NAME in each} <= {"event", "plan_followed", "plan_version"}


def test_what_they_wrote_stays_without_a_name_unless_it_is_to_go_too(world: World, app: Flask, administrator: Visitor):
    act(administrator, "erase", name=NAME, email=EMAIL)
    said = world.desk.state.cards[world.card].answers["text"]
    assert isinstance(said, Said)
    assert said.texts == {"en": WROTE}
    with app.app_context():
        assert people_of(app).of(world.desk.id)[world.seat].name == ""
    assert world.desk.state.seats[world.seat].organisation == ""


def test_whoever_was_erased_comes_in_no_more_and_holds_nothing(world: World, app: Flask, administrator: Visitor):
    maija = Visitor(app)
    maija.send("/sign-in", email=EMAIL, password=PASSWORD)
    act(administrator, "erase", name=NAME, email=EMAIL)
    assert maija.client.get("/workshops").headers["Location"].startswith("/sign-in")
    assert Visitor(app).send("/sign-in", email=EMAIL, password=PASSWORD).status_code == 401
    with store.reading(app) as db:
        row = db.get_one(AccountRow, world.account)
        assert (row.closed_at is not None, row.password_hash) == (True, "")
        assert db.query(LoginRow).filter_by(account=world.account).count() == 0
        holder = db.get_one(RoleHolderRow, world.holder)
        assert (holder.name, holder.email, holder.until) == ("", "", TODAY)
        of_theirs = {each.to for each in db.query(LetterRow) if not each.once.startswith("insight:")}
        assert of_theirs == {"boss@homes.example"}


def test_the_other_of_her_name_is_left_alone(world: World, app: Flask, administrator: Visitor):
    other = new_account(app, "other@roads.example", NAME, "member")
    act(administrator, "erase", "seat", "holder", "guest", name=NAME)
    with store.reading(app) as db:
        assert {row.name for row in db.query(AccountRow) if row.id in (other, world.account)} == {NAME}


def test_erasing_again_finds_nothing_and_changes_nothing(world: World, app: Flask, administrator: Visitor):
    act(administrator, "erase", name=NAME, email=EMAIL, identity=SUBJECT)
    assert "Nothing is kept about them" in found(administrator, name=NAME, email=EMAIL).text


def test_the_last_administrator_and_oneself_are_not_erased(app: Flask, administrator: Visitor):
    page = act(administrator, "erase", "account", email="ann@example.fi")
    assert page.status_code == 400
    assert "You cannot erase yourself" in page.text
    assert administrator.get("/people").status_code == 200


def test_erasing_and_taking_out_ask_for_the_password_and_leave_a_line_in_the_trail(
    world: World, app: Flask, administrator: Visitor, clock: Clock
):
    clock.pass_by(hours=1)
    for path in ("archive", "erase"):
        page = act(administrator, path, name=NAME)
        assert page.status_code == 403
        assert "Is it you?" in page.text
    assert NAME.lower() in dump(app).lower()
    administrator.send("/sign-in", email="ann@example.fi", password=PASSWORD)
    act(administrator, "archive", name=NAME)
    act(administrator, "erase", name=NAME)
    trail = administrator.get("/trail").text
    assert "took out what is kept about somebody" in trail
    assert "erased somebody at their request" in trail


def test_two_administrators_one_may_erase_the_other(app: Flask, administrator: Visitor):
    signed_in(app, "max@example.fi", "Max Mustermann", accounts.ADMINISTRATOR)
    assert act(administrator, "erase", "account", email="max@example.fi").status_code == 200


# -- Answered ---------------------------------------------------------------------------------------------------------


def test_the_answer_is_there_in_three_languages_and_names_nobody(world: World, administrator: Visitor):
    page = act(administrator, "answer", name=NAME).text
    for words in ("Answer to your request", "Vastaus pyyntöösi", "Svar på din begäran"):
        assert words in page, words
    assert NAME not in page
    assert "Data Protection Ombudsman" in page
