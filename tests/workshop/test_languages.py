"""A reader gets their own language; the browser gets the words it needs and no more."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from flask import Flask

from facilitation.words import Message
from tests.workshop.visitor import Visitor
from workshop import languages


def page_language(visitor: Visitor, path: str = "/sign-in", **headers: str) -> str:
    return visitor.get(path, **headers).text.partition('<html lang="')[2][:2]


def test_a_browser_that_asks_for_finnish_gets_finnish(visitor: Visitor):
    assert page_language(visitor) == "en"
    assert page_language(visitor, **{"Accept-Language": "fi-FI,fi;q=0.9,en;q=0.5"}) == "fi"


def test_a_browser_that_asks_for_none_of_ours_gets_the_places_own(visitor: Visitor):
    assert page_language(visitor, **{"Accept-Language": "de"}) == "en"


def test_an_address_can_name_the_language_and_it_is_remembered(visitor: Visitor):
    assert page_language(visitor, "/sign-in?language=sv") == "sv"
    assert page_language(visitor) == "sv"


def test_a_choice_wins_over_what_the_browser_asks_for(visitor: Visitor):
    visitor.send("/sign-in", button="Suomi")
    assert page_language(visitor, **{"Accept-Language": "sv"}) == "fi"


def test_choosing_leads_back_to_the_page(visitor: Visitor):
    page = visitor.send("/sign-in?next=/people", button="Suomi")
    assert page.request.full_path == "/sign-in?next=/people"


@pytest.mark.parametrize("language", ["de", "../fi", ""])
def test_a_language_we_do_not_have_is_not_taken(visitor: Visitor, language: str):
    form = visitor.form("/sign-in", button="Suomi")
    assert visitor.client.post("/language", data=form.fields | {"language": language}).status_code == 400


def test_a_message_is_worded_with_what_goes_into_it(app: Flask):
    with app.test_request_context():
        assert (
            languages.worded(Message("At most %(limit)s characters.", {"limit": 30}), "en") == "At most 30 characters."
        )


def test_the_browser_gets_its_words_under_an_address_that_changes_with_them(app: Flask, visitor: Visitor):
    with app.test_request_context():
        address = languages.catalogue_url("fi")
    answer = visitor.get(address)
    assert answer.get_json().keys() == {"messages"}
    assert "immutable" in answer.headers["Cache-Control"]
    assert visitor.get("/catalogue/fi/0.json").headers["Cache-Control"] == "no-cache"
    assert visitor.get("/catalogue/de/0.json").status_code == 404


def test_the_browser_gets_only_the_words_it_says_itself():
    words = Catalog(locale="fi")
    words.add("Saved", "Tallennettu", locations=[("static/js/core/outbox.js", 1)])
    words.add("Write something first.", "Kirjoita ensin jotain.", locations=[("facilitation/live/rules/common.py", 1)])
    words.add(("one", "many"), ("yksi", "monta"), locations=[("static/js/parts/people.js", 1)])
    words.add("Sign in", "Kirjaudu", locations=[("templates/accounts/sign_in.html", 1)])
    words.add("Not yet", "", locations=[("static/js/core/outbox.js", 1)])
    assert languages.browser_messages(words) == {
        "Saved": "Tallennettu",
        "Write something first.": "Kirjoita ensin jotain.",
        "one": ["yksi", "monta"],
    }


def test_a_language_without_a_folder_falls_back_to_the_source(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(languages, "TRANSLATIONS", tmp_path)
    assert len(languages.catalogue.__wrapped__("fi")) == 0


def test_days_are_written_as_the_reader_writes_them(app: Flask):
    when = datetime(2026, 11, 26, 7, 5, tzinfo=UTC)
    written = {}
    for language in ("fi", "sv", "en"):
        with app.test_request_context(f"/?language={language}"):
            written[language] = (languages.day(when), languages.moment(when))
    assert written["fi"] == written["sv"] == ("26.11.2026", "26.11.2026 9.05")
    assert written["en"] == ("26 November 2026", "26 November 2026, 9:05")


def test_figures_in_a_sentence_are_written_as_the_reader_writes_them():
    told = Message("The two counts give %(reckoned)s, not %(value)s.", {"reckoned": 12.5, "value": 2000.0})
    words = [languages.worded(told, code) for code in ("fi", "sv", "en")]
    assert all("12,5" in each and "2000" in each for each in words[:2])
    assert words[2] == "The two counts give 12.5, not 2000."
