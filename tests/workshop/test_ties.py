"""Whoever has an account here ties it to a provider, and unties it again."""

from flask import Flask

from tests.conftest import PASSWORD, Clock, new_account
from tests.workshop.signing_on import Desk, form_of, tie, way_to_tie
from tests.workshop.visitor import Visitor


def test_an_account_ties_itself_to_a_provider_and_opens_there_too(place: Desk, app: Flask, facilitator: Visitor):
    place.crooked.person["groups"] = []
    tie(place, facilitator)
    fay = Visitor(app)
    assert place.sign_in(fay).status_code == 302
    assert "Fay" in fay.get("/account").text


def test_tying_asks_for_the_password_after_a_while(place: Desk, facilitator: Visitor, clock: Clock):
    clock.pass_by(hours=1)
    page = facilitator.client.post(f"/account/ties/{place.id}", data=form_of(facilitator, "Tie to"))
    assert page.status_code == 403 and "Is it you?" in page.text


def test_nobody_ties_themselves_to_somebody_who_has_an_account_here(place: Desk, app: Flask, facilitator: Visitor):
    place.sign_in(Visitor(app))
    answer = place.sign_in(facilitator, way_to_tie(place, facilitator))
    assert answer.status_code == 409 and "another account" in answer.text


def test_what_one_account_began_another_does_not_end(place: Desk, app: Flask, facilitator: Visitor):
    new_account(app, "eva@example.fi", "Eva", "member")
    told = place.crooked.shows(place.go(facilitator, way_to_tie(place, facilitator)))
    facilitator.send("/sign-in", email="eva@example.fi", password=PASSWORD)
    assert "somebody else" in place.come_back(facilitator, told).text
    assert place.kept["identity"] == 0


def test_an_account_unties_itself_and_loses_what_that_provider_gave(place: Desk, app: Flask, facilitator: Visitor):
    tie(place, facilitator)
    assert place.roles() == {("homes", "editor")}
    facilitator.send("/account", button="Untie")
    assert place.kept["identity"] == 0 and place.roles() == set()


def test_nobody_unties_their_only_way_in(place: Desk, visitor: Visitor):
    place.sign_in(visitor)
    assert "Untie" not in visitor.get("/account").text
