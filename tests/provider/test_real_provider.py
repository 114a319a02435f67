"""Sign-on from end to end with a provider program that we did not write, each side speaking to the other for itself."""

import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import signed_in
from tests.provider.program import CLIENT, SECRET, issuer_at, provider
from tests.workshop.served import free_port
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor, forms
from workshop import clock, config, create_app, store
from workshop.store import accounts


@pytest.fixture
def app(settings: config.Settings, empty_database: Path) -> Iterator[Flask]:
    """By the wall's clock, as the program goes."""
    settings.instance.joinpath("toimi.db").write_bytes(empty_database.read_bytes())
    app = create_app(settings, clock.wall_clock)
    app.testing = True
    yield app
    store.engine_of(app).dispose()


class Stays(urllib.request.HTTPRedirectHandler):
    """Follows the program's own turns, and stops where one leads to us."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        ours = urlsplit(newurl).netloc == "localhost"
        return None if ours else super().redirect_request(req, fp, code, msg, headers, newurl)


class Browser:
    """Somebody who reads the program's pages; `goes` answers the address of ours to which it sends them."""

    def __init__(self, who: str) -> None:
        self.who = who
        self.opener = urllib.request.build_opener(Stays, urllib.request.HTTPCookieProcessor(CookieJar()))

    def goes(self, door: str) -> str:
        there = self._led(door)
        return self._led(f"{there}/{self.who}") if "/interaction/" in there else there

    def _led(self, url: str) -> str:
        try:
            with self.opener.open(url, timeout=30) as answer:
                return answer.url
        except urllib.error.HTTPError as error:
            with error:
                return error.headers.get("Location") or error.url


@dataclass
class Place:
    way: str
    """By which people go there."""
    homes: str
    """The page of the organisation that the rule is about."""


@pytest.fixture
def place(app: Flask) -> Iterator[Place]:
    """Ann adds the program with a rule, as a person does."""
    ann, tree, port = signed_in(app, "ann@example.fi", "Ann", accounts.ADMINISTRATOR), Tree(app), free_port()
    page = ann.send("/providers", name="House of Keys", issuer=issuer_at(port)).request.path
    way = page.replace("/providers", "/sign-on")
    with provider(f"http://localhost{way}/back", "http://localhost/sign-in", port):
        ann.send(page, client=CLIENT, secret=SECRET)
        ann.send(page, claim="groups", value="planners", organisation=tree.ids["homes"], role="administrator")
        assert "Its description is read" in ann.send(page, button="Read its description").text
        yield Place(way, tree.page("homes"))


def goes(visitor: Visitor, browser: Browser, way: str) -> TestResponse:
    """There and back: by our door, over the program's pages, to whatever we answer in the end."""
    back = urlsplit(browser.goes(visitor.client.get(way).headers["Location"]))
    return visitor.get(f"{back.path}?{back.query}")


def test_somebody_of_the_group_comes_in_and_administers(place: Place, visitor: Visitor):
    page = goes(visitor, Browser("ada"), f"{place.way}?next=/account")
    assert page.request.path == "/account" and "Ada Salo" in page.text
    assert "Homes" in visitor.get("/organisations").text


def test_somebody_of_no_group_is_told_what_to_do(place: Place, visitor: Visitor):
    page = goes(visitor, Browser("eva"), place.way)
    assert page.status_code == 403 and "no part here" in page.text
    assert visitor.get("/account").request.path == "/sign-in"


def test_whoever_breaks_off_there_is_told_so(place: Place, visitor: Visitor):
    page = goes(visitor, Browser("nobody"), place.way)
    assert page.status_code == 403 and "did not let you in" in page.text


def test_what_is_sensitive_asks_the_program_anew(place: Place, visitor: Visitor):
    ada = Browser("ada")
    goes(visitor, ada, place.way)
    asked = visitor.send(place.homes, label="Eva", role="reader")
    assert asked.status_code == 403 and "Is it you?" in asked.text
    [form] = [form for form in forms(asked) if form.fields.get("label") == "Eva"]
    assert "It is you" in goes(visitor, ada, f"{place.way}/sure").text
    assert "/invite/" in visitor.client.post(asked.request.path, data=form.fields, follow_redirects=True).text


def test_another_person_at_the_program_makes_nobody_sure(place: Place, visitor: Visitor):
    goes(visitor, Browser("ada"), place.way)
    assert "somebody else" in goes(visitor, Browser("eva"), f"{place.way}/sure").text


def test_the_way_out_leads_to_the_program_s_own_page(place: Place, visitor: Visitor):
    ada = Browser("ada")
    goes(visitor, ada, place.way)
    assert "still signed in at House of Keys" in visitor.send("/account", button="Sign out").text
    there = visitor.client.get(f"{place.way}/end").headers["Location"]
    with ada.opener.open(there, timeout=30) as page:
        assert "Yes, sign me out" in page.read().decode()
