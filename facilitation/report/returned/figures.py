"""A round's sheets that come back: which columns are filled in there, and what a row of them wants entered."""

from collections.abc import Iterable, Mapping

from facilitation.report.following.asked import BASELINES, KEY, PROGRESS, STANDING
from facilitation.report.reader import Reader
from facilitation.report.returned.columns import Source, Sources, offered, source_of, worded
from facilitation.report.returned.compare import Line
from facilitation.report.returned.wishes import value_of
from facilitation.steps.kind import Value

FILLED: Sources = {
    KEY: {
        **{field: Source(field) for field in ("value", "numerator", "denominator", "comment", "evidence")},
        "standing": worded("standing", STANDING),
    },
    BASELINES: {field: Source(field) for field in ("value", "day", "comment")},
    PROGRESS: {"status": offered("action", "status"), "comment": Source("comment")},
}
NO_WORDS = ("value", "numerator", "denominator", "day")
"""Fields that are empty where a cell is, and not an empty text."""


def wanted(lines: Iterable[Line], to: Reader) -> Mapping[str, Value]:
    """The cells of one row by the fields of what is asked. Raises Unfit for a choice that there is not."""
    found: dict[str, Value] = {}
    for line in lines:
        source = source_of(line.sheet, line.row, line.field.key, FILLED)
        if source is not None:
            value = value_of(line.new, source, to, None)
            found[source.field] = value if value is not None or source.field in NO_WORDS else ""
    return found
