"""The planner's page: the day, its steps, and the one in hand with everything that can be set in it."""

from typing import Any

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.agendas import planned
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.report.figures import day as day_name
from facilitation.report.texts import Words
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Step
from facilitation.steps.phases import WAITING
from facilitation.words import LANGUAGES
from workshop import store
from workshop.codes import shown
from workshop.days import local_day
from workshop.keeping import retention
from workshop.languages import NAMES, _l, reader_language
from workshop.store import insights
from workshop.store.tables import WorkshopRow
from workshop.web import stepform
from workshop.web.days import Day, day_of, in_short, time_of_day, title_of, told
from workshop.web.found import pack_here, state_of
from workshop.web.front import join_address
from workshop.web.head import HeadForm, begins_at, head_of
from workshop.web.method import reading
from workshop.web.saying import as_said


class AddForm(FlaskForm):
    kind = SelectField(_l("Kind of step"))
    after = HiddenField()


class ActForm(FlaskForm):
    """A button: nothing to fill in but the form's own token."""


def watched(found: WorkshopRow) -> dict[str, Any]:
    """Who else may have read it, and when it goes: its hosts are told."""
    with store.reading() as db:
        return {"insights": insights.of_workshop(db, found.id), "due": retention.due_of(db, found.id)}


def page(
    found: WorkshopRow,
    *,
    head: HeadForm | None = None,
    step: str = "",
    form: stepform.PlannedForm | None = None,
    status: int = 200,
) -> ResponseReturnValue:
    """The planner with one step in hand: the one asked for, or the first that has not begun."""
    state = state_of(found)
    chosen = state.steps.get(step or request.args.get("step", "")) or first_ahead(state)
    pack = pack_here(found)
    steps = [state.steps[id] for id in state.order]
    day = day_of(steps, planned(steps, begins_at(found)))
    return render_template(
        "workshops/plan.html",
        found=found,
        state=state,
        title=as_said(state.title, found.title),
        head=head or HeadForm(formdata=None, data=head_of(found, state)),
        day=day,
        told=list(told(day)),
        in_short=in_short(day),
        add=add_form(),
        act=ActForm(formdata=None),
        code=shown(found.code) if found.code else "",
        address=join_address(found.code) if found.code else "",
        brief=brief,
        summary=summary(found, state, day),
        tongues=stepform.tongues(),
        **watched(found),
        **(editor(state, chosen, pack, form, day) if chosen else {"step": None}),
    ), status


def summary(found: WorkshopRow, state: Workshop, day: Day) -> str:
    """Day, hours, whose, in which languages, in one line."""
    language = reader_language()
    when = day_name(local_day(found.starts), language) if found.starts else _("The day is open")
    hours = f"{time_of_day(day.first)}–{time_of_day(day.last)}" if day.blocks else ""
    spoken = ", ".join(NAMES[code] for code in LANGUAGES if code in state.languages)
    return " · ".join(filter(None, (when, hours, state.organisation, state.period, spoken)))


def first_ahead(state: Workshop) -> Step | None:
    waiting = [step for step in state.order if state.work[step].phase == WAITING]
    chosen = [*waiting, *state.order][:1]
    return state.steps[chosen[0]] if chosen else None


def editor(state: Workshop, step: Step, pack: Pack, form: stepform.PlannedForm | None, day: Day) -> dict[str, Any]:
    """What the chosen step's form needs."""
    form = form or stepform.step_form(state, step, pack)
    block = next(block for block in day.blocks if block.step.id == step.id)
    return {
        "step": step,
        "step_title": block.title,
        "step_times": f"{block.begins}–{block.ends}",
        "kind": KINDS[step.kind],
        "phase": state.work[step.id].phase,
        "form": form,
        "together": list(stepform.together(stepform.offered_in(form, state, step))),
        "themes": themes_of(state, pack),
        "prework": is_prework(state, step),
    }


def themes_of(state: Workshop, pack: Pack) -> list[tuple[int, Words, list[tuple[str, Words, bool]]]]:
    """The workshop's statements by theme: its number and name; each statement's id, text, whether of the short form."""
    to = reading(pack)
    asked = {each.id: each for each in state.statements}
    return [
        (
            number,
            to.official(f"strategy.themes.{theme.id}.name", theme.name),
            [
                (each.id, to.official(f"statements.{each.id}", each.text), asked[each.id].short_form)
                for each in pack.statements_of(theme.id)
                if each.id in asked
            ],
        )
        for number, theme in enumerate(pack.strategy.themes, 1)
    ]


def is_prework(state: Workshop, step: Step) -> bool:
    """Whether the step may be opened now for the days before."""
    begun = [id for id in state.order if state.work[id].phase != WAITING]
    return bool(options_of(step).get("pre_work")) and not begun


def brief(step: Step, state: Workshop) -> str:
    """A step in a line: how people work in it, and how much is asked."""
    kind, options = KINDS[step.kind], options_of(step)
    ways = {"person": _("Each on their own"), "group": _("In groups"), "room": _("Everybody together")}
    way = _("On their own, then together") if kind.solo_first else ways[kind.by]
    name = _(kind.title)
    parts = [] if step.kind == "break" else [way] if name == title_of(step) else [name, way]
    if stepform.STATEMENTS in options:
        asked = len(stepform.asked_by(options[stepform.STATEMENTS], state))
        parts.append(ngettext("%(num)d statement", "%(num)d statements", asked))
    if options.get("pre_work"):
        parts.append(_("pre-work"))
    return " · ".join(parts)


def add_form() -> AddForm:
    form = AddForm()
    form.kind.choices = [SelectChoice(kind.key, _(kind.title)) for kind in KINDS.values()]
    return form
