"""The forms in which figures, baselines and progress are given: one part an ask, prefilled with what is known."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from flask import request
from flask_babel import gettext as _
from wtforms import DateField, Form, HiddenField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Length, Optional

from facilitation import limits
from facilitation.followup import Ask, Round, asked, before, doubts
from facilitation.plans.commands import Command, EnterFigure, GiveBaseline, TellProgress
from facilitation.plans.fields.others import ACTION
from facilitation.plans.lines import line_in
from facilitation.quality.metrics import is_share
from facilitation.shapes import Action, Metric, Milestone, Plan, Reading
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting
from workshop.languages import _l, worded
from workshop.perform import Outcome
from workshop.texts import one_line, several_lines
from workshop.web.following.counts import by_counts, given, reckoned
from workshop.web.following.meanwhile import settle, shown
from workshop.web.following.points import Point, points, settled
from workshop.web.head import Boxes
from workshop.web.plans.rows import FigureField

TOO_LONG = _l("At most %(max)d characters.")
STANDINGS = {"final": _l("Final"), "preliminary": _l("Preliminary: it may still change")}
STATUSES = next(dict(entry.field.choices) for entry in ACTION if entry.key == "status")  # pyright: ignore[reportAttributeAccessIssue]


def figure_field(label: Any, **more: Any) -> FigureField:
    return FigureField(label, [Optional()], render_kw={"inputmode": "decimal", "autocomplete": "off"}, **more)


def comment_field() -> TextAreaField:
    kw = {"rows": 2, "maxlength": limits.NOTE}
    return TextAreaField(
        _l("Comment"), [Length(max=limits.NOTE, message=TOO_LONG)], filters=[several_lines], render_kw=kw
    )


class AskedForm(Form):
    shown = HiddenField()
    """What the form showed: whoever leaves anything so has said nothing of it, whatever others said meanwhile."""


class FigureForm(AskedForm):
    value = figure_field(_l("Figure"))
    numerator = figure_field(_l("Counted"))
    denominator = figure_field(_l("Of how many"))
    comment = comment_field()
    evidence = StringField(
        _l("Where it can be looked up"),
        [Length(max=limits.LINK, message=TOO_LONG)],
        filters=[one_line],
        description=_l("An address that begins with https://."),
        render_kw={"inputmode": "url", "autocomplete": "off"},
    )
    standing = RadioField(
        _l("How sure it is"), choices=[SelectChoice(key, name) for key, name in STANDINGS.items()], default="final"
    )


class BaselineForm(AskedForm):
    value = figure_field(_l("Figure"))
    day = DateField(_l("Measured on"), [Optional()])
    comment = comment_field()


class ProgressForm(AskedForm):
    status = SelectField(_l("How far it has come"), choices=[])
    milestones = Boxes(_l("Milestones reached"), choices=[], validate_choice=False)
    comment = comment_field()


FILLED = ("value", "numerator", "denominator", "comment", "evidence")
"""Of a figure's form: with none of these nothing was said."""
FORMS: Mapping[str, type[AskedForm]] = {"figure": FigureForm, "baseline": BaselineForm, "action": ProgressForm}


@dataclass(frozen=True)
class Part:
    """One thing that is asked, its line in the plan, and its form."""

    ask: Ask
    line: Metric | Action
    form: Any
    known: Mapping[str, Any]
    """What the form was filled in with."""
    points: tuple[Point, ...] = ()
    """Milestones that can be ticked, in the order of their boxes."""
    now: Entered | None = None
    """The figure that was given, where its two counts give it: they alone are filled in, so that it goes with them."""

    @property
    def settled(self) -> list[Milestone]:
        """Milestones that were approved as reached."""
        return list(settled(self.line, self.points)) if isinstance(self.line, Action) else []

    @property
    def shares(self) -> bool:
        """Whether it is counted from two figures."""
        known = isinstance(self.line, Metric) and (is_share(self.line) or bool(self.line.numerator))
        return known and not self.weighed

    @property
    def weighed(self) -> bool:
        """Whether its figure bears a weight, which is kept where a share keeps what it was divided by."""
        return isinstance(self.line, Metric) and self.line.aggregation == "weighted_mean"

    @property
    def touched(self) -> bool:
        """Whether anything was typed that was not there already; a figure left empty is no answer."""
        typed = {name: data for name, data in self.form.data.items() if name in self.known}
        return typed != dict(self.known) and bool(self.form.errors or self._says_something())

    def _says_something(self) -> bool:
        if self.ask.of == "action":
            return True
        return any(self.form.data.get(name) not in (None, "") for name in FILLED)


def parts_of(
    plan: Plan,
    entries: Sequence[Entered],
    told: Mapping[str, Any],
    round: Round,
    counting: Counting = AS_PLANNED,
    *,
    dated: bool,
) -> list[Part]:
    """What is due, each as a form; `dated`: a real round, whose questions stay until it is over."""
    asks = asked(plan, before(tuple(entries), round if dated else None), round, counting, told)
    return [part for ask in asks if (part := part_of(plan, entries, told, ask))]


