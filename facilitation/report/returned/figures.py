"""A round's sheets that come back: which columns are filled in there, and what a row of them wants entered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from facilitation.plans.fields.milestones import read, told
from facilitation.plans.reached import signs_of
from facilitation.report.following.asked import BASELINES, KEY, PROGRESS, STANDING
from facilitation.report.lists import milestones as as_line
from facilitation.report.reader import Reader
from facilitation.report.returned.cells import Unfit
from facilitation.report.returned.columns import Source, Sources, offered, source_of, worded
from facilitation.report.returned.compare import Line
from facilitation.report.returned.lists import milestones_in, texts_of
from facilitation.report.returned.wishes import value_of
from facilitation.shapes import Milestone
from facilitation.steps.kind import Value


def reached_in(cell: str, to: Reader, now: Value) -> list[str]:
    """A sign of each milestone that says it is reached. Raises Unfit for one that the action has not."""
    left = [read(text) for text in texts_of(now)]
    known = dict(zip(map(_line(to), left), signs_of(left), strict=True))
    told = [read(text) for text in milestones_in(cell, to, [])]
    if any(_line(to)(each) not in known for each in told):
        raise Unfit("choice")
    return [known[_line(to)(each)][0] for each in told if each.done]


def _line(to: Reader) -> Callable[[Milestone], str]:
    """As a cell tells it, whether or not it is reached."""
    return lambda milestone: as_line([replace(milestone, done=False)], to).text.casefold()


FILLED: Sources = {
    KEY: {
        **{field: Source(field) for field in ("value", "numerator", "denominator", "comment", "evidence")},
        "standing": worded("standing", STANDING),
    },
    BASELINES: {field: Source(field) for field in ("value", "day", "comment")},
    PROGRESS: {
        "status": offered("action", "status"),
        "milestones": Source("milestones", read=reached_in),
        "comment": Source("comment"),
    },
}
NO_WORDS = ("value", "numerator", "denominator", "day")
"""Fields that are empty where a cell is, and not an empty text."""


def wanted(lines: Iterable[Line], to: Reader, milestones: Iterable[Milestone] = ()) -> Mapping[str, Value]:
    """The cells of one row by the fields of what is asked. Raises Unfit for a choice that there is not.

    `milestones`: of the action that the row is about.
    """
    points = list(map(told, milestones))
    found: dict[str, Value] = {}
    for line in lines:
        source = source_of(line.sheet, line.row, line.field.key, FILLED)
        if source is not None:
            value = value_of(line.new, source, to, points if source.read else None)
            found[source.field] = value if value is not None or source.field in NO_WORDS else [] if source.read else ""
    return found
