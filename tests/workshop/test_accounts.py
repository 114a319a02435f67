"""Accounts are made by link, signed in and out of, listed and closed."""

import re

from flask import Flask

from tests.conftest import PASSWORD, Clock, new_account, signed_in
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.rehearsal import stage
from workshop.store import accounts

NEW = {"name": "Fay Virta", "email": "Fay@Example.fi", "password": "seven swans and a swallow"}


def first_link(app: Flask, clock: Clock) -> str:
    with app.app_context(), store.writing() as db:
        return f"/first/{accounts.first_link(db, clock())}"


def link_on(page: str) -> str:
    found = re.search(r'value="http://[^/]+(/invite/[^"]+)"', page)
    assert found, "The page shows no link"
    return found[1]


def test_the_first_link_makes_the_administrator(app: Flask, clock: Clock, visitor: Visitor):
    visitor.send(first_link(app, clock), **NEW)
    assert visitor.get("/people").status_code == 200
    with app.app_context(), store.reading() as db:
        [made] = accounts.accounts(db)
    assert (made.email, made.role) == ("fay@example.fi", "administrator")


def test_the_first_link_works_once(app: Flask, clock: Clock, visitor: Visitor):
    link = first_link(app, clock)
    visitor.send(link, **NEW)
    assert Visitor(app).get(link).status_code == 410


def test_a_later_first_link_ends_the_earlier(app: Flask, clock: Clock, visitor: Visitor):
    earlier, later = first_link(app, clock), first_link(app, clock)
    assert visitor.get(earlier).status_code == 410
    assert visitor.get(later).status_code == 200


def test_there_is_no_first_link_once_there_is_an_account(app: Flask, clock: Clock, administrator: Visitor):
    with app.app_context(), store.writing() as db:
        assert accounts.first_link(db, clock()) is None


def test_a_demonstration_does_not_take_the_first_link_away(app: Flask, clock: Clock):
    stage.build(app, "toimi", "ninety_minutes", "en")
    with app.app_context(), store.writing() as db:
        assert accounts.first_link(db, clock()) is not None


def test_a_short_password_is_not_taken_and_the_reason_said(app: Flask, clock: Clock, visitor: Visitor):
    page = visitor.send(first_link(app, clock), **NEW | {"password": "eleven char"})
    assert "Use at least 12 characters." in page.text


def test_words_in_a_row_are_password_enough(app: Flask, clock: Clock, visitor: Visitor):
    visitor.send(first_link(app, clock), **NEW | {"password": "aaaaaaaaaaaa"})
    assert visitor.get("/people").status_code == 200


def test_an_administrator_invites_a_facilitator_by_link(app: Flask, administrator: Visitor):
    page = administrator.send("/people", label="Fay", role="facilitator")
    fay = Visitor(app)
    fay.send(link_on(page.text), **NEW)
    assert fay.get("/account").status_code == 200
    assert fay.get("/people").status_code == 403


def test_a_link_is_shown_only_once(administrator: Visitor):
    assert "/invite/" in administrator.send("/people", label="Fay").text
    assert "/invite/" not in administrator.get("/people").text


def test_a_revoked_link_makes_no_account(app: Flask, administrator: Visitor):
    link = link_on(administrator.send("/people", label="Fay").text)
    administrator.send("/people", button="Revoke")
    assert Visitor(app).get(link).status_code == 410


def test_a_link_runs_out_after_a_week(app: Flask, administrator: Visitor, clock: Clock):
    link = link_on(administrator.send("/people", label="Fay").text)
    clock.pass_by(days=7, seconds=1)
    assert Visitor(app).get(link).status_code == 410


def test_of_two_who_use_one_link_one_gets_an_account(app: Flask, administrator: Visitor):
    link = link_on(administrator.send("/people", label="Fay").text)
    ben = Visitor(app)
    form = ben.form(link, fields=NEW)
    Visitor(app).send(link, **NEW)
    late = ben.client.post(link, data=form.fields | NEW | {"email": "ben@example.fi"})
    assert late.status_code == 410


