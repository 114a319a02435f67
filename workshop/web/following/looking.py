"""Looking through much that is asked: goal by goal, by words and by what still lacks; nothing typed is lost."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask import request
from flask_babel import gettext as _
from wtforms import Form, SearchField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.followup import Ask
from facilitation.shapes import Goal, Metric, Plan
from workshop.languages import _l
from workshop.web.following.asking import Part
from workshop.web.plans.finding import has

FEW = 12
"""So many answers are looked through without a form."""
LACKING, GIVEN = "lacking", "given"


class LookForm(Form):
    """Part of the form in which figures are entered: what it leaves out is sent along all the same."""

    words = SearchField(_l("Words in what is asked"))
    state = SelectField(_l("State"), validate_choice=False)

    @property
    def anything(self) -> bool:
        return bool(self.words.data or self.state.data)


@dataclass(frozen=True)
class OfGoal:
    """What is asked of a goal, each with whether it is shown, and how much of it lacks; None: what belongs to none."""

    goal: Goal | None
    parts: Sequence[tuple[Part, bool]]
    lacking: int

    @property
    def shown(self) -> int:
        return sum(shown for _part, shown in self.parts)

    @property
    def written(self) -> bool:
        """Whether something stands in it that is not kept yet."""
        return any(part.touched for part, _shown in self.parts)


@dataclass(frozen=True)
class Looked:
    """Goal by goal, those first of which something lacks."""

    form: LookForm
    goals: Sequence[OfGoal]

    @property
    def shown(self) -> int:
        return sum(each.shown for each in self.goals)

    @property
    def unfolded(self) -> bool:
        """Of many each goal is opened by whoever wants to answer."""
        return self.shown <= FEW

    @property
    def written(self) -> int:
        """How many answers stand in the form that are not kept yet."""
        return sum(part.touched for each in self.goals for part, _shown in each.parts)


def looks() -> bool:
    """Whether somebody only looks through what is asked, and saves nothing."""
    return "look" in request.form


def asked_for() -> dict[str, Any]:
    """What is looked for, for an address."""
    return {name: value for name in ("words", "state") if (value := request.form.get(name))}


def looked_through(plan: Plan, parts: Sequence[Part], lacking: Collection[Ask]) -> Looked:
    """What is wrong is always shown."""
    form = look_form(len(parts), sum(part.ask in lacking for part in parts))
    fits = fitting(form, lacking)
    goals = {goal.id: goal for goal in plan.goals}

    def of_goals() -> Iterator[OfGoal]:
        for id, found in groupby(parts, lambda part: part.ask.goal):
            its, goal = list(found), goals.get(id)
            shown = [(part, bool(part.form.errors) or fits(goal, part)) for part in its]
            yield OfGoal(goal, shown, sum(part.ask in lacking for part in its))

    return Looked(form, sorted(of_goals(), key=lambda each: not each.lacking))


def look_form(whole: int, lacking: int) -> LookForm:
    """As the address or the form asks; nothing once everything is to be shown again."""
    form = LookForm(None if request.form.get("look") == "all" else request.form or request.args)
    counted = ((LACKING, _("Still missing"), lacking), (GIVEN, _("Given"), whole - lacking))
    states = [SelectChoice(key, f"{words} ({count})") for key, words, count in counted]
    form.state.choices = [SelectChoice("", _("All")), *states]
    form.state.data = form.state.data if form.state.data in (LACKING, GIVEN) else ""
    return form


def fitting(form: LookForm, lacking: Collection[Ask]) -> Callable[[Goal | None, Part], bool]:
    words, state = (form.words.data or "").casefold().split(), form.state.data
    wanted = {LACKING: True, GIVEN: False}.get(state or "")

    def fits(goal: Goal | None, part: Part) -> bool:
        stands = wanted is None or (part.ask in lacking) is wanted
        return stands and has(words, " ".join(texts(goal, part)))

    return fits


def texts(goal: Goal | None, part: Part) -> Iterator[str]:
    """In every language, since somebody may remember any of them."""
    if goal:
        yield from (*goal.to.values(), *goal.from_.values())
    yield from (part.line.name if isinstance(part.line, Metric) else part.line.text).values()
    yield part.ask.role
