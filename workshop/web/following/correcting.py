"""Correcting what was entered before, or entering what nobody asks for any more."""

from collections.abc import Collection, Mapping, Sequence
from itertools import islice

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation.followup import Ask, ended
from facilitation.plans.history import correctable
from facilitation.plans.lines import metric_in
from facilitation.plans.results import definition_of
from facilitation.plans.rules.following import answering
from facilitation.plans.state import Life
from facilitation.report.following.naming import period_name
from facilitation.shapes import Metric
from facilitation.shapes.followed import MONTHS, Period, period_of
from facilitation.shapes.series import Figure, ending
from workshop.web.asking import OnceForm
from workshop.web.following.asking import Part, part_of
from workshop.web.following.entry import followed, well
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, plan_here, today
from workshop.web.plans.succession import standing_of
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_correct", __name__, url_prefix="/plans/<id>/follow-up/figures")

EARLIER = 12
"""Periods offered for correcting, the newest first."""


@bp.route("/<metric>", methods=["GET", "POST"])
@bp.route("/<metric>/<day>", methods=["GET", "POST"])
@signed_in("see_plans")
def correct(id: str, metric: str, day: str = "") -> ResponseReturnValue:
    """A metric's figure for a period that is over: entered late, or corrected; what it was stays known."""
    here, form = plan_here(id, "EnterFigure"), OnceForm()
    found = metric_in(followed(here), metric) or abort(404)
    given = correctable(here.life, found)
    offered = periods(here, found, given)
    chosen = next((each for each in offered if f"{each.last}" == day), first_of(offered, given))
    part = part_for(here, found, chosen, given) if chosen else None
    if part and form.validate_on_submit() and well(here, form, [part]):
        return redirect(url_for("plan_follow.read", id=id), 303)
    told = {"metric": found, "part": part, "chosen": chosen, "reader": reading(here.pack), "period_name": period_name}
    told |= {"periods": [(each, given.get(each)) for each in offered], "earlier": counted_otherwise(here.life, metric)}
    return render_template(
        "following/correct.html", here=here, form=form, **told
    ), 400 if part and part.form.errors else 200


def periods(here: PlanHere, metric: Metric, given: Collection[Period]) -> list[Period]:
    """Those that have a figure, and the last ones of the plan that are over; the newest first."""
    if metric.frequency in MONTHS:
        now = standing_of(here.life) or abort(404)
        over = islice(ended(metric, today(), now.counting.within(metric.id, now.plan.period)), EARLIER)
    else:
        over = [period_of("", today())]
    return sorted({*given, *over}, key=ending, reverse=True)


def first_of(offered: Sequence[Period], given: Collection[Period]) -> Period | None:
    """The newest that has a figure, or else the newest."""
    return next((each for each in offered if each in given), next(iter(offered), None))


def part_for(here: PlanHere, metric: Metric, period: Period, given: Mapping[Period, Figure]) -> Part | None:
    plan = followed(here)
    asked = Ask("figure", metric.id, "", next(iter(answering(plan, metric)), ""), period)
    return part_of(plan, [each.now for each in given.values()], here.life.told, asked)


def counted_otherwise(life: Life, metric: str) -> bool:
    """Whether there are figures of it by a definition that is no longer in force."""
    return any(each.metric == metric and each.definition < definition_of(life, metric) for each in life.entered)
