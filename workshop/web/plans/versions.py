"""A plan's versions: keeping one, reading one, and what differs between two of them or from what the room agreed."""

from collections.abc import Iterator, Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, Length

from facilitation import limits
from facilitation.consolidation import Decided
from facilitation.plans.commands import KeepVersion
from facilitation.plans.draft import drafts
from facilitation.plans.rooms import one_room
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from workshop.languages import _l
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.branches.level import words
from workshop.web.found import pack_here, state_of
from workshop.web.method import reading
from workshop.web.plans.decided_between import decided_between
from workshop.web.plans.found import PlanHere, plan_here, refused, rows_behind, told
from workshop.web.plans.values import Line
from workshop.web.plans.values import told as in_words
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_versions", __name__, url_prefix="/plans/<id>/versions")

ROOM, WORKSHOP, NOW = "room", "workshop", "now"


class KeepForm(OnceForm):
    name = StringField(
        _l("What is new in it"),
        [
            DataRequired(_l("Say in a few words what is new.")),
            Length(max=limits.VERSION, message=_l("At most %(max)d characters.")),
        ],
        filters=[one_line],
    )


class CompareForm(FlaskForm):
    """A choice that goes into the address: it changes nothing."""

    before = SelectField(_l("From"))
    after = SelectField(_l("To"))


@bp.route("", methods=["GET", "POST"])
@signed_in("see_plans")
def versions(id: str) -> ResponseReturnValue:
    form = KeepForm()
    here = plan_here(id, "change_plan" if form.is_submitted() else "read_plan")
    if form.validate_on_submit():
        told(refused(here, KeepVersion(form.name.data or ""), form), _("The version is kept."))
        return redirect(url_for("plan_versions.versions", id=id), 303)
    return page(here, form), 400 if form.errors else 200


def page(here: PlanHere, form: KeepForm) -> str:
    compare = CompareForm(request.args, meta={"csrf": False})
    choices = points(here.life)
    compare.before.choices = compare.after.choices = [SelectChoice(key, name) for key, name in choices.items()]
    compare.before.data = compare.before.data if compare.before.data in choices else ROOM
    compare.after.data = compare.after.data if compare.after.data in choices else NOW
    before, after = (plan_at(here.life, str(field.data)) for field in (compare.before, compare.after))
    lines = [
        *in_words(before, after, here.pack),
        *of_decisions(here, str(compare.before.data), str(compare.after.data)),
    ]
    names = (choices[str(compare.before.data)], choices[str(compare.after.data)])
    return render_template("plans/versions.html", here=here, form=form, compare=compare, lines=lines, names=names)


def points(life: Life) -> dict[str, str]:
    """What can be compared, by key."""
    later = {WORKSHOP: _("The workshop’s draft as it is now")} if workshop_draft(life) else {}
    numbered = {each.number: _("Version %(number)s", number=each.number) for each in life.versions}
    return {ROOM: first(life), **later, **numbered, NOW: _("As it is now")}


def first(life: Life) -> str:
    """What the plan began as."""
    if any(each.kind == "workshop" for each in life.sources):
        return _("What the room agreed")
    file = next((each.title for each in life.sources if each.kind == "file"), "")
    return {"xlsx": _("As it began, from a workbook"), "json": _("As it began, from data")}.get(file, _("As it began"))


def plan_at(life: Life, point: str) -> Plan:
    version = life.version(point)
    named = {ROOM: life.first, WORKSHOP: workshop_draft(life)}.get(point)
    return named or (version.plan if version else life.plan)


def of_decisions(here: PlanHere, *points: str) -> Iterator[Line]:
    """In a branch's plan decisions are approved beside its lines."""
    if here.life.of_branch:
        before, after = (decisions_at(here.life, point) for point in points)
        yield from decided_between(before, after, reading(here.pack, words(here.life.first.kind)).words)


def decisions_at(life: Life, point: str) -> Sequence[Decided]:
    """As a plan was drafted, so is its first version."""
    version = life.versions[0] if point == ROOM else life.version(point)
    return version.decisions if version else life.decisions


def workshop_draft(life: Life) -> Plan | None:
    """The draft of the workshop that a plan came from: what was changed there since is seen here, never merged."""
    rows = rows_behind(life)
    if not rows or sum(each.kind == "workshop" for each in life.sources) != 1:
        return None
    whole, units = drafts(state_of(rows[0]), pack_here(rows[0]), of_groups=True), units_in(life.first)
    return one_room([each for each in whole if units_in(each) & units] or whole)


def units_in(plan: Plan) -> frozenset[str]:
    """For whom its goals were drafted: a plan may hold the drafts of several units, or that of one."""
    return frozenset(goal.unit for goal in plan.goals)
