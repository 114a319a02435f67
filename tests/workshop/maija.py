"""Maija Virtanen, everywhere: an account with a tie, a seat, a holder's role, comments, letters, links, the trail."""

import sqlite3
from collections.abc import Iterator

from flask import Flask

from facilitation.live.commands import AddCard, OpenStep
from facilitation.plans.commands import AddComment, OpenAmendment, OpenCommentRound, PlacePlan, RecordApproval
from tests.conftest import NOON, new_account
from tests.workshop.desk import Desk, set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import Asker
from workshop.store import accounts, holders, letters, plans
from workshop.store.letters import Letter
from workshop.store.people import people_of
from workshop.store.tables import AccountRow, IdentityRow, ProviderRow

NAME, EMAIL, SUBJECT = "Maija Virtanen", "maija.virtanen@homes.example", "sub-93f1-maija"
WROTE = "A pen that only she would ask for"
WORDS = ("virtanen", EMAIL, SUBJECT)
"""What is to be found nowhere once she is erased."""


class World:
    """Her, and another of her name who stays."""

    def __init__(self, app: Flask, facilitator: Visitor) -> None:
        self.app, self.tree = app, Tree(app)
        self.account = new_account(app, EMAIL, NAME, "member")
        self.tree.give(self.account, "editor", "homes")
        self.desk = Desk(app, set_up(facilitator, organisation="Homes"))
        self.seat, self.card = self._sits()
        self.plan = self._approved()
        self._tied()
        self._holds()
        self._written_to()

    def _sits(self) -> tuple[str, str]:
        maija, ben = self.desk.seat("maija", "Unit of one"), self.desk.seat("ben")
        with self.app.app_context():
            people_of().take_name(self.desk.id, maija.seat, NAME)
            people_of().take_name(self.desk.id, ben.seat, "Ben")
        ideas = self.desk.step("ideas")
        self.desk.ask(OpenStep(ideas, ""), self.desk.host)
        self.desk.ask(AddCard("card-of-maija-01", ideas, {"text": WROTE}, "en"), maija)
        self.desk.ask(AddCard("card-of-ben-0001", ideas, {"text": f"Ask {NAME.upper()} about it"}, "en"), ben)
        return maija.seat, "card-of-maija-01"

    def _approved(self) -> PlanDesk:
        """She comments by a link and edits; then the plan is approved, and her name is written into the next draft."""
        desk = PlanDesk(self.app, new_account(self.app, "owner@homes.example", "Owner", "member"))
        assert desk.ask(PlacePlan(self.tree.ids["homes"])).ok
        goal, deadline = desk.life.plan.goals[0], TODAY.replace(day=30)
        assert desk.ask(OpenCommentRound(deadline, TODAY)).ok
        with self.app.app_context(), store.writing() as db:
            plans.name_guest(db, desk.id, "guest-maija-01", NAME)
        guest = Asker("guest-maija-01", "guest")
        assert desk.ask(AddComment("comment-01", goal.id, "Who decides?", "en", TODAY), guest).ok
        maija = desk.invite(self.account, "editor")
        assert desk.revise(goal.id, "to", "Every agreement has a target.", goal.to["en"], maija).ok
        for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
            assert desk.revise_plan(field, value).ok
        assert desk.ask(RecordApproval("Director General", TODAY, "VN/1", "", "", "", "It is known", TODAY)).ok
        assert desk.ask(OpenAmendment("New words")).ok
        assert desk.revise(goal.id, "why", f"As {NAME} said", goal.why.get("en", "")).ok
        return desk

    def _tied(self) -> None:
        with self.app.app_context(), store.writing() as db:
            db.add(
                ProviderRow(
                    id="provider-1",
                    name="Agency",
                    issuer="https://id.example",
                    client="toimi",
                    scopes="openid",
                    created=NOON,
                )
            )
            db.flush()
            tie = {"id": "identity-1", "issuer": "https://id.example", "who": f'{{"sub":"{SUBJECT}"}}'}
            db.add(IdentityRow(**tie, account=self.account, created=NOON, seen=NOON))
            accounts.log_in(db, self.account, "Firefox, Linux", NOON)

    def _holds(self) -> None:
        with self.app.app_context(), store.writing() as db:
            by = db.get_one(AccountRow, self.account)
            row = holders.hand_over(
                db, self.tree.ids["homes"], "Head of purchasing", "holder", (NAME, EMAIL), TODAY, by, NOON
            )
            holders.new_link(db, row, by, NOON)
            self.holder = row.id

    def _written_to(self) -> None:
        with self.app.app_context(), store.writing() as db:
            by = db.get_one(AccountRow, self.account)
            letters.write(db, Letter("r1", EMAIL, "fi", "A round is open", "Hello", ""), NOON)
            letters.write(db, Letter("r2", "boss@homes.example", "fi", f"{NAME} has not answered", "Hello", ""), NOON)
            accounts.invite(db, by, "facilitator", f"{NAME}, purchasing", NOON)


def dump(app: Flask) -> str:
    """Every byte of every table, as text."""
    path = str(store.engine_of(app).url.database)
    with sqlite3.connect(path) as database:
        return "\n".join(database.iterdump())


def pages(app: Flask) -> Iterator[str]:
    """Addresses of pages without a place in them."""
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and not rule.arguments:
            yield rule.rule
