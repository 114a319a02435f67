"""A place in which somebody has each right that the table gives: who they are, and what they find there."""

import secrets
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

from flask import Flask

from facilitation.live.commands import SetRole
from facilitation.plans.commands import PlacePlan
from tests.conftest import NOON, signed_in
from tests.facilitation.sample_plan import plan as sample
from tests.workshop.branch_desk import Ministry
from tests.workshop.desk import Desk, set_up
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_bringing_packs import named, sent
from tests.workshop.test_mapping import FOLLOWS, later
from tests.workshop.test_paper import sat
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.access import DESK_ROLES, PLAN_ROLES, SEAT_ROLES
from workshop.store import letters
from workshop.store.letters import Letter
from workshop.store.plan_people import set_parts
from workshop.store.rounds import open_round
from workshop.store.tables import AccountRow, LetterRow, ProviderRow

HELD_IN = {"here": "homes", "below": "housing", "anywhere": "roads"}
"""Where somebody has a role that reaches Homes so."""
OLD, NEW = "righted-2026", "righted-2030"


class World(Ministry):
    """With a workshop of Homes, a plan that is being written there, and all that administrators look after."""

    def __init__(self, app: Flask) -> None:
        super().__init__(app)
        self.fay = signed_in(app, "fay@homes.example", "Fay", "facilitator")
        self.desk = Desk(app, set_up(self.fay, organisation="Homes"))
        self.written = self.plan_in_writing("plan-0003")
        self.somebody_holding = cache(self._somebody_holding)
        ann = self.somebody_holding("administrator")
        for pack in (named(OLD), {**later(), "key": NEW, "follows": {**FOLLOWS, "pack": OLD}}):
            assert sent(ann, pack).status_code == 200
        with app.app_context(), store.writing() as db:
            db.add(
                ProviderRow(
                    id="keys", name="Keys", issuer="https://keys.example", client="us", scopes="openid", created=NOON
                )
            )

    def plan_in_writing(self, id: str, keyed_in: str = "") -> PlanDesk:
        desk = PlanDesk(self.app, self.account(f"owner-{id}"), replace(sample(), organisation="Homes"), id)
        assert desk.ask(PlacePlan(self.ids["homes"], self.ids.get(keyed_in, ""))).ok
        return desk

    def round(self) -> str:
        """The id of a new round in Homes."""
        with self.app.app_context(), store.writing() as db:
            by, day = db.get_one(AccountRow, self.fay.account), NOON.date()
            return open_round(db, self.ids["homes"], day, day + timedelta(9), {}, by, NOON).id

    def fresh(self) -> str:
        """The id of a new organisation under Homes."""
        return self.add(f"new-{secrets.token_hex(4)}", "homes")

    def _somebody_holding(self, holder: str) -> Visitor:
        """Who has this and nothing else, as the table of rights calls it."""
        role, _, reach = holder.partition(":")
        if role in SEAT_ROLES:
            return self.fay if role == "host" else self._seated(role)
        desk = role if role in DESK_ROLES and reach not in HELD_IN else "member"
        who = signed_in(self.app, f"{role}-{reach}@place.example", holder, desk)
        with self.app.app_context(), store.writing() as db:
            if role in PLAN_ROLES and not reach and role != "follower":
                set_parts(db, self.written.id, who.account, [role])
                set_parts(db, self.homes.id, who.account, [role])
        if reach in HELD_IN:
            self.give(who.account, role, HELD_IN[reach])
        elif holder == "follower":
            self.give(who.account, "reader", "housing")
        elif holder == "member:own":
            self.give(who.account, "facilitator", "roads")
        return who

    def _seated(self, role: Any) -> Visitor:
        asker = self.desk.seat(f"as-{role}")
        assert self.desk.ask(SetRole(asker.seat, role), self.desk.host).ok
        return sat(self.app, self.desk, asker)

    def letter(self, *, gone: bool) -> None:
        """One that went out, or one that no server takes."""
        with self.app.app_context(), store.writing() as db:
            letters.write(db, Letter(secrets.token_hex(4), "eva@homes.example", "en", "Hello", "Hello!"), NOON)
            db.flush()
            row = db.query(LetterRow).order_by(LetterRow.id.desc()).first()
            assert row
            letters.sent(row, NOON) if gone else letters.failed(row, NOON, "Nobody", for_good=True)
