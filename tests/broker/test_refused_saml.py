"""What the broker does not believe of a federation: nobody comes in by it, and they read so in Toimi."""

import re

import pytest
from werkzeug.test import TestResponse

from tests.broker.place import Person, Place
from tests.docs.papers import paper
from workshop import config
from workshop.signon.secrecy import seal

CROOKED = {
    "unsigned": "Signature missing for assertion",
    "stranger": "Failed to verify signature",
    "changed": "Failed to verify signature",
    "expired": "too old",
    "for ever": "not for this service",
    "for another": "AudienceRestrictions",
    "for nobody": "not for this service",
    "at another": "not for this service",
    "to another question": "Unsolicited response",
}
"""How an answer is crooked, and what the broker's log says of it."""

NOBODY = {
    "who is nobody": ({"who": ""}, "0 values of local_id"),
    "who is two people": ({"who": "eva,ada"}, "2 values of local_id"),
    "of two organisations": ({"home": "agency.example,ministry.example"}, "2 values of home_organisation"),
}


def is_refused(person: Person, page: TestResponse, why: str) -> None:
    assert page.status_code == 403 and "did not let you in" in page.text
    assert not person.inside and person.place.accounts_of(person.who) == []
    assert why in person.place.broker.said_last
    assert person.place.trail("refuse_sign_on")[-1].detail["what"] == "said accessdenied"


@pytest.mark.parametrize("how", CROOKED)
def test_an_answer_that_is_crooked_lets_nobody_in(place: Place, how: str):
    eva = place.somebody("eva")
    is_refused(eva, eva.comes(how=how), CROOKED[how])


@pytest.mark.parametrize("who", NOBODY)
def test_nobody_comes_in(place: Place, who: str):
    said, why = NOBODY[who]
    eva = place.somebody("eva")
    is_refused(eva, eva.comes(**said), why)


def test_no_organisation_speaks_for_another(place: Place):
    eva = place.somebody("eva")
    is_refused(eva, eva.comes("ministry", home="agency.example"), "not registered to speak for")


def test_no_organisation_without_scopes_speaks_for_more_than_the_broker_s_settings_say(place: Place):
    eva = place.somebody("eva")
    is_refused(eva, eva.comes("bureau", home="agency.example"), "not registered to speak for")


def test_no_organisation_speaks_in_the_envelope_of_another(place: Place):
    eva = place.somebody("eva")
    page = eva.comes("ministry", home="agency.example", how="in another's envelope")
    is_refused(eva, page, "come from different identity providers")


@pytest.mark.parametrize("why", sorted({*CROOKED.values(), *(why for _said, why in NOBODY.values())}))
def test_the_page_for_operators_knows_what_the_log_says(why: str):
    told = paper("docs/operations.md").text.split("#### When signing in by the broker goes wrong")[1]
    assert any(words in why for words in re.findall(r"\*([^*]+)\*", told.split("\n## ")[0]))


def test_another_secret_than_the_broker_s_is_told_in_the_trail(place: Place):
    kept = place.row.secret
    place.change(secret=seal("another", config.settings_of(place.app).secret_key))
    ada = place.somebody()
    assert "cannot be trusted" in ada.comes().text
    assert place.trail("refuse_sign_on")[-1].detail["what"].startswith("token refused")
    place.change(secret=kept)
    assert ada.comes().request.path == "/account"


def test_nobody_is_sent_on_to_an_address_that_the_broker_does_not_know(place: Place):
    ada = place.somebody()
    door = place.go(ada.visitor)
    assert "Something went wrong" in ada.agent.opens(door.replace("%2Fback", "%2Felsewhere")).text


def test_an_answer_lets_in_once(place: Place):
    ada = place.somebody()
    answer = ada.agent.says(ada.agent.chooses(place.go(ada.visitor), "agency"), who=ada.who)
    kept = ada.agent.remembered()
    ada.arrives(ada.agent.takes(answer))
    ada.visitor.send("/account", button="Sign out")
    ada.agent.remember(kept)
    assert "cannot go on" in ada.arrives(ada.agent.takes(answer)).text
    assert not ada.inside and "Unsolicited response" in place.broker.said_last


def test_an_answer_that_somebody_else_brings_lets_nobody_in(place: Place):
    ada, eva = place.somebody(), place.somebody("eva")
    answer = ada.agent.says(ada.agent.chooses(place.go(ada.visitor), "agency"), who=ada.who)
    assert "cannot go on" in eva.arrives(eva.agent.takes(answer)).text
    assert not eva.inside
