"""The plan of a branch: begun with the ministry's own goals, which come in again as they change; read for approval."""

from dataclasses import replace
from hashlib import sha256

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.consolidation import Taken, taken_of
from facilitation.plans.beginnings import empty
from facilitation.plans.commands import DraftPlan, ReadBranch, TakeInOwn
from facilitation.plans.decided import resting
from facilitation.words import LANGUAGES, N_, Message
from workshop.languages import worded
from workshop.perform import Asker, Once, perform, plan_log
from workshop.store.followed import BRANCH, BRANCHES
from workshop.together.naming import names
from workshop.web.asking import OnceForm
from workshop.web.branches.kept import carried, written_here
from workshop.web.branches.seen import Seen, seen_anew, seen_here
from workshop.web.organisations.known import found
from workshop.web.plans.found import again, refused, told
from workshop.web.signing_in import account, signed_in

bp = Blueprint("branch_plan", __name__, url_prefix="/organisations/<id>/branch")
bp.url_defaults(carried)

PLAN_OF = {BRANCH: N_("Plan of the branch of %(name)s"), BRANCHES: N_("Plan of the branches of %(name)s")}


@bp.post("/begin")
@signed_in("see_organisations")
def begin(id: str) -> ResponseReturnValue:
    """One plan a branch, whoever presses first; it begins with the ministry's own goals.

    One of all branches may be begun beside a plan from before there were branches, and one of units the other way.
    """
    found(id, "start_plan_for")
    seen, who, form = seen_anew(id), account() or abort(401), OnceForm()
    if not form.validate_on_submit():
        abort(400)
    if seen.here is None:
        made = sha256(f"{seen.kind}/{id}".encode()).hexdigest()[:16]
        outcome = perform(plan_log(made), drafted(seen, made), Asker(who.id, "editor"), Once(f"draft-{made}"))
        here = written_here(id)
        if outcome.ok and own_of(seen):
            told(refused(here, TakeInOwn(own_of(seen)), form), "")
    told("", _("The plan has begun. Now its goals are decided on one by one."))
    return redirect(url_for("branch_goals.goals", id=id), 303)


def drafted(seen: Seen, id: str) -> DraftPlan:
    called = names(seen.row)
    title = {code: worded(Message(PLAN_OF[seen.kind], {"name": name}), code) for code, name in called.items()}
    periods = [plan.period.name for plan in seen.plans if plan.period.name]
    spoken = [code for code in LANGUAGES if any(code in plan.languages for plan in seen.plans)] or called
    head = empty(seen.pack, title, seen.whole.base.organisation, periods[0] if periods else "", spoken)
    return DraftPlan(replace(head, id=id, kind=seen.kind), (), seen.row.id)


def own_of(seen: Seen) -> tuple[Taken, ...]:
    return tuple(taken_of(each, seen.branch) for each in seen.branch.goals if each.unit.own)


@bp.post("/own")
@signed_in("see_organisations")
def own(id: str) -> ResponseReturnValue:
    """The ministry's own goals, as they were approved last."""
    here, form = written_here(id), OnceForm()
    if not form.validate_on_submit():
        abort(400)
    told(
        refused(here, TakeInOwn(own_of(seen_here(id, here))), form), _("Your own goals stand in the plan as approved.")
    )
    return redirect(url_for("branch_goals.goals", id=id), 303)


@bp.post("/approval")
@signed_in("see_organisations")
def to_approval(id: str) -> ResponseReturnValue:
    """From here it is known which plans the branch's rests on, and whose are missing."""
    here, form = written_here(id), OnceForm()
    if not form.validate_on_submit():
        abort(400)
    why = refused(again(here), ReadBranch(resting(seen_here(id, here).branch)), form)
    told(why, "")
    if why:
        return redirect(url_for("branch_goals.goals", id=id), 303)
    return redirect(url_for("plan_approval.approval", id=here.row.id), 303)
