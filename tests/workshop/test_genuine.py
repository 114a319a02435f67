"""A paper that left once: its event and its digest tell whether the plan said that, and whether it still does."""

import re
from hashlib import sha256
from urllib.parse import urlencode

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from facilitation.live.commands import AddCard, FormGroups, OpenStep, ReviseCard
from facilitation.plans.commands import KeepVersion
from tests.workshop.desk import Desk, set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor

OURS, NOT_OURS = "The digest is this plan’s", "The digest is not this plan’s"


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> Desk:
    """Fay's workshop with a goal of Ada's group that was not shown yet."""
    desk = Desk(app, set_up(facilitator))
    ada = desk.seat("ada")
    desk.ask(FormGroups("random"), desk.host)
    step = desk.step("goals")
    assert desk.ask(OpenStep(step, desk.state.current or ""), desk.host).ok
    added = AddCard("goal-00000001", step, {"to": "One plan."}, "en", group=desk.state.group_of(ada.seat))
    assert desk.ask(added, ada).ok
    return desk


def printed(who: Visitor, of: str) -> dict[str, str]:
    """What stands on a paper that leaves now."""
    paper = who.get(f"{of}.md").text
    event, digest = re.search(r"event (\d+) of its log", paper), re.search(r"Digest ([0-9a-f]{12})\.", paper)
    assert event and digest, paper[-600:]
    return {"event": event[1], "digest": digest[1]}


def check(who: Visitor, of: str, told: dict[str, str]) -> TestResponse:
    return who.get(f"{of}/genuine?{urlencode(told)}")


def test_a_paper_is_genuine_until_the_plan_changes_and_known_afterwards(desk: Desk, facilitator: Visitor):
    told = printed(facilitator, f"/w/{desk.id}/draft")
    page = check(facilitator, f"/w/{desk.id}/draft", told).text
    assert OURS in page
    assert "It says the same now" in page
    assert desk.ask(ReviseCard("goal-00000001", "to", "Two plans.", "One plan.", "en"), desk.host).ok
    page = check(facilitator, f"/w/{desk.id}/draft", told).text
    assert OURS in page
    assert "It has changed since" in page


def test_one_sign_off_or_another_event_is_no_paper_of_this_plan(desk: Desk, facilitator: Visitor):
    told = printed(facilitator, f"/w/{desk.id}/draft")
    off = told["digest"][:-1] + ("0" if told["digest"][-1] != "0" else "1")
    for wrong in ({**told, "digest": off}, {**told, "event": "2"}):
        page = check(facilitator, f"/w/{desk.id}/draft", wrong).text
        assert NOT_OURS in page
        assert OURS not in page


def test_what_was_not_shown_to_a_reader_is_not_confirmed_to_them(app: Flask, desk: Desk, facilitator: Visitor):
    told = printed(facilitator, f"/w/{desk.id}/draft")
    bea = Visitor(app)
    assert bea.send(f"/j/{desk.row.code}", "", name="Bea", organisation="Agency").request.path == f"/w/{desk.id}"
    assert NOT_OURS in check(bea, f"/w/{desk.id}/draft", told).text


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"event": "many", "digest": "0" * 12}, "Write this as a whole number"),
        ({"event": "99999", "digest": "0" * 12}, "The log ends at event"),
        ({"event": "0", "digest": "0" * 12}, "Events are counted from 1"),
        ({"event": "1", "digest": "“<b>”"}, "A digest has twelve signs"),
        ({"event": "1", "digest": ""}, "Give the digest that stands on the paper"),
        ({"event": "9" * 400, "digest": "0" * 12}, "Write this as a whole number"),
    ],
)
def test_what_cannot_stand_on_a_paper_is_told_at_its_field(
    desk: Desk, facilitator: Visitor, given: dict[str, str], why: str
):
    page = check(facilitator, f"/w/{desk.id}/draft", given)
    assert page.status_code == 200
    assert why in page.text


def test_the_digest_is_that_of_the_data(desk: Desk, facilitator: Visitor):
    data = facilitator.get(f"/w/{desk.id}/draft.json").data
    told = {"event": printed(facilitator, f"/w/{desk.id}/draft")["event"], "digest": sha256(data).hexdigest().upper()}
    assert OURS in check(facilitator, f"/w/{desk.id}/draft", told).text


def borne(answer: TestResponse) -> dict[str, str]:
    """What the name of a document says of it: the number of the log, and the digest."""
    *_, event, digest = answer.headers["Content-Disposition"].removesuffix(".json").split("-")
    assert sha256(answer.data).hexdigest().startswith(digest)
    return {"event": event.removeprefix("event"), "digest": digest}


def test_a_document_is_checked_by_what_it_is_called(app: Flask, desk: Desk, facilitator: Visitor):
    draft, plan = f"/w/{desk.id}/draft", PlanDesk(app, facilitator.account)
    assert OURS in check(facilitator, draft, borne(facilitator.get(f"{draft}.json"))).text
    assert plan.ask(KeepVersion("As it left the room")).ok
    assert plan.revise(plan.life.plan.goals[0].id, "to", "Something else", plan.life.plan.goals[0].to["en"]).ok
    told = facilitator.get(f"{plan.page}/plan.json?version=0.1"), facilitator.get(f"{plan.page}/plan.json")
    assert f"plan-{plan.id}-0.1-event" in told[0].headers["Content-Disposition"]
    assert {borne(each)["event"] for each in told} == {str(plan.life.versions[0].seq), str(plan.life.seq)}
    for each in told:
        assert OURS in check(facilitator, plan.page, borne(each)).text


def test_a_paper_of_a_plan_that_lives_by_itself_is_checked_on_its_own_page(app: Flask, facilitator: Visitor):
    desk = PlanDesk(app, facilitator.account)
    told = printed(facilitator, f"/plans/{desk.id}/plan")
    assert OURS in check(facilitator, f"/plans/{desk.id}", told).text
    assert check(Visitor(app), f"/plans/{desk.id}", told).request.path == "/sign-in"
