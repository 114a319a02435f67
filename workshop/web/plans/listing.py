"""The plans that somebody has a part in, and starting a new one."""

import secrets
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.file import FileField
from wtforms import RadioField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Length, Optional

from facilitation import limits, packs
from facilitation.live.state import Workshop
from facilitation.plans import beginnings
from facilitation.plans.commands import DraftPlan
from facilitation.plans.draft import drafts
from facilitation.plans.events import Source
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES, N_, Parallel, Refused, said
from workshop import store
from workshop.languages import _l, reader_language, worded
from workshop.perform import Asker, Once, perform, plan_log
from workshop.schemas.reading import MOST_BYTES, plan_of
from workshop.store import plans as rows
from workshop.store.tables import AccountRow, PlanRow, WorkshopRow
from workshop.texts import one_line
from workshop.web.asking import OnceForm
from workshop.web.found import methods, state_of
from workshop.web.head import Boxes, title_field
from workshop.web.plans.found import life_of
from workshop.web.plans.reading import STAGES
from workshop.web.reading import Reading, reading
from workshop.web.signing_in import account, signed_in
from workshop.web.workshops import theirs

bp = Blueprint("plans", __name__)

TOO_LONG = _l("At most %(max)d characters.")
BEGINNINGS = {
    "empty": _l("Empty: everything is written here"),
    "workshops": _l("From one or several workshops"),
    "plan": _l("From another plan, with what is not done yet"),
    "file": _l("From a plan that was downloaded as data"),
}


class StartForm(OnceForm):
    begins = RadioField(
        _l("How does it begin?"),
        [InputRequired(_l("Choose how the plan begins."))],
        choices=[SelectChoice(key, name) for key, name in BEGINNINGS.items()],
        default="empty",
    )
    title_fi = title_field("fi")
    title_sv = title_field("sv")
    title_en = title_field("en")
    method = SelectField(_l("Method"))
    organisation = StringField(
        _l("Organisation"), [Length(max=limits.ORGANISATION, message=TOO_LONG)], filters=[one_line]
    )
    period = StringField(
        _l("Years of the plan"),
        [Length(max=limits.PERIOD, message=TOO_LONG)],
        description=_l("Such as 2027–2029."),
        filters=[one_line],
    )
    workshops = Boxes(_l("Workshops"))
    plan = SelectField(_l("Plan"), [Optional()])
    file = FileField(_l("File"), [Optional()], render_kw={"accept": ".json,application/json"})

    @property
    def title(self) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"title_{code}"].data)}

    @property
    def titles(self) -> list:
        """The title's fields, the reader's own language first."""
        return [self[f"title_{code}"] for code in sorted(LANGUAGES, key=lambda code: code != reader_language())]


@bp.get("/plans")
@signed_in("see_plans")
def plans() -> ResponseReturnValue:
    return render_template("plans/list.html", plans=mine(account() or abort(401)), stages=STAGES)


def mine(who: AccountRow) -> list[PlanRow]:
    with store.reading() as db:
        return list(rows.of_account(db, who.id))


# -- Starting -------------------------------------------------------------------------------------------------------


@bp.route("/plans/new", methods=["GET", "POST"])
@signed_in("start_plan")
def new() -> ResponseReturnValue:
    who = account() or abort(401)
    form = start_form(who)
    if form.validate_on_submit():
        try:
            plan, sources = begun(form, who)
            return begin(plan, sources, who, form.once.data or "")
        except Refused as refused:
            at = next((field for field in form if field.name == refused.field), form.begins)
            at.errors = [worded(refused.message)]
    return render_template("plans/new.html", form=form), 400 if form.errors else 200


def start_form(who: AccountRow) -> StartForm:
    form = StartForm()
    form.workshops.choices = [SelectChoice(row.id, said(state_of(row).title, reader_language())) for row in theirs(who)]
    form.method.choices = [SelectChoice(key, said(packs.load(key).name, reader_language())) for key in methods()]
    form.plan.choices = [SelectChoice("", "–"), *(SelectChoice(row.id, row.title) for row in mine(who))]
    if not form.is_submitted() and (wanted := request.args.get("from")):
        form.begins.data, form.plan.data = "plan", wanted
    return form