def test_one_address_has_one_account(app: Flask, administrator: Visitor):
    link = link_on(administrator.send("/people", label="Ann again").text)
    page = Visitor(app).send(link, **NEW | {"email": "ANN@example.fi"})
    assert "has an account already" in page.text
    assert Visitor(app).get(link).status_code == 200, "the link is still good"


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(app: Flask, visitor: Visitor):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    wrong = visitor.send("/sign-in", email="fay@example.fi", password="not the goose at all")
    unknown = Visitor(app).send("/sign-in", email="nob@example.fi", password="not the goose at all")
    assert wrong.status_code == unknown.status_code == 401
    assert "do not go together" in wrong.text
    assert "do not go together" in unknown.text


def test_who_guesses_waits_and_the_owner_elsewhere_does_not(app: Flask, clock: Clock):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    guesser = Visitor(app)
    for _guess in range(5):
        guesser.send("/sign-in", email="fay@example.fi", password="is it this one then")
    assert guesser.send("/sign-in", email="fay@example.fi", password=PASSWORD).status_code == 429
    clock.pass_by(minutes=15)
    guesser.send("/sign-in", email="fay@example.fi", password=PASSWORD)
    assert guesser.get("/account").status_code == 200


def test_one_who_signs_in_goes_on_to_the_page_they_wanted(app: Flask, visitor: Visitor):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    page = visitor.send("/sign-in?next=/account", email="fay@example.fi", password=PASSWORD)
    assert page.request.path == "/account"


def test_nobody_is_sent_to_another_place_after_signing_in(app: Flask, visitor: Visitor):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example"):
        form = visitor.form("/sign-in", fields={"email": ""})
        sent = form.fields | {"email": "fay@example.fi", "password": PASSWORD}
        answer = visitor.client.post("/sign-in", query_string={"next": elsewhere}, data=sent)
        assert answer.location == "/workshops"


def test_pages_for_accounts_ask_others_to_sign_in(visitor: Visitor):
    page = visitor.get("/people")
    assert page.request.path == "/sign-in"
    assert page.request.args["next"] == "/people"


def test_signing_out_ends_the_login_with_us_too(app: Flask, facilitator: Visitor):
    cookie = facilitator.client.get_cookie("toimi")
    assert cookie is not None
    facilitator.send("/account", button="Sign out")
    thief = Visitor(app)
    thief.client.set_cookie("toimi", cookie.value)
    assert thief.get("/account").request.path == "/sign-in"


def test_signing_in_makes_a_new_form_token(app: Flask, visitor: Visitor):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    before = visitor.form("/sign-in").fields["csrf_token"]
    visitor.send("/sign-in", email="fay@example.fi", password=PASSWORD)
    answer = visitor.client.post("/sign-out", data={"csrf_token": before})
    assert answer.status_code == 400


def test_a_login_elsewhere_is_listed_and_can_be_ended(app: Flask, facilitator: Visitor):
    phone = Visitor(app, User_Agent="Mozilla/5.0 (iPhone) Safari/605")
    phone.send("/sign-in", email="fay@example.fi", password=PASSWORD)
    assert "Safari, iPhone" in facilitator.get("/account").text
    facilitator.send("/account", button="Sign out there")
    assert phone.get("/account").request.path == "/sign-in"
    assert facilitator.get("/account").request.path == "/account"


def test_all_logins_elsewhere_are_ended_at_once(app: Flask, facilitator: Visitor):
    elsewhere = [Visitor(app) for _device in range(2)]
    for each in elsewhere:
        each.send("/sign-in", email="fay@example.fi", password=PASSWORD)
    facilitator.send("/account", button="Sign out everywhere else")
    assert [each.get("/account").request.path for each in (*elsewhere, facilitator)] == ["/sign-in"] * 2 + ["/account"]


