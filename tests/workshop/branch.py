"""A ministry with an agency whose plan is followed up: figures, a round, a holder with their link. To look at."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from secrets import token_hex

from flask import Flask

from facilitation.plans.commands import EnterFigure, PlacePlan, RecordApproval, TellProgress
from facilitation.shapes import Milestone
from facilitation.shapes.followed import Period
from tests.workshop.followed import ACTION, FINANCE, GOAL, LAW, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from workshop import store
from workshop.clock import now
from workshop.store import holders, rounds
from workshop.store.forest import add
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow

YEARS = ((2024, 14.0), (2025, 18.0))


class Branch:
    """Of whoever this account is: they edit for the ministry and for the agency."""

    def __init__(self, app: Flask, account: str) -> None:
        with app.app_context(), store.writing() as db:
            at, who = now(), db.get_one(AccountRow, account)
            today = at.date()
            heads = ({"en": "Ministry of Housing", "kind": "ministry"}, {"en": "Homes Agency", "kind": "agency"})
            self.ministry = above = add(db, heads[0], "", None, None, at).id
            self.agency = add(db, heads[1], above, None, None, at).id
            for organisation in (above, self.agency):
                give(db, who, Part(organisation, "editor", today), None, at)
            name = {"en": "Autumn round", "fi": "Syyskierros", "sv": "Höstomgången"}
            rounds.open_round(db, above, today, today + timedelta(days=30), name, who, at)
            whom = ("Hal Harkonen", "hal@example.fi")
            hal = holders.hand_over(db, self.agency, FINANCE, "holder", whom, today, who, at)
            ida = holders.hand_over(db, self.agency, LAW, "holder", ("Ida Ilves", ""), today, who, at)
            self.check_in = f"/check-in/{holders.new_link(db, hal, who, at)}"
            self.check_in_law = f"/check-in/{holders.new_link(db, ida, who, at)}"
        acting = replace(ACTION, end=None, milestones=tuple(on_the_way(today)))
        plan = replace(PLAN, organisation="Homes Agency", goals=(replace(GOAL, actions=(acting,)),))
        self.desk = followed_up(PlanDesk(app, account, plan, f"plan-{token_hex(4)}"), self.agency, today)
        follow_up = f"{self.desk.page}/follow-up"
        unit, branch = f"/organisations/{self.agency}", f"/organisations/{above}"
        self.pages = {
            "follow-up-plan": follow_up,
            "follow-up-enter": f"{follow_up}/enter",
            "follow-up-workbook": f"{follow_up}/workbook",
            "follow-up-correct": f"{follow_up}/figures/{SHARE.id}",
            "follow-up-figure": f"{follow_up}/figures/{SHARE.id}/{YEARS[-1][0]}-12-31",
            "follow-up-mine": "/follow-up",
            "follow-up-branch": f"{branch}/follow-up",
            "branch": f"{branch}/branch",
            "follow-up-rounds": f"{branch}/rounds",
            "holders": f"{unit}/holders",
            "holder-briefing": f"{unit}/holders/{hal.id}/briefing",
        }


def on_the_way(today: date) -> Iterator[Milestone]:
    """One that was reached before, one that is late, one that is next, and one without a day."""
    yield Milestone({"en": "Offices asked", "fi": "Virastoilta kysytty"}, today - timedelta(90), done=True)
    yield Milestone({"en": "Model drafted", "fi": "Sopimusmalli luonnosteltu"}, today - timedelta(12))
    yield Milestone({"en": "Comments taken in", "fi": "Lausunnot käsitelty"}, today + timedelta(20))
    yield Milestone({"en": "In use", "fi": "Käytössä"})


def followed_up(desk: PlanDesk, organisation: str, today: date) -> PlanDesk:
    assert desk.ask(PlacePlan(organisation)).ok
    assert desk.ask(RecordApproval("Director General", today, "VN/1", "", "", "", "It is known", today)).ok
    words = ("Two offices are missing.", "", "final", FINANCE, today)
    for year, value in YEARS:
        period = Period(date(year, 1, 1), date(year, 12, 31))
        entered = EnterFigure(f"figure-{year}", SHARE.id, period, value, value, 100, *words)
        assert desk.ask(entered).ok
    assert desk.ask(TellProgress(ACTION.id, "in_progress", "", "", today)).ok
    return desk
