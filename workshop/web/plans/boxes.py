"""The form of one line, made of what such a line is asked for: a new entry needs nothing here."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from wtforms import BooleanField, DateField, Field, FormField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length, NumberRange, Optional

from facilitation import limits
from facilitation.packs import Pack
from facilitation.plans.commands import AddLine, ReviseField
from facilitation.plans.fields import FIELDS, Entry, nothing, value_of
from facilitation.plans.fields.entry import Languages, Offered, Plain, Yes
from facilitation.plans.fields.milestones import Milestones
from facilitation.plans.lines import Line, kind_of
from facilitation.shapes.register import COUNTED
from facilitation.steps.kind import Choice, Day, Interim, Number, Objective, Person, Scale, Text, Value
from facilitation.words import LANGUAGES, said
from workshop.languages import NAMES, _l, reader_language
from workshop.texts import one_line, several_lines
from workshop.web.asking import OnceForm
from workshop.web.head import Boxes
from workshop.web.method import reading
from workshop.web.plans.rows import (
    FigureField,
    InterimRow,
    Rows,
    interim_of,
    milestone_row,
    milestones_of,
    rows_of_interim,
    rows_of_milestones,
)
from workshop.web.whole import WholeField

BESIDE = ("from",)
"""Written together with what is asked for first."""
TOO_LONG = _l("At most %(max)d characters.")


@dataclass(frozen=True)
class Box:
    """A field of the form: an entry, of words in one language."""

    entry: Entry
    language: str
    main: bool
    """Asked for first; the others stand behind."""
    spoken: tuple[str, ...] = ()
    """Languages in which names within the entry are asked for, the reader's own first."""

    @property
    def name(self) -> str:
        return "_".join(filter(None, (self.entry.key, self.language)))

    def tongues(self, form: Any) -> list[Field]:
        """The same words in every language that the form asks for; none where they are not asked for by language."""
        return [form[f"{self.entry.key}_{code}"] for code in self.spoken] if self.language else []


def boxes_of(kind: str, pack: Pack, languages: tuple[str, ...]) -> list[Box]:
    """What a line of this kind is asked for; words in the reader's language first, then in the plan's others."""
    must = {field.key for field in pack.fields_of(kind) if field.weight == "must"}
    spoken = tuple(sorted(languages or LANGUAGES, key=lambda code: code != reader_language()))
    return [
        Box(entry, language, entry.key in must or entry.field.required or entry.key in BESIDE, spoken)
        for entry in FIELDS[kind]
        if entry.shown and asked(entry.field, kind, pack)
        for language in (spoken if entry.is_words else ("",))
    ]


def asked(field: Any, kind: str, pack: Pack) -> bool:
    """What can only be chosen is asked for where something is offered."""
    only = isinstance(field, Offered) and field.only
    return not only or any(each.choices for each in pack.fields_of(kind) if each.key == field.key)


def form_of(boxes: list[Box], pack: Pack, line: Line | None, kind: str = "") -> Any:
    """The form, filled in with what the line says; what it said then goes along. `kind`: of a line that is not yet."""
    kind = kind_of(line) if line else kind
    names = {box.name: field_of(box, kind, pack, line) for box in boxes}
    made: Any = type("LineForm", (OnceForm,), {**names, "base": HiddenField()})
    values = {box.name: value_of(line, box.entry, box.language) if line else None for box in boxes}
    form = made(data={box.name: filled(box, values[box.name]) for box in boxes})
    if not form.is_submitted():
        form.base.data = json.dumps(values)
    return form


def field_of(box: Box, kind: str, pack: Pack, line: Line | None) -> Field:
    field, to = box.entry.field, reading(pack)
    label = to.label(kind, field)
    told: dict[str, Any] = {"description": to.hint(kind, field)}
    look = {"lang": box.language} if box.language else {}
    match field:
        case Offered() if offered := choices_of(box.entry, pack, line, kind):
            return SelectField(label, [Optional()], choices=offered, **told)
        case Text(limit=limit, lines=lines) | Plain(limit=limit, lines=lines):
            return words_field(label, limit, lines, look, told)
        case Person(limit=limit):
            return words_field(label, limit, 1, look, told)
        case Scale(low=low, high=high):
            within = NumberRange(low, high, _("Choose from %(low)s to %(high)s.", low=low, high=high))
            return WholeField(label, [Optional(), within], render_kw={"min": low, "max": high}, **told)
        case Number():
            return FigureField(label, [Optional()], render_kw={"inputmode": "decimal"}, **told)
        case Interim() | Milestones():
            return rows_field(box, label, line, told)
        case Day():
            return DateField(label, [Optional()], **told)
        case Choice(choices=choices):
            named = (SelectChoice(key, to.answer(kind, field, key, name)) for key, name in choices)
            return SelectField(label, [Optional()], choices=[SelectChoice("", "–"), *named], **told)
        case Yes():
            return BooleanField(label, **told)
        case Objective():
            return Boxes(label, choices=list(objectives(pack, line, box.entry)), **told)
        case Languages():
            return Boxes(label, choices=[SelectChoice(code, name) for code, name in NAMES.items()], **told)
        case _:
            raise TypeError(f"no box for a field of kind {type(field).__name__} in a {kind}")