def test_a_login_runs_out_after_two_weeks(facilitator: Visitor, clock: Clock):
    clock.pass_by(days=14, seconds=1)
    assert facilitator.get("/account").request.path == "/sign-in"


def test_nobody_ends_the_login_of_another(app: Flask, facilitator: Visitor, clock: Clock):
    ben = signed_in(app, "ben@example.fi", "Ben", "facilitator")
    with app.app_context(), store.reading() as db:
        [bens] = accounts.logins(db, ben.account, clock())
    token = facilitator.form("/account", button="Sign out").fields["csrf_token"]
    facilitator.client.post(f"/account/logins/{bens.token_hash}/end", data={"csrf_token": token})
    assert ben.get("/account").request.path == "/account"


def test_changing_the_password_signs_other_devices_out(app: Flask, facilitator: Visitor):
    other = Visitor(app)
    other.send("/sign-in", email="fay@example.fi", password=PASSWORD)
    facilitator.send("/account", current=PASSWORD, password="another goose entirely")
    assert other.get("/account").request.path == "/sign-in"
    assert facilitator.get("/account").request.path == "/account"


def test_changing_the_password_asks_for_the_present_one(facilitator: Visitor):
    page = facilitator.send("/account", current="a goose in the barn", password="another goose entirely")
    assert "That is not your present password." in page.text


def test_who_guesses_the_present_password_waits_as_at_the_door(facilitator: Visitor):
    for _guess in range(5):
        guess = {"password": "a longer goose in it", "current": "is it this one then"}
        assert facilitator.send("/account", "Change the password", **guess).status_code == 400
    right = {"password": "a longer goose in it", "current": PASSWORD}
    assert facilitator.send("/account", "Change the password", **right).status_code == 429


def test_an_administrator_makes_a_link_for_a_lost_password(app: Flask, administrator: Visitor):
    new_account(app, "fay@example.fi", "Fay", "facilitator")
    link = link_on(administrator.send("/people", button="New password link").text)
    fay = Visitor(app)
    fay.send(link, password="a new goose for Fay")
    assert fay.get("/account").status_code == 200
    again = Visitor(app)
    again.send("/sign-in", email="fay@example.fi", password="a new goose for Fay")
    assert again.get("/account").request.path == "/account"


def test_a_closed_account_is_out_at_once_and_for_good(app: Flask, administrator: Visitor):
    fay = signed_in(app, "fay@example.fi", "Fay", "facilitator")
    administrator.send("/people", button="Close account")
    assert fay.get("/account").request.path == "/sign-in"
    assert fay.send("/sign-in", email="fay@example.fi", password=PASSWORD).status_code == 401


def test_an_administrator_cannot_close_their_own_account(administrator: Visitor):
    token = administrator.form("/account", button="Sign out").fields["csrf_token"]
    answer = administrator.client.post(f"/people/{administrator.account}/close", data={"csrf_token": token})
    assert answer.status_code == 400


def test_a_form_without_its_token_changes_nothing(app: Flask, administrator: Visitor):
    answer = administrator.client.post("/people/invitations", data={"label": "Eve", "role": "administrator"})
    assert answer.status_code == 400
    assert "Eve" not in administrator.get("/people").text


def test_what_was_done_to_accounts_leaves_a_trail(app: Flask, administrator: Visitor):
    administrator.send("/people", label="Fay", role="facilitator")
    with app.app_context(), store.reading() as db:
        trail = [(row.action, row.object, row.detail) for row in db.query(accounts.AuditRow)]
    assert ("invite", "Fay", {"role": "facilitator"}) in trail


def test_no_token_or_password_lies_in_the_database(app: Flask, administrator: Visitor):
    link = link_on(administrator.send("/people", label="Fay").text)
    token = link.rpartition("/")[2]
    with store.engine_of(app).connect() as connection:
        dump = " ".join(connection.connection.driver_connection.iterdump())  # pyright: ignore[reportOptionalMemberAccess]
    assert token not in dump
    assert PASSWORD not in dump
