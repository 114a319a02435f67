"""Every field that a document or a workbook tells comes back from it, or stays for a reason that is named here."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

import pytest

from facilitation.report import english
from facilitation.report.extracts import EXTRACTS
from facilitation.report.reader import reader
from facilitation.report.returned import Line
from facilitation.report.returned.typed import columns_of
from facilitation.report.sheets import Cell, Field, Row, Sheet
from facilitation.report.tabled import sheets
from facilitation.shapes import Plan
from tests.facilitation.sample_plan import PACK
from tests.workshop.coming_back import (
    Path,
    bare,
    by_document,
    compared,
    leaves,
    otherwise,
    review,
    texts,
    told,
    whole,
    with_leaf,
    with_lines,
)
from workshop.web.reviewing import said_at

OF_THE_WORKSHOP = "what a workshop did is told to others, and not done otherwise by them"
APPROVED = "an approval gives it"
ORIGIN = "says where the plan is from"
NOTED = "a note of where a line comes from; no form asks for it"
STAYS: Mapping[str, str] = {
    **dict.fromkeys(("current_state", "themes", "votes", "focus", "decisions", "parked", "tasks"), OF_THE_WORKSHOP),
    **dict.fromkeys(("confidence", "gathered"), OF_THE_WORKSHOP),
    **dict.fromkeys(("version", "approver", "approved_on", "record_number"), APPROVED),
    "strategy_version": ORIGIN,
    "languages": "are told by their names, several in a line; ticked on the plan's own page",
    "goals.theme": "follows from the objectives",
    "goals.metrics.baseline.note": NOTED,
    "goals.metrics.targets.note": NOTED,
    "goals.actions.notes": NOTED,
    "goals.metrics.registered": "is picked from the register, whose entries neither file holds",
    "goals.metrics.audience": "comes with an imported plan; no form asks for it",
}
"""By the beginning of a field's path."""
IN_DOCUMENTS: Mapping[str, str] = {
    **STAYS,
    **dict.fromkeys(("gathering", "people", "participants"), OF_THE_WORKSHOP),
    **dict.fromkeys(("pack", "pack_version", "workshops"), ORIGIN),
    "title": "is broken into lines on the cover",
    "status": APPROVED,
    "goals.level_now": "stands in a headline that is made of several fields",
    "goals.level_target": "stands in a headline that is made of several fields",
}
IN_WORKBOOKS: Mapping[str, str] = {
    **STAYS,
    "goals.metrics.baseline.numerator": "an approved plan's figures are entered by its rounds",
    "goals.metrics.baseline.denominator": "an approved plan's figures are entered by its rounds",
    "goals.metrics.library": "a metric is from the library or not; that is not typed",
    "goals.metrics.valid_low": "comes with an imported plan; no form asks for it",
    "goals.metrics.valid_high": "comes with an imported plan; no form asks for it",
    "goals.actions.depends_on": "ids of other lines; no form asks for it",
    "goals.actions.collects": "ids of other lines; no form asks for it",
    "goals.status": "comes with an imported plan; no form asks for it",
    "goals.parent": "is decided on in the plan of the branch",
    "goals.unit": "is decided on in the plan of the branch",
}
Places: TypeAlias = Mapping[str, object]
"""What stands in each place, by its address."""
PLANS = (whole(), bare())
KEYS = ("id", "about", "card", "statement")
"""By which rows are known."""


def changed(plan: Plan) -> Iterator[tuple[str, Plan]]:
    """The plan with one field otherwise, for every field; metrics and actions of a goal stand for those of none."""
    for path, value in leaves(plan):
        if "evidence" not in path and path[-1] not in KEYS and not str(path[0]).startswith("loose"):
            yield named(path), with_leaf(plan, path, otherwise(path, value))


