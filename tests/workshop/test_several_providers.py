"""Two providers at one place: whom one knows the other does not, and neither takes away what it did not give."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask import Flask

from tests.conftest import Clock
from tests.workshop.crooked import crooked
from tests.workshop.signing_on import Desk, at_provider, desk, tie
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop.store.tables import OrganisationRoleRow


class Two(NamedTuple):
    """Both know an `ada-1` among their planners: there Ada of Keys, here Ada of Locks."""

    keys: Desk
    locks: Desk

    @property
    def tree(self) -> Tree:
        return self.keys.tree

    @property
    def accounts(self) -> int:
        return self.keys.kept["account"]


@pytest.fixture
def two(app: Flask, clock: Clock, administrator: Visitor) -> Iterator[Two]:
    with crooked(clock) as first, crooked(clock) as second:
        keys = desk(app, first, administrator)
        locks = at_provider(app, second, administrator, keys.tree, "House of Locks")
        locks.rule("groups", "planners", "repairs", "reader")
        first.person["name"], second.person["name"] = "Ada of Keys", "Ada of Locks"
        assert first.person["sub"] == second.person["sub"]
        yield Two(keys, locks)


def test_both_are_offered_at_the_door_and_both_let_people_in(two: Two, app: Flask, visitor: Visitor):
    door = visitor.get("/sign-in").text
    for house, name in ((two.keys, "House of Keys"), (two.locks, "House of Locks")):
        assert re.search(rf'"{house.path}[^"]*"[^>]*>(?:(?!</a>|</button>).)*{name}', door, re.DOTALL)
        who = Visitor(app)
        assert house.sign_in(who).status_code == 302
        assert house.crooked.person["name"] in who.get("/account").text


def test_the_same_subject_at_both_is_two_people(two: Two, app: Flask):
    before, there, here = two.accounts, Visitor(app), Visitor(app)
    two.keys.sign_in(there)
    two.locks.sign_in(here)
    assert two.accounts == before + 2
    assert two.keys.kept["identity"] == 2
    assert "Ada of Keys" in there.get("/account").text
    assert "Ada of Locks" in here.get("/account").text
    for house in two:
        house.sign_in(Visitor(app))
    assert two.accounts == before + 2, "and the same two next time"


def test_each_gets_what_the_rules_of_their_own_provider_give(two: Two, app: Flask):
    for house in two:
        house.sign_in(Visitor(app))
    assert two.keys.roles() == {("homes", "editor")}
    assert two.locks.roles() == {("repairs", "reader")}
    assert two.keys.count(OrganisationRoleRow) == 2


def test_whom_one_of_them_lets_go_the_other_s_person_of_that_subject_stays(two: Two, app: Flask):
    there = Visitor(app)
    two.keys.sign_in(there)
    two.locks.sign_in(Visitor(app))
    two.locks.crooked.person["groups"] = []
    assert two.locks.sign_in(Visitor(app)).status_code == 403
    assert two.locks.roles() == set()
    assert two.keys.roles() == {("homes", "editor")}
    assert "Ada of Keys" in there.get("/account").text


@pytest.fixture
def tied(two: Two, facilitator: Visitor) -> Two:
    """Fay is known by both, and has a role from each."""
    for house in two:
        tie(house, facilitator)
    assert (two.keys.roles(), two.locks.roles()) == ({("homes", "editor")}, {("repairs", "reader")})
    return two


def test_one_account_that_both_know_keeps_what_one_gave_when_it_comes_by_the_other(tied: Two, app: Flask):
    before = tied.accounts
    for house in (tied.locks, tied.keys, tied.locks):
        fay = Visitor(app)
        house.sign_in(fay)
        assert "Fay" in fay.get("/account").text
        assert (tied.keys.roles(), tied.locks.roles()) == ({("homes", "editor")}, {("repairs", "reader")})
    assert tied.accounts == before


def test_what_one_of_them_takes_away_is_its_own_alone(tied: Two, app: Flask, facilitator: Visitor):
    tied.locks.crooked.person["groups"] = []
    assert tied.locks.sign_in(Visitor(app)).status_code == 302
    assert (tied.keys.roles(), tied.locks.roles()) == ({("homes", "editor")}, set())
    assert facilitator.get(tied.tree.page("homes")).status_code == 200


def test_the_same_role_by_both_stays_while_one_of_them_gives_it(two: Two, app: Flask, facilitator: Visitor):
    two.locks.rule("groups", "planners", "homes", "editor")
    for house in two:
        tie(house, facilitator)
    two.locks.crooked.person["groups"] = []
    two.locks.sign_in(Visitor(app))
    assert two.keys.roles() == {("homes", "editor")}
    two.keys.crooked.person["groups"] = []
    two.keys.sign_in(Visitor(app))
    assert two.keys.roles() == two.locks.roles() == set()
