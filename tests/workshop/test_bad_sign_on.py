"""A crooked provider, or somebody who means harm at the door: nobody comes in, a page says so, and the trail knows."""

import json
import re
import time
from collections.abc import Callable

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from tests.conftest import NOON, Clock
from tests.workshop.crooked import CLIENT, KEY, OTHER_KEY, SECRET, Crooked, Reply, crooked, shown
from tests.workshop.signing_on import Desk
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.store import providers
from workshop.store.tables import AccountRow, SpentStateRow

Lie = Callable[[Crooked], object]
HOUR = 3600
TOKEN = re.compile(r"eyJ[\w-]+\.eyJ")
"""How a signed token begins: two objects one after the other. Three signs alone turn up in any random ones."""
PUBLIC = KEY.as_pem(private=False)


def claims(**told: object) -> Lie:
    return lambda provider: provider.claims.update(told)


def later(claim: str, seconds: int) -> Lie:
    return lambda provider: provider.claims.update({claim: int(provider.clock().timestamp()) + seconds})


def set_to(**told: object) -> Lie:
    return lambda provider: [setattr(provider, name, value) for name, value in told.items()]


def answers(path: str, reply: Reply) -> Lie:
    return lambda provider: provider.replies.update({path: reply})


def signs(how: Callable[[Crooked], Callable[[dict[str, object]], str]]) -> Lie:
    return lambda provider: setattr(provider, "sign", how(provider))


DISCOVERY = "/.well-known/openid-configuration"
TOKENS: dict[str, Lie] = {
    "another nonce": claims(nonce="another"),
    "no nonce": claims(nonce=None),
    "a nonce that is a list": claims(nonce=["another"]),
    "another issuer": claims(iss="https://elsewhere.example"),
    "no issuer": claims(iss=None),
    "another audience": claims(aud="somebody else"),
    "no audience": claims(aud=None),
    "an audience of nobody": claims(aud=[]),
    "an audience of others": claims(aud=["somebody", "else"], azp=CLIENT),
    "several in the audience and nobody it is for": claims(aud=[CLIENT, "else"]),
    "several in the audience and it is for another": claims(aud=[CLIENT, "else"], azp="else"),
    "for another": claims(azp="else"),
    "run out": later("exp", -HOUR),
    "never running out": claims(exp=None),
    "running out in words": claims(exp="tomorrow"),
    "not yet good": later("nbf", HOUR),
    "made in the future": later("iat", HOUR),
    "made long ago": later("iat", -HOUR),
    "made at no time": claims(iat=None),
    "made at a time that is none": claims(iat=True),
    "about nobody": claims(sub=None),
    "about an empty name": claims(sub=""),
    "about a number": claims(sub=7),
    "about a name without end": claims(sub="a" * 300),
    "with the hash of another access token": claims(at_hash="AAAAAAAAAAAAAAAAAAAAAA"),
    "without a signature": signs(lambda provider: provider.unsigned),
    "signed with the secret that both know": signs(lambda provider: provider.signed_with(SECRET.encode())),
    "signed with the public key as a secret": signs(lambda provider: provider.signed_with(PUBLIC)),
    "signed with a key it does not show": set_to(key=OTHER_KEY),
    "signed with a key of an unknown name": set_to(header={"alg": "RS256", "kid": "unknown"}, key=OTHER_KEY),
    "with a name for no key": set_to(header={"alg": "RS256", "kid": "unknown"}),
    "that brings its own key": set_to(header={"alg": "RS256", "jwk": OTHER_KEY.as_dict(private=False)}, key=OTHER_KEY),
    "that asks for what we do not know": set_to(header={"alg": "RS256", "kid": "first", "crit": ["exp"], "exp": 1}),
    "that is no token": signs(lambda provider: lambda claims: "no token"),
    "that is a bomb": signs(lambda provider: lambda claims: "[" * 100_000),
}
ANSWERS: dict[str, Lie] = {
    "a token is refused": answers("/token", shown({"error": "invalid_grant", "error_description": SECRET}, 400)),
    "a token page in HTML": answers("/token", Reply(b"<h1>Welcome</h1>", kind="text/html")),
    "a token that is a list": answers("/token", shown(["token"])),
    "a token page that broke": answers("/token", Reply(b"oh", 500)),
    "a token that is sent elsewhere": answers("/token", Reply(b"", 307, headers={"Location": "http://127.0.0.1:9/"})),
    "a token nested without end": answers("/token", Reply(b"[" * 100_000)),
    "no ID token": set_to(token={"id_token": None}),
    "no access token": set_to(token={"access_token": None}),
    "an access token with a line of its own": set_to(token={"access_token": "a\r\nX-Admin: yes"}),
    "a token of another type": set_to(token={"token_type": "mac"}),
    "a huge answer": answers("/token", Reply(b'{"a": "' + b"a" * limits.PROVIDER_BYTES + b'"}')),
    "it tells of somebody else": set_to(userinfo={"sub": "eva-2"}),
    "it tells of nobody": answers("/userinfo", shown({"groups": ["planners"]})),
    "it tells in HTML": answers("/userinfo", Reply(b"<p>Ada</p>", kind="text/html")),
    "its page about people is shut": answers("/userinfo", Reply(b"", 401)),
}
DESCRIPTIONS: dict[str, Lie] = {
    "another issuer's description": set_to(described={"issuer": "https://elsewhere.example"}),
    "a description sent elsewhere": answers(DISCOVERY, Reply(b"", 302, headers={"Location": "http://127.0.0.1:9/"})),
    "a description in HTML": answers(DISCOVERY, Reply(b"<h1>Welcome</h1>", kind="text/html")),
    "a description with a door over plain http": set_to(described={"authorization_endpoint": "http://door.example/"}),
    "a description with a door that is a script": set_to(described={"authorization_endpoint": "javascript:alert(1)"}),
    "a description without a door": set_to(described={"authorization_endpoint": None}),
    "keys on a host that nobody named": set_to(described={"jwks_uri": "https://keys.example/"}),
    "keys on a port that nobody named": set_to(described={"jwks_uri": "http://127.0.0.1:9/keys"}),
    "no keys": set_to(keys=[]),
    "keys that are none": answers("/keys", shown({"keys": "none"})),
    "keys that both know": set_to(keys=[{"kty": "oct", "k": "c2VjcmV0", "kid": "first"}]),
}


