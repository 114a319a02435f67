"""The plan of a branch as an account meets it: as it is written, or no more of it than was approved."""

from dataclasses import replace

from flask import abort

from facilitation.plans.outside import from_outside
from workshop import store
from workshop.store import branches
from workshop.web.plans.found import PlanHere, life_of, parts_in
from workshop.web.signing_in import account


def kept_of(organisation: str) -> PlanHere | None:
    """None where none was begun, or where this account reads nothing of it."""
    with store.reading() as db:
        row = branches.plan_of(db, organisation)
    if row is None:
        return None
    who = account() or abort(401)
    here = PlanHere(row, life_of(row.id), who, parts_in(row, who))
    if here.inside:
        return here
    outside = from_outside(here.life) if here.may("read_approved") else None
    return replace(here, life=outside, reading=True) if outside else None


def written_here(organisation: str) -> PlanHere:
    """The plan of the branch, for those who edit it; for anybody else there is none."""
    here = kept_of(organisation)
    if here is None or not here.inside:
        abort(404)
    return here if here.may("change_plan") else abort(403)
