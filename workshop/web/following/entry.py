"""Entering what is due in a plan, by those who edit it; and correcting what was entered before."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.followup import Ask, stage
from facilitation.plans.decided import asked_plan, told_apart
from facilitation.plans.lines import line_in
from facilitation.plans.results import with_results
from facilitation.plans.rules.following import answering
from facilitation.report.following.naming import period_name
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import MONTHS, Period, last_ended, period_of
from workshop.languages import _l
from workshop.web.asking import OnceForm
from workshop.web.branches.level import spoken
from workshop.web.following.asking import Part, part_of, parts_of, taken
from workshop.web.following.of_branch import counted_elsewhere
from workshop.web.following.reading import plain_round, round_now
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, again, ask, plan_here, today
from workshop.web.plans.succession import standing_of
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_entry", __name__, url_prefix="/plans/<id>/follow-up")

EARLIER = 12
"""Periods offered for correcting, the newest first."""


@bp.route("/enter", methods=["GET", "POST"])
@signed_in("see_plans")
def enter(id: str) -> ResponseReturnValue:
    """All that is due, in one form; what is refused stands at its field, and the rest is taken."""
    here, form = plan_here(id, "EnterFigure"), OnceForm()
    plan = followed(here)
    parts = due(here, told_apart(here.life, asked_plan(here.life) or plan))
    if form.validate_on_submit() and well(here, form, parts):
        return redirect(url_for("plan_follow.read", id=id), 303)
    wrong = any(part.form.errors for part in parts)
    round = round_now(here.row.organisation)
    told = {"parts_": parts, "round": round, "reader": reading(here.pack), "period_name": period_name}
    told |= {"elsewhere": [line_in(plan, id) for id in counted_elsewhere(here.life)]}
    told |= spoken(here.life.first.kind)
    return render_template("following/enter.html", here=here, form=form, **told), 400 if wrong else 200


def followed(here: PlanHere) -> Plan:
    """The plan as it was approved, with what came of it; where nothing was, nothing is followed up."""
    return with_results(here.life) or abort(404)


def due(here: PlanHere, plan: Plan) -> list[Part]:
    round = round_now(here.row.organisation)
    is_open = round is not None and stage(round, today()) == "open"
    asking = round if round and is_open else plain_round()
    now = standing_of(here.life)
    if now is None or not now.asks(today()):
        return []
    return parts_of(plan, now.entries, here.life.told, asking, now.counting, dated=is_open)


def well(here: PlanHere, form: OnceForm, parts: list[Part]) -> bool:
    """Whether all that was filled in was taken."""
    count, looks = taken(parts, form.once.data or "", today(), lambda wish: ask(again(here), wish, form))
    said(count, looks)
    return not any(part.form.errors for part in parts)


def said(count: int, looks: list[str]) -> None:
    if count:
        flash(ngettext("One answer is kept.", "%(num)d answers are kept.", count), "ok")
    for look in looks:
        flash(_("Worth a second look: %(what)s", what=look), "warn")


# -- Correcting -----------------------------------------------------------------------------------------------------


class PeriodForm(OnceForm):
    """Which period: it goes into the address and changes nothing."""

    period = SelectField(_l("Period"))


@bp.route("/figures/<metric>", methods=["GET", "POST"])
@bp.route("/figures/<metric>/<day>", methods=["GET", "POST"])
@signed_in("see_plans")
def correct(id: str, metric: str, day: str = "") -> ResponseReturnValue:
    """A metric's figure for a period that is over: entered late, or corrected; what it was stays known."""
    here, form = plan_here(id, "EnterFigure"), OnceForm()
    plan = followed(here)
    found = line_in(plan, metric)
    if not isinstance(found, Metric):
        abort(404)
    offered = periods(here, found)
    period = next((each for each in offered if f"{each.last}" == day), offered[0])
    asked = Ask("figure", found.id, "", next(iter(answering(plan, found)), ""), period)
    part = part_of(plan, here.life.entered, here.life.told, asked) or abort(404)
    if form.validate_on_submit() and well(here, form, [part]):
        return redirect(url_for("plan_follow.read", id=id), 303)
    reader = reading(here.pack)
    names = [SelectChoice(f"{each.last}", period_name(each, reader)) for each in offered]
    told = {"part": part, "periods": names, "chosen": f"{period.last}", "reader": reader, "period_name": period_name}
    return render_template("following/correct.html", here=here, form=form, **told), 400 if part.form.errors else 200


def periods(here: PlanHere, metric: Metric) -> list[Period]:
    """Those that have figures, and the last ones that are over; the newest first."""
    known = {each.period for each in here.life.entered if each.metric == metric.id}
    if metric.frequency in MONTHS:
        period = last_ended(metric.frequency, today())
        for _number in range(EARLIER):
            known.add(period)
            period = last_ended(metric.frequency, period.first)
    else:
        known.add(period_of("", today()))
    return sorted(known, key=lambda each: each.last, reverse=True)
