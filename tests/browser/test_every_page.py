"""Every page there is, made of the map of addresses: axe visits each, here or elsewhere, or it is named and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from urllib.parse import urlsplit

import pytest
from flask import Flask
from playwright.sync_api import Browser
from werkzeug.routing import Rule

from facilitation.organisations import ROLES
from tests.browser.looks import SHARED, faults
from tests.browser.stage import Windows, open_place, sit
from tests.browser.test_a_plan_s_life import PAGES as OF_A_PLAN
from tests.browser.test_at_the_desk import PAGES as AT_THE_DESK
from tests.browser.window import PHONE, WIDE, Window
from tests.conftest import NOON, PASSWORD, new_account
from tests.workshop.followed import SHARE
from tests.workshop.tree import TODAY
from tests.workshop.twins import Twins, filled
from workshop import store
from workshop.store import accounts
from workshop.store.forest import move
from workshop.store.people import people_of
from workshop.store.tables import ProviderRow

NO_PAGE = {
    **dict.fromkeys(("/static/", "/catalogue/", "/method/", "/api/", "/schemas/"), "what pages are made of"),
    **dict.fromkeys(("/healthz", "/readyz", "/favicon.ico", "/j/<code>/qr.svg", "/w/<id>/moment"), "what programs ask"),
    "/sign-on/": "leads to a service and back",
    "/trail.": "a file",
}
"""By how their addresses begin."""
FILES = (".<format>", ".<kind>", ".json", ".xlsx", ".pdf", ".ics")
FILES += ("/file", "/signed/<digest>", "/pages", "/pages/<int:number>")
"""By how they end."""
BY_A_LINK = {
    **dict.fromkeys(("/check-in/<token>", "/check-in/<token>/briefing", "/comment/<token>"), "test_a_plan_s_life.py"),
    **dict.fromkeys(("/check-in/<token>/figures", "/check-in/<token>/figures/<plan>/<figure>"), "test_handing_over.py"),
    **dict.fromkeys(("/first/<token>", "/invite/<token>"), "test_at_the_desk.py"),
    **dict.fromkeys(("/seat/<key>", "/j/<code>", "/w/<id>/draft/genuine"), "test_other_pages.py"),
}
"""Visited where their key is made."""
OTHERWISE = {
    **dict.fromkeys(
        ("/desk/making/<making>", "/plans/<id>/making/<making>", "/w/<id>/draft/making/<making>"),
        "stands only while a file is made: test_files.py",
    ),
    "/templates/<id>": "brought first: test_at_the_desk.py",
    "/packs/<key>/mapping": "of a method that follows another: test_methods.py",
}


def rules(app: Flask) -> list[Rule]:
    """Of everything that somebody is to read."""
    return [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ()) and shows(rule.rule)]


def shows(rule: str) -> bool:
    return not rule.startswith(tuple(NO_PAGE)) and not rule.endswith(FILES)


def elsewhere(app: Flask) -> set[str]:
    """By the tests that go through pages of the desk and of a plan, or by a link."""
    at = app.url_map.bind("localhost")
    paths = (*AT_THE_DESK, *(f"/plans/id{page}".partition("?")[0] for page in OF_A_PLAN))
    return {at.match(path, return_rule=True)[0].rule for path in paths} | {*BY_A_LINK, *OTHERWISE}


@dataclass(frozen=True)
class World:
    """Two organisations with all that pages are about, and somebody who may open every page of one, and a host."""

    windows: Windows
    twins: Twins
    ann: Window
    fay: Window

    def reader(self, rule: Rule) -> Window:
        """Whose page it is: a workshop's its host's, any other that of who may open them all."""
        return self.fay if rule.rule.startswith("/w/") or rule.rule == "/workshops/<id>/plan" else self.ann

    def address(self, rule: Rule) -> str:
        """Of a plan that is followed up where that is what the page is about."""
        first, holder = self.twins.tree.ids["first"], self.twins.known["holder"]
        particular = {
            "/organisations/<id>/branches": f"/organisations/{self.twins.tree.ids['government']}/branches",
            "/organisations/<id>/holders/all": f"/organisations/{first}/holders/all?whom={holder}",
            "/providers/<id>": "/providers/keys",
            "/providers/<id>/try": "/providers/keys/try",
            "/privacy/<id>": f"/privacy/{first}",
            "/accessibility/<id>": f"/accessibility/{first}",
            "/retention/plans/<id>/hold": f"/retention/plans/{self.twins.unit.id}/hold",
        }
        if "/transfer" in rule.rule:
            return self.twins.address(rule).replace("/toimi", "/hankintaluotsi")
        if rule.rule.startswith(("/plans/<id>/follow-up", "/plans/<id>/closing", "/plans/<id>/planning")):
            about = {"metric": SHARE.id, "day": "2025-12-31", "figure": "figure-2024", "of": "agreements"}
            return filled(rule.rule, {"/": self.twins.unit.id}, about, {})
        return particular.get(rule.rule) or self.twins.address(rule)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[World]:
    with open_place(tmp_path_factory.mktemp("every-page")) as place:
        twins, windows = Twins(place.app), Windows(place, chromium)
        above_all(twins)
        with windows.in_order():
            ann, fay = (signed_in(windows, email) for email in ("ann@every.example", "fay@homes.example"))
            with place.app.app_context():
                sit(fay, people_of().give_key(twins.workshop.id, twins.workshop.host.seat))
            yield World(windows, twins, ann, fay)


def above_all(twins: Twins) -> None:
    """A government above, Ann who administers the place with every role in its branch, and a provider."""
    ann = new_account(twins.app, "ann@every.example", "Ann", accounts.ADMINISTRATOR)
    twins.tree.add("government", kind="government")
    with twins.app.app_context(), store.writing() as db:
        move(db, twins.tree.ids["housing"], twins.tree.ids["government"], TODAY, None, NOON)
        keys = {"id": "keys", "name": "Keys", "issuer": "https://keys.example", "client": "us", "scopes": "openid"}
        db.add(ProviderRow(**keys, created=NOON))
    for role, name in product(ROLES, ("government", "first", "under")):
        twins.tree.give(ann, role, name)


def signed_in(windows: Windows, email: str) -> Window:
    window = windows.window()
    window.page.goto("/sign-in")
    window.page.locator("[name=email]").fill(email)
    window.page.locator("[name=password]").fill(PASSWORD)
    window.page.locator("main form [type=submit]").last.click()
    window.page.wait_for_url("**/workshops")
    return window


PARTS = ("/organisations", "/plans", "/w", "")
"""By how their addresses begin; the last is of all others."""


@pytest.mark.parametrize("part", PARTS)
def test_no_page_that_there_is_stands_in_anybodys_way(world: World, part: str):
    app, found = world.twins.app, list[str]()
    for rule in rules(app):
        if rule.rule not in elsewhere(app) and part == next(each for each in PARTS if rule.rule.startswith(each)):
            found += seen(world.reader(rule), world.address(rule))
    assert not found, "\n".join(found)


def seen(window: Window, path: str) -> list[str]:
    opened(window, path)
    return faults(window, path, SHARED["en"])


def opened(window: Window, path: str) -> None:
    answer = window.page.goto(path)
    assert answer and answer.status == 200, (path, answer and answer.status)
    assert urlsplit(answer.url).path == urlsplit(path).path, (path, answer.url)
    window.main.locator("h1").first.wait_for()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_page_stands_in_anybodys_way_in_longer_words(world: World, language: str):
    """Compounds of Finnish and Swedish do not break by themselves; and what is only heard is said in them too."""
    app, found = world.twins.app, list[str]()
    for window in (world.ann, world.fay):
        window.page.set_viewport_size(PHONE)
        window.page.goto(f"/account?language={language}")
    for rule in rules(app):
        if rule.rule not in {*BY_A_LINK, *OTHERWISE}:
            window = world.reader(rule)
            opened(window, world.address(rule))
            assert window.page.locator("html").get_attribute("lang") == language, rule.rule
            found += faults(window, f"{rule.rule}, {language}", SHARED[language])
    for window in (world.ann, world.fay):
        window.page.set_viewport_size(WIDE)
        window.page.goto("/account?language=en")
    assert not found, "\n".join(found)


def test_every_exception_is_of_a_page_that_there_is(world: World):
    named = {*BY_A_LINK, *OTHERWISE}
    assert named <= {rule.rule for rule in rules(world.twins.app)}
