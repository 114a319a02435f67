"""The form of one step: its texts, its time, and whatever options its kind has. A new kind needs nothing here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    Field,
    HiddenField,
    RadioField,
    SelectMultipleField,
    StringField,
    TextAreaField,
    TimeField,
)
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional, StopValidation

from facilitation import limits
from facilitation.live.commands import Command, ReviseStep, SetOption
from facilitation.live.state import Workshop
from facilitation.packs import Pack
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Option, Step, StepKind, Value
from facilitation.steps.phases import ANY_TIME, BEFORE_OPENING, BEFORE_REVEAL
from facilitation.words import LANGUAGES, said
from workshop.languages import _l, reader_language
from workshop.texts import one_line, without_controls
from workshop.web.whole import WholeField

STATEMENTS = "statements"
MOST = 100
CHOICES = {
    "nobody": _l("Nobody"),
    "room": _l("Everybody in the room"),
    "groups": _l("The groups"),
    "host": _l("The facilitator"),
    "dots": _l("Dots"),
    "matrix": _l("Importance and feasibility"),
    "ideas": _l("Ideas"),
    "goals": _l("Goals"),
    "open": _l("In own words"),
    "choice": _l("By choosing"),
}
"""What the choices of the kinds are called; one that is not here goes by its own name."""
UNTIL = {
    ANY_TIME: _l("Can be changed at any time."),
    BEFORE_REVEAL: _l("Can be changed until the results are shown."),
    BEFORE_OPENING: _l("Can be changed until the step opens."),
}


def whole_line(language: str, name: Any, limit: int) -> StringField:
    too_long = Length(max=limit, message=_l("At most %(max)d characters."))
    return StringField(name, [too_long], filters=[one_line], render_kw={"lang": language, "maxlength": limit})


def passage(language: str, name: Any, limit: int) -> TextAreaField:
    too_long = Length(max=limit, message=_l("At most %(max)d characters."))
    return TextAreaField(
        name, [too_long], filters=[trimmed], render_kw={"lang": language, "rows": 3, "maxlength": limit}
    )


def trimmed(text: str | None) -> str:
    return without_controls(text).strip()


class PlannedForm(FlaskForm):
    """What every step has."""

    title_fi = whole_line("fi", _l("Title"), limits.TITLE)
    title_sv = whole_line("sv", _l("Title"), limits.TITLE)
    title_en = whole_line("en", _l("Title"), limits.TITLE)
    task_fi = passage("fi", _l("Task, as people see it"), limits.TASK)
    task_sv = passage("sv", _l("Task, as people see it"), limits.TASK)
    task_en = passage("en", _l("Task, as people see it"), limits.TASK)
    minutes = WholeField(
        _l("Minutes"),
        [
            InputRequired(_l("Write how many minutes.")),
            NumberRange(0, limits.MINUTES, _l("From %(min)s to %(max)s minutes.")),
        ],
        render_kw={"inputmode": "numeric", "min": 0, "max": limits.MINUTES},
    )
    pinned = TimeField(_l("Pinned to"), [Optional()], description=_l("Begins then, whatever stands before it."))
    take = HiddenField(validators=[Optional(), AnyOf(("all", "short"), _l("Not a valid choice."))])
    """The buttons beside the statements."""


@dataclass(frozen=True)
class Offered:
    """An option of a step with its field, and why it is shut, if it is."""

    option: Option
    fields: tuple[Field, ...]
    shut: bool

    @property
    def field(self) -> Field:
        """Its field; of parallel texts the reader's own."""
        return self.fields[0]

    @property
    def way(self) -> str:
        """How its field is drawn."""
        return way_of(self.option)

    @property
    def until(self) -> str:
        return str(UNTIL.get(self.option.phases) or _("Can be changed in some phases only."))


@dataclass(frozen=True)
class Together:
    """Options that can be changed until the same moment, with the same consequence."""

    until: str
    given: str
    shut: bool
    options: tuple[Offered, ...]


def way_of(option: Option) -> str:
    """Which sort of field an option needs, by its default and choices."""
    if isinstance(option.default, dict):
        return "parallel"
    if isinstance(option.default, list):
        return "statements" if option.key == STATEMENTS else "lines"
    if option.choices:
        return "choice"
    if isinstance(option.default, bool):
        return "switch"
    if isinstance(option.default, int) or option.default is None:
        return "number"
    return "text"


def names_of(option: Option) -> list[str]:
    """The names of its fields: one, or one a language with the reader's own first."""
    name = f"option_{option.key}"
    return [f"{name}_{code}" for code in tongues()] if way_of(option) == "parallel" else [name]


def tongues() -> list[str]:
    """The languages, the reader's own first."""
    return sorted(LANGUAGES, key=lambda code: code != reader_language())


# -- Making it ------------------------------------------------------------------------------------------------------


def step_form(workshop: Workshop, step: Step, pack: Pack) -> PlannedForm:
    """The form of a step as it stands, or as it was sent."""
    kind = KINDS[step.kind]
    fields = {name: field_of(option, name, pack) for option in kind.options for name in names_of(option)}
    form = type("StepForm", (PlannedForm,), fields)(data=standing(workshop, step, kind))
    for offered in offered_in(form, workshop, step):
        for field in offered.fields if offered.shut else ():
            field.validators = []
            field.render_kw = {**(field.render_kw or {}), "disabled": True}
    return form


