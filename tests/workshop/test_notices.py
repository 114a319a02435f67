"""Anybody reads how accessible the service is and what it does with personal data, of each "
"organisation, in each language."""

import pytest
from flask import Flask

from tests.conftest import signed_in
from tests.workshop.desk import Desk, set_up
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.tables import OrganisationRow

SAID = {
    "/accessibility": {
        "fi": "Saavutettavuusseloste",
        "sv": "Tillgänglighetsutlåtande",
        "en": "Accessibility statement",
    },
    "/privacy": {"fi": "Tietosuojaseloste", "sv": "Dataskyddsbeskrivning", "en": "Privacy notice"},
}


@pytest.fixture
def tree(app: Flask) -> Tree:
    tree = Tree(app)
    with store.writing(app) as db:
        row = db.get_one(OrganisationRow, tree.ids["homes"])
        row.contact, row.privacy_contact = "access@homes.example", "data@homes.example"
        row.statement, row.names_months, row.kept_months = "https://homes.example/access", 3, 12
    return tree


@pytest.mark.parametrize(("path", "language"), [(path, code) for path in SAID for code in ("fi", "sv", "en")])
def test_anybody_reads_them_in_their_language(visitor: Visitor, path: str, language: str):
    page = visitor.get(f"{path}?language={language}")
    assert page.status_code == 200
    assert f"<h1>{SAID[path][language]}</h1>" in page.text


def test_an_organisation_s_own_names_its_contacts_and_its_times(tree: Tree, visitor: Visitor):
    page = visitor.get(f"/accessibility/{tree.ids['homes']}").text
    assert "access@homes.example" in page
    assert "https://homes.example/access" in page
    page = visitor.get(f"/privacy/{tree.ids['homes']}").text
    for words in (
        "The controller is Homes",
        "data@homes.example",
        "3 months after the workshop",
        "12 months after they",
    ):
        assert words in page, words


def test_of_an_organisation_that_there_is_not_there_is_none(visitor: Visitor):
    for path in SAID:
        assert visitor.get(f"{path}/nobody").status_code == 404


def test_they_are_linked_from_the_foot_of_every_page(tree: Tree, app: Flask, visitor: Visitor):
    fay = signed_in(app, "fay@example.fi", "Fay", "facilitator")
    for who, path in ((visitor, "/"), (visitor, "/sign-in"), (fay, "/workshops"), (fay, "/plans")):
        page = who.get(path).text
        assert 'href="/accessibility"' in page, path
        assert 'href="/privacy"' in page, path


def test_a_participant_finds_those_of_the_workshop_s_organisation(tree: Tree, app: Flask, visitor: Visitor):
    fay = signed_in(app, "fay@example.fi", "Fay", "facilitator")
    desk = Desk(app, set_up(fay, organisation="Homes"))
    page = visitor.get(f"/j/{desk.row.code}").text
    for path in SAID:
        assert f'href="{path}/{tree.ids["homes"]}"' in page


def test_an_organisation_names_its_contact_for_personal_data(tree: Tree, visitor: Visitor):
    who = tree.somebody("administrator", "roads")
    who.send(f"{tree.page('roads')}/settings", en="Roads", privacy_contact="ask@roads.example")
    assert "ask@roads.example" in visitor.get(f"/privacy/{tree.ids['roads']}").text
