"""People come in by the word of a provider: who they are, what that gives them, and what it takes away again."""

import re

import pytest
from flask import Flask

from tests.conftest import Clock, signed_in
from tests.workshop.crooked import OTHER_KEY
from tests.workshop.signing_on import Desk, tie
from tests.workshop.visitor import Visitor


def test_whom_a_rule_gives_something_comes_in_with_just_that(place: Desk, visitor: Visitor):
    page = place.sign_in(visitor)
    assert page.status_code == 302
    assert place.roles() == {("homes", "editor")}
    assert "Ada Salo" in visitor.get("/account").text
    assert visitor.get("/people").status_code == 403


def test_the_way_there_carries_state_nonce_and_a_challenge_and_no_secret(place: Desk, visitor: Visitor):
    door = place.go(visitor)
    for wanted in ("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "response_type=code"):
        assert wanted in door
    assert "secret" not in door and "code_verifier" not in door


def test_two_ways_there_have_nothing_in_common(place: Desk, visitor: Visitor):
    secrets = [dict(re.findall(r"(state|nonce|code_challenge)=([^&]+)", place.go(visitor))) for _each in range(2)]
    assert not set(secrets[0].values()) & set(secrets[1].values())


def test_the_same_person_is_the_same_account_next_time(place: Desk, visitor: Visitor, app: Flask):
    place.sign_in(visitor)
    place.sign_in(Visitor(app))
    assert place.kept["identity"] == 1 and place.kept["account"] == 2


def test_the_same_subject_with_an_address_of_somebody_here_is_not_taken_for_them(place: Desk, visitor: Visitor):
    place.crooked.person |= {"email": "ann@example.fi", "email_verified": True}
    place.sign_in(visitor)
    assert visitor.get("/people").status_code == 403
    assert "ann@example.fi" not in visitor.get("/account").text


def test_whoever_leaves_a_group_loses_its_role_at_the_next_sign_in(place: Desk, visitor: Visitor):
    place.rule("groups", "all", "repairs", "reader")
    place.sign_in(visitor)
    assert place.roles() == {("homes", "editor"), ("repairs", "reader")}
    place.crooked.person["groups"] = ["all"]
    place.sign_in(visitor)
    assert place.roles() == {("repairs", "reader")}


def test_a_role_that_was_given_by_hand_stays_whatever_the_provider_says(place: Desk, app: Flask):
    eva = signed_in(app, "eva@example.fi", "Eva", "member")
    place.tree.give(eva.account, "reader", "roads")
    tie(place, eva)
    place.crooked.person["groups"] = []
    assert place.sign_in(Visitor(app)).status_code == 302
    assert place.roles() == set()
    assert eva.get(place.tree.page("roads")).status_code == 200


def test_whom_no_rule_gives_anything_any_more_stays_outside_and_is_out_everywhere(place: Desk, app: Flask):
    earlier, later = Visitor(app), Visitor(app)
    place.sign_in(earlier)
    place.crooked.person["groups"] = []
    page = place.sign_in(later)
    assert page.status_code == 403 and "no part here" in page.text
    assert place.roles() == set()
    assert "Your account" not in earlier.get("/account").text


def test_whom_no_rule_gives_anything_gets_no_account_and_is_told_what_to_do(place: Desk, visitor: Visitor):
    place.crooked.person["groups"] = ["strangers"]
    before = place.kept
    page = Visitor(place.app, Accept_Language="fi")
    answer = place.sign_in(page)
    assert answer.status_code == 403 and 'lang="fi"' in answer.text
    assert place.kept == before


def test_roles_by_a_provider_s_word_run_out_where_nobody_comes_again(place: Desk, visitor: Visitor, clock: Clock):
    place.sign_in(visitor)
    clock.pass_by(days=60)
    place.sign_in(visitor)
    assert place.roles(after=140) == {("homes", "editor")}, "coming again keeps them"
    assert place.roles(after=151) == set()


def test_a_login_by_a_provider_lasts_a_day_s_work(place: Desk, visitor: Visitor, clock: Clock):
    place.sign_in(visitor)
    clock.pass_by(hours=11)
    assert visitor.get("/account").request.path == "/account"
    clock.pass_by(hours=2)
    assert visitor.get("/account").request.path == "/sign-in"


def test_people_may_be_told_apart_by_claims_of_an_organisation_s_own(place: Desk, app: Flask):
    place.change(identity="uid home")
    place.crooked.person |= {"uid": "ada", "home": "ministry.example"}
    place.sign_in(Visitor(app))
    place.crooked.person |= {"sub": "another subject of the same"}
    place.sign_in(Visitor(app))
    assert place.kept["identity"] == 1
    place.crooked.person |= {"home": "agency.example"}
    place.sign_in(Visitor(app))
    assert place.kept["identity"] == 2


def test_a_claim_that_comes_as_a_list_of_one_tells_the_same_person(place: Desk, app: Flask):
    place.change(identity="uid home")
    place.crooked.person |= {"uid": "ada", "home": "ministry.example"}
    place.sign_in(Visitor(app))
    place.crooked.person |= {"uid": ["ada"], "home": ["ministry.example"]}
    place.sign_in(Visitor(app))
    assert place.kept["identity"] == 1


def test_a_claim_of_several_values_tells_nobody(place: Desk, visitor: Visitor):
    place.change(identity="uid home")
    place.crooked.person |= {"uid": ["ada", "eva"], "home": "ministry.example"}
    assert "cannot be trusted" in place.sign_in(visitor).text
    assert place.kept["identity"] == 0


@pytest.mark.parametrize(
    "told",
    [
        {"email": "Ada@ministry.example"},
        {"mail": ["ada@ministry.example", "a@b.example"]},
        {"attributes": {"mail": "ada@ministry.example"}},
    ],
)
def test_an_address_tells_nobody_under_whatever_name_it_comes(place: Desk, visitor: Visitor, told: dict[str, object]):
    place.change(identity="uid")
    place.crooked.person |= {"uid": "ada@ministry.example", **told}
    assert "cannot be trusted" in place.sign_in(visitor).text
    assert place.kept["identity"] == 0


def test_a_scoped_name_that_is_nobody_s_address_tells_who_it_is(place: Desk, visitor: Visitor):
    place.change(identity="uid")
    place.crooked.person |= {"uid": "a123@ministry.example", "email": "ada@ministry.example"}
    assert place.sign_in(visitor).status_code == 302


def test_a_claim_may_lie_in_another(place: Desk, visitor: Visitor):
    place.rule("realm_access.roles", "reads", "repairs", "reader")
    place.crooked.person |= {"groups": [], "realm_access": {"roles": ["reads"]}}
    place.sign_in(visitor)
    assert place.roles() == {("repairs", "reader")}


def test_a_closed_account_stays_closed_at_the_provider_too(place: Desk, visitor: Visitor, administrator: Visitor):
    place.sign_in(visitor)
    administrator.send("/people", button="Close account")
    page = place.sign_in(visitor)
    assert page.status_code == 403 and "Your account is closed" in page.text


def test_one_goes_on_to_where_one_wanted_to_go(place: Desk, visitor: Visitor):
    assert "next=/account" in visitor.get("/account").text
    assert place.sign_in(visitor, "?next=/account").headers["Location"] == "/account"


def test_new_keys_are_taken_up_once_the_old_ones_have_been_looked_at_for_a_while(
    place: Desk, visitor: Visitor, clock: Clock
):
    place.sign_in(visitor)
    place.crooked.key, place.crooked.header = OTHER_KEY, {"alg": "RS256", "kid": "second"}
    place.crooked.keys = [OTHER_KEY.as_dict(private=False)]
    clock.pass_by(minutes=2)
    assert place.sign_in(visitor).status_code == 302


# -- Out again ------------------------------------------------------------------------------------------------------


def test_whoever_signs_out_is_shown_the_way_out_at_the_provider_too(place: Desk, visitor: Visitor):
    place.sign_in(visitor)
    page = visitor.send("/account", button="Sign out")
    assert "You are still signed in at House of Keys." in page.text and "Sign out there too" in page.text
    out = place.go(visitor, "/end")
    assert out.startswith(f"{place.crooked.issuer}/out?client_id=") and "post_logout_redirect_uri=" in out


def test_nobody_is_shown_a_way_out_where_the_provider_has_none(place: Desk, visitor: Visitor):
    place.crooked.described = {"end_session_endpoint": None}
    place.sign_in(visitor)
    page = visitor.send("/account", button="Sign out")
    assert "You are still signed in at House of Keys." in page.text and "Sign out there too" not in page.text
    turned = place.come_back(visitor, {"error": "access_denied"})
    assert "cannot go on" in turned.text and "Sign out of House of Keys" not in turned.text


def test_a_provider_out_of_use_lets_nobody_in_and_gives_nothing(place: Desk, visitor: Visitor, administrator: Visitor):
    place.sign_in(visitor)
    administrator.send(f"/providers/{place.id}", button="Take it out of use")
    assert place.roles() == set()
    assert visitor.get("/account").request.path == "/sign-in"
    assert visitor.get(place.path).status_code == 404
    assert "House of Keys" not in visitor.get("/sign-in").text
