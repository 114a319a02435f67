"""A person is found, taken out and erased whatever the row is known by in which they stand, and however ä was typed."""

from io import BytesIO
from typing import Literal, TypeAlias
from unicodedata import normalize
from zipfile import ZipFile

import pytest
from flask import Flask

from tests.conftest import NOON, new_account
from tests.workshop.maija import dump
from tests.workshop.requested import act, found
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.keeping.words import surest, terms
from workshop.store import bounces, editions, tokens, wordings
from workshop.store.holders import hand_over
from workshop.store.tables import AccountRow, BounceRow, PackConfirmationRow, TokenAnswerRow, TokenRow
from workshop.store.tokens import Granted

Form: TypeAlias = Literal["NFC", "NFD"]
NAME, EMAIL = "Määttä Öhman", "maatta.ohman@homes.example"


@pytest.fixture
def by(app: Flask) -> str:
    return new_account(app, "kim@homes.example", "Kim", "member")


def archived(administrator: Visitor, name: str) -> str:
    with ZipFile(BytesIO(act(administrator, "archive", name=name).data)) as archive:
        return "".join(archive.read(each).decode() for each in archive.namelist())


def test_in_a_method_that_is_known_by_the_moment_it_came(app: Flask, administrator: Visitor):
    with store.writing(app) as db:
        editions.keep(db.connection(), "mine", "1", f'{{"source": "Asked {NAME}"}}', NOON)
    assert f"Asked {NAME}" in archived(administrator, NAME)
    assert "It is erased" in act(administrator, "erase", name=NAME).text
    assert NAME not in dump(app)


def test_in_a_wording_whose_place_has_strokes_in_it(app: Flask, administrator: Visitor, by: str):
    row = PackConfirmationRow(
        pack="mine", version="1/2", text="themes/1", language="fi", wording=f"Kysy: {NAME}", confirmed_at=NOON
    )
    row.confirmed_by = by
    with store.writing(app) as db:
        db.add(row)
    assert f"Kysy: {NAME}" in archived(administrator, NAME)
    act(administrator, "erase", name=NAME)
    with store.reading(app) as db:
        assert [each.wording for each in wordings.of(db, "mine")] == ["Kysy: […]"]


def test_an_address_that_letters_came_back_from_goes_and_no_other(app: Flask, administrator: Visitor):
    with store.writing(app) as db:
        for address in (EMAIL, f"x{EMAIL}"):
            bounces.came_back(db, address, "550 No such person", NOON)
    act(administrator, "erase", email=EMAIL)
    with store.reading(app) as db:
        assert [row.address for row in db.query(BounceRow)] == [f"x{EMAIL}"]


def test_an_ask_of_a_program_s_that_is_known_by_a_name(app: Flask, administrator: Visitor, by: str):
    homes = Tree(app).ids["homes"]
    with store.writing(app) as db:
        tokens.give(db, Granted(homes, "Program", (), False, NOON), db.get_one(AccountRow, by), NOON)
        token = db.query(TokenRow).one()
        for key in ("by:Ann-Mari.Ost", "by:somebody"):
            db.add(TokenAnswerRow(token=token.id, key=key, asked="", at=NOON))
    act(administrator, "erase", name="Ann-Mari.Ost")
    with store.reading(app) as db:
        assert [each.key for each in db.query(TokenAnswerRow)] == ["by:somebody"]


@pytest.mark.parametrize("typed", ["NFC", "NFD"])
@pytest.mark.parametrize("sought", ["NFC", "NFD"])
def test_an_a_with_its_dots_is_an_a_however_it_was_typed(
    app: Flask, administrator: Visitor, by: str, typed: Form, sought: Form
):
    homes, whose, wanted = Tree(app).ids["homes"], (normalize(typed, NAME), ""), normalize(sought, NAME)
    with store.writing(app) as db:
        row = hand_over(db, homes, "Head", "holder", whose, TODAY, db.get_one(AccountRow, by), NOON)
    assert f"holder|{row.id}" in found(administrator, name=wanted).text
    act(administrator, "erase", name=wanted)
    assert "ttä" not in normalize("NFC", dump(app)).split('INSERT INTO "role_holder"')[1].split("\n")[0]


def test_letters_that_differ_by_their_dots_are_other_letters():
    assert not terms(["Mia Matta"]).search(normalize("NFD", "Mia Mattä"))
    assert terms(["Mia Matta"]).search("Mia Matta.")
    assert surest(normalize("NFD", "Määttä")) == surest("Määttä") == "tt"
