"""Approval: sent to those who approve it, and given or returned by them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import Field
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation import limits as method
from facilitation.plans.commands import (
    ApprovePlan,
    Command,
    OverruleFinding,
    ReturnPlan,
    ReviseField,
    SendForApproval,
    TakeBackFromApproval,
)
from facilitation.plans.events import Approver
from facilitation.quality import Finding
from facilitation.words import said
from workshop import store
from workshop.clock import now
from workshop.languages import reader_language, worded
from workshop.mail.approvals import ask_for_approval, reaches
from workshop.store import plan_people
from workshop.store.tables import AccountRow
from workshop.web.asking import OnceForm, apart
from workshop.web.method import reading
from workshop.web.plans.approval_forms import (
    AmendForm,
    ApproveForm,
    FiledForm,
    OverruleForm,
    RecordForm,
    ReturnForm,
    SendForm,
)
from workshop.web.plans.confirming import standing
from workshop.web.plans.found import PlanHere, again, ask, plan_here, refused, today
from workshop.web.plans.of_branch import rests_on
from workshop.web.plans.reading import page_of
from workshop.web.plans.succession import line_of
from workshop.web.signing_in import signed_in
from workshop.web.sure import sure

bp = Blueprint("plan_approval", __name__, url_prefix="/plans/<id>/approval")


@dataclass(frozen=True)
class Stop:
    """What holds the approval, where it stands, and the form that lets it be."""

    words: str
    fix: str
    concerns: str
    finding: Finding
    at: str | None
    """The field that settles it, where the form of its line asks for it."""
    form: OverruleForm


# -- The page -------------------------------------------------------------------------------------------------------


@bp.get("")
@signed_in("see_plans")
def approval(id: str) -> ResponseReturnValue:
    return page(plan_here(id))


def page(here: PlanHere, status: int = 200, **sent: Any) -> ResponseReturnValue:
    """The page with its forms; one that was sent stands as it was typed."""
    forms: dict[str, Any] = {
        "approving": ApproveForm(formdata=None),
        "returning": ReturnForm(formdata=None),
        "recording": record_form(here, formdata=None, day=today()),
        "amending": AmendForm(formdata=None),
        "plain": OnceForm(formdata=None),
        **sent,
    }
    forms.setdefault("sending", send_form(here, formdata=None))
    asked = here.life.approval
    for key, form in forms.items():
        apart(form, key)
    told = {
        "stops": list(stops_of(here, forms.get("overruling"))),
        "names": names(here),
        "by_hand": by_hand(here) if here.may("change_plan") else [],
        "rests": rests_on(here.life.rests),
        "keyed": standing(here),
        "is_late": bool(asked and asked.answer_by and asked.answer_by < today()),
        "mine": asked.of(here.who.id) if asked and here.may("ApprovePlan") else None,
        "closable": bool(here.life.published and here.may("ClosePlan") and line_of(here).after is None),
        "approved": [each for each in reversed(here.life.versions) if each.approved],
    }
    return render_template("plans/approval.html", here=here, **forms, **told), status


def stops_of(here: PlanHere, sent: OverruleForm | None) -> Iterator[Stop]:
    read, say = page_of(here), reading(here.pack).words
    for each in read.stops:
        form = OverruleForm(formdata=None, check=each.check, about=each.about, field=each.field)
        mine = sent if sent and key_of(sent) == (each.check, each.about, each.field) else form
        own = apart(mine, f"{each.check}-{each.about}-{each.field}")
        yield Stop(say(each.words), say(each.fix), read.concerns(each), each, read.at(each), own)


def key_of(form: OverruleForm) -> tuple[str | None, str | None, str | None]:
    return form.check.data, form.about.data, form.field.data


def names(here: PlanHere) -> Mapping[str, str]:
    """What those are called who have a part in the plan, by account."""
    with store.reading() as db:
        return {who.id: who.name for who in plan_people.people_in(db, here.row, today())}


def answered(here: PlanHere, form: OnceForm, command: Command, well: str, **sent: Any) -> ResponseReturnValue:
    """Ask; what is refused is said at the field, and what was typed stands there still."""
    why = refused(here, command, form) if form.validate_on_submit() else ""
    if not why and not form.errors:
        flash(well, "ok")
        return redirect(url_for("plan_approval.approval", id=here.row.id), 303)
    if why:
        fields = [field for field in form if field.type == "TextAreaField"]
        if not fields:
            flash(why, "bad")
        for field in fields[:1]:
            field.errors = [why]
    return page(again(here), 400, **sent)


# -- As a record ----------------------------------------------------------------------------------------------------

FILED = ("publicity", "records_class")


def filed_as(here: PlanHere) -> Mapping[str, str]:
    return {field: getattr(here.life.plan, field) for field in FILED}


def how_public(here: PlanHere) -> list[SelectChoice]:
    offered = next((each.choices for each in here.pack.fields_of("plan") if each.key == "publicity"), ())
    named = (SelectChoice(each.key, said(each.name, reader_language())) for each in offered)
    return [SelectChoice("", "–"), *named]


def filed(here: PlanHere, form: FiledForm) -> bool:
    """Whether what is said of it as a record was granted; otherwise why not, at its field."""
    for field in (each for each in FILED if each in form):
        wish = ReviseField(here.row.id, field, form[field].data or "", getattr(here.life.plan, field))
        if why := refused(here, wish, form):
            form[field].errors = [why]
            return False
    return True


def record_form(here: PlanHere, **how: Any) -> RecordForm:
    """While it lies before its approvers, it is filed already."""
    form = RecordForm(**how, data=filed_as(here))
    form.publicity.choices = how_public(here)
    if not here.writes:
        del form.publicity, form.records_class
    return form


# -- Sending --------------------------------------------------------------------------------------------------------


def send_form(here: PlanHere, one_more: bool = False, **how: Any) -> SendForm:
    """Only those who may approve, can sign in, and did not change the plan last, can be asked."""
    form = SendForm(**how, data=filed_as(here))
    if one_more and len(form.rows) < method.APPROVERS:
        form.approvers.append_entry()
    with store.reading() as db:
        people = plan_people.people_in(db, here.row, today())
    there = [who for who, parts in people.items() if "approver" in parts and who.closed_at is None]
    able = [who for who in there if who.id != here.life.editor]
    choices = [SelectChoice("", "–"), *(SelectChoice(who.id, who.name) for who in able)]
    for row in form.rows:
        row.account.choices = row.deputy.choices = choices
    form.publicity.choices = how_public(here)
    return form


@bp.post("/send")
@signed_in("see_plans")
def send(id: str) -> ResponseReturnValue:
    here = plan_here(id, "change_plan")
    form = send_form(here, one_more="one_more" in request.form)
    if "one_more" in request.form:
        return page(here, sending=form)
    if form.validate_on_submit() and sent(here, form):
        write_to_approvers(again(here))
        flash(_("The plan lies before its approvers now."), "ok")
        return redirect(url_for("plan_approval.approval", id=id), 303)
    return page(again(here), 400, sending=form)


def sent(here: PlanHere, form: SendForm) -> bool:
    """Whether everything was granted; otherwise why not, at its field."""
    if not filed(here, form):
        return False
    outcome = ask(again(here), SendForApproval(tuple(approvers(form)), form.answer_by.data, today()), form)
    if outcome.message:
        refused_at(form, outcome.field or "").errors = [worded(outcome.message)]
    return outcome.ok


def refused_at(form: SendForm, field: str) -> Field:
    return form[field] if field in (*FILED, "answer_by") else form.rows[0].account


def write_to_approvers(here: PlanHere) -> None:
    """Should this place stop right here, `toimi due` writes them."""
    with store.writing() as db:
        ask_for_approval(db, here.life, now())


def by_hand(here: PlanHere) -> list[str]:
    """Approvers who are still asked and whom no letter reaches."""
    with store.reading() as db:
        people = [db.get(AccountRow, each.account) for each in here.life.approval.waiting] if here.life.approval else []
        return [who.name for who in people if who and not reaches(db, who)]


def approvers(form: SendForm) -> Iterator[Approver]:
    for each in form.rows:
        if each.said:
            deputies = (each.deputy.data,) if each.deputy.data else ()
            yield Approver(each.account.data, each.role.data or "", deputies)


@bp.post("/take-back")
@signed_in("see_plans")
def take_back(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), OnceForm()
    return answered(here, form, TakeBackFromApproval(), _("The plan is being written again."))


# -- Approving ------------------------------------------------------------------------------------------------------


@bp.post("/approve")
@signed_in("see_plans")
@sure
def approve(id: str) -> ResponseReturnValue:
    here, form = plan_here(id), ApproveForm()
    wish = ApprovePlan(form.remarks.data or "", today())
    return answered(here, form, wish, _("You have approved the plan."), approving=form)


@bp.post("/return")
@signed_in("see_plans")
def give_back(id: str) -> ResponseReturnValue:
    here, form = plan_here(id), ReturnForm()
    wish = ReturnPlan(form.reason.data or "")
    return answered(here, form, wish, _("The plan went back to its editors."), returning=form)


@bp.post("/overrule")
@signed_in("see_plans")
@sure
def overrule(id: str) -> ResponseReturnValue:
    here, form = plan_here(id), OverruleForm()
    check, about, field = (text or "" for text in key_of(form))
    wish = OverruleFinding(check, about, field, form.reason.data or "", today())
    return answered(here, form, wish, _("The reason stays in the plan."), overruling=form)
