"""A round's sheet that comes back: which columns are filled in there, and what a row of it wants entered."""

from collections.abc import Iterable, Mapping

from facilitation.report.following.asked import KEY, STANDING
from facilitation.report.reader import Reader
from facilitation.report.returned.columns import Source, Sources, source_of, worded
from facilitation.report.returned.compare import Line
from facilitation.report.returned.wishes import value_of
from facilitation.steps.kind import Value

FILLED: Sources = {
    KEY: {
        **{field: Source(field) for field in ("value", "numerator", "denominator", "comment", "evidence")},
        "standing": worded("standing", STANDING),
    }
}
FIGURES = ("value", "numerator", "denominator")


def wanted(lines: Iterable[Line], to: Reader) -> Mapping[str, Value]:
    """The cells of one row by the fields of a figure. Raises Unfit for a choice that there is not."""
    found: dict[str, Value] = {}
    for line in lines:
        source = source_of(line.sheet, line.row, line.field.key, FILLED)
        if source is not None:
            value = value_of(line.new, source, to, None)
            found[source.field] = value if value is not None or source.field in FIGURES else ""
    return found
