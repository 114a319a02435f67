"""A plan that others keyed in for an organisation, confirmed by those who have a role in it."""

from flask import Blueprint, abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.plans import keyed
from facilitation.plans.commands import ConfirmPlan
from facilitation.plans.state import confirmed
from facilitation.words import Message
from workshop import store
from workshop.access import may
from workshop.clock import now
from workshop.languages import day, worded
from workshop.store import plan_people
from workshop.store.accounts import note
from workshop.web.asking import OnceForm
from workshop.web.plans.found import PlanHere, plan_here, refused, today, told
from workshop.web.signing_in import may_in, signed_in
from workshop.web.sure import sure

bp = Blueprint("plan_confirming", __name__, url_prefix="/plans/<id>/confirm")


@bp.post("")
@signed_in("see_plans")
@sure
def confirm(id: str) -> ResponseReturnValue:
    here, form = plan_here(id), OnceForm()
    if not speaks_for_it(here):
        abort(403)
    why = refused(here, ConfirmPlan(), form) if form.validate_on_submit() else abort(400)
    if not why:
        with store.writing() as db:
            note(db, now(), here.who, "confirm_plan", id, organisation=here.row.organisation or "")
    told(why, _("The plan is confirmed."))
    return redirect(url_for("plan.read", id=id), 303)


def speaks_for_it(here: PlanHere) -> bool:
    """By a role in the organisation whose plan it is; a part given in the plan alone speaks for nobody."""
    return bool(here.row.organisation) and may_in("confirm_for_organisation", here.row.organisation or "")


def spokespeople(here: PlanHere) -> tuple[str, ...]:
    """Whose changes are the organisation's own word, where this account is one of them: those who edit its plans by
    a role in it."""
    if here.life.keyed is None or not speaks_for_it(here):
        return ()
    with store.reading() as db:
        people = plan_people.by_role(db, here.row, today())
    return tuple(sorted(who.id for who, parts in people.items() if any(may(part, "change_plan") for part in parts)))


def standing(here: PlanHere) -> dict[str, object] | None:
    """What the plan's page says of it; nothing of a plan that its organisation wrote itself."""
    said = keyed.told(here.life)
    if said is None or here.life.keyed is None:
        return None
    names = {"organisation": here.life.plan.organisation, "day": day(said.day) if said.day else ""}
    mine = here.life.keyed.by == here.who.id
    return {
        "words": worded(Message(said.sentence, names)),
        "well": confirmed(here.life),
        "asked": speaks_for_it(here) and not mine and not confirmed(here.life),
    }
