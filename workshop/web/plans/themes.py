"""Every theme of the strategy: looked at, or left out with a reason."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField
from wtforms.validators import Length

from facilitation import limits
from facilitation.plans.commands import LeaveThemeOut
from facilitation.quality import Context
from facilitation.quality.plan import themes_chosen, themes_of
from facilitation.words import said
from workshop.languages import _l, reader_language
from workshop.texts import one_line
from workshop.web.asking import OnceForm, apart
from workshop.web.plans.found import PlanHere, plan_here, refused
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_themes", __name__, url_prefix="/plans/<id>/themes")


class ThemeForm(OnceForm):
    theme = HiddenField()
    reason = StringField(
        _l("Why it is left out"),
        [Length(max=limits.REASON, message=_l("At most %(max)d characters."))],
        filters=[one_line],
    )


@bp.route("", methods=["GET", "POST"])
@signed_in("see_plans")
def themes(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), ThemeForm()
    if form.validate_on_submit():
        why = refused(here, LeaveThemeOut(form.theme.data or "", form.reason.data or ""), form)
        if not why:
            return redirect(url_for("plan_themes.themes", id=id), 303)
        form.reason.errors = [why]
    page = list(rows(here, form if form.errors else None))
    return render_template("plans/themes.html", here=here, themes=page), 400 if form.errors else 200


@dataclass(frozen=True)
class Row:
    """A theme: how many goals it has, whether the room chose it, and the form for why it is left out."""

    number: int
    name: str
    goals: int
    chosen: bool
    form: ThemeForm


def rows(here: PlanHere, sent: ThemeForm | None) -> Iterator[Row]:
    """As the check of the whole plan counts them; the form that was sent stands as it was typed. What is one's own is
    nobody's to leave out."""
    plan, context = here.life.plan, Context(here.pack)
    reasons = {each.about: each.reason for each in plan.focus.left_out}
    chosen, of_goals = themes_chosen(plan, context), [themes_of(goal, context) for goal in plan.goals]
    for number, theme in enumerate((each for each in here.pack.strategy.themes if each.own is None), 1):
        form = ThemeForm(formdata=None, theme=theme.id, reason=reasons.get(theme.id, ""))
        mine = apart(sent if sent and sent.theme.data == theme.id else form, theme.id)
        goals = sum(theme.id in each for each in of_goals)
        yield Row(number, said(theme.name, reader_language()), goals, theme.id in chosen, mine)