def begun(form: StartForm, who: AccountRow) -> tuple[Plan, tuple[Source, ...]]:
    """The plan that was asked for, and what it is made of. Raises Refused at the field."""
    match form.begins.data:
        case "workshops":
            plan, sources = of_workshops(form, who)
        case "plan":
            plan, sources = of_plan(form, who)
        case "file":
            plan, sources = of_file(form)
        case _:
            plan, sources = of_nothing(form)
    head = {"organisation": form.organisation.data or plan.organisation, "title": form.title or plan.title}
    return replace(plan, **head), sources


def of_nothing(form: StartForm) -> tuple[Plan, tuple[Source, ...]]:
    if not form.title:
        raise Refused(N_("Give it a title people will recognise."), code="empty", field=form.titles[0].name)
    pack = packs.load(form.method.data)
    plan = beginnings.empty(pack, form.title, form.organisation.data or "", form.period.data or "", LANGUAGES)
    return plan, (Source("empty"),)


def of_workshops(form: StartForm, who: AccountRow) -> tuple[Plan, tuple[Source, ...]]:
    chosen = [row for row in theirs(who) if row.id in (form.workshops.data or ())]
    if not chosen:
        raise Refused(N_("Choose at least one workshop."), code="empty", field="workshops")
    states = [(row, state_of(row)) for row in chosen]
    sources = tuple(Source("workshop", row.id, state.seq, said(state.title, "en")) for row, state in states)
    return beginnings.together(
        [plan for row, state in states for plan in left_by(row, state, len(states) > 1)]
    ), sources


def left_by(row: WorkshopRow, state: Workshop, beside: bool) -> Iterator[Plan]:
    """A workshop's drafts, its own and those of units; `beside` another workshop's each line says which it is from."""
    for plan in drafts(state, packs.load(row.pack), of_groups=True):
        yield beginnings.told_apart(plan, said(state.title, "en") or row.title) if beside else plan


def of_plan(form: StartForm, who: AccountRow) -> tuple[Plan, tuple[Source, ...]]:
    row = next((row for row in mine(who) if row.id == form.plan.data), None)
    if row is None:
        raise Refused(N_("Choose the plan that it continues."), code="empty", field="plan")
    life = life_of(row.id)
    base = life.published.plan if life.published else life.plan
    return beginnings.next_of(base, form.title, form.period.data or ""), (Source("plan", row.id, life.seq, row.title),)


def of_file(form: StartForm) -> tuple[Plan, tuple[Source, ...]]:
    sent = form.file.data
    file = sent.read(MOST_BYTES + 1) if sent else b""
    if not file:
        raise Refused(N_("Choose a file."), code="empty", field="file")
    try:
        plan = plan_of(file)
    except Refused as refused:
        refused.field = "file"
        raise
    return beginnings.fresh(plan), (Source("file", sha256(file).hexdigest()),)


@bp.post("/w/<id>/draft/plan")
@signed_in("start_plan")
def of_draft(id: str) -> ResponseReturnValue:
    """Make the draft that is being read the plan."""
    here, form = reading(id), OnceForm()
    if not isinstance(here, Reading):
        return here
    if not here.hosting or not form.validate_on_submit():
        abort(403)
    source = Source("workshop", id, here.state.seq, said(here.state.title, "en"))
    return begin(here.plan, (source,), account() or abort(401), form.once.data or "")


def begin(plan: Plan, sources: tuple[Source, ...], who: AccountRow, once: str) -> ResponseReturnValue:
    """Through the door; the same form sent twice begins one plan, with other words another. Raises Refused."""
    words = (plan.title, plan.organisation, plan.period.name, [(source.kind, source.id) for source in sources])
    id = sha256(f"{who.id}/{once}/{words}".encode()).hexdigest()[:16] if once else secrets.token_hex(8)
    outcome = perform(
        plan_log(id), DraftPlan(replace(plan, id=id), sources), Asker(who.id, "editor"), Once(f"draft-{id}")
    )
    if outcome.message:
        raise Refused(worded(outcome.message), code=outcome.code)
    flash(_("The plan has begun. Everything in it can be changed."), "ok")
    return redirect(url_for("plan.read", id=id), 303)
