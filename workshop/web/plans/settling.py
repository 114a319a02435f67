"""Two texts for one field: both are shown, and one of them or a third is chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import HiddenField, RadioField, TextAreaField
from wtforms.validators import InputRequired, Optional

from facilitation.plans.commands import SettleField
from facilitation.plans.fields import Entry, entry_of, value_of
from facilitation.plans.lines import Line, kind_of, line_in
from facilitation.plans.parts import Kept
from facilitation.steps.kind import Value
from workshop.languages import NAMES, _l
from workshop.texts import several_lines
from workshop.web.asking import OnceForm, apart
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, plan_here, refused
from workshop.web.plans.values import shown
from workshop.web.signing_in import signed_in

bp = Blueprint("plan_settling", __name__, url_prefix="/plans/<id>/lines/<line>/settle")

NOW = "now"


class SettleForm(OnceForm):
    """One of the texts, by its digest, or a third. `base`: what the plan said when the page was made, likewise."""

    field = HiddenField()
    language = HiddenField()
    base = HiddenField()
    chosen = RadioField(_l("Which one stays?"), [InputRequired(_l("Choose one."))], validate_choice=False)
    third = TextAreaField(_l("In other words"), [Optional()], filters=[several_lines])


@dataclass(frozen=True)
class Beside:
    """A field with more than one text, and the form that chooses."""

    entry: Entry
    called: str
    language: str
    now: str
    kept: Sequence[tuple[Kept, str, str]]
    """Each with its digest and its words."""
    form: SettleForm

    @property
    def label(self) -> str:
        return ", ".join(filter(None, (self.called, NAMES.get(self.language, ""))))


def standing_beside(here: PlanHere, line: Line) -> Iterator[Beside]:
    """Every field of the line that has more than one text."""
    mine, kind = [each for each in here.life.kept if each.line == line.id], kind_of(line)
    for field, language in dict.fromkeys((each.field, each.language) for each in mine):
        if entry := entry_of(kind, field):
            now = value_of(line, entry, language)
            kept = here.life.kept_of(line.id, field, language)
            texts = [(each, digest(each.value), shown(kind, entry, each.value, here.pack)) for each in kept]
            form = SettleForm(formdata=None, field=field, language=language, base=digest(now))
            called, said = reading(here.pack).label(kind, entry.field), shown(kind, entry, now, here.pack)
            yield Beside(entry, called, language, said, texts, apart(form, f"{field}-{language}"))


def digest(value: Value) -> str:
    """A value as a page remembers that it was this one."""
    return sha256(repr(value).encode("utf-8", "replace")).hexdigest()[:16]


@bp.post("")
@signed_in("see_plans")
def settle(id: str, line: str) -> ResponseReturnValue:
    """What is chosen of an old page is kept beside the others: the rules see to it by its base."""
    here, form = plan_here(id, "change_plan"), SettleForm()
    found = line_in(here.life.plan, line) or abort(404)
    entry = entry_of(kind_of(found), form.field.data or "") or abort(404)
    now = value_of(found, entry, form.language.data or "")
    base = now if form.base.data == digest(now) else None
    wish = SettleField(line, entry.key, chosen(here, found, entry, form), base, form.language.data or "")
    if not form.validate_on_submit():
        flash(_("Choose one."), "bad")
    elif base is None and form.chosen.data == NOW and wish.value == now:
        flash(_("It was changed while you were reading. Look at both texts again."), "warn")
    elif why := refused(here, wish, form):
        flash(why, "bad")
    return redirect(url_for("plan_lines.line", id=id, line=line), 303)


def chosen(here: PlanHere, line: Line, entry: Entry, form: SettleForm) -> Value:
    """The value that was meant: a third text, one of those kept, or what the plan says."""
    language = form.language.data or ""
    if entry.is_words and form.third.data:
        return form.third.data
    kept = here.life.kept_of(line.id, entry.key, language)
    return next(
        (each.value for each in kept if digest(each.value) == form.chosen.data), value_of(line, entry, language)
    )
