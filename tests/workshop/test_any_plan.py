"""Any plan, of none to two hundred goals and whatever people type, in every format and back again."""

import json
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree

import vobject
from hypothesis import HealthCheck, given, settings
from markdown_it import MarkdownIt

from facilitation.report import Report, report
from facilitation.shapes import Plan
from facilitation.view.as_data import as_data, as_text
from tests.facilitation.sample_plan import DAY, PACK
from tests.workshop.any_plan import TYPED, kept, languages, large, named_once, names, several, small, some, typed
from tests.workshop.catalogue import words_of
from tests.workshop.papers import NOTHING, came_back
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.test_every_format import CALCULATED
from tests.workshop.test_plan_data import complaints
from tests.workshop.test_roundtrip import differences
from tests.workshop.test_slides_any_text import UNSHRUNK
from tests.workshop.test_tables_and_calendar import table
from workshop import exports
from workshop.exports import FORMATS
from workshop.uploads.data import cleaned

FEW, SEVERAL, MANY = 10, 2, 2
"""How many small plans, middling ones of either kind and large ones: a large one takes as long in all formats as all
small ones."""
OURS = re.compile(r"=?([A-Z]{1,2}\d+|MIN|MAX|[-+*/(),.\d])+")
FORMULA_LIKE = tuple("=+-@")
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


@given(small, languages)
@settings(max_examples=FEW, phases=UNSHRUNK, deadline=None, suppress_health_check=SLOW)
def test_any_plan_goes_into_every_format_as_text_and_comes_back_as_it_was(any_plan: Plan, language: str):
    into_every_format_and_back(any_plan, language)


@given(some, languages)
@settings(max_examples=SEVERAL, phases=UNSHRUNK, deadline=None, suppress_health_check=SLOW)
def test_a_plan_of_some_dozen_goals_does_too(any_plan: Plan, language: str):
    into_every_format_and_back(any_plan, language)


@given(several, languages)
@settings(max_examples=SEVERAL, phases=UNSHRUNK, deadline=None, suppress_health_check=SLOW)
def test_a_plan_of_more_than_thirty_goals_does_too(any_plan: Plan, language: str):
    assert 32 <= len(any_plan.goals) <= 99
    into_every_format_and_back(any_plan, language)


@given(large, languages)
@settings(max_examples=MANY, phases=UNSHRUNK, deadline=None, suppress_health_check=SLOW)
def test_a_plan_of_hundreds_of_goals_does_too(any_plan: Plan, language: str):
    assert len(any_plan.goals) >= 100
    into_every_format_and_back(any_plan, language)


def test_a_plan_without_goals_does_too():
    into_every_format_and_back(Plan("p"), "fi")


def test_a_plan_of_everything_that_is_hard_to_write_does_too():
    into_every_format_and_back(typed(TYPED, Plan("p"), (), ()), "en")


def into_every_format_and_back(unread: Plan, language: str) -> None:
    any_plan, text = kept(unread), as_text(unread)
    assert complaints(as_data(unread)) == []
    assert as_data(any_plan) == cleaned(json.loads(text))
    told = report(any_plan, language, words_of(language), PACK, made=DAY)
    made = {format: exports.make(format, told) for format in FORMATS}
    for format in ("pptx", "docx", "xlsx"):
        assert [formula for formula in formulas(made[format]) if not OURS.fullmatch(formula)] == []
    assert list(formulas(made["xlsx"])) == []
    assert begun_like_formulas(made["csv.zip"], told) == []
    assert markup(made["md"]) == []
    assert [each.uid.value for each in events(made["ics"])] == [f"{each.id}.toimi" for each in told.entries]
    for format in SAYS:
        wanted = [*names(any_plan), *(() if format in CALCULATED else named_once(any_plan, language))]
        found = says(format, made[format])
        assert [each for each in wanted if flat(each) not in found] == [], format
    assert differences(any_plan, language) == []
    assert came_back(told, made["docx"]) == NOTHING


def formulas(made: bytes) -> Iterator[str]:
    """Those of every workbook in the file, and of the file if it is one; its parts are read as XML all along."""
    with zipfile.ZipFile(BytesIO(made)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                yield from formulas(package.read(name))
            elif name.endswith((".xml", ".rels")):
                tree = ElementTree.fromstring(package.read(name))  # noqa: S314 (made by ourselves)
                sheet = name.startswith("xl/worksheets/")
                yield from (each.text or "" for each in tree.iter() if sheet and each.tag.endswith("}f"))


def begun_like_formulas(made: bytes, told: Report) -> list[str]:
    return [
        cell
        for sheet in told.sheets
        for row in table(made, sheet.key)[1:]
        for cell, field in zip(row[1:], sheet.fields, strict=True)
        if field.sort != "number" and cell.lstrip().startswith(FORMULA_LIKE)
    ]


def markup(made: bytes) -> list[str]:
    """What a program that lets HTML through would take for it."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(made.decode())
    every = [each for token in tokens for each in (token, *(token.children or ()))]
    return [each.content for each in every if each.type.startswith("html") or each.type in ("image", "link_open")]


def events(made: bytes) -> list[vobject.base.Component]:
    (calendar,) = vobject.readComponents(made.decode())
    assert {each.name for each in calendar.components()} <= {"VEVENT"}
    return list(calendar.components())
