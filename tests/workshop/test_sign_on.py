"""People come in by the word of a provider: who they are, what that gives them, and what it takes away again."""

import re

import pytest
from flask import Flask

from tests.conftest import NOON, PASSWORD, Clock, new_account, signed_in
from tests.workshop.crooked import OTHER_KEY, Crooked, crooked
from tests.workshop.signing_on import Desk, desk
from tests.workshop.visitor import Visitor, forms


@pytest.fixture
def house(clock: Clock):
    with crooked(clock) as provider:
        yield provider


@pytest.fixture
def place(app: Flask, house: Crooked, administrator: Visitor) -> Desk:
    return desk(app, house, administrator)


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


# -- One's own account tied -----------------------------------------------------------------------------------------


def tie(place: Desk, who: Visitor) -> None:
    page = who.client.post(f"/account/ties/{place.id}", data=form_of(who, "Tie to"))
    assert page.status_code == 200, page.text
    onward = re.search(r'href="/sign-on/[^/]+(/on\?state=[^"]+)"', page.text)
    assert onward, page.text
    assert place.sign_in(who, onward[1]).headers["Location"] == "/account"


def form_of(who: Visitor, button: str) -> dict[str, str | list[str]]:
    return next(
        form.fields for form in forms(who.get("/account")) if any(button in each.words for each in form.buttons)
    )


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
    page = facilitator.client.post(f"/account/ties/{place.id}", data=form_of(facilitator, "Tie to"))
    onward = re.search(r'(/on\?state=[^"]+)"', page.text)
    assert onward
    answer = place.sign_in(facilitator, onward[1])
    assert answer.status_code == 409 and "another account" in answer.text


def test_what_one_account_began_another_does_not_end(place: Desk, app: Flask, facilitator: Visitor):
    new_account(app, "eva@example.fi", "Eva", "member")
    page = facilitator.client.post(f"/account/ties/{place.id}", data=form_of(facilitator, "Tie to"))
    onward = re.search(r'(/on\?state=[^"]+)"', page.text)
    assert onward
    told = place.crooked.shows(place.go(facilitator, onward[1]))
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


# -- Is it you? -----------------------------------------------------------------------------------------------------


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