def part_of(
    plan: Plan,
    entries: Iterable[Entered],
    told: Mapping[str, Any],
    ask: Ask,
    wanted: Mapping[str, Any] | None = None,
) -> Part | None:
    """As a form that was sent, or that says what is known, or what a file has in its place (`wanted`)."""
    line = line_in(plan, ask.about)
    if not isinstance(line, Metric | Action):
        return None
    open = points(line, told.get(line.id)) if isinstance(line, Action) else ()
    known = dict(_known(line, entries, told, ask)) | _ticked(open)
    sent = request.form if request.method == "POST" and wanted is None else None
    form: Any = FORMS[ask.of](sent, prefix=_key(plan, ask), data={**known, **(wanted or {})})
    if isinstance(form, ProgressForm):
        offer(form, open)
        if wanted:  # a file tells those too that need no telling
            form.milestones.data = [sign for sign in _signs(open) if sign in (form.milestones.data or ())]
    if sent is not None:
        settle(form, form.shown.data or "", known)
    form.shown.data = shown(known)
    part = Part(ask, line, form, known, open, by_counts(line, given(entries, ask)))
    if part.weighed and isinstance(form, FigureForm) and isinstance(line, Metric):
        form.denominator.label.text = _("Weight: %(of)s", of=line.weight) if line.weight else _("Weight")
    return part


def offer(form: ProgressForm, open: Iterable[Point]) -> None:
    form.status.choices = [SelectChoice(key, _(name)) for key, name in STATUSES.items()]
    form.milestones.choices = [SelectChoice(each.sign, each.sign) for each in open]


def _signs(open: Iterable[Point]) -> list[str]:
    return [each.sign for each in open]


def _ticked(open: Iterable[Point]) -> dict[str, Any]:
    """Nothing where there is nothing to tick."""
    return {"milestones": _signs(each for each in open if each.milestone.done)} if open else {}


def _key(plan: Plan, ask: Ask) -> str:
    period = f"{ask.period.last:%Y%m%d}" if ask.period else ""
    return sha256(f"{plan.id}/{ask.of}/{ask.about}/{period}".encode()).hexdigest()[:10]


def _known(
    line: Metric | Action, entries: Iterable[Entered], told: Mapping[str, Any], ask: Ask
) -> Iterator[tuple[str, Any]]:
    """What was said already, to begin from."""
    if isinstance(line, Action):
        before_it = told.get(line.id)
        yield from (("status", line.status), ("comment", before_it.comment if before_it else ""))
    elif ask.of == "baseline":
        reading = line.baseline
        yield from (("value", shortly(reading.value if reading else None)), ("day", reading.day if reading else None))
        yield "comment", reading.note if reading else ""
    else:
        now = given(entries, ask)
        yield "value", shortly(now.value if now and not by_counts(line, now) else None)
        yield from ((name, shortly(getattr(now, name) if now else None)) for name in ("numerator", "denominator"))
        yield from ((name, getattr(now, name) if now else "") for name in ("comment", "evidence"))
        yield "standing", now.standing if now else "final"


def shortly(value: float | None) -> float | int | None:
    """Without decimals that say nothing."""
    return int(value) if value is not None and float(value).is_integer() else value


# -- What was given -------------------------------------------------------------------------------------------------

Ask_ = Callable[[Command], Outcome]


def taken(parts: Iterable[Part], once: str, day: date, ask: Ask_) -> tuple[int, list[str]]:
    """Ask for each part that was filled in; how many were taken, and what is worth a second look in them."""
    count, looks = 0, list[str]()
    for part in parts:
        part.form.validate()
        if not part.touched or part.form.errors:
            continue
        command = command_of(part, once, day)
        if command is None:
            says_what_lacks(part)
            continue
        if refused(part, ask(command)):
            continue
        count += 1
        looks += second_looks(part, command)
    return count, looks


def says_what_lacks(part: Part) -> None:
    """At the field without which no figure can be reckoned."""
    form, counts = part.form, ("numerator", "denominator") if part.shares else ()
    typed = [form[name].data is not None for name in counts if name in form]
    if all(typed) and typed:
        form["denominator"].errors = [_("Nothing can be divided by nought.")]
    elif any(typed):
        form["denominator" if typed[0] else "numerator"].errors = [_("Write this count too, or the figure itself.")]
    else:
        form["value"].errors = [_("Write this as a number.")]


def refused(part: Part, outcome: Outcome) -> bool:
    """Whether it was not taken; why stands at its field, or at the first."""
    if outcome.message is None:
        return False
    named = outcome.field if outcome.field in part.form else next(iter(part.form)).short_name
    part.form[str(named)].errors = [worded(outcome.message)]
    return True


def command_of(part: Part, once: str, day: date) -> Command | None:
    """None where a figure is needed and there is none."""
    form, ask = part.form, part.ask
    if ask.of == "action":
        reached = tuple(form.milestones.data) if part.points else None
        return TellProgress(ask.about, form.status.data, form.comment.data or "", ask.role, day, reached)
    value = form.value.data
    if value is None and ask.of == "figure":
        value = reckoned(part.line, part.now, form.numerator.data, form.denominator.data)
    if value is None:
        return None
    if ask.of == "baseline":
        reading = Reading(value, form.day.data or day, form.comment.data or "")
        return GiveBaseline(ask.about, reading, ask.role, day)
    return _figure(part, once, value, day)


def _figure(part: Part, once: str, value: float, day: date) -> EnterFigure | None:
    form, ask = part.form, part.ask
    if ask.period is None:
        return None
    words = (form.comment.data or "", form.evidence.data or "")
    counts = (form.numerator.data, form.denominator.data)
    id = sha256(f"{once}/{ask}/{value}/{counts}/{words}/{form.standing.data}".encode()).hexdigest()[:16]
    return EnterFigure(id, ask.about, ask.period, value, *counts, *words, form.standing.data, ask.role, day)


def second_looks(part: Part, command: Command) -> list[str]:
    """Advice about a figure that was taken all the same."""
    if not isinstance(command, EnterFigure) or not isinstance(part.line, Metric):
        return []
    counts = (command.numerator, command.denominator)
    entered = Entered(command.figure, command.metric, command.period, command.value, *counts)
    return [worded(found) for found in doubts(part.line, entered)]
