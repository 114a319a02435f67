"""Whoever gives parts, links or an approval has shown of late who they are; what was filled in waits meanwhile."""

from io import BytesIO

import pytest
from flask import Flask

from facilitation.plans.events import ApprovalRecorded
from tests.conftest import PASSWORD, Clock
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.visitor import Visitor, forms
from workshop import limits

SENSITIVE = (
    *("/plans/any/people", "/plans/any/people/whose", "/plans/any/people/leave"),
    *("/plans/any/approval/approve", "/plans/any/approval/overrule"),
    "/plans/any/confirm",
    *("/plans/any/comments/open", "/plans/any/comments/link", "/plans/any/comments/ask"),
    *("/organisations/any/holders", "/organisations/any/holders/all"),
    *(f"/organisations/any/holders/any/{act}" for act in ("link", "revoke", "end")),
    *("/organisations/any/settings", "/retention/any/let-go", "/retention/plans/any/let-go"),
)
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
    for path in SENSITIVE:
        asked = administrator.client.post(path, data=sent)
        assert (asked.status_code, "Is it you?" in asked.text) == (403, True), path
        assert "A long reason" in asked.text, path


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
