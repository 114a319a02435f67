"""Looking for units' goals among a thousand: a form that only asks, carried along while somebody decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import SearchField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.consolidation import KINDS, OUTSIDE, Sought, Unit
from facilitation.report.branch.naming import shortly
from facilitation.report.reader import Reader, Wording
from facilitation.strategy import Objective
from workshop.languages import _l

NAMES = ("words", "unit", "objective", "state", "like")
"""What an address may ask of the goals; `like` names one of a group that looks alike."""
CARRIED = (*NAMES, "page")
AROUND = frozenset(("branch_goals", "branch_deciding"))
OPEN, AGAIN, UNOWNED, ALIKE = "open", "again", "unowned", "alike"


class FindForm(FlaskForm):
    words = SearchField(_l("Words in the goal"))
    unit = SelectField(_l("Organisation"), validate_choice=False)
    objective = SelectField(_l("Objective of the strategy"), validate_choice=False)
    state = SelectField(_l("State"), validate_choice=False)


def carried(_endpoint: str, values: dict[str, Any]) -> None:
    """Whoever decides on a goal comes back to the goals that they were looking through."""
    if request.blueprint in AROUND:
        for name in CARRIED:
            if value := request.args.get(name):
                values.setdefault(name, value)


@dataclass(frozen=True)
class Asked:
    """What the address asks of the goals."""

    form: FindForm
    like: str = ""

    @cached_property
    def sought(self) -> Sought:
        form = self.form
        return Sought(form.words.data or "", chosen(form.unit), chosen(form.objective))

    @property
    def state(self) -> str:
        return chosen(self.form.state)

    @property
    def anything(self) -> bool:
        return bool(self.state or self.like or self.sought != Sought())

    @property
    def whole(self) -> bool:
        """Whether this is the first page of everything, above which stands what to look at first."""
        return not self.anything and request.args.get("page", 1, int) <= 1

    @property
    def kept(self) -> Mapping[str, str]:
        """For a form that asks something else of the same goals."""
        return {name: request.args[name] for name in (*CARRIED, "plan") if request.args.get(name)}


def chosen(field: SelectField) -> str:
    """A choice that is not there asks for nothing."""
    there: Any = field.choices or ()
    return field.data if field.data in {each.value for each in there} else ""


def asked(
    units: Sequence[tuple[Unit, int, int]],
    objectives: Sequence[Objective],
    states: Mapping[str, int],
    to: Reader,
    say: Wording,
) -> Asked:
    """`units`: each with how many of its goals are decided on, of how many. `states`: how many goals stand in each."""
    form = FindForm(request.args, meta={"csrf": False})  # it asks and changes nothing
    form.unit.choices = [SelectChoice("", _("All")), *(SelectChoice(each[0].id, _unit(*each, to)) for each in units)]
    form.objective.choices = [
        SelectChoice("", _("All")),
        *(SelectChoice(each.id, f"{each.id} {shortly(to.plain(each.text))}") for each in objectives),
        SelectChoice(OUTSIDE, _("No objective of the strategy")),
    ]
    there = [(key, words) for key, words in _states(say) if states.get(key) or key == form.state.data]
    form.state.choices = [
        SelectChoice("", _("All")),
        *(SelectChoice(key, f"{words} ({states.get(key, 0)})") for key, words in there),
    ]
    return Asked(form, request.args.get("like", ""))


def _unit(unit: Unit, decided: int, of: int, to: Reader) -> str:
    return f"{to.plain(unit.name) or unit.id}: {_('%(n)s of %(of)s decided', n=decided, of=of)}"


def _states(say: Wording) -> list[tuple[str, str]]:
    return [
        (OPEN, _("Not decided yet")),
        *((key, say(words)) for key, words in KINDS.items()),
        (AGAIN, _("To look at again")),
        (UNOWNED, _("To settle")),
        (ALIKE, _("Goals that look alike")),
    ]


def at(id: str, **asked: str) -> str:
    """The address of the goals by nothing but this."""
    values: dict[str, Any] = {**dict.fromkeys(CARRIED), **asked}
    return url_for("branch_goals.goals", id=id, **values)
