"""A unit's answer in a branch's round: read, accepted, or returned line by line with reasons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import FieldList, HiddenField, TextAreaField
from wtforms.validators import Length

from facilitation import limits
from facilitation.plans.commands import AcceptSubmission, ReturnSubmission
from facilitation.plans.differences import name_of as line_name
from facilitation.plans.events import ReturnedLine
from facilitation.plans.lines import kind_of, lines
from facilitation.plans.parts import Asked
from facilitation.shapes import Plan
from facilitation.words import said
from workshop.languages import _l, reader_language, worded, wording
from workshop.texts import several_lines
from workshop.together.naming import called_here
from workshop.web.asking import OnceForm
from workshop.web.branches.kept import asking_here
from workshop.web.branches.level import spoken
from workshop.web.called import name_of
from workshop.web.organisations.known import found, known
from workshop.web.plans.found import PlanHere, again, ask, life_of, told
from workshop.web.plans.values import KINDS
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_answering", __name__, url_prefix="/organisations/<id>/branch/round/<unit>")

TOO_LONG = _l("At most %(max)d characters.")


def reason_field(label: str) -> TextAreaField:
    kw = {"rows": 2, "maxlength": limits.REASON}
    return TextAreaField(label, [Length(max=limits.REASON, message=TOO_LONG)], filters=[several_lines], render_kw=kw)


class AnswerForm(OnceForm):
    version = HiddenField(validators=[Length(max=limits.NAME)])
    reason = reason_field(_l("About the plan as a whole"))
    lines = FieldList(reason_field(_l("What is to be looked at again")))


@dataclass(frozen=True)
class Line:
    id: str
    kind: str
    name: str


def asked_of(here: PlanHere, unit: str) -> Asked:
    asked = here.life.asking.of(unit) if here.life.asking else None
    return asked if asked and asked.plan else abort(404)


def plan_of(asked: Asked) -> Plan:
    """What was submitted: an approved version, which never changes."""
    version = life_of(asked.plan).version(asked.version)
    return version.plan if version and version.approved else abort(404)


def lines_of(plan: Plan) -> Sequence[Line]:
    return list(_lines(plan))


def _lines(plan: Plan) -> Iterator[Line]:
    for each in lines(plan):
        if not isinstance(each, Plan):
            yield Line(each.id, wording(KINDS[kind_of(each)]), said(line_name(each), reader_language()) or "–")


@bp.route("", methods=["GET", "POST"])
@signed_in("see_organisations")
def answer(id: str, unit: str) -> ResponseReturnValue:
    here, form = asking_here(id), AnswerForm()
    asked = asked_of(here, unit)
    listed = lines_of(plan_of(asked))
    if form.validate_on_submit():
        reasons = [field.data or "" for field in form.lines]
        back = tuple(ReturnedLine(line.id, why) for line, why in zip(listed, reasons, strict=False) if why)
        outcome = ask(here, ReturnSubmission(unit, form.version.data or "", back, form.reason.data or ""), form)
        if outcome.ok:
            told("", _("The plan went back with its reasons."))
            return redirect(url_for("branch_round.read", id=id), 303)
        form.reason.errors = [worded(outcome.message)] if outcome.message else []
        form.version.data = asked_of(again(here), unit).version
    return page(id, here, asked, form, listed)


def page(id: str, here: PlanHere, asked: Asked, form: AnswerForm, listed: Sequence[Line]) -> ResponseReturnValue:
    if not form.is_submitted():
        form.version.data = asked.version
    before = {each.line: each.reason for each in asked.lines}
    for line in listed[len(form.lines) :]:
        form.lines.append_entry(before.get(line.id, ""))
    return render_template(
        "branches/answer.html",
        id=id,
        name=name_of(found(id)),
        unit=called_here(known(), asked.unit),
        here=here,
        asked=asked,
        form=form,
        lines=list(zip(listed, form.lines, strict=False)),
        plain=OnceForm(formdata=None),
        **spoken(here.life.first.kind, here.pack),
    ), 400 if form.errors else 200


@bp.post("/accept")
@signed_in("see_organisations")
def accept(id: str, unit: str) -> ResponseReturnValue:
    here, form = asking_here(id), AnswerForm()
    if not form.validate_on_submit():
        abort(400)
    message = ask(here, AcceptSubmission(unit, form.version.data or ""), form).message
    told(worded(message) if message else "", _("The plan is accepted."))
    return redirect(url_for("branch_round.read", id=id), 303)
