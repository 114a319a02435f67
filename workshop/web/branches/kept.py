"""The plan of a branch as an account meets it: as it is written, or no more of it than was approved."""

from dataclasses import replace

from flask import abort

from facilitation.plans.outside import from_outside
from workshop import store
from workshop.store import branches
from workshop.web.plans.found import PlanHere, life_of, parts_in
from workshop.web.signing_in import Right, account, noted


def kept_of(organisation: str) -> PlanHere | None:
    """None where none was begun, or where this account reads nothing of it."""
    here = begun_here(organisation)
    if here is None or here.inside:
        return here
    outside = from_outside(here.life) if here.may("read_approved") else None
    return replace(here, life=outside, reading=True) if outside else None


def begun_here(organisation: str) -> PlanHere | None:
    """The plan whole, whatever this account may do in it."""
    with store.reading() as db:
        row = branches.plan_of(db, organisation)
    if row is None:
        return None
    who = account() or abort(401)
    return PlanHere(row, life_of(row.id), who, parts_in(row, who))


def inside_here(organisation: str, action: str = "read_plan") -> PlanHere:
    """The plan as it is written, for those who may do this in it; for anybody else there is none."""
    here = begun_here(organisation) or abort(404)
    if not noted(Right(action, here.row.id, here.may(action), needed=True)):
        abort(403 if here.inside else 404)
    return here


def written_here(organisation: str) -> PlanHere:
    """The plan of the branch, for those who edit it."""
    return inside_here(organisation, "change_plan")
