"""Somebody who means harm at the doors of the place: pages, forms, and asks over the wire."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from facilitation.live.commands import AddCard, OpenStep
from tests.conftest import signed_in
from tests.workshop.desk import HEAD, Desk, set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor
from workshop import seats, store
from workshop.live import asks
from workshop.store import accounts
from workshop.store.people import people_of
from workshop.store.tables import WorkshopRow

ELSEWHERE = (
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "\t//evil.example",
    "/\t/evil.example",
    "///evil.example",
    "evil.example",
    "http:evil.example",
)
MANY_DIGITS = "9" * 5_000
TURNED = "Ada\u202eolaS\x01 Salo\x00"


def sits(desk: Desk, seat: str) -> Visitor:
    """Somebody at a browser that holds this seat."""
    visitor = Visitor(desk.app)
    with desk.app.test_request_context():
        cookie = seats.give_cookie(desk.app.response_class(), desk.id, seat).headers["Set-Cookie"]
    name, _, value = cookie.partition(";")[0].partition("=")
    visitor.client.set_cookie(name, value)
    return visitor


def asked(desk: Desk, seat: str, kind: str, wish: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An ask as it comes over the wire."""
    said = {"client": "tab", "n": 1, "id": f"ask-{next(IDS):016}", "type": kind, "body": wish} | more
    with desk.app.app_context():
        return asks.answered(desk.id, seat, said, "en")


IDS: Iterator[int] = count()


# -- Forms ------------------------------------------------------------------------------------------------------------


PROGRAMS = "/api/"
"""Programs ask by a token of their own, never by a browser's cookie."""


def test_no_form_is_taken_without_its_own_token(app: Flask, desk: Desk, facilitator: Visitor):
    posts = [
        rule for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ()) and rule.endpoint != "fallback.ask"
    ]
    assert len(posts) > 15
    plan = PlanDesk(app, facilitator.account)
    for rule in (each for each in posts if not each.rule.startswith(PROGRAMS)):
        page = facilitator.client.post(path_of(rule, desk, plan), data={})
        assert page.status_code == 400, rule
        assert "The page had been open too long" in page.text, rule


PLACE = re.compile(r"<(?P<sort>\w+(?:\(.*?\))?:)?(?P<name>\w+)>")


def test_nothing_is_written_by_a_program_that_shows_a_browsers_cookie_alone(
    app: Flask, desk: Desk, facilitator: Visitor
):
    rules = [
        each for each in app.url_map.iter_rules() if each.rule.startswith(PROGRAMS) and "POST" in (each.methods or ())
    ]
    assert rules
    for rule in rules:
        assert facilitator.client.post(path_of(rule, desk), json={}).status_code == 401, rule


def path_of(rule: Rule, desk: Desk, plan: PlanDesk | None = None) -> str:
    id = plan.id if plan and rule.rule.startswith("/plans/") else desk.id
    given = {"id": id, "step": desk.state.order[0], "key": "toimi", "kind": "cards", "code": desk.row.code or ""}

    def meant(found: re.Match[str]) -> str:
        if (found["sort"] or "").startswith("any("):
            return re.findall(r"\w+", found["sort"])[1]
        return "1" if found["sort"] == "int:" else given.get(found["name"], "something")

    return PLACE.sub(meant, rule.rule)


@pytest.mark.parametrize("address", ELSEWHERE)
def test_nobody_is_sent_to_another_place_after_signing_in_or_choosing_a_language(
    app: Flask, facilitator: Visitor, address: str
):
    visitor = Visitor(app)
    form = visitor.form("/sign-in", fields={"email": "", "password": ""})
    given = form.fields | {"email": "fay@example.fi", "password": "a goose in the granary"}
    there = visitor.client.post("/sign-in", query_string={"next": address}, data=given)
    assert (there.status_code, there.headers["Location"]) == (302, "/workshops")
    for way in ("/language", "/look"):
        token = visitor.form("/", fields={"back": ""}).fields["csrf_token"]
        fields = {"csrf_token": token, "language": "sv", "theme": "dark", "back": address}
        assert visitor.client.post(way, data=fields).headers["Location"] == "/"


