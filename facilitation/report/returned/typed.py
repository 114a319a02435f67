"""What stands in a document as a figure, a day, a choice or a list: read back into the columns that its words tell."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from facilitation.report.reader import Reader
from facilitation.report.returned import apart, reading
from facilitation.report.returned.apart import Apart
from facilitation.report.returned.cells import Raw, Strange, Unfit
from facilitation.report.returned.reading import Part, Read, said
from facilitation.report.sheets import Cell, Field
from facilitation.report.tabled.actions import COLUMNS as OF_ACTIONS
from facilitation.report.tabled.columns import Column, field
from facilitation.report.tabled.goals import COLUMNS as OF_GOALS
from facilitation.report.tabled.metrics import COLUMNS as OF_METRICS
from facilitation.report.tabled.others import RISKS as OF_RISKS
from facilitation.report.tabled.whole import DAYS as OF_FOLLOW_UP
from facilitation.report.tabled.whole import PARTS as OF_PLAN

COLUMNS: Mapping[str, Sequence[Column[Any]]] = {
    "goals": OF_GOALS,
    "metrics": OF_METRICS,
    "actions": OF_ACTIONS,
    "risks": OF_RISKS,
    "follow_up": OF_FOLLOW_UP,
    "plan": OF_PLAN,
}


def field_of(sheet: str, column: str, to: Reader) -> Field:
    """The column, also where the sheet leaves it out because nobody filled it in."""
    return next(field(each, to) for each in COLUMNS[sheet] if each.key == column)


def columns_of(at: str) -> Sequence[str]:
    """The addresses of the columns that are told in one place, whichever language their words are in."""
    sheet, row, column = at.split("/")
    keys = PARTS[sheet, column][1] if (sheet, column) in PARTS else (column.partition(".")[0],)
    return [f"{sheet}/{row}/{key}" for key in keys]


def is_its_own(at: str) -> bool:
    """Whether a place is a column's own, and not one in which it is named among others."""
    sheet, _, column = at.split("/")
    return column in PARTS[sheet, column][1] if (sheet, column) in PARTS else True


def changes(
    sheet: str, column: str, told: str, new: str, left: Callable[[str], Cell], to: Reader
) -> Iterator[tuple[str, str, Raw]]:
    """Each column that the words tell otherwise than they left: its key, its words, and what they say.

    `left`: what the cell of a column held.
    """
    taken, read = PARTS[sheet, column]
    try:
        before, after = taken(told, to), taken(new, to)
    except Unfit as unfit:
        yield next(iter(read)), new, Strange(unfit.why)
        return
    for key, words in after.items():
        if words != before.get(key, ""):
            yield key, words, said(read[key], Part(words, before.get(key, ""), left(key), to))


def chosen(sheet: str, *keys: str) -> Mapping[tuple[str, str], tuple[Apart, Mapping[str, Read]]]:
    """Columns that stand alone in their places, by the name of what was chosen."""
    return {(sheet, key): (apart.one(key), {key: reading.name}) for key in keys}


def counted(sheet: str, *keys: str) -> Mapping[tuple[str, str], tuple[Apart, Mapping[str, Read]]]:
    """Figures that stand alone in their places."""
    return {(sheet, key): (apart.one(key), {key: reading.figure}) for key in keys}


DAYED: Mapping[str, Read] = {"target": reading.figure, "target_day": reading.last, "unit": reading.name}
FOUND: Mapping[str, Read] = {
    "baseline": reading.figure,
    "baseline_day": reading.last,
    "unit": reading.name,
    "baseline_by": reading.written,
    "baseline_when": reading.last,
}
NEEDED: Mapping[str, Read] = {
    **dict.fromkeys(("resources", "partners", "funding"), reading.written),
    "effort": reading.figure,
    "cost": reading.figure,
    "yearly": reading.yes,
    "priority": reading.name,
}
PARTS: Mapping[tuple[str, str], tuple[Apart, Mapping[str, Read]]] = {
    **chosen("goals", "scope", "result", "document"),
    ("goals", "named"): (apart.numbered, {"to": reading.written}),
    ("goals", "due"): (apart.by, {"due": reading.last}),
    ("goals", "objectives"): (apart.aims, {"objectives": reading.aims, "own": reading.mine}),
    ("goals", "agreement"): (apart.agreed, {"agreement": reading.name, "agreement_year": reading.year}),
    **chosen("metrics", "direction", "frequency", "level", "aggregation", "cost", "available", "publicity", "audience"),
    ("metrics", "baseline"): (apart.baseline, FOUND),
    ("metrics", "target"): (apart.valued("target"), DAYED),
    ("metrics", "milestones"): (apart.one("milestones"), {"milestones": reading.way}),
    **counted("metrics", "days_to_count", "green_from", "amber_from", "expected_denominator"),
    ("metrics", "range"): (apart.span, {"range_low": reading.figure, "range_high": reading.figure}),
    ("metrics", "share"): (apart.share, {"numerator": reading.written, "denominator": reading.written}),
    ("actions", "when"): (apart.ends, {"start": reading.first, "end": reading.last}),
    ("actions", "needs"): (apart.needs, NEEDED),
    ("actions", "milestones"): (apart.one("milestones"), {"milestones": reading.milestones}),
    **counted("risks", "likelihood", "impact"),
    ("follow_up", "day"): (apart.one("day"), {"day": reading.last}),
}
"""By sheet and column of the address: how its words are taken apart, and how each part is read."""
