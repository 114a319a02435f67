"""An administrator adds a sign-in service, tries it, and says what its word gives."""

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Clock
from tests.workshop.crooked import CLIENT, SECRET, Crooked
from tests.workshop.signing_on import Desk
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.tables import AuditRow, ProviderRow


@pytest.fixture
def page(administrator: Visitor, house: Crooked) -> str:
    return administrator.send("/providers", name="House of Keys", issuer=house.issuer).request.path


def kept(app: Flask) -> list[ProviderRow]:
    with app.app_context(), store.reading() as db:
        return list(db.scalars(select(ProviderRow)))


def test_from_adding_to_somebody_s_first_sign_in(
    app: Flask, administrator: Visitor, house: Crooked, page: str, visitor: Visitor
):
    assert "House of Keys" not in visitor.get("/sign-in").text, "not offered before its client id is there"
    assert f"{page.replace('/providers', '/sign-on')}/back" in administrator.get(page).text
    administrator.send(page, client=CLIENT, secret=SECRET)
    place = Desk(app, Tree(app), page.split("/")[-1], house)
    administrator.send(page, claim="groups", value="planners", organisation=place.tree.ids["homes"], role="reader")
    assert f'href="{place.path}"' in visitor.get("/sign-in").text
    assert place.sign_in(visitor).status_code == 302
    assert place.roles() == {("homes", "reader")}
    administrator.send(page, button="Take away")
    place.sign_in(visitor)
    assert place.roles() == set()


def test_a_secret_goes_in_and_is_never_shown_again(app: Flask, administrator: Visitor, page: str):
    administrator.send(page, client=CLIENT, secret=SECRET)
    told = administrator.get(page).text + administrator.get("/trail").text + administrator.get("/trail.csv").text
    assert CLIENT in told and SECRET.split()[-1] not in told
    assert SECRET not in kept(app)[0].secret


def test_empty_keeps_the_secret_and_a_variable_takes_its_place(app: Flask, administrator: Visitor, page: str):
    administrator.send(page, client=CLIENT, secret=SECRET)
    sealed = kept(app)[0].secret
    administrator.send(page, client="another")
    assert (kept(app)[0].secret, kept(app)[0].client) == (sealed, "another")
    administrator.send(page, variable="PROVIDER_SECRET_KEYS")
    assert (kept(app)[0].secret, kept(app)[0].variable) == ("", "PROVIDER_SECRET_KEYS")


def test_a_variable_holds_the_secret(
    app: Flask, administrator: Visitor, house: Crooked, page: str, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PROVIDER_SECRET_KEYS", SECRET)
    administrator.send(page, client=CLIENT, variable="PROVIDER_SECRET_KEYS")
    place = Desk(app, Tree(app), page.split("/")[-1], house)
    place.rule("sub", "ada-1", "homes", "reader")
    assert place.sign_in(visitor).status_code == 302
    monkeypatch.delenv("PROVIDER_SECRET_KEYS")
    assert place.read(visitor).status_code == 502


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("variable", "TOIMI_SECRET_KEY", "Begin with PROVIDER_SECRET_"),
        ("variable", "HOME", "Begin with PROVIDER_SECRET_"),
        ("scopes", "profile", "Without “openid”"),
        ("identity", "email", "An address changes hands"),
        ("identity", "uid preferred_username", "An address changes hands"),
        ("identity", "UPN", "An address changes hands"),
        ("identity", "attributes.upn", "An address changes hands"),
        ("hosts", "https://keys.example/", "Write names of hosts only"),
    ],
)
def test_what_must_not_be_is_refused_at_its_field(
    app: Flask, administrator: Visitor, page: str, field: str, value: str, words: str
):
    answer = administrator.send(page, client=CLIENT, **{field: value})
    assert answer.status_code == 400 and words in answer.text and value in answer.text
    assert kept(app)[0].client == ""


@pytest.mark.parametrize(
    "issuer", ["http://keys.example", "keys", "javascript:1", "https://a:b@keys.example", "https://"]
)
def test_an_issuer_without_https_is_refused(app: Flask, administrator: Visitor, issuer: str):
    assert administrator.send("/providers", name="Keys", issuer=issuer).status_code == 400
    assert kept(app) == []


def test_one_issuer_is_there_once(administrator: Visitor, house: Crooked, page: str):
    assert "is there already" in administrator.send("/providers", name="Again", issuer=house.issuer).text


def test_trying_says_what_is_there_and_what_is_missing(administrator: Visitor, house: Crooked, page: str):
    fine = administrator.send(page, button="Read its description").text
    assert "Its description is read" in fine and "It shows one key." in fine
    house.described |= {
        "token_endpoint": "https://elsewhere.example/token",
        "code_challenge_methods_supported": ["plain"],
    }
    told = administrator.send(page, button="Read its description").text
    assert "Its token_endpoint stands elsewhere" in told and "PKCE with S256" in told
    house.described["issuer"] = "https://elsewhere.example"
    assert "could not be read" in administrator.send(page, button="Read its description").text


def test_only_administrators_of_the_place_see_or_change_services(app: Flask, facilitator: Visitor, page: str):
    for path in ("/providers", page):
        assert facilitator.get(path).status_code == 403
    assert facilitator.client.post(f"{page}/try").status_code in (400, 403)
    with app.app_context(), store.reading() as db:
        assert db.scalars(select(AuditRow.action).where(AuditRow.action == "add_provider")).all() == ["add_provider"]


def test_what_is_sensitive_here_asks_who_it_is(administrator: Visitor, page: str, clock: Clock):
    clock.pass_by(hours=1)
    asked = administrator.send(page, client=CLIENT)
    assert asked.status_code == 403 and "Is it you?" in asked.text