def rows_field(box: Box, label: str, line: Line | None, told: dict[str, Any]) -> Field:
    """Rows up to a limit; what came from elsewhere with more of them is shown whole."""
    field, now = box.entry.field, value_of(line, box.entry) if line else None
    row = milestone_row(field, box.spoken) if isinstance(field, Milestones) else InterimRow
    limit = limits.MILESTONES if isinstance(field, Milestones) else limits.INTERIM
    return Rows(FormField(row), label, max_entries=max(limit, len(now) if isinstance(now, list) else 0), **told)


def words_field(label: str, limit: int, lines: int, look: dict[str, Any], told: dict[str, Any]) -> Field:
    limits = [Length(max=limit, message=TOO_LONG)]
    if lines > 1:
        kw = {**look, "rows": lines, "maxlength": limit}
        return TextAreaField(label, limits, filters=[several_lines], render_kw=kw, **told)
    return StringField(label, limits, filters=[one_line], render_kw={**look, "maxlength": limit}, **told)


def choices_of(entry: Entry, pack: Pack, line: Line | None, kind: str) -> list[SelectChoice]:
    """What the pack offers there, and what stands there already; nothing where it offers nothing."""
    offered = next((field.choices for field in pack.fields_of(kind) if field.key == entry.key), ())
    if not offered:
        return []
    now = str(value_of(line, entry) or "") if line else ""
    known = {each.key: said(each.name, reader_language()) for each in offered if each.offered or each.key == now}
    names = {**({now: now} if now else {}), **known}
    return [SelectChoice("", "–"), *(SelectChoice(key, name) for key, name in names.items())]


def objectives(pack: Pack, line: Line | None, entry: Entry) -> Iterator[SelectChoice]:
    """Those that are offered, and those that the line serves already."""
    now = value_of(line, entry) if line else None
    kept, offered = now if isinstance(now, list) else (), pack.strategy.offered
    for each in pack.strategy.objectives:
        if each in offered or each.id in kept:
            whose = f" ({_('own, %(whose)s', whose=said(each.own.whose, reader_language()))})" if each.own else ""
            yield SelectChoice(each.id, f"{each.id} {said(each.text, reader_language())}{whose}")


# -- A definition of a register -------------------------------------------------------------------------------------


def take_definition(boxes: list[Box], form: Any, pack: Pack) -> None:
    """What a metric leaves open once it is bound to a definition is taken from there; what people wrote stays."""
    if "registered" not in form or form.registered.data == base_of(form).get("registered", ""):
        return
    entry = pack.metric(form.registered.data or "")
    for box in boxes if entry and entry.own else ():
        told = getattr(entry, box.entry.key, None) if box.entry.key in TAKEN else None
        text = told.get(box.language, "") if isinstance(told, Mapping) else told
        if text and nothing(typed(box, form)):
            form[box.name].data = text


TAKEN = ("name", "source", *COUNTED)


# -- Values ---------------------------------------------------------------------------------------------------------


def filled(box: Box, value: Value) -> Any:
    """A value as its field shows it."""
    match box.entry.field:
        case Day():
            return date.fromisoformat(value) if isinstance(value, str) and value else value
        case Interim():
            return rows_of_interim(value)
        case Milestones():
            return rows_of_milestones(value)
        case _:
            return value


def typed(box: Box, form: Any) -> Value:
    """What was typed, as a line holds it."""
    data = form[box.name].data
    match box.entry.field:
        case Day():
            return data.isoformat() if data else None
        case Objective() | Languages():
            return list(data or ())
        case Interim():
            return interim_of(data)
        case Milestones():
            return milestones_of(data)
        case Text() | Plain():
            return data or ""
        case _:
            return None if data == "" else data


def base_of(form: Any) -> Mapping[str, Value]:
    """What the line said when the form was given away, as the form remembers it."""
    try:
        base = json.loads(form.base.data or "{}")
    except (ValueError, RecursionError):
        return {}
    return base if isinstance(base, dict) else {}


def revisions(line: str, boxes: list[Box], form: Any) -> list[tuple[Box, ReviseField]]:
    """A command for each field that was changed."""
    base = base_of(form)
    changed = [(box, typed(box, form)) for box in boxes if not same(typed(box, form), base.get(box.name))]
    return [(box, ReviseField(line, box.entry.key, value, base.get(box.name), box.language)) for box, value in changed]


def same(one: Value, other: Value) -> bool:
    return one == other or (nothing(one) or one is False) and (nothing(other) or other is False)


def addition(kind: str, id: str, under: str, boxes: list[Box], form: Any) -> AddLine:
    """A new line with all that was typed."""
    values: dict[str, Value] = {}
    for box in boxes:
        value = typed(box, form)
        if same(value, None):
            continue
        if box.language:
            texts = values.setdefault(box.entry.key, {})
            if isinstance(texts, dict):
                texts[box.language] = str(value)
        else:
            values[box.entry.key] = value
    return AddLine(kind, id, values, under)
