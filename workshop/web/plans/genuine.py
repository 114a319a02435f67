"""Whether a paper of a plan that lives by itself is genuine."""

from collections.abc import Sequence

from flask import Blueprint, request, url_for

from facilitation.plans.outside import from_outside
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.web.genuine import PaperForm, of_paper, page
from workshop.web.plans.found import plan_here
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_genuine", __name__, url_prefix="/plans/<id>/genuine")


@bp.get("")
@signed_in("see_plans")
def check(id: str) -> str:
    here, form = plan_here(id, "read_approved"), PaperForm(request.args)
    room, seen = rooms_of().room(plan_log(id)), inside if here.inside else outside
    found = of_paper(form, room, seen) if request.args else None
    return page(form, found, url_for("plan.read", id=id), here.title, here.life.plan.organisation)


def inside(life: Life) -> Sequence[Plan]:
    return [life.plan]


def outside(life: Life) -> Sequence[Plan]:
    approved = from_outside(life)
    return [approved.plan] if approved else []
