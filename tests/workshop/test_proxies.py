"""Somebody without a device gets a seat from a facilitator, who then enters for them."""

import pytest
from flask import Flask

from facilitation.live.commands import AddCard, OpenStep, SetRole
from tests.workshop.desk import Desk, set_up
from tests.workshop.test_attacks import sits
from tests.workshop.visitor import Visitor
from workshop.perform import Asker
from workshop.store.people import people_of

ONNI = {"name": "Onni  Maja", "organisation": "Public Buildings Agency", "place": "phone"}


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> Desk:
    desk = Desk(app, set_up(facilitator))
    facilitator.get(f"/w/{desk.id}/console")
    return desk


def test_a_facilitator_takes_a_seat_for_somebody_and_keeps_their_own(app: Flask, desk: Desk, facilitator: Visitor):
    page = facilitator.send(f"/w/{desk.id}/person", **ONNI)
    assert (page.status_code, page.request.path) == (200, f"/w/{desk.id}/console")
    [onni] = desk.state.people
    assert (onni.organisation, onni.place, onni.role) == ("Public Buildings Agency", "phone", "participant")
    with app.app_context():
        assert people_of().of(desk.id)[onni.id].name == "Onni Maja"
    assert desk.host.seat in page.text


def test_what_is_entered_for_them_is_theirs(desk: Desk, facilitator: Visitor):
    facilitator.send(f"/w/{desk.id}/person", **ONNI)
    [onni] = desk.state.people
    ideas = desk.step("ideas")
    desk.ask(OpenStep(ideas, ""), desk.host)
    wish = AddCard("card-of-onni-001", ideas, {"text": "Ring and ask"}, "en")
    assert desk.ask(wish, Asker(desk.host.seat, "host", onni.id)).ok
    card = desk.state.cards["card-of-onni-001"]
    assert (card.for_, card.by) == (onni.id, desk.host.seat)


def test_a_co_facilitator_does_so_too_and_nobody_else(desk: Desk):
    ada, gus = desk.seat("ada"), desk.seat("gus")
    assert sits(desk, ada.seat).get(f"/w/{desk.id}/person").status_code == 403
    assert Visitor(desk.app).get(f"/w/{desk.id}/person").status_code == 403
    desk.ask(SetRole(gus.seat, "cohost"), desk.host)
    assert sits(desk, gus.seat).send(f"/w/{desk.id}/person", **ONNI).status_code == 200
    assert len(desk.state.people) == 2


def test_the_same_form_sent_twice_is_one_seat(desk: Desk, facilitator: Visitor):
    path = f"/w/{desk.id}/person"
    form = facilitator.form(path, fields=ONNI)
    for _ in range(2):
        facilitator.client.post(path, data=form.fields | ONNI)
    assert len(desk.state.people) == 1