def field_of(option: Option, name: str, pack: Pack) -> Any:
    label = _(option.label)
    match way_of(option):
        case "parallel":
            return passage(name[-2:], label, limits.BRIEFING)
        case "statements":
            # The boxes are drawn by theme; those that are pinned in the workshop are all there is.
            choices = [SelectChoice(each.id, said(each.text, reader_language())) for each in pack.statements]
            return SelectMultipleField(label, [some], choices=choices)
        case "lines":
            return TextAreaField(label, description=_("One a line."), filters=[trimmed], render_kw={"rows": 4})
        case "choice":
            return RadioField(label, choices=[SelectChoice(key, CHOICES.get(key, key)) for key in option.choices])
        case "switch":
            return BooleanField(label)
        case "number":
            help = _("Left empty, the number follows from what there is.") if option.default is None else ""
            limits_of = [NumberRange(0, MOST, _("From %(least)s to %(most)s.", least=0, most=MOST))]
            return WholeField(label, [Optional(), *limits_of], description=help, render_kw={"inputmode": "numeric"})
        case _:
            return TextAreaField(label, [Length(max=limits.BRIEFING)], filters=[trimmed], render_kw={"rows": 4})


def some(_form: FlaskForm, field: Field) -> None:
    if not field.data:
        raise StopValidation(_("Choose at least one statement."))


def standing(workshop: Workshop, step: Step, kind: StepKind) -> dict[str, Any]:
    """The step as its form is filled in."""
    texts = {f"title_{code}": step.title.get(code, "") for code in LANGUAGES}
    texts |= {f"task_{code}": step.task.get(code, "") for code in LANGUAGES}
    options = options_of(step)
    values = {
        name: shown_as(option, name, options[option.key], workshop)
        for option in kind.options
        for name in names_of(option)
    }
    pinned = time.fromisoformat(step.pinned.zfill(5)) if step.pinned else None
    return {**texts, **values, "minutes": step.minutes, "pinned": pinned}


def shown_as(option: Option, name: str, value: Value, workshop: Workshop) -> Any:
    match way_of(option):
        case "parallel":
            return value.get(name[-2:], "") if isinstance(value, dict) else ""
        case "statements":
            return asked_by(value, workshop)
        case "lines":
            return "\n".join(map(str, value)) if isinstance(value, list) else ""
        case _:
            return value


def asked_by(value: Value, workshop: Workshop) -> list[str]:
    """The statements an option means: those it lists, the short form, or all."""
    if isinstance(value, list) and value:
        return value
    return [each.id for each in workshop.statements if each.short_form or value != "short"]


# -- Reading it -----------------------------------------------------------------------------------------------------


def offered_in(form: PlannedForm, workshop: Workshop, step: Step) -> list[Offered]:
    phase = workshop.work[step.id].phase
    options = KINDS[step.kind].options
    return [Offered(each, tuple(form[name] for name in names_of(each)), phase not in each.phases) for each in options]


def together(offered: list[Offered]) -> Iterator[Together]:
    """Options under one sentence where the same holds for them, in the order of the kind."""
    groups: dict[tuple[str, str, bool], list[Offered]] = {}
    for each in offered:
        groups.setdefault((each.until, each.option.given, each.shut), []).append(each)
    for (until, given, shut), options in groups.items():
        yield Together(until, _(given), shut, tuple(options))


def changes(form: PlannedForm, workshop: Workshop, step: Step) -> Iterator[Command]:
    """What the sent form asks for, beyond how the step stands."""
    yield from revised(form, step)
    options = options_of(step)
    for offered in offered_in(form, workshop, step):
        option, value = offered.option, value_in(offered)
        before = asked_by(options[option.key], workshop) if offered.way == "statements" else options[option.key]
        if not offered.shut and value != before:
            yield SetOption(step.id, option.key, value)


def revised(form: PlannedForm, step: Step) -> Iterator[ReviseStep]:
    title, task = texts_in(form, "title"), texts_in(form, "task")
    pinned = f"{form.pinned.data:%H:%M}" if form.pinned.data else ""
    minutes = form.minutes.data if form.minutes.data is not None else step.minutes
    now = (title, task, minutes, pinned)
    before = (spoken(step.title), spoken(step.task), step.minutes, step.pinned.zfill(5) if step.pinned else "")
    if now != before:
        yield ReviseStep(step.id, title, task, minutes, pinned)


def texts_in(form: PlannedForm, field: str) -> Mapping[str, str]:
    return spoken({code: form[f"{field}_{code}"].data or "" for code in LANGUAGES})


def spoken(texts: Mapping[str, str]) -> Mapping[str, str]:
    return {code: text for code in LANGUAGES if (text := texts.get(code, "").strip())}


def value_in(offered: Offered) -> Value:
    """What the field holds, as the option wants it."""
    given = offered.field.data
    match offered.way:
        case "parallel":
            return dict(spoken({field.name[-2:]: field.data or "" for field in offered.fields}))
        case "lines":
            return [line.strip() for line in (given or "").splitlines() if line.strip()]
        case "statements":
            return list(given or [])
        case "switch":
            return bool(given)
        case "number":
            return given
        case _:
            return given or ""
