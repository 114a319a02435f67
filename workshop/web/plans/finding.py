"""Looking for one's plans among many, by words and by how far they have come: a form that only asks."""

from collections.abc import Callable, Sequence

from flask import request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SearchField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from workshop.languages import _l
from workshop.store.plan_people import Mine
from workshop.web.plans.stages import STAGES

FEW = 12
"""So many plans are looked through without a form."""


class FindForm(FlaskForm):
    words = SearchField(_l("Words in the title or the organisation"))
    state = SelectField(_l("State"), validate_choice=False)

    @property
    def anything(self) -> bool:
        return bool(self.words.data or self.state.data)


def form_for(plans: Sequence[Mine]) -> FindForm | None:
    """With the states that there are; None where there are few plans."""
    if len(plans) <= FEW:
        return None
    form = FindForm(request.args, meta={"csrf": False})  # it asks and changes nothing
    there = {stage_of(each) for each in plans}
    states = [SelectChoice(key, words) for key, (_kind, words) in STAGES.items() if key in there]
    form.state.choices = [SelectChoice("", _("All")), *states]
    form.state.data = form.state.data if form.state.data in there else ""
    return form


def stage_of(each: Mine) -> str:
    """From outside a plan is no more than approved."""
    return each.row.stage if each.inside else "approved"


def looked_for(form: FindForm | None, plans: Sequence[Mine], called: Callable[[Mine], str]) -> Sequence[Mine]:
    """`called`: whose a plan is. Every word is to be found, in whatever order."""
    if form is None or not form.anything:
        return plans
    words, state = (form.words.data or "").casefold().split(), form.state.data
    fitting = (each for each in plans if not state or stage_of(each) == state)
    return [each for each in fitting if has(words, f"{titles(each)} {called(each)} {years(each)}")]


def titles(each: Mine) -> str:
    """In every language, since somebody may remember any of them."""
    return " ".join((each.title("en"), *each.titles.values()))


def has(words: Sequence[str], text: str) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)


def years(each: Mine) -> str:
    return each.row.period if each.inside else ""
