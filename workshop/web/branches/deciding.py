"""Deciding on one goal of a unit, or on several that become one; changing that, and taking it back."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.consolidation import Decided, Ref, decision_of, home
from facilitation.plans.commands import DecideOnGoals, WithdrawDecision
from facilitation.plans.decided import about_any, seen_of
from facilitation.words import Refused
from workshop.languages import reader_language, worded
from workshop.web.branches import finding
from workshop.web.branches.decided_on import Goals
from workshop.web.branches.decision_forms import DecideForm, WithdrawForm, form_for, form_of, ref_of
from workshop.web.branches.kept import carried, written_here
from workshop.web.branches.level import spoken
from workshop.web.branches.seen import Seen, decided_here
from workshop.web.called import name_of
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, ask, refused, told
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_deciding", __name__, url_prefix="/organisations/<id>/branch")
bp.url_defaults(carried)
bp.url_defaults(finding.carried)


@bp.get("/decide")
@signed_in("see_organisations")
def look(id: str) -> ResponseReturnValue:
    here, seen = decided_here(id)
    refs = [ref_of(key) for key in dict.fromkeys(request.args.getlist("goal"))]
    return page(here, seen, form_at(here, seen, refs or abort(404)))


def form_at(here: PlanHere, seen: Seen, refs: Sequence[Ref]) -> DecideForm:
    """To change what was decided on just these goals, or to decide on them anew: on one of several merged too."""
    decision = decision_of(here.life.decisions).get(refs[0])
    if decision and {taken.ref for taken in decision.goals} == set(refs):
        return form_of(decision, seen_of(here.life, decision.id, [taken.ref for taken in decision.goals]))
    there = {goal.ref for goal in seen.branch.goals}
    if not there.issuperset(refs):
        abort(404)
    kind = "merge" if len(refs) > 1 else None
    return form_for(refs, seen_of(here.life, "", refs), kind=kind)


def page(here: PlanHere, seen: Seen, form: DecideForm, status: int = 200, **more: Any) -> ResponseReturnValue:
    """The goals as they stand in their units' plans, and the decision as it is written."""
    refs = form.refs
    shown = Goals(seen, here)
    form.offer(len(refs) > 1, shown.words)
    old = next((each for each in here.life.decisions if each.id == form.decision.data), None)
    return render_template(
        "branches/decide.html",
        id=seen.row.id,
        name=name_of(seen.row),
        page=shown,
        here=here,
        form=form,
        goals=[each for each in seen.branch.goals if each.ref in refs],
        old=old,
        withdraw=shown.withdraw(old) if old else None,
        to=reading(seen.pack),
        key=home,
        **{"meanwhile": [], **spoken(seen.kind, seen.pack), **more},
    ), status


@bp.post("/decide")
@signed_in("see_organisations")
def decide(id: str) -> ResponseReturnValue:
    (here, seen), form = decided_here(id), DecideForm()
    meanwhile: Sequence[Decided] = ()
    if form.validate_on_submit():
        try:
            outcome = ask(here, DecideOnGoals(form.decided(seen.branch), form.number), form)
        except Refused as away:
            return page(here, seen, with_why(form, away.field, worded(away.message)), 400)
        if outcome.ok:
            told("", _("The decision is kept with its reason."))
            return redirect(url_for("branch_goals.goals", id=id, _anchor=f"goal-{home(form.refs[0])}"), 303)
        here, seen = decided_here(id)
        if outcome.code == "changed_meanwhile":
            meanwhile = decided_meanwhile(here, form)
        with_why(form, outcome.field, worded(outcome.message) if outcome.message else "")
    return page(here, seen, form, 400, meanwhile=meanwhile)


def with_why(form: DecideForm, field: str | None, why: str) -> DecideForm:
    """Said where it can be mended."""
    at = {"to": f"to_{reader_language()}"}.get(field or "", field or "kind")
    at = at if at in form.data else "kind"
    form[at].errors = [why]
    return form


def decided_meanwhile(here: PlanHere, form: DecideForm) -> Sequence[Decided]:
    """What others decided on these goals; sent once more, the form overrules it knowingly."""
    form.seen.data = str(seen_of(here.life, form.decision.data or "", form.refs))
    return [each for each in here.life.decisions if each.id == form.decision.data or about_any(each, form.refs)]


@bp.post("/withdraw")
@signed_in("see_organisations")
def withdraw(id: str) -> ResponseReturnValue:
    here, form = written_here(id), WithdrawForm()
    seen = form.seen.data or ""
    if not form.validate_on_submit() or not seen.isdecimal():
        abort(400)
    why = refused(here, WithdrawDecision(form.decision.data or "", int(seen)), form)
    told(why, _("The decision is withdrawn. The goal waits for another."))
    return redirect(url_for("branch_goals.goals", id=id, _anchor="all"), 303)
