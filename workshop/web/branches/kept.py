"""The plans of a branch as an account meets them: as they are written, or no more of them than was approved."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from flask import abort, request

from facilitation.plans.asking import in_round
from facilitation.plans.outside import from_outside
from facilitation.shapes import TOGETHER
from workshop import store
from workshop.store import branches
from workshop.store.branches import OfBranch
from workshop.store.tables import PlanRow
from workshop.web.head import today
from workshop.web.plans.found import PlanHere, life_of, parts_in
from workshop.web.signing_in import Right, account, noted


def kept_of(organisation: str, kinds: Collection[str] = TOGETHER) -> PlanHere | None:
    """The one that is read; None where none was begun, or where this account reads nothing of it."""
    plans = plans_of(organisation, kinds)
    return met(plans.read) if plans else None


def next_of(organisation: str, kinds: Collection[str] = TOGETHER) -> PlanHere | None:
    """The one that was begun after it."""
    plans = plans_of(organisation, kinds)
    return met(plans.next) if plans and plans.next else None


def written_here(organisation: str) -> PlanHere:
    """The one in which is decided, for those who edit it; for anybody else there is none."""
    plans = plans_of(organisation) or abort(404)
    return inside(whole(named(plans)), "change_plan")


def named(plans: OfBranch) -> PlanRow:
    """By its address, since an amendment of the one in force and the next may be written at once."""
    wanted = request.args.get("plan")
    return next((row for row in plans.rows if row.id == wanted), plans.written)


def carried(_endpoint: str, values: dict[str, Any]) -> None:
    """Whoever decides in the plan that the address names goes on in it."""
    if "plan" in request.args:
        values.setdefault("plan", request.args["plan"])


def round_here(organisation: str, action: str = "read_plan") -> PlanHere:
    """The one whose round is open, or in which the next opens, for those who may do this in it."""
    plans = plans_of(organisation) or abort(404)
    asks = in_round(life_of(row.id) for row in plans.rows)
    row = next((row for row in plans.rows if asks and row.id == asks.plan.id), plans.rows[-1])
    return inside(whole(row), action)


def asking_here(organisation: str) -> PlanHere:
    """The same, for those who edit it."""
    return round_here(organisation, "change_plan")


def inside(here: PlanHere, action: str) -> PlanHere:
    """For those who may do this in it as it is written; for anybody else there is none."""
    if not noted(Right(action, here.row.id, here.may(action), needed=True)):
        abort(403 if here.inside else 404)
    return here


def plans_of(organisation: str, kinds: Collection[str] = TOGETHER) -> OfBranch | None:
    with store.reading() as db:
        return branches.plan_of(db, organisation, today(), kinds)


def whole(row: PlanRow) -> PlanHere:
    """The plan whole, whatever this account may do in it."""
    who = account() or abort(401)
    return PlanHere(row, life_of(row.id, row.head), who, parts_in(row, who))


def met(row: PlanRow) -> PlanHere | None:
    here = whole(row)
    if here.inside:
        return here
    outside = from_outside(here.life) if here.may("read_approved") else None
    return replace(here, life=outside, reading=True) if outside else None
