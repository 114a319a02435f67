"""What a transfer's column may hold, by its name in the reader's language."""

from collections.abc import Mapping

from flask_babel import gettext as _
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation import packs
from facilitation.report.reader import reader
from facilitation.report.transfer import FIXED, SOURCES, RowKind, offered_to
from facilitation.words import N_
from workshop.languages import reader_language
from workshop.web.document import wording
from workshop.web.found import methods

OF: Mapping[str, str] = {
    "goal": N_("Goal"),
    "metric": N_("Metric"),
    "action": N_("Action"),
    "plan": N_("Plan"),
    FIXED: N_("Fixed text"),
}
"""What sources tell of."""


def sources(rows: RowKind) -> list[SelectChoice]:
    return [SelectChoice(each.key, _(each.head), optgroup=_(OF[each.of])) for each in offered_to(rows)]


def called(source: str) -> str:
    """A source by its name: Goal: Owner."""
    known = SOURCES[source]
    return _(OF[FIXED]) if source == FIXED else f"{_(OF[known.of])}: {_(known.head)}"


def answers(source: str) -> Mapping[str, str]:
    """The answers of a choice by their names, as the first method that has them calls them; none for other sources."""
    choice, named = SOURCES[source].choice, dict[str, str]()
    for key in methods() if choice else ():
        told = choice.choices(reader(reader_language(), wording, packs.load(key))) if choice else {}
        named |= {value: name for value, name in told.items() if value not in named}
    return named
