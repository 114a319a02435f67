"""The plans that somebody has a part in, and starting a new one."""

import secrets
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.plans.commands import DraftPlan
from facilitation.plans.events import Source
from facilitation.shapes import Plan
from facilitation.words import Refused, said
from workshop import store
from workshop.languages import worded
from workshop.perform import Asker, Once, perform, plan_log
from workshop.store.followed import ends_of
from workshop.store.plan_people import Mine
from workshop.store.tables import AccountRow
from workshop.web.asking import OnceForm
from workshop.web.organisations.known import known
from workshop.web.paging import paged
from workshop.web.planfile import take_plan_files
from workshop.web.plans.beginning import begun, decided_before, keyed_in, whose
from workshop.web.plans.finding import form_for, looked_for, stage_of, years
from workshop.web.plans.found import mine, today
from workshop.web.plans.stages import Shown, stage_on
from workshop.web.plans.starting import start_form
from workshop.web.reading import Reading, reading
from workshop.web.signing_in import account, signed_in

bp = Blueprint("plans", __name__)
bp.url_value_preprocessor(take_plan_files("plans.new", "start_plan"))


@bp.get("/plans")
@signed_in("see_plans")
def plans() -> ResponseReturnValue:
    every, name = mine(account() or abort(401)), known().name

    def whose(of: Mine) -> str:
        return name(of.row.organisation or "") or of.row.organisation_name

    form = form_for(every)
    listed, pages = paged(looked_for(form, every, whose))
    with store.reading() as db:
        ends = ends_of(db, [each.row.id for each in listed if each.row.published])

    def stage(of: Mine) -> Shown:
        return stage_on(stage_of(of), ends.get(of.row.id), today())

    page = {"plans": listed, "pages": pages, "stage": stage, "whose": whose, "years": years}
    return render_template("plans/list.html", form=form, there=bool(every), **page)


# -- Starting -------------------------------------------------------------------------------------------------------


@bp.route("/plans/new", methods=["GET", "POST"])
@signed_in("start_plan")
def new() -> ResponseReturnValue:
    who = account() or abort(401)
    form = start_form(who)
    if form.validate_on_submit():
        try:
            found = begun(form, who)
            whose_it_is = form.whose.data or whose(found.sources)
            return begin(found.plan, found.sources, who, form.once.data or "", whose_it_is, found.left)
        except Refused as refused:
            at = next((field for field in form if field.name == refused.field), form.begins)
            at.errors = [worded(refused.message)]
    return render_template("plans/new.html", form=form), 400 if form.errors else 200


@bp.post("/w/<id>/draft/plan")
@signed_in("start_plan")
def of_draft(id: str) -> ResponseReturnValue:
    """Make the draft that is being read the plan."""
    here, form = reading(id), OnceForm()
    if not isinstance(here, Reading):
        return here
    if not here.hosting or not form.validate_on_submit():
        abort(403)
    source = Source("workshop", id, here.state.seq, said(here.state.title, "en"))
    return begin(here.plan, (source,), account() or abort(401), form.once.data or "", whose((source,)))


def begin(
    plan: Plan,
    sources: tuple[Source, ...],
    who: AccountRow,
    once: str,
    organisation: str,
    left: Iterable[str] = (),
) -> ResponseReturnValue:
    """Through the door; the same form sent twice begins one plan, with other words another. Raises Refused.

    left: what to say once it has begun.
    """
    made_of = [(source.kind, source.id) for source in sources]
    words = (plan.title, plan.organisation, plan.period.name, organisation, made_of)
    id = sha256(f"{who.id}/{once}/{words}".encode()).hexdigest()[:16] if once else secrets.token_hex(8)
    along = decided_before(plan, sources)
    wish = DraftPlan(replace(plan, id=id), sources, organisation, keyed_in(organisation), along)
    outcome = perform(plan_log(id), wish, Asker(who.id, "editor"), Once(f"draft-{id}"))
    if outcome.message:
        raise Refused(worded(outcome.message), code=outcome.code)
    flash(_("The plan has begun. Everything in it can be changed."), "ok")
    for words in left:
        flash(words, "info")
    return redirect(url_for("plan.read", id=id), 303)
