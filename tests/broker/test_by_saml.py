"""Signing in by a broker at a federation that speaks SAML only, each program speaking to the next for itself."""

from collections.abc import Iterator

import pytest

from tests.broker.place import Place
from tests.workshop.visitor import forms


def test_somebody_of_the_agency_comes_in_with_what_their_organisation_gives(place: Place):
    ada = place.somebody()
    page = ada.comes()
    assert page.request.path == "/account" and f"{ada.who.capitalize()} Salo" in page.text
    assert "Homes" in ada.visitor.get("/organisations").text


def test_an_answer_that_travels_encrypted_is_read(place: Place):
    assert place.somebody().comes(how="encrypted").request.path == "/account"


def test_whoever_comes_again_has_the_same_account_though_the_federation_names_them_anew_each_time(place: Place):
    ada = place.somebody()
    ada.comes()
    place.somebody().comes(who=ada.who)
    assert len(place.accounts_of(ada.who)) == 1


def test_the_same_user_id_of_another_organisation_is_somebody_else(place: Place):
    ada, other = place.somebody(), place.somebody()
    ada.comes()
    assert other.comes("bureau", who=ada.who).request.path == "/account"
    assert len(set(place.accounts_of(ada.who))) == 2
    assert "Roads" in other.visitor.get("/organisations").text


@pytest.fixture
def by_subject(place: Place) -> Iterator[Place]:
    place.change(identity="")
    yield place
    place.change(identity="local_id home_organisation")


def test_the_broker_s_subject_tells_people_apart_as_well(by_subject: Place):
    ada = by_subject.somebody()
    ada.comes()
    by_subject.somebody().comes(who=ada.who)
    assert len(by_subject.accounts_of(ada.who)) == 1
    by_subject.somebody().comes("bureau", who=ada.who)
    assert len(by_subject.accounts_of(ada.who)) == 2


def test_what_an_organisation_entitles_to_gives_a_role(place: Place):
    ada = place.somebody()
    ada.comes(entitlement="something else,toimi-editor")
    assert "Repairs" in ada.visitor.get("/organisations").text


def test_no_organisation_entitles_to_anything_in_another(place: Place):
    eva = place.somebody("eva")
    page = eva.comes("ministry", entitlement="toimi-editor,toimi-editor@agency.example")
    assert page.status_code == 403 and "no part here" in page.text
    assert not eva.inside


def test_whoever_is_known_at_home_is_not_asked_there_again(place: Place):
    ada = place.somebody()
    ada.comes()
    ada.visitor.send("/account", button="Sign out")
    assert not ada.inside
    assert ada.comes(who="not asked for").request.path == "/account"


# -- What is sensitive -----------------------------------------------------------------------------------------------


def test_what_is_sensitive_is_asked_anew_at_home(place: Place):
    place.rule("entitlement", "toimi-leader@agency.example", "homes", "administrator")
    ada = place.somebody()
    ada.comes(entitlement="toimi-leader", how="long ago")
    asked = ada.visitor.send(place.homes, label="Eva", role="reader")
    assert asked.status_code == 403 and "Is it you?" in asked.text
    [form] = [form for form in forms(asked) if form.fields.get("label") == "Eva"]
    there = ada.agent.chooses(place.go(ada.visitor, "/sure"), "agency")
    assert "Sign in" in there.text, "asked, although known there"
    said = ada.agent.says(there, who=ada.who, entitlement="toimi-leader")
    assert "It is you" in ada.arrives(ada.agent.takes(said)).text
    assert "/invite/" in ada.visitor.client.post(asked.request.path, data=form.fields, follow_redirects=True).text


def test_an_organisation_that_does_not_ask_anew_makes_nobody_sure(place: Place):
    ada = place.somebody()
    ada.comes()
    assert "did not ask you anew" in ada.comes(way="/sure", how="long ago").text


def test_another_person_at_home_makes_nobody_sure(place: Place):
    ada = place.somebody()
    ada.comes()
    assert "somebody else" in ada.comes(way="/sure", who="eva").text


# -- Giving up -------------------------------------------------------------------------------------------------------


def test_whoever_gives_up_at_home_reads_so_and_can_begin_again(place: Place):
    ada = place.somebody()
    page = ada.comes(give_up="yes")
    assert page.status_code == 403 and "did not let you in" in page.text and "broken off there" in page.text
    assert ada.comes().request.path == "/account"


def test_whoever_finds_their_organisation_nowhere_reads_that_they_were_not_let_in(place: Place):
    ada = place.somebody()
    choice = ada.agent.opens(place.go(ada.visitor))
    assert "did not let you in" in ada.arrives(ada.agent.turned(choice.link("Nowhere"))).text
