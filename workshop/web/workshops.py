"""The facilitator's workshops: the list, and setting up a new one."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.file import FileField
from itsdangerous import BadData, URLSafeTimedSerializer
from wtforms import BooleanField, HiddenField, RadioField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Optional

from facilitation.agendas import Agenda, minutes_of
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.plans.from_plan import Carried
from facilitation.report.figures import day as day_name
from facilitation.report.texts import Words
from facilitation.steps import options_of
from facilitation.steps.phases import CLOSED, WAITING
from facilitation.words import Refused, said
from workshop import limits, store
from workshop.codes import shown
from workshop.days import local_day
from workshop.languages import _l, reader_language, worded
from workshop.store import workshops as rows
from workshop.store.tables import AccountRow, WorkshopRow
from workshop.web.came import Came
from workshop.web.continuing import bring_along, bring_from_plan
from workshop.web.found import methods, runs, state_of
from workshop.web.head import HeadForm
from workshop.web.organisations.known import spoken_in
from workshop.web.planfile import approved_plan, approved_plans, read_plan, take_plan_files
from workshop.web.preparing import Wanted, offered, set_up
from workshop.web.saying import as_said
from workshop.web.signing_in import account, desk_may, rights, signed_in

bp = Blueprint("workshops", __name__)
bp.url_value_preprocessor(take_plan_files("workshops.new", "set_up_workshop"))

ID_BYTES = 9
FORM_SECONDS = 7 * 24 * 3600
STAGES = {
    "running": _l("Running"),
    "prework": _l("Pre-work open"),
    "planned": _l("Planned"),
    "ended": _l("Ended"),
}


# -- The list -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Listed:
    """A workshop as its host finds it in the list."""

    row: WorkshopRow
    state: Workshop

    @property
    def title(self) -> Words:
        return as_said(self.state.title, self.row.title)

    @property
    def code(self) -> str:
        return shown(self.row.code) if self.row.code else ""

    @property
    def day(self) -> str:
        return day_name(local_day(self.row.starts), reader_language()) if self.row.starts else ""

    @property
    def stage(self) -> str:
        """planned, prework, running or ended, as the log and the row say."""
        phases = [self.state.work[step].phase for step in self.state.order]
        begun = [step for step in self.state.order if self.state.work[step].phase != WAITING]
        if self.row.closed_at or (phases and all(phase == CLOSED for phase in phases)):
            return "ended"
        if not begun:
            return "planned"
        return "prework" if all(map(self.prework, begun)) else "running"

    def prework(self, step: str) -> bool:
        planned = self.state.steps[step]
        return bool(options_of(planned).get("pre_work")) and self.state.work[step].reveals == 0


@bp.get("/workshops")
@signed_in("see_workshops")
def workshops() -> ResponseReturnValue:
    listed = [Listed(row, state_of(row)) for row in theirs(account() or abort(401))]
    parts = [(key, words, [each for each in listed if each.stage == key]) for key, words in STAGES.items()]
    sets_up = desk_may("set_up_workshop")
    return render_template(
        "workshops/list.html", parts_of=[part for part in parts if part[2]], any=bool(listed), sets_up=sets_up
    )


def theirs(who: AccountRow) -> list[WorkshopRow]:
    """The workshops that this account runs, the latest first."""
    with store.reading() as db:
        found = rows.of_account(db, who)
    return [row for row in found if runs(row, who)]


# -- A new one ------------------------------------------------------------------------------------------------------


class SetUpForm(HeadForm):
    agenda = RadioField(
        _l("How much time is there?"), [InputRequired(_l("Choose an agenda; every step can be changed."))]
    )
    continues = SelectField(
        _l("Continue from an earlier workshop"),
        [Optional()],
        description=_l("People, agreed levels, the focus and the goals come along, each with its source."),
    )
    groups = BooleanField(_l("Keep its groups"), default=True)
    approved = SelectField(
        _l("Or continue from an approved plan"),
        [Optional()],
        description=_l(
            "Its levels, focus and goals come along, metrics with their last figures, and actions that are not over."
        ),
    )
    plan = FileField(
        _l("Or from a plan’s file"),
        [Optional()],
        description=_l("A plan downloaded as data comes along as it was written, without the figures entered since."),
        render_kw={"accept": ".json,application/json"},
    )
    once = HiddenField()


@bp.route("/workshops/new", methods=["GET", "POST"])
@signed_in("set_up_workshop")
def new() -> ResponseReturnValue:
    who = account() or abort(401)
    form, earlier = set_up_form(), theirs(who)
    form.continues.choices = [SelectChoice("", _("Start afresh")), *map(continued, earlier)]
    form.approved.choices = [SelectChoice("", "–"), *approved_plans(who)]
    if form.validate_on_submit():
        try:
            plan = chosen(form)
            made = set_up(wanted(form), who)
        except Refused as refused:
            refuse(form, refused)
        else:
            follow_on(made, form, earlier, plan)
            return redirect(url_for("planning.plan", id=made.id), 303)
    page = {"agendas": list(agendas()), "earlier": bool(earlier), "plans": len(form.approved.choices) > 1}
    return render_template("workshops/new.html", form=form, **page), 400 if form.errors else 200


def set_up_form() -> SetUpForm:
    form = SetUpForm()
    form.agenda.choices = [SelectChoice(key, said(agenda.name, reader_language())) for key, _pack, agenda in keyed()]
    if not form.is_submitted():
        form.once.data = _signer().dumps(secrets.token_urlsafe(ID_BYTES))
        form.organisation.data = form.organisation.data or ""
        form.languages.data = list(spoken_in(rights().roles))
    return form


def keyed() -> Iterator[tuple[str, Pack, Agenda]]:
    return ((f"{pack.key}/{agenda.key}", pack, agenda) for pack, agenda in offered())


def agendas() -> Iterator[tuple[str, str, str, int]]:
    """For the choice: key, name, description, minutes."""
    language, several = reader_language(), len(methods()) > 1
    for key, pack, agenda in keyed():
        name = " · ".join(said(text, language) for text in (agenda.name, *((pack.name,) if several else ())))
        yield key, name, said(agenda.description, language), minutes_of(agenda.steps)


def continued(row: WorkshopRow) -> SelectChoice:
    title = as_said(state_of(row).title, row.title)
    return SelectChoice(row.id, title.text, {"lang": title.language} if title.language else {})


def wanted(form: SetUpForm) -> Wanted:
    pack, agenda = next((pack, agenda) for key, pack, agenda in keyed() if key == form.agenda.data)
    return Wanted(
        id=id_in(form),
        title=form.title,
        organisation=form.organisation.data or "",
        period=form.period.data or "",
        languages=form.spoken,
        starts=form.starts,
        pack=pack,
        agenda=agenda,
    )


def chosen(form: SetUpForm) -> Carried | None:
    """The plan that came as a file or was chosen here, if one was. Raises Refused."""
    if sent := form.plan.data:
        return read_plan(sent.read(limits.PLAN_BYTES + 1))
    return approved_plan(form.approved.data) if form.approved.data else None


def follow_on(made: WorkshopRow, form: SetUpForm, earlier: list[WorkshopRow], plan: Carried | None) -> None:
    """Bring along what an earlier workshop or a plan left, if one was chosen."""
    source = next((row for row in earlier if row.id == form.continues.data), None)
    if source is not None:
        title = said(state_of(source).title, reader_language()) or source.title
        tell(bring_along(source, made, groups=bool(form.groups.data)), title)
    if plan is not None:
        name = said(plan.title, reader_language()) or plan.organisation or _("A plan")
        tell(bring_from_plan(plan, made, name, f"plan-{made.id}"), name)


def tell(came: Came, title: str) -> None:
    """What came along from where, and what did not."""
    flash(came.along(title), "ok")
    for words in filter(None, (came.behind(title), came.to_settle())):
        flash(words, "warn")


def refuse(form: SetUpForm, refused: Refused) -> None:
    """The door's refusal, at its field where the form has it."""
    named = refused.field or ""
    field = form[named] if named in form else form.titles[0]
    field.errors = [worded(refused.message)]


def id_in(form: SetUpForm) -> str:
    """The id that the page gave its form; what is sent twice is one workshop."""
    try:
        return str(_signer().loads(form.once.data or "", max_age=FORM_SECONDS))
    except BadData:
        abort(400)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="toimi-new-workshop")
