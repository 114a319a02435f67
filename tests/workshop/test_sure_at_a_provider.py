"""Before a sensitive act, whoever came by a provider shows there anew who they are."""

from flask import Flask

from tests.conftest import NOON, Clock
from tests.workshop.signing_on import Desk
from tests.workshop.visitor import Visitor, forms


def sensitive(place: Desk, clock: Clock, app: Flask) -> tuple[Visitor, str]:
    """Ada administers Homes by the provider's word, signed in a while ago, and wants to invite somebody."""
    place.rule("groups", "planners", "homes", "administrator")
    ada = Visitor(app)
    place.sign_in(ada)
    clock.pass_by(hours=1)
    return ada, place.tree.page("homes")


def test_who_has_no_password_shows_at_the_provider_who_they_are(place: Desk, app: Flask, clock: Clock):
    ada, homes = sensitive(place, clock, app)
    asked = ada.send(homes, label="Eva", role="reader")
    assert asked.status_code == 403 and "House of Keys" in asked.text and "sure_password" not in asked.text
    [form] = [form for form in forms(asked) if form.fields.get("label") == "Eva"]
    door = place.go(ada, "/sure")
    assert "prompt=login" in door and "max_age=0" in door
    assert "It is you" in place.come_back(ada, place.crooked.shows(door)).text
    done = ada.client.post(asked.request.path, data=form.fields, follow_redirects=True)
    assert "/invite/" in done.text


def test_a_provider_that_did_not_ask_anew_makes_nobody_sure(place: Desk, app: Flask, clock: Clock):
    ada, homes = sensitive(place, clock, app)
    for told in (NOON.timestamp(), None, "now", clock().timestamp() + 10_000):
        place.crooked.claims["auth_time"] = told
        assert place.sign_in(ada, "/sure").status_code == 400
    assert ada.send(homes, label="Eva", role="reader").status_code == 403


def test_somebody_else_at_the_provider_makes_nobody_sure(place: Desk, app: Flask, clock: Clock):
    ada, homes = sensitive(place, clock, app)
    place.crooked.person["sub"] = "eva-2"
    assert "somebody else" in place.sign_in(ada, "/sure").text
    assert ada.send(homes, label="Eva", role="reader").status_code == 403
