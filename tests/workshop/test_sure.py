"""Whoever gives parts, links or an approval has shown of late who they are; what was filled in waits meanwhile."""

import re
from io import BytesIO
from typing import Any

import pytest
from flask import Flask

from facilitation.plans.events import ApprovalRecorded
from tests.conftest import PASSWORD, Clock
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor, forms
from workshop import limits
from workshop.web.sure import sure

SENSITIVE = (
    *("/account/ties/<identity>/end", "/account/ties/<provider>"),
    *(f"/organisations/<id>/{act}" for act in ("people", "people/<role>/end", "links/<link>/revoke", "settings")),
    *(f"/organisations/<id>/place/{act}" for act in ("end", "merge", "move")),
    *("/organisations/<id>/tokens", "/organisations/<id>/tokens/<token>/revoke", "/organisations/table/take"),
    *("/organisations/<id>/holders", "/organisations/<id>/holders/all"),
    *(f"/organisations/<id>/holders/<holder>/{act}" for act in ("link", "revoke", "end")),
    *("/people/<who>/close", "/people/<who>/password-link"),
    *("/people/invitations", "/people/invitations/<link>/revoke"),
    *(f"/plans/<id>/approval/{act}" for act in ("approve", "overrule")),
    *(f"/plans/<id>/comments/{act}" for act in ("ask", "link", "open")),
    "/plans/<id>/confirm",
    *("/plans/<id>/people", "/plans/<id>/people/leave", "/plans/<id>/people/whose"),
    *("/providers", "/providers/<id>", "/providers/<id>/retire"),
    *("/providers/<id>/rules", "/providers/<id>/rules/<rule>/drop"),
    *("/requests/archive", "/requests/erase"),
    *("/retention/<id>/let-go", "/retention/plans/<id>/let-go"),
    "/workshops/<id>/contents",
)
"""Whatever gives parts, links, keys or an approval, or takes somebody or something away for good."""
RECORDED = "/plans/<id>/approval/record"
"""Asks of a plan that there is, since a signed file is kept meanwhile."""
SIGNED = b"%PDF-1.7 signed"
ELSEWHERE = {"approver": "Board", "day": "2026-11-26", "record_number": "VN/7", "reason": "It is known."}


@pytest.fixture
def desk(app: Flask, facilitator: Visitor, clock: Clock) -> PlanDesk:
    desk = PlanDesk(app, facilitator.account)
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        assert desk.revise_plan(field, value).ok
    clock.pass_by(minutes=limits.SURE_MINUTES + 1)
    return desk


def test_what_gives_parts_links_or_approval_asks_first_who_it_is(administrator: Visitor, clock: Clock):
    clock.pass_by(minutes=limits.SURE_MINUTES + 1)
    sent = {"reason": "A long reason", "csrf_token": administrator.form("/workshops/new").fields["csrf_token"]}
    for rule in SENSITIVE:
        asked = administrator.client.post(re.sub(r"<\w+>", "any", rule), data=sent)
        assert (asked.status_code, "Is it you?" in asked.text) == (403, True), rule
        assert "A long reason" in asked.text, rule


def test_every_page_that_asks_is_on_that_list(app: Flask):
    asking = {rule.rule for rule in app.url_map.iter_rules() if asks(app.view_functions[rule.endpoint])}
    assert asking == {*SENSITIVE, RECORDED}


def asks(view: Any) -> bool:
    """Whether `sure` stands around a view, at whatever depth."""
    while view.__code__.co_filename != sure.__code__.co_filename:
        if not hasattr(view, "__wrapped__"):
            return False
        view = view.__wrapped__
    return True


def test_a_part_in_a_plan_is_given_once_the_password_was_asked(desk: PlanDesk, facilitator: Visitor, app: Flask):
    asked = facilitator.send(f"{desk.page}/people", email="fay@example.fi", roles=["reader", "approver"])
    [form] = [form for form in forms(asked) if "sure_password" in form.fields]
    assert (form.fields["email"], form.fields["roles"]) == ("fay@example.fi", ["reader", "approver"])
    given = form.fields | {"sure_password": PASSWORD}
    told = facilitator.client.post(f"{desk.page}/people", data=given, follow_redirects=True)
    assert "has a part in the plan now" in told.text


def test_a_signed_file_is_kept_while_the_password_is_asked(desk: PlanDesk, facilitator: Visitor):
    path = f"{desk.page}/approval"
    sent = {**ELSEWHERE, "record_number": "", "file": (BytesIO(SIGNED), "signed.pdf")}
    asked = facilitator.send(path, "Record the approval", **sent)
    assert "Is it you?" in asked.text
    [form] = [form for form in forms(asked) if "sure_password" in form.fields]
    given = form.fields | {"sure_password": PASSWORD}
    refused = facilitator.client.post(f"{path}/record", data=given)
    assert refused.status_code == 400 and "signed.pdf is here already." in refused.text
    again = next(form for form in forms(refused) if "record_number" in form.fields)
    facilitator.client.post(f"{path}/record", data=again.fields | ELSEWHERE)
    assert desk.life.published and isinstance(approval := desk.life.published.approval, ApprovalRecorded)
    assert approval.file == "signed.pdf"
    assert facilitator.get(f"{path}/signed/{approval.digest}.pdf").data == SIGNED


def test_no_file_is_recorded_that_never_came(desk: PlanDesk, facilitator: Visitor, clock: Clock):
    form = facilitator.form(f"{desk.page}/approval", "Record the approval")
    given = form.fields | ELSEWHERE | {"kept": "0" * 64, "kept_name": "signed.pdf", "sure_password": PASSWORD}
    assert facilitator.client.post(f"{desk.page}/approval/record", data=given).status_code == 400
    assert desk.life.published is None
