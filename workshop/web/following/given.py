"""By a role's personal link: the figures that were given for what it answers for, each to be taken back."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.packs import Pack, load
from facilitation.plans.commands import WithdrawFigure
from facilitation.plans.history import corrected, leaving
from facilitation.plans.lines import metric_in
from facilitation.plans.results import metric_of
from facilitation.plans.rules.following import answering
from facilitation.plans.state import Life
from facilitation.report.following.naming import period_name
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.roles import same_role
from workshop.store.tables import RoleHolderRow
from workshop.web.following.answering import plans_of
from workshop.web.following.check_in import Held, asking, holder_of, too_often
from workshop.web.following.sent import Sending
from workshop.web.following.series import TakeBackForm
from workshop.web.method import reading
from workshop.web.plans.found import life_of, today

bp = Blueprint("check_in_given", __name__, url_prefix="/check-in/<token>/figures")

MOST = 24
"""Figures of one plan that are shown, the last ones first."""


@dataclass(frozen=True)
class Given:
    """What stands of a role in one plan."""

    plan: Plan
    pack: Pack
    life: Life
    figures: list[Entered]
    gone: frozenset[str]
    """The ids of those that were taken back."""

    @property
    def corrected(self) -> frozenset[str]:
        """The ids of those that another one corrects."""
        return corrected(self.life)


def given(held: Held) -> Iterator[Given]:
    """Plan by plan what was entered for the role, or for what it answers for."""
    for each in plans_of(held.where):
        life = life_of(each.plan.id, each.head)
        theirs = [one for one in reversed(life.entered) if is_theirs(each.plan, one, held.holder.role)]
        gone = [one.entered.id for one in life.withdrawn if is_theirs(each.plan, one.entered, held.holder.role)]
        yield Given(each.plan, load(each.plan.pack), life, theirs[:MOST], frozenset(gone))


def is_theirs(plan: Plan, entered: Entered, role: str) -> bool:
    metric = metric_in(plan, entered.metric)
    return same_role(role) in map(same_role, (entered.by, *(answering(plan, metric) if metric else ())))


@bp.get("")
def listed(token: str) -> ResponseReturnValue:
    held = holder_of(token)
    shown = {"reading": reading, "period_name": period_name, "metric_of": metric_of}
    shown |= {"holder": held.holder, "whose": held.whose, "token": token}
    return render_template("following/given.html", given=[each for each in given(held) if each.figures], **shown)


@bp.route("/<plan>/<figure>", methods=["GET", "POST"])
def take_back(token: str, plan: str, figure: str) -> ResponseReturnValue:
    """One that is not this role's is not there; after one that is gone already the others are shown."""
    held, form, back = holder_of(token), TakeBackForm(), url_for("check_in_given.listed", token=token)
    of = next((each for each in given(held) if each.plan.id == plan), None)
    if of and figure in of.gone:
        return redirect(back, 303)
    if of is None or figure not in {each.id for each in of.figures}:
        abort(404)
    waits = form.is_submitted() and too_often(held.holder)
    if not waits and form.validate_on_submit() and is_taken_back(of, figure, form, held.holder):
        flash(_("The figure is taken back."), "ok")
        return redirect(back, 303)
    shown = {"reader": reading(of.pack), "period_name": period_name, "back": back, "here": None}
    shown |= {"title": held.holder.role, "of": leaving(of.life, figure)}
    page = render_template("following/take_back.html", form=form, **shown)
    return page, 429 if waits else 400 if form.errors else 200


def is_taken_back(of: Given, figure: str, form: TakeBackForm, holder: RoleHolderRow) -> bool:
    wish = WithdrawFigure(figure, form.reason.data or "", holder.role, today())
    sending = Sending(of.plan.id)
    refused = form.refused(sending.through(asking(of.plan.id, form, holder))(wish))
    sending.told(None, way="link", holder=holder.id)
    return not refused
