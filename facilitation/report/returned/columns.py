"""Which columns come from a field, and so may be changed in a workbook: everything else is worked out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from facilitation.report.goals import AGREEMENTS
from facilitation.report.head import WHOLE
from facilitation.report.metrics import FREQUENCIES
from facilitation.report.reader import Reader
from facilitation.report.returned.lists import Several, interim_in, objectives_in
from facilitation.report.trajectories import DIRECTIONS

Names: TypeAlias = Callable[[Reader], Mapping[str, str]]
"""Keys by the names under which a sheet tells them."""


def no_names(_: Reader) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Source:
    """The field behind a column, of a card or of a line of a plan.

    `how`: words in the column's language, in the one first written, or no words. `free`: what is none of the names
    stays as it was typed.
    """

    field: str
    how: Literal["words", "line", "plain"] = "plain"
    names: Names = no_names
    free: bool = True
    read: Several | None = None
    """How a cell that holds several things is read, where it does."""


def words(field: str) -> Source:
    return Source(field, "words")


def offered(of: str, field: str, how: Literal["line", "plain"] = "plain") -> Source:
    """A choice by the names that the pack gives; in a field of words anything else may stand too."""

    def names(to: Reader) -> Mapping[str, str]:
        fields = (each for each in to.pack.fields_of(of) if each.key == field)
        return {to.plain(choice.name): choice.key for each in fields for choice in each.choices}

    return Source(field, how, names, free=how == "line")


def worded(field: str, sentences: Mapping[str, str], *, free: bool = False) -> Source:
    """A choice by sentences of the catalogue."""
    return Source(field, names=lambda to: {to.words(name): key for key, name in sentences.items() if name}, free=free)


def units(to: Reader) -> Mapping[str, str]:
    return {to.plain(name): code for code, name in to.pack.units.items()}


Sources: TypeAlias = Mapping[str, Mapping[str, Source]]
"""By the keys of sheets and columns; of the plan as a whole by its rows."""

CARDS: Sources = {
    "goals": {
        "to": words("to"),
        "objectives": Source("objectives", read=objectives_in),
        "from": words("from"),
        "owner": Source("owner"),
        "due": Source("due"),
        "scope": offered("goal", "scope"),
        "level_now": Source("level_now"),
        "level_target": Source("level_target"),
        "why": words("why"),
        "agreement": worded("agreement", AGREEMENTS),
        "document": offered("goal", "document", "line"),
    },
    "metrics": {
        "name": words("name"),
        "baseline": Source("baseline"),
        "baseline_day": Source("baseline_day"),
        "target": Source("target"),
        "target_day": Source("target_day"),
        "milestones": Source("milestones", read=interim_in),
        "unit": Source("unit", "line", units),
        "direction": worded("direction", DIRECTIONS),
        "owner": Source("owner"),
        "baseline_by": Source("baseline_by"),
        "baseline_when": Source("baseline_when"),
        "definition": words("definition"),
        "numerator": words("numerator"),
        "denominator": words("denominator"),
        "source": words("source"),
        "frequency": worded("frequency", FREQUENCIES),
        "goal_id": Source("goal"),
    },
    "actions": {
        "text": words("what"),
        "responsible": Source("responsible"),
        "start": Source("start"),
        "end": Source("end"),
        "deliverable": words("deliverable"),
        "partners": Source("partners", "line"),
        "resources": words("resources"),
        "goal_id": Source("goal"),
    },
}


def source_of(sheet: str, row: str, column: str, sources: Sources) -> Source | None:
    """Where a cell's value comes from; None if it cannot be changed there. `to.fi` is `to` in Finnish.

    Of the plan as a whole every row is a field of its own.
    """
    key, _, language = column.partition(".")
    found = sources.get(sheet, {}).get(row if (sheet, key) == (WHOLE, "text") else key)
    return found if found and (not language or found.how == "words") else None