def named(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


@dataclass
class Found:
    """Fields that a file tells and that never come back by it, and those of which it says nothing at all."""

    staying: set[str] = field(default_factory=set[str])
    silent: set[str] = field(default_factory=set[str])


def found(
    tell: Callable[[Plan], object], places: Callable[[Plan], Places], read: Callable[[Plan, Plan], tuple[bool, Plan]]
) -> Found:
    """However the plan tells them. `read`: whether anything was said of the file, and the plan with all of it taken."""
    of, came = Found(), set[str]()
    for plan in PLANS:
        before, there = tell(plan), places(plan)
        for name, other in changed(plan):
            if name not in came and tell(other) != before:
                said, taken = read(plan, other)
                came |= {name} if taken == other else set()
                of.staying.add(name)
                of.silent |= {name} if not said and otherwise_in(places(other), there) else set()
    return Found(of.staying - came, of.silent)


def otherwise_in(now: Places, before: Places) -> bool:
    return any(now[at] != said for at, said in before.items() if at in now)


@cache
def of_documents() -> Found:
    def places(plan: Plan) -> Places:
        return {words.at: words.text for words in said_at(told(plan))}

    def read(plan: Plan, other: Plan) -> tuple[bool, Plan]:
        of = review(plan, other)
        return bool(of.changed), with_lines(plan, (each.line for each in of.changed), "en")

    return found(lambda plan: list(texts(told(plan))), places, read)


@cache
def of_workbooks() -> Found:
    def tell(plan: Plan) -> list[Sheet]:
        return [*sheets(plan, reader("en", english, PACK))]

    def places(plan: Plan) -> Places:
        rows = ((sheet, row) for sheet in tell(plan) for row in sheet.rows)
        return {f"{sheet.key}/{row.id}/{head.key}": cell for sheet, row in rows for head, cell in cells(sheet, row)}

    def read(plan: Plan, other: Plan) -> tuple[bool, Plan]:
        items = compared(plan, other)
        return bool(items), with_lines(plan, (each for each in items if isinstance(each, Line)), "en")

    return found(tell, places, read)


def cells(sheet: Sheet, row: Row) -> Iterable[tuple[Field, Cell]]:
    return zip(sheet.fields, row.cells, strict=True)


def without_a_reason(fields: set[str], reasons: Mapping[str, str]) -> list[str]:
    return sorted(each for each in fields if not any(f"{each}.".startswith(f"{known}.") for known in reasons))


def idle(fields: set[str], reasons: Mapping[str, str]) -> list[str]:
    return sorted(known for known in reasons if not any(f"{each}.".startswith(f"{known}.") for each in fields))


def test_every_field_that_a_document_tells_comes_back_by_it_or_stays_for_a_reason():
    assert without_a_reason(of_documents().staying, IN_DOCUMENTS) == []


def test_every_field_that_a_workbook_tells_comes_back_by_it_or_stays_for_a_reason():
    assert without_a_reason(of_workbooks().staying, IN_WORKBOOKS) == []


def test_no_reason_is_given_for_what_comes_back():
    assert idle(of_documents().staying, IN_DOCUMENTS) == []
    assert idle(of_workbooks().staying, IN_WORKBOOKS) == []


def test_a_place_that_says_something_else_is_never_passed_over_in_silence():
    assert of_documents().silent == set()
    assert of_workbooks().silent == set()


@pytest.mark.parametrize("extract", [key for key, each in EXTRACTS.items() if "docx" in each.formats])
def test_every_place_of_an_extract_is_one_of_the_whole(extract: str):
    for plan in PLANS:
        known = {column for words in said_at(told(plan)) for column in columns_of(words.at)}
        assert {column for words in said_at(told(plan, extract=extract)) for column in columns_of(words.at)} <= known


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_what_a_document_says_in_another_language_comes_back_in_that_language(language: str):
    plan = PLANS[0]
    for path, value in leaves(plan):
        if isinstance(value, dict) and language in value and named(path) in WORDED:
            other = with_leaf(plan, path, {**value, language: "Toisin sanoen"})
            assert by_document(plan, other, language) == other, named(path)


WORDED = ("goals.from_", "goals.to", "goals.metrics.name", "goals.actions.milestones.name", "risks.text", "summary")
