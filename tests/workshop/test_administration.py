"""One page at which administering begins: every part with how it stands, and what asks for somebody."""

import pytest
from click.testing import CliRunner
from flask import Flask
from lxml import html

from tests.conftest import Clock, signed_in
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.checking import called_at
from workshop.config import Settings, settings_of
from workshop.store import accounts
from workshop.store.letters import Letter, write
from workshop.store.tables import LetterRow, OrganisationRow
from workshop.timer import due
from workshop.web.administration.index import PAGES


def test_every_part_is_there_and_leads_to_its_page(administrator: Visitor):
    page = administrator.get("/administration").text
    for _action, address, words in PAGES.values():
        assert f'<a href="{address}">{words}</a>' in page, address
        assert administrator.get(address).status_code == 200, address


def test_it_says_in_words_what_asks_for_somebody(app: Flask, administrator: Visitor, clock: Clock):
    tree = Tree(app)
    page = administrator.get("/administration").text
    asks = (
        "Without an accessibility contact: 5",
        "Only one administrator",
        "No mail server is set",
        "was never called",
    )
    for words in asks:
        assert words in page, words
    signed_in(app, "bob@example.fi", "Bob", accounts.ADMINISTRATOR)
    with store.writing(app) as db:
        for row in db.query(OrganisationRow):
            row.contact = "access@example.fi"
        db.get_one(OrganisationRow, tree.ids["homes"]).kept_months = 6
        write(db, Letter("r1", "ada@example.fi", "en", "A round", "Hello"), clock())
        db.query(LetterRow).one().returned_at = clock()
    page = administrator.get("/administration").text
    assert "Without an accessibility contact" not in page
    assert "Only one administrator" not in page
    assert "1 came back" in page


@pytest.mark.parametrize("role", ["facilitator", "reader", "editor"])
def test_only_administrators_begin_there(app: Flask, facilitator: Visitor, role: str):
    who = facilitator if role == "facilitator" else Tree(app).somebody(role, "homes")
    assert who.get("/administration").status_code == 403
    assert who.get("/administration/health").status_code == 403
    assert 'href="/administration"' not in who.get("/plans").text


def test_an_organisation_s_administrator_finds_what_is_theirs_and_nothing_of_the_place(app: Flask):
    who = Tree(app).somebody("administrator", "homes")
    page = who.get("/administration").text
    assert "1 organisation<" in page
    assert 'href="/retention"' in page
    assert 'href="/trail"' in page
    assert "2 lines<" in page, "of the place there are more"
    for address in ("/people", "/mail", "/requests", "/administration/health"):
        assert f'href="{address}"' not in page, address


def test_the_health_of_the_place_is_told_as_the_doctor_tells_it(administrator: Visitor, app: Flask):
    page = administrator.get("/administration/health").text
    for words in ("Database", "Clock", "Disk", "toimi due was never called"):
        assert words in page, words
    assert settings_of(app).secret_key not in page


def state_of_the_timer(administrator: Visitor) -> str:
    page = html.fromstring(administrator.get("/administration/health").text)
    [state] = page.xpath("//tr[th='Timer']/td[last()]")
    return state.text_content().strip()


def test_a_call_of_toimi_due_is_seen(
    administrator: Visitor, app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
):
    assert state_of_the_timer(administrator) == "To be mended"
    assert "All is well" not in administrator.get("/administration").text
    monkeypatch.setenv("TOIMI_INSTANCE", str(settings.instance))
    told = CliRunner().invoke(due)
    assert told.exit_code == 0, told.output
    assert "0 workshops removed" in told.output
    assert called_at(settings_of(app)) is not None
    assert "was never called" not in administrator.get("/administration/health").text
    assert state_of_the_timer(administrator) == "Well"
    assert "All is well" in administrator.get("/administration").text
