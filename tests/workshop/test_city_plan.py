"""The second shipped method after its workshop: its draft becomes a plan that is settled, approved and followed up."""

from datetime import date

import pytest
from flask import Flask

from facilitation.packs import load
from facilitation.plans.commands import ApprovePlan, EnterFigure, ReviseField, SendForApproval
from facilitation.plans.events import Approver
from facilitation.plans.stops import stops
from facilitation.shapes.followed import Period
from tests.conftest import new_account
from tests.facilitation.test_city_workshop import plan as drafted
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import flat, says
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor

HEAD = "Head of digital services"
SETTLED = {
    "owner": HEAD,
    "due": "2028-12-31",
    "target": 90,
    "target_day": "2028-12-31",
    "start": "2027-01-01",
    "end": "2027-12-31",
}
"""What its editor answers to what stands before the approval, by field."""


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account, drafted())


def test_a_city_s_draft_is_settled_approved_and_followed_up_in_its_own_words(
    app: Flask, facilitator: Visitor, desk: PlanDesk
):
    settle(desk)
    mayor = desk.invite(new_account(app, "mayor@shoreton.example", "Mayor", "member"), "approver")
    assert desk.ask(SendForApproval((Approver(mayor.seat, "Mayor"),))).ok
    assert desk.ask(ApprovePlan("As the council wished", TODAY), mayor).ok
    metric = desk.life.plan.goals[0].metrics[0].id
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    figure = EnterFigure("figure-0001", metric, year, 61, None, None, "Audited", "", "final", HEAD, TODAY)
    assert desk.ask(figure).ok
    assert (desk.life.plan.pack, desk.life.plan.version) == (load("city").key, "1.0")
    assert "61" in facilitator.get(f"{desk.page}/follow-up").text
    page, file = facilitator.get(desk.page), facilitator.get(f"{desk.page}/plan.docx")
    assert "<dt>Binding goal of the budget</dt>" in page.text
    assert "<dt>Performance agreement</dt>" not in page.text
    for told in (flat(page.text), says("docx", file.data)):
        assert flat("Binding goal of the budget") in told
        assert flat("Accessible services") in told


def settle(desk: PlanDesk) -> None:
    while held := stops(desk.life, TODAY):
        stop = held[0]
        assert desk.ask(ReviseField(stop.about, stop.field, SETTLED[stop.field], None)).ok, stop
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        assert desk.revise_plan(field, value).ok
