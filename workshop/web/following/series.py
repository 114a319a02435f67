"""A metric's figures one by one, each with who entered it; one for the wrong metric or period is taken back."""

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from facilitation import limits
from facilitation.plans.commands import WithdrawFigure
from facilitation.plans.history import history, leaving, taken_back
from facilitation.plans.lines import metric_in
from facilitation.plans.results import definition_of, metric_of, with_results
from facilitation.report.following.naming import period_name
from workshop.languages import _l, worded
from workshop.perform import Outcome
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.following.sent import Sending
from workshop.web.following.who import names_of, sees_names
from workshop.web.method import reading
from workshop.web.plans.found import ask, plan_here, today, told
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_series", __name__, url_prefix="/plans/<id>/follow-up")


@bp.get("/series/<metric>")
@signed_in("see_plans")
def read(id: str, metric: str) -> ResponseReturnValue:
    """For those inside the plan: others read what came of it all."""
    here = plan_here(id, "read_plan")
    found = metric_of(here.life, metric) or abort(404)
    lines, in_force = history(here.life, metric), definition_of(here.life, metric)
    people = {each.by for each in lines} | {each.withdrawn.by for each in lines if each.withdrawn}
    names = names_of(people) if sees_names(here) else {}
    shown = {"reader": reading(here.pack), "period_name": period_name, "in_force": in_force}
    plan = with_results(here.life)
    shown["corrects"] = here.may("EnterFigure") and plan is not None and metric_in(plan, metric) is not None
    return render_template("following/series.html", here=here, metric=found, lines=lines, names=names, **shown)


# -- Taking back ----------------------------------------------------------------------------------------------------


class TakeBackForm(OnceForm):
    reason = StringField(
        _l("Why"),
        [
            DataRequired(_l("Say why, for those who read it later.")),
            Length(max=limits.REASON, message=_l("At most %(max)d characters.")),
        ],
        filters=[one_line],
        description=_l("It stays with the figure, for everybody who works with the plan. Do not name people."),
    )

    def refused(self, outcome: Outcome) -> bool:
        """Whether it was not granted; why stands at the field."""
        if outcome.message:
            self.reason.errors = [worded(outcome.message)]
        return not outcome.ok


@bp.route("/take-back/<figure>", methods=["GET", "POST"])
@signed_in("see_plans")
def take_back(id: str, figure: str) -> ResponseReturnValue:
    """What it does, and the reason that is asked for; what is taken back already is shown where it stands."""
    here, form = plan_here(id, "WithdrawFigure"), TakeBackForm()
    if gone := taken_back(here.life).get(figure):
        return redirect(url_for("plan_series.read", id=id, metric=gone.entered.metric), 303)
    found = leaving(here.life, figure) or abort(404)
    back = url_for("plan_series.read", id=id, metric=found.metric.id)
    if form.validate_on_submit():
        wish = WithdrawFigure(figure, form.reason.data or "", "", today())
        sending = Sending(id)
        refused = form.refused(sending.through(lambda command: ask(here, command, form))(wish))
        sending.told(here.who, way="page")
        if not refused:
            told("", _("The figure is taken back."))
            return redirect(back, 303)
    shown = {"reader": reading(here.pack), "period_name": period_name, "back": back, "title": here.title}
    page = render_template("following/take_back.html", here=here, form=form, of=found, **shown)
    return page, 400 if form.errors else 200