def test_whoever_signs_in_gets_a_new_login_whatever_the_browser_brought(app: Flask, facilitator: Visitor):
    with facilitator.client.session_transaction() as before:
        stolen = before["login"]
    facilitator.send("/sign-in", email="fay@example.fi", password="a goose in the granary")
    thief = Visitor(app)
    with thief.client.session_transaction() as kept:
        kept["login"] = stolen
    assert thief.client.get("/workshops").headers["Location"].startswith("/sign-in")


def test_a_name_is_kept_without_signs_that_nobody_sees(app: Flask, desk: Desk):
    visitor = Visitor(app)
    page = visitor.send(f"/j/{desk.row.code}", name=TURNED, organisation=f"=cmd\x00|{TURNED}")
    assert page.status_code == 200
    [seat] = desk.state.people
    assert seat.organisation == "=cmd|AdaolaS Salo"
    with app.app_context():
        assert people_of().of(desk.id)[seat.id].name == "AdaolaS Salo"


def test_a_title_is_kept_without_signs_that_nobody_sees(desk: Desk, facilitator: Visitor):
    given = HEAD | {"title_en": f"Plan{TURNED}", "organisation": "<script>\x00alert(1)</script>"}
    page = facilitator.send(desk.plan, **given)
    assert page.status_code == 200
    assert desk.state.title["en"] == "PlanAdaolaS Salo"
    assert "<script>alert" not in page.text


@pytest.mark.parametrize("place", [MANY_DIGITS, "-1", "²", "1", "٠"])
def test_a_draft_that_there_is_not_is_not_found(desk: Desk, facilitator: Visitor, place: str):
    assert facilitator.get(f"/w/{desk.id}/draft?draft={place}").status_code == 404


def test_a_step_is_moved_nowhere_by_a_place_that_there_is_not(desk: Desk, facilitator: Visitor):
    step, order = desk.state.order[1], desk.state.order
    for place in (MANY_DIGITS, "²", "-5", "99"):
        token = facilitator.form(desk.plan).fields["csrf_token"]
        facilitator.client.post(f"{desk.plan}/steps/{step}/move", data={"to": place, "csrf_token": token})
    assert desk.state.order == order


def test_no_method_is_read_but_those_on_the_shelf(visitor: Visitor):
    for pack in ("..", "%2e%2e", "nothing", "toimi%2f..%2f.."):
        assert visitor.get(f"/method/{pack}/now.json").status_code == 404


# -- Pages that are not theirs ----------------------------------------------------------------------------------------


def test_a_facilitator_does_nothing_in_another_s_workshop(app: Flask, desk: Desk):
    gus = signed_in(app, "gus@example.fi", "Gus", accounts.FACILITATOR)
    set_up(gus)
    for page in (desk.plan, f"/w/{desk.id}/console"):
        assert gus.get(page).status_code == 403
    for page in ("draft", "draft.json", "draft.pptx", "screen", "mine"):
        there = gus.client.get(f"/w/{desk.id}/{page}")
        assert there.status_code in (302, 403), page
    for page in ("/people", "/packs/toimi/confirm"):
        assert gus.get(page).status_code in (403, 404, 405)
    (gus_seat,) = Desk(app, workshop_of(app, gus)).state.seats
    assert asked(desk, gus_seat, "OpenStep", {"step": desk.state.order[0], "seen": ""})["code"] == "not_allowed"


def workshop_of(app: Flask, visitor: Visitor) -> str:
    with app.app_context(), store.reading() as db:
        return db.query(WorkshopRow).filter_by(owner=visitor.account).one().id


def test_the_draft_tells_no_participant_what_is_still_hidden(desk: Desk):
    ada, ben = desk.seat("ada"), desk.seat("ben")
    ideas = desk.step("ideas")
    desk.ask(OpenStep(ideas, ""), desk.host)
    desk.ask(AddCard("card-of-ada-0001", ideas, {"text": "A hidden thing"}, "en"), ada)
    for page in ("draft", "draft.json", "mine"):
        assert "hidden thing" not in sits(desk, ben.seat).get(f"/w/{desk.id}/{page}").text
    assert Visitor(desk.app).client.get(f"/w/{desk.id}/draft.json").status_code == 302