@pytest.mark.parametrize("lie", [*TOKENS, *ANSWERS])
def test_a_bad_answer_lets_nobody_in(place: Desk, visitor: Visitor, lie: str):
    (TOKENS | ANSWERS)[lie](place.crooked)
    turned_away(place, visitor, lambda: place.sign_in(visitor))


@pytest.mark.parametrize("lie", DESCRIPTIONS)
def test_a_bad_description_leads_nobody_anywhere(place: Desk, visitor: Visitor, lie: str):
    DESCRIPTIONS[lie](place.crooked)
    turned_away(place, visitor, lambda: place.read(visitor))


def turned_away(place: Desk, visitor: Visitor, step: Callable[[], TestResponse]) -> None:
    """No account, no login, a page of ours, one line in the trail, and no secret in either."""
    before, lines = place.kept, len(place.trail("refuse_sign_on"))
    page = step()
    assert 400 <= page.status_code < 503, page.text
    assert "<h1>" in page.text and "To the sign-in page" in page.text
    assert place.kept == before
    assert visitor.get("/account").request.path == "/sign-in"
    [*_earlier, line] = place.trail("refuse_sign_on")
    assert len(place.trail("refuse_sign_on")) == lines + 1
    assert line.object == place.id and line.detail["reason"] and line.detail["what"]
    told = json.dumps(line.detail) + page.text
    assert not [secret for secret in (SECRET, "code-0", "an access token") if secret in told]
    assert not TOKEN.search(told)


# -- At our own door ------------------------------------------------------------------------------------------------


def test_a_state_of_nobody_s_is_not_taken(place: Desk, visitor: Visitor):
    told = place.crooked.shows(place.go(visitor))
    turned_away(place, visitor, lambda: place.come_back(visitor, told | {"state": "another"}))


def test_without_a_state_nobody_comes_back(place: Desk, visitor: Visitor):
    told = place.crooked.shows(place.go(visitor))
    turned_away(place, visitor, lambda: place.come_back(visitor, {"code": told["code"]}))


def test_what_another_browser_began_does_not_end_here(place: Desk, app: Flask, visitor: Visitor):
    told = place.crooked.shows(place.go(Visitor(app)))
    turned_away(place, visitor, lambda: place.come_back(visitor, told))


def test_nobody_comes_back_twice(place: Desk, app: Flask):
    ada, thief = Visitor(app), Visitor(app)
    told = place.crooked.shows(place.go(ada))
    cookie = ada.client.get_cookie("toimi")
    assert cookie
    assert place.come_back(ada, told).status_code == 302
    thief.client.set_cookie("toimi", cookie.value)
    before = place.crooked.asked.count("/token")
    turned_away(place, thief, lambda: place.come_back(thief, told))
    assert place.crooked.asked.count("/token") == before, "the code is not even tried"


