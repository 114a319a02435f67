"""Two organisations that nothing tells apart but their ids: same names, same code, same plan, same ids within it.

Everything that the first one has not published bears a canary.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from flask import Flask
from werkzeug.routing import Rule

from facilitation.live.commands import AddCard, OpenStep
from facilitation.organisations import ROLES
from facilitation.plans.commands import AddComment, EnterFigure, OpenCommentRound, PlacePlan, WithdrawFigure
from facilitation.shapes.followed import period_of
from tests.conftest import NOON, new_account, signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.branch_desk import branch_of
from tests.workshop.desk import Desk, set_up
from tests.workshop.followed import FINANCE, GOAL, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import token_for
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import Asker
from workshop.store import accounts, holders, insights, own, plans
from workshop.store.people import people_of
from workshop.store.rounds import open_round
from workshop.store.tables import AccountRow, InvitationRow, OrganisationRoleRow, TokenRow

CANARY = "canary"
NAMES = {"en": "Homes", "fi": "Kodit", "sv": "Hem", "code": "1234567-8"}


class Twins:
    """`first` under housing, whose secrets and branch sing, and `twin` under traffic, with everybody there."""

    def __init__(self, app: Flask) -> None:
        self.app, self.tree = app, Tree(app)
        self.tree.add("first", "housing", **NAMES)
        self.tree.add("under", "first")
        self.tree.add("twin", "traffic", **NAMES)
        fay = signed_in(app, "fay@homes.example", "Fay", accounts.FACILITATOR)
        self.tree.give(fay.account, "facilitator", "first")
        self.workshop = self._workshop(fay)
        self.plan = self._plan("first", "plan-of-first", f"{CANARY} in the plan")
        self.other = self._plan("twin", "plan-of-twin", "Nothing that sings")
        self.unit = self._followed()
        self.branch = branch_of(self.tree, "first", "under", self.unit, f"{CANARY} of the branch")
        self.known = self._around(fay.account)

    def stranger(self) -> Visitor:
        """Somebody with every role there is, in the twin alone."""
        who = signed_in(self.app, "sly@twin.example", "Sly", accounts.FACILITATOR)
        for role in ROLES:
            self.tree.give(who.account, role, "twin")
        return who

    def _workshop(self, fay: Visitor) -> Desk:
        desk = Desk(self.app, set_up(fay, organisation="Homes (1234567-8)", title_en=f"{CANARY} workshop"))
        ada, ideas = desk.seat("ada"), desk.step("ideas")
        with self.app.app_context():
            people_of().take_name(desk.id, ada.seat, f"{CANARY} Ada")
        desk.ask(OpenStep(ideas, ""), desk.host)
        desk.ask(AddCard("card-of-ada-0001", ideas, {"text": f"{CANARY} idea"}, "en"), ada)
        return desk

    def _plan(self, name: str, id: str, words: str) -> PlanDesk:
        whole = replace(sample(), organisation="Homes", title={"en": words})
        desk = PlanDesk(self.app, new_account(self.app, f"{id}@example.fi", f"Owner of {id}", "member"), whole, id)
        goal = desk.life.plan.goals[0]
        assert desk.ask(PlacePlan(self.tree.ids[name])).ok
        assert desk.revise(goal.id, "to", words, goal.to["en"]).ok
        assert desk.ask(OpenCommentRound(TODAY.replace(day=30), TODAY)).ok
        with self.app.app_context(), store.writing() as db:
            plans.name_guest(db, id, "guest-0001", words)
        assert desk.ask(AddComment("comment-01", goal.id, words, "en", TODAY), Asker("guest-0001", "guest")).ok
        return desk

    def _followed(self) -> PlanDesk:
        """A unit's plan with a figure that was entered, and one that was taken back."""
        desk = followed(self.tree, "under", "plan-of-under")
        for year in (2024, 2025):
            told = (f"{CANARY} comment", "", "final", FINANCE, TODAY)
            assert desk.ask(
                EnterFigure(f"figure-{year}", SHARE.id, period_of("yearly", date(year, 1, 1)), 7, None, None, *told)
            ).ok
        assert desk.ask(WithdrawFigure("figure-2025", f"{CANARY} reason", FINANCE, TODAY)).ok
        return desk

    def _around(self, account: str) -> dict[str, str]:
        """A round, a holder, a token, a link and a role of the first one, and what else addresses ask for."""
        id = self.tree.ids["first"]
        token_for(self.app, id)
        with self.app.app_context(), store.writing() as db:
            by = db.get_one(AccountRow, account)
            row = holders.hand_over(db, id, "Head of it", "holder", (f"{CANARY} Eva", ""), TODAY, by, NOON)
            round = open_round(db, id, TODAY, TODAY, {"en": f"{CANARY} round"}, by, NOON)
            accounts.link_into(db, by, f"{CANARY} link", NOON, organisation=id, part="editor")
            insights.open_to(db, self.workshop.id, by, f"{CANARY} why", NOON)
            own_entry = own.add(db, id, "theme", "", own.Body(text={"en": f"{CANARY} theme"}), by, NOON).id
            link = db.query(InvitationRow).filter_by(organisation=id).one().token_hash
            role = db.query(OrganisationRoleRow).filter_by(organisation=id).one().id
            token = db.query(TokenRow).filter_by(organisation=id).one().id
        found = {"holder": row.id, "round": round.id, "link": link, "role": role, "token": token}
        found |= {"entry": own_entry, "unit": self.tree.ids["under"]}
        goal = self.plan.life.plan.goals[0]
        return found | {"line": goal.id, "goal": goal.id, "metric": goal.metrics[0].id, "comment": "comment-01"}

    def address(self, rule: Rule) -> str:
        """The rule's address with everything in it of the first one's."""
        whose = {"/plans/<id>": self.plan.id, "/organisations/<id>": self.tree.ids["first"]}
        whose |= dict.fromkeys(("/w/<id>", "/workshops/<id>", "/retention/<id>"), self.workshop.id)
        at_the_api = {"plan": self.plan.id, "organisation": self.tree.ids["first"], "of": "follow-up", "format": "md"}
        at = filled(rule.rule, whose, self.known, at_the_api)
        return f"{at}?goal={self.tree.ids['under']}.{GOAL.id}" if rule.rule.endswith("/branch/decide") else at


def filled(rule: str, whose: Mapping[str, str], known: Mapping[str, str], at_the_api: Mapping[str, str]) -> str:
    """The rule as an address: `whose` gives the `<id>` by how a rule begins, `known` each further name."""
    api = at_the_api if rule.startswith("/api/") else {}

    def meant(found: re.Match[str]) -> str:
        sort, name = found["sort"] or "", found["name"]
        if sort.startswith("any("):
            return sort.removeprefix("any(").rstrip(")").split(",")[0]
        here = next((id for prefix, id in whose.items() if name == "id" and rule.startswith(prefix)), "")
        return here or {**OTHERWISE, **known, **api}.get(name, "something")

    return PLACE.sub(meant, rule)


PLACE = re.compile(r"<(?:(?P<sort>[^:>]+):)?(?P<name>\w+)>")
OTHERWISE = {
    "format": "json",
    "kind": "goal",
    "key": "toimi",
    "pack": "toimi",
    "step": "step",
    "number": "1",
    "sheet": "1",
    "at": "1",
    "day": "2026-11-26",
}
