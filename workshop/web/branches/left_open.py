"""Rounds of all plans that a branch had: those that ended, and those that nobody ended though their plan is over."""

from collections.abc import Sequence

from flask import abort, request

from workshop.web.branches.kept import asking_here, inside, plans_of, whole
from workshop.web.head import today
from workshop.web.plans.found import PlanHere


def had(organisation: str) -> Sequence[PlanHere]:
    """Plans of the branch whose rounds this account may see, from the first on."""
    plans = plans_of(organisation)
    every = [whole(row) for row in (*plans.over, *plans.rows)] if plans else []
    return [each for each in every if each.inside]


def left_open(every: Sequence[PlanHere], here: PlanHere) -> Sequence[PlanHere]:
    """Whose round is open though it asks nobody any more: their plan is closed, or another's round is answered."""
    others = [each for each in every if each.row.id != here.row.id and each.life.asking]
    return [*others, *([here] if here.life.asking and here.life.closed_on(today()) else [])]


def ending_here(organisation: str) -> PlanHere:
    """The plan whose round is to be ended: the one that the address names, or whose round units answer."""
    if not (wanted := request.args.get("plan")):
        return asking_here(organisation)
    named = next((each for each in had(organisation) if each.row.id == wanted), None)
    return inside(named or abort(404), "change_plan")
