"""One page finds a person through everything, gives them what is theirs, erases what may be, and answers them."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask

from facilitation.live.commands import AddCard
from tests.conftest import new_account
from tests.workshop.maija import EMAIL, NAME, SUBJECT, WROTE, World
from tests.workshop.requested import AS_CHOSEN, WHY, act, found
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.people import people_of
from workshop.store.tables import AuditRow, LetterRow


@pytest.fixture
def world(app: Flask, facilitator: Visitor) -> World:
    return World(app, facilitator)


# -- Found ------------------------------------------------------------------------------------------------------------


def test_a_name_finds_a_person_in_every_place(world: World, administrator: Visitor):
    page = found(administrator, name="virtanen maija").text
    for where in ("Accounts", "Seats in workshops", "Comments by a link", "Roles that plans name", "In texts"):
        assert where in page, where
    for what in ("account|", f"seat|{world.desk.id}", f"guest|{world.plan.id}", "holder|", "mention|event|plan:"):
        assert f'value="{what}' in page, what
    for table in ("letter", "invitation", "audit"):
        assert f"mention|{table}|" in page, table


@pytest.mark.parametrize("sought", [{"email": EMAIL}, {"identity": SUBJECT}])
def test_what_is_theirs_alone_finds_them_and_chooses_what_it_is_sure_of(
    world: World, administrator: Visitor, sought: dict[str, str]
):
    page = found(administrator, **sought).text
    assert f'value="account|{world.account}" checked' in page
    assert f'value="holder|{world.holder}" checked' in page
    for unsure in (f"seat|{world.desk.id}|{world.seat}", f"guest|{world.plan.id}|guest-maija-01"):
        assert f'value="{unsure}">' in page, unsure
    assert "mention|letter|" in page


def test_of_two_of_one_name_neither_is_chosen(world: World, app: Flask, administrator: Visitor):
    new_account(app, "other@roads.example", NAME, "member")
    page = found(administrator, name=NAME).text
    assert page.count('value="account|') == 2
    assert "checked" not in page.split("Text of the answer")[0].split("What is theirs")[0]


def test_an_address_stands_in_no_address_and_a_name_in_no_line_of_the_trail(
    world: World, app: Flask, administrator: Visitor
):
    page = found(administrator, email=EMAIL)
    assert "virtanen" not in page.request.url
    with store.reading(app) as db:
        [line] = [row for row in db.query(AuditRow) if row.action == "find_person"]
    assert "irtanen" not in f"{line.object}{line.detail}"


@pytest.mark.parametrize(
    ("sought", "why"),
    [
        ({}, "Write a name"),
        ({"name": "Ma"}, "the first and the last name"),
        ({"name": "Budget"}, "the first and the last name"),
        ({"email": "example"}, "Write a whole address"),
        ({"identity": "su"}, "at least three letters"),
        ({"name": NAME, "why": ""}, "Write why"),
    ],
)
def test_too_little_is_not_looked_for(administrator: Visitor, sought: dict[str, str], why: str):
    page = found(administrator, **sought)
    assert page.status_code == 400
    assert why in page.text


def test_who_is_nowhere_is_told_so(administrator: Visitor):
    assert "Nothing is kept about them" in found(administrator, name="Nobody Nowhere").text


def test_nobody_else_asks(world: World, facilitator: Visitor):
    assert facilitator.get("/requests").status_code == 403
    for path in ("answer", "archive", "erase"):
        token = facilitator.form("/workshops/new").fields["csrf_token"]
        assert facilitator.client.post(f"/requests/{path}", data={"csrf_token": token}).status_code == 403


# -- Taken out --------------------------------------------------------------------------------------------------------


def test_the_archive_holds_what_is_theirs_and_no_key_of_a_door(world: World, app: Flask, administrator: Visitor):
    page = act(administrator, "archive", name=NAME)
    assert page.mimetype == "application/zip"
    with ZipFile(BytesIO(page.data)) as archive:
        sheets = json.loads(archive.read("person.json"))
        assert {f"{name}.csv" for name in sheets} | {"about.txt", "person.json"} == set(archive.namelist())
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    for word in (NAME, EMAIL, SUBJECT, WROTE, "Who decides?", "Every agreement has a target."):
        assert word in whole, word
    assert {"account", "person", "event", "identity", "login", "organisation_role", "role_holder"} <= set(sheets)
    assert "password_hash" not in whole
    assert "token_hash" not in whole


def test_of_two_of_one_name_only_the_chosen_one_is_taken_out(world: World, app: Flask, administrator: Visitor):
    new_account(app, "other@roads.example", NAME, "member")
    page = act(administrator, "archive", *AS_CHOSEN, email=EMAIL)
    with ZipFile(BytesIO(page.data)) as archive:
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    assert EMAIL in whole
    assert "other@roads.example" not in whole


# -- What is written in workshops is for their hosts -------------------------------------------------------------------


def test_the_facilitator_is_told_of_a_search_that_found_somebody_in_their_workshop_and_why(
    world: World, app: Flask, administrator: Visitor, facilitator: Visitor
):
    found(administrator, name="Nobody Nowhere")
    assert "looked for a person here" not in facilitator.get(world.desk.plan).text
    found(administrator, name=NAME)
    found(administrator, name=NAME)
    page = facilitator.get(world.desk.plan).text
    assert page.count("Ann, administrator, looked for a person here") == 1
    assert WHY in page and NAME not in page
    assert administrator.get(f"/workshops/{world.desk.id}/contents").text.count(WROTE) == 0
    with store.reading(app) as db:
        [letter] = [row for row in db.query(LetterRow) if "looked for in your workshop" in row.subject]
    assert (letter.to, WHY in letter.text) == ("fay@example.fi", True)


def test_of_what_others_wrote_in_a_workshop_the_archive_holds_no_more_than_the_passage(
    world: World, administrator: Visitor
):
    other = f"Ask {NAME} about it. {'And then a long way off. ' * 4}Nobody has been shown this"
    world.desk.ask(AddCard("card-of-ben-0002", world.desk.step("ideas"), {"text": other}, "en"), world.desk.seat("cay"))
    page = act(administrator, "archive", name=NAME)
    with ZipFile(BytesIO(page.data)) as archive:
        whole = "".join(archive.read(name).decode() for name in archive.namelist())
    assert f"Ask {NAME} about it." in whole
    assert "Nobody has been shown this" not in whole
    assert WROTE in whole, "what is theirs is theirs whole"


def test_nobody_reads_workshops_by_looking_for_a_word_as_an_identity(world: World, administrator: Visitor):
    page = found(administrator, identity="would ask for").text
    assert "mention|event|workshop:" not in page


def test_no_cell_of_the_archive_is_reckoned_with(world: World, app: Flask, administrator: Visitor):
    with app.app_context():
        people_of(app).rename(world.desk.id, world.seat, f"=cmd {NAME}")
    page = act(administrator, "archive", "seat", name=NAME)
    with ZipFile(BytesIO(page.data)) as archive:
        assert "\"'=cmd" in archive.read("person.csv").decode()
