"""Whoever a table brings gets one letter with all their roles, shown before it goes."""

from flask import Flask

from tests.conftest import PASSWORD, Clock
from tests.workshop.post import posted
from tests.workshop.registered import EVA, HEAD, ONE, PEOPLE, TWO, book, cells, csv, do, look
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.mail.delivery import deliver
from workshop.store import letters
from workshop.store.letters import LINK
from workshop.store.tables import LetterRow

LANGUAGE = (*PEOPLE, "Language of letters")
TWICE = book(
    Organisations=[HEAD, ONE, TWO],
    People=[LANGUAGE, (*EVA, "sv"), (*EVA[:2], "O-1", "reader", ""), ("Ivo", "ivo@example.fi", "O-1", "reader", "")],
)


def outbox(app: Flask) -> dict[str, LetterRow]:
    with app.app_context(), store.reading() as db:
        return {each.to: each for each in letters.waiting(db)}


def test_whoever_a_table_brings_gets_one_letter_with_all_their_roles_shown_before_it_goes(
    app: Flask, administrator: Visitor, clock: Clock
):
    page = look(administrator, TWICE, "all.xlsx")
    assert "- Redigerare, Tide Gauges" in page.text
    assert "den personliga länken" in page.text.lower() or "the personal link of the reader" in page.text
    assert outbox(app) == {}
    with posted(app) as post:
        do(administrator, page)
        assert outbox(app).keys() == {"eva@example.fi", "ivo@example.fi"}
        assert not any("/invite/" in each.text + each.sealed for each in outbox(app).values())
        deliver(app, clock())
        assert sorted(post.to) == ["eva@example.fi", "ivo@example.fi"]
        text = post.text("eva@example.fi")
    assert "Hej Eva Berg" in text
    assert "- Läsare, Ministry of Tides" in text
    eva = Visitor(app)
    link = text.split("/invite/")[1].split()[0]
    assert eva.send(f"/invite/{link}", password=PASSWORD).request.path == "/organisations"


def test_who_has_an_account_is_written_to_of_new_roles_only(app: Flask, administrator: Visitor):
    do(administrator, look(administrator, TWICE, "all.xlsx"))
    with app.app_context(), store.writing() as db:
        db.query(LetterRow).delete()
    again = book(People=[PEOPLE, EVA, (*EVA[:2], "O-1", "Approver"), ("Ivo", "ivo@example.fi", "O-1", "reader")])
    do(administrator, look(administrator, again, "again.xlsx"))
    assert outbox(app).keys() == {"eva@example.fi"}
    text = outbox(app)["eva@example.fi"].text
    assert ("Ministry of Tides" in text, "Tide Gauges" in text, LINK in text) == (True, False, False)


def test_a_table_is_taken_in_without_letters_where_that_is_wished(app: Flask, administrator: Visitor):
    page = look(administrator, TWICE, "all.xlsx")
    [form] = [form for form in forms(page) if "lines" in form.fields]
    fields = {key: value for key, value in form.fields.items() if key != "tell"}
    assert "/invite/" in administrator.client.post(form.action, data=fields, follow_redirects=True).text
    assert outbox(app) == {}


def test_a_language_that_letters_are_not_written_in_is_named(administrator: Visitor, tree: Tree):
    page = look(administrator, csv(LANGUAGE, (*EVA[:2], "Homes", "Editor", "Klingon")))
    assert "not one of those that are known" in next(iter(cells(page).values()))
