"""What stands in a document as a figure, a day, a choice or a list: read back into the columns that its words tell."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from facilitation.plans.fields import milestones as points
from facilitation.report.goals import objectives
from facilitation.report.lists import interim_targets, milestones
from facilitation.report.reader import NONE, Reader
from facilitation.report.returned.apart import (
    Apart,
    agreed,
    aims,
    amount,
    baseline,
    by,
    ends,
    needs,
    numbered,
    one,
    share,
    span,
    valued,
)
from facilitation.report.returned.cells import Raw, Strange, Unfit, flag, number
from facilitation.report.returned.days import first_day, last_day
from facilitation.report.returned.lists import (
    Several,
    interim_in,
    interim_lines,
    lines_of,
    milestones_in,
    objectives_in,
)
from facilitation.report.sheets import Cell, Field
from facilitation.report.tabled.actions import COLUMNS as OF_ACTIONS
from facilitation.report.tabled.columns import Column, field
from facilitation.report.tabled.goals import COLUMNS as OF_GOALS
from facilitation.report.tabled.metrics import COLUMNS as OF_METRICS
from facilitation.report.tabled.others import RISKS as OF_RISKS
from facilitation.report.tabled.whole import DAYS as OF_FOLLOW_UP
from facilitation.report.tabled.whole import PARTS as OF_PLAN
from facilitation.shapes import Goal
from facilitation.steps import interim

COLUMNS: Mapping[str, Sequence[Column[Any]]] = {
    "goals": OF_GOALS,
    "metrics": OF_METRICS,
    "actions": OF_ACTIONS,
    "risks": OF_RISKS,
    "follow_up": OF_FOLLOW_UP,
    "plan": OF_PLAN,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A column's words as they came back, as they left, and what its cell held then."""

    words: str
    before: str
    cell: Cell
    to: Reader


Read: TypeAlias = Callable[[Part], Raw]
"""What a part says, as a cell of its column. Raises Unfit."""


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
    apart, read = PARTS[sheet, column]
    try:
        before, after = apart(told, to), apart(new, to)
    except Unfit as unfit:
        yield next(iter(read)), new, Strange(unfit.why)
        return
    for key, words in after.items():
        if words != before.get(key, ""):
            yield key, words, _said(read[key], Part(words, before.get(key, ""), left(key), to))


def _said(read: Read, part: Part) -> Raw:
    if part.words in ("", NONE.text):
        return None
    try:
        return read(part)
    except Unfit as unfit:
        return Strange(unfit.why)


# -- How each part is read ------------------------------------------------------------------------------------------


def figure(part: Part) -> Raw:
    """The figure, whatever unit stands behind it."""
    return number(amount(part.words)[0])


def first(part: Part) -> Raw:
    return first_day(part.words)


def last(part: Part) -> Raw:
    return last_day(part.words)


def name(part: Part) -> Raw:
    return part.words


def year(part: Part) -> Raw:
    return int(part.words)


def yes(part: Part) -> Raw:
    return flag(part.words)


def mine(part: Part) -> Raw:
    """The sentence itself is the yes."""
    return True


def written(part: Part) -> Raw:
    """A text beside others, where it was told apart from them when it left."""
    if _bare(part.before) != _bare(str(part.cell or "")):
        raise Unfit("unclear")
    return part.words


def _bare(text: str) -> str:
    return " ".join(text.split()) if text != NONE.text else ""


def several(
    read: Several, tell: Callable[[list[str], Reader], str], lines: Callable[[str], Iterable[str]] = lines_of
) -> Read:
    """Line by line: one that stands as it stood says what it said, however much more exactly the sheet says it."""

    def cell(part: Part) -> Raw:
        exact = list(zip(lines(part.before), lines_of(str(part.cell or "")), strict=False))
        told: list[str] = []
        for line in lines(part.words):
            known = next((each for each in exact if each[0] == line), None)
            if known:
                exact.remove(known)
            told.append(known[1] if known else tell(read(line, part.to, []), part.to))
        return "\n".join(told) or None

    return cell


def _objectives(ids: list[str], to: Reader) -> str:
    return objectives(Goal("", objectives=tuple(ids)), to).text


def _interim(texts: list[str], to: Reader) -> str:
    return interim_targets(map(interim.read, texts), to.language)


def _milestones(texts: list[str], to: Reader) -> str:
    return milestones(map(points.read, texts), to).text


def chosen(sheet: str, *keys: str) -> Mapping[tuple[str, str], tuple[Apart, Mapping[str, Read]]]:
    """Columns that stand alone in their places, by the name of what was chosen."""
    return {(sheet, key): (one(key), {key: name}) for key in keys}


DAYED: Mapping[str, Read] = {"target": figure, "target_day": last, "unit": name}
FOUND: Mapping[str, Read] = {
    "baseline": figure,
    "baseline_day": last,
    "unit": name,
    "baseline_by": written,
    "baseline_when": last,
}
NEEDED: Mapping[str, Read] = {
    **dict.fromkeys(("resources", "partners", "funding"), written),
    "effort": figure,
    "cost": figure,
    "yearly": yes,
    "priority": name,
}
PARTS: Mapping[tuple[str, str], tuple[Apart, Mapping[str, Read]]] = {
    **chosen("goals", "scope", "result", "document"),
    ("goals", "named"): (numbered, {"to": written}),
    ("goals", "due"): (by, {"due": last}),
    ("goals", "objectives"): (aims, {"objectives": several(objectives_in, _objectives), "own": mine}),
    ("goals", "agreement"): (agreed, {"agreement": name, "agreement_year": year}),
    **chosen("metrics", "direction", "frequency", "level", "aggregation", "cost", "available", "publicity", "audience"),
    ("metrics", "baseline"): (baseline, FOUND),
    ("metrics", "target"): (valued("target"), DAYED),
    ("metrics", "milestones"): (one("milestones"), {"milestones": several(interim_in, _interim, interim_lines)}),
    ("metrics", "range"): (span, {"range_low": figure, "range_high": figure}),
    ("metrics", "share"): (share, {"numerator": written, "denominator": written}),
    ("actions", "when"): (ends, {"start": first, "end": last}),
    ("actions", "needs"): (needs, NEEDED),
    ("actions", "milestones"): (one("milestones"), {"milestones": several(milestones_in, _milestones)}),
    ("risks", "likelihood"): (one("likelihood"), {"likelihood": figure}),
    ("risks", "impact"): (one("impact"), {"impact": figure}),
    ("follow_up", "day"): (one("day"), {"day": last}),
}
"""By sheet and column of the address: how its words are taken apart, and how each part is read."""
