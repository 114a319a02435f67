"""A workshop that is called something in one language only says on pages in another which one that is."""

import pytest
from flask import Flask
from lxml import html

from tests.workshop.desk import Desk, set_up
from tests.workshop.visitor import Visitor

TITLE = "Hankintojen työpaja"


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> Desk:
    """Fay has taken her seat in it."""
    desk = Desk(app, set_up(facilitator, title_en="", title_fi=TITLE))
    assert facilitator.get(f"/w/{desk.id}/console").status_code == 200
    return desk


def said_in(who: Visitor, path: str) -> list[str | None]:
    """In which language each text of the page that is the title says it is; None where it says nothing of its own."""
    page = html.fromstring(who.get(path).text)
    return [each.get("lang") for each in page.xpath("//body//*[normalize-space(text())=$title]", title=TITLE)]


PAGES = {
    "the list": "/workshops",
    "the choice what to continue from": "/workshops/new",
    "its plan": "/workshops/{id}/plan",
    "the console": "/w/{id}/console",
    "its draft": "/w/{id}/draft",
    "the draft's files": "/w/{id}/draft/files",
    "paper": "/w/{id}/paper",
    "somebody without a device": "/w/{id}/person",
}


@pytest.mark.parametrize("name", PAGES)
def test_its_hosts_read_which_language_it_is_in(desk: Desk, facilitator: Visitor, name: str):
    told = said_in(facilitator, PAGES[name].format(id=desk.id))
    assert told
    assert set(told) == {"fi"}


def test_so_does_whoever_joins(desk: Desk, visitor: Visitor):
    assert said_in(visitor, f"/j/{desk.row.code}") == ["fi"]


def test_in_its_own_language_nothing_is_to_be_said(desk: Desk, facilitator: Visitor):
    assert set(said_in(facilitator, "/workshops?language=fi")) == {None}
