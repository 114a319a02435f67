"""Whether a paper of a plan that lives by itself is genuine."""

from flask import Blueprint, request, url_for

from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.web.genuine import PaperForm, of_paper, page
from workshop.web.plans.found import plan_here
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_genuine", __name__, url_prefix="/plans/<id>/genuine")


@bp.get("")
@signed_in("see_plans")
def check(id: str) -> str:
    here, form = plan_here(id), PaperForm(request.args)
    found = of_paper(form, rooms_of().room(plan_log(id)), lambda life: [life.plan]) if request.args else None
    return page(form, found, url_for("plan.read", id=id), here.title, here.life.plan.organisation)
