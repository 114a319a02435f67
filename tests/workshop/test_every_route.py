"""Every route there is, made of the map of addresses: what nobody thought of is asked for too.

Action × role × own or other organisation. Whoever is a stranger to an organisation reads nothing of it at any address,
changes nothing at any address, and no role opens a page that the table of rights does not give it.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from facilitation.organisations import ROLES
from tests.conftest import signed_in
from tests.workshop.answered import told
from tests.workshop.program import Program, token_for
from tests.workshop.twins import CANARY, Twins
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.access import DESK_ROLES, Standing, may, permissions
from workshop.web.signing_in import GUARDED

TO_ANYBODY = {
    *("/", "/accessibility", "/privacy", "/healthz", "/readyz", "/favicon.ico", "/sign-in", "/sign-out"),
    *("/language", "/look", "/api/v1/openapi.json", "/schemas/plan-1.json"),
}
FOR_ANYBODY = ("/static/", "/catalogue/", "/method/", "/accessibility/", "/privacy/", "/sign-on/")
"""Open, and about nobody's work."""
BY_A_KEY = ("/first/", "/invite/", "/j/", "/seat/", "/check-in/", "/comment/", "/w/")
"""Open to whoever has a link, a code or a seat."""
DENIED = (302, 303, 401, 403, 404, 410)


@pytest.fixture
def twins(app: Flask) -> Twins:
    return Twins(app)


def routes(app: Flask) -> Iterator[tuple[str, Rule]]:
    for rule in app.url_map.iter_rules():
        yield from ((method, rule) for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}))


def is_open(rule: Rule) -> bool:
    return rule.rule in TO_ANYBODY or rule.rule.startswith((*FOR_ANYBODY, *BY_A_KEY))


def asked(twins: Twins, who: Visitor, method: str, rule: Rule) -> tuple[int, str]:
    there = who.client.open(twins.address(rule), method=method, data={} if method == "POST" else None, buffered=True)
    return there.status_code, told(there.data) + str(there.headers)


def action_of(app: Flask, rule: Rule) -> str | None:
    """What a view's guard asks the table for."""
    view: Any = app.view_functions[rule.endpoint]
    while view not in GUARDED and hasattr(view, "__wrapped__"):
        view = view.__wrapped__
    return GUARDED.get(view)


# -- Nobody -----------------------------------------------------------------------------------------------------------


def test_whoever_is_not_signed_in_gets_in_nowhere_but_where_all_may(app: Flask, twins: Twins):
    for method, rule in routes(app):
        status, said = asked(twins, Visitor(app), method, rule)
        assert CANARY not in said, rule
        assert is_open(rule) or status in (*DENIED, 400), (method, rule, status)


# -- Two organisations that nothing tells apart -----------------------------------------------------------------------


def test_a_stranger_in_every_role_reads_nothing_of_the_other_at_any_address(app: Flask, twins: Twins):
    sly = twins.stranger()
    for method, rule in routes(app):
        if method == "GET":
            assert CANARY not in asked(twins, sly, method, rule)[1], rule


def test_a_stranger_in_every_role_changes_nothing_of_the_other_at_any_address(app: Flask, twins: Twins):
    sly = twins.stranger()
    app.config["WTF_CSRF_ENABLED"] = False
    before = whole(app, twins)
    for method, rule in routes(app):
        if method == "POST" and rule.arguments and rule.endpoint != "accounts.sign_out":
            status, said = asked(twins, sly, method, rule)
            assert CANARY not in said, rule
            assert status in (*DENIED, 400, 413), (rule, status)
    assert whole(app, twins) == before


def whole(app: Flask, twins: Twins) -> list[str]:
    """Every row that belongs to the first one, its logs too."""
    ours = (twins.tree.ids["first"], twins.plan.id, twins.branch.id, twins.workshop.id)
    with sqlite3.connect(str(store.engine_of(app).url.database)) as database:
        return [line for line in database.iterdump() if any(id in line for id in ours)]


def test_the_same_stranger_meets_their_own_at_the_same_addresses(app: Flask, twins: Twins):
    """Else nothing would be proven above: the same pages are there for the twin."""
    sly = twins.stranger()
    for path in (twins.other.page, f"{twins.other.page}/comments", twins.tree.page("twin"), "/plans"):
        assert sly.get(path).status_code == 200, path
    assert "Nothing that sings" in sly.get("/plans").text


def test_no_token_of_the_twin_reads_anything_of_the_other(app: Flask, twins: Twins):
    program = Program(app, token_for(app, twins.tree.ids["twin"], below=True))
    for method, rule in routes(app):
        if rule.rule.startswith("/api/"):
            path = twins.address(rule)
            headers = {"Authorization": f"Bearer {program.token}"}
            there = program.client.open(path, method=method, json={} if method == "POST" else None, headers=headers)
            assert CANARY not in told(there.data), rule


# -- Action × role ----------------------------------------------------------------------------------------------------


def test_every_route_asks_the_table_or_is_open_or_finds_its_object_by_the_reader_s_part(app: Flask):
    """A page without an action of its own is one's own account, or asks `may` about the thing at its address."""
    own = ("/account", "/desk/making/", "/w/", "/plans/<id>", "/organisations/<id>", "/api/v1/")
    bare = {rule.rule for _method, rule in routes(app) if not is_open(rule) and action_of(app, rule) is None}
    assert {rule for rule in bare if not rule.startswith(own)} == set()
    assert {action for each in GUARDED.values() if (action := each)} <= set(permissions())


@pytest.mark.parametrize("role", [*DESK_ROLES, *ROLES])
def test_no_role_opens_what_the_table_does_not_give_it(app: Flask, twins: Twins, role: str):
    desk = role if role in DESK_ROLES else "member"
    who = signed_in(app, f"{role}@first.example", f"The {role}", desk)
    held = frozenset[str]()
    if role in ROLES:
        twins.tree.give(who.account, role, "first")
        held = frozenset({role})
    app.config["WTF_CSRF_ENABLED"] = False
    for method, rule in routes(app):
        action = action_of(app, rule)
        if action and not may(desk, action) and not may(desk, action, Standing(anywhere=held)):
            assert asked(twins, who, method, rule)[0] == 403, (method, rule)