def test_a_code_that_was_used_is_worth_nothing(place: Desk, app: Flask, visitor: Visitor):
    used = place.crooked.shows(place.go(visitor))
    place.come_back(visitor, used)
    other = Visitor(app)
    told = place.crooked.shows(place.go(other)) | {"code": used["code"]}
    turned_away(place, other, lambda: place.come_back(other, told))


def test_a_token_from_an_earlier_time_is_not_taken_again(place: Desk, app: Flask, visitor: Visitor):
    kept: list[str] = []
    place.crooked.sign = lambda claims: kept.append(place.crooked.signed(claims)) or kept[0]
    assert place.sign_in(visitor).status_code == 302
    other = Visitor(app)
    turned_away(place, other, lambda: place.sign_in(other))
    assert len(kept) == 2


def test_whoever_takes_too_long_begins_again(place: Desk, visitor: Visitor, clock: Clock):
    told = place.crooked.shows(place.go(visitor))
    clock.pass_by(seconds=limits.SIGN_ON_SECONDS + 1)
    turned_away(place, visitor, lambda: place.come_back(visitor, told))


def test_another_issuer_s_answer_is_not_this_one_s(place: Desk, visitor: Visitor):
    told = place.crooked.shows(place.go(visitor)) | {"iss": "https://elsewhere.example"}
    turned_away(place, visitor, lambda: place.come_back(visitor, told))
    assert "/token" not in place.crooked.asked


def test_a_provider_that_says_it_names_itself_must(place: Desk, visitor: Visitor):
    place.crooked.described["authorization_response_iss_parameter_supported"] = True
    turned_away(place, visitor, lambda: place.sign_in(visitor))
    told = place.crooked.shows(place.go(visitor)) | {"iss": place.crooked.issuer}
    assert place.come_back(visitor, told).status_code == 302


def test_what_was_begun_at_one_provider_does_not_end_at_another(
    place: Desk, app: Flask, visitor: Visitor, administrator: Visitor, clock: Clock
):
    with crooked(clock) as other_house:
        other = Desk(app, place.tree, desk_id(app, other_house, administrator), other_house)
        told = place.crooked.shows(place.go(visitor))
        turned_away(other, visitor, lambda: other.come_back(visitor, told))


def desk_id(app: Flask, house: Crooked, by: Visitor) -> str:
    with app.app_context(), store.writing() as db:
        values = {"name": "Another", "issuer": house.issuer, "client": CLIENT, "scopes": "openid"}
        return providers.add(db, values, db.get_one(AccountRow, by.account), NOON).id


@pytest.mark.parametrize("error", ["access_denied", "server_error", "<script>"])
def test_who_is_refused_there_is_refused_here_in_words(place: Desk, visitor: Visitor, error: str):
    told = {"state": place.crooked.shows(place.go(visitor))["state"], "error": error, "error_description": SECRET}
    turned_away(place, visitor, lambda: place.come_back(visitor, told))


def test_nobody_is_sent_elsewhere_afterwards(place: Desk, app: Flask):
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        visitor = Visitor(app)
        assert place.sign_in(visitor, f"?next={elsewhere}").headers["Location"] in ("/workshops", "/organisations")


def test_a_slow_answer_is_waited_for_only_so_long(place: Desk, visitor: Visitor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "PROVIDER_SECONDS", 0.4)
    place.crooked.replies["/token"] = Reply(drips=True)
    began = time.monotonic()
    turned_away(place, visitor, lambda: place.sign_in(visitor))
    assert time.monotonic() - began < 5


def test_a_provider_that_is_not_there_is_told_so(place: Desk, visitor: Visitor):
    place.change(issuer="http://127.0.0.1:9")
    turned_away(place, visitor, lambda: place.read(visitor))


def test_whoever_knocks_without_end_waits_and_fills_no_trail(place: Desk, app: Flask):
    knocking = Visitor(app)
    answered = [place.read(knocking, "/back?state=guess").status_code for _each in range(62)]
    assert answered[0] == 400 and answered[-1] == 429
    assert len(place.trail("refuse_sign_on")) == 60


def test_states_that_came_back_are_forgotten_after_a_day(place: Desk, visitor: Visitor, clock: Clock):
    place.sign_in(visitor)
    clock.pass_by(days=2)
    place.sign_in(visitor)
    assert place.count(SpentStateRow) == 1


def test_no_secret_is_told_in_what_the_place_logs(place: Desk, visitor: Visitor, caplog: pytest.LogCaptureFixture):
    place.crooked.replies["/token"] = shown({"error": "invalid_client", "error_description": SECRET}, 401)
    with caplog.at_level("DEBUG"):
        place.sign_in(visitor)
    assert "Turned away" in caplog.text
    assert not [secret for secret in (SECRET, "code-0", "code_verifier") if secret in caplog.text]
