"""A method as a workbook: it leaves and comes back the same, is filled in from an empty one, and says what is wrong."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation import packs
from facilitation.report.blocks import Report
from facilitation.report.method import coming, sheets
from facilitation.report.reader import english
from facilitation.report.sheets import Cell, Sheet
from tests.workshop.spreadsheet import INLINE, put, typed
from tests.workshop.test_bringing_packs import TINY, named
from tests.workshop.visitor import Visitor
from workshop.exports import make
from workshop.uploads import checked, workbook
from workshop.uploads.tables import tables

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u202a\u202e\u2066\u2069"))


def book(pack: dict[str, Any]) -> bytes:
    return written(sheets(pack, english))


def written(of: tuple[Sheet, ...]) -> bytes:
    return make("xlsx", Report("A method", "", "en", (), sheets=of))


def back(file: bytes) -> str:
    read = workbook.read(checked(file, "xlsx")) or {"sheets": ()}
    came = coming(tables(read["sheets"]))
    assert came.wrong == []
    return json.dumps(came.pack)


def brought(administrator: Visitor, file: bytes) -> Any:
    return administrator.send("/packs", "Bring it", file=(BytesIO(file), "method.xlsx"))


@pytest.mark.parametrize("key", packs.available())
def test_a_shipped_method_comes_back_with_no_difference(administrator: Visitor, key: str):
    left = administrator.get(f"/packs/{key}/method.xlsx")
    assert packs.parse(back(left.data)) == packs.load(key)


@given(texts=st.lists(TEXTS.filter(str.strip), min_size=3, max_size=3))
def test_any_words_come_back_as_they_were(texts: list[str]):
    statement = TINY["statements"][0] | {"text": dict(zip(("fi", "sv", "en"), texts, strict=True))}
    pack = TINY | {"statements": [statement, *TINY["statements"][1:]]}
    assert packs.parse(back(book(pack))) == packs.parse(json.dumps(pack))


@pytest.mark.parametrize(
    "odd", ["=1+1", "_x0041_", "a, b; c", "[x]", " in between ", "1.1", "two\nlines", "“quoted”", "'first"]
)
def test_odd_words_and_ids_come_back_as_they_were(odd: str):
    words = TINY["check_words"]["en"] | {"task_verbs": [odd, "run"]}
    pack = TINY | {"check_words": {"en": words}, "notes": {odd.strip(): {"sv": odd}}}
    assert packs.parse(back(book(pack))) == packs.parse(json.dumps(pack))


def test_what_a_method_follows_comes_back_as_it_was():
    became = [{"before": "1", "now": ["1.1", "2.1"]}, {"before": "2", "now": []}]
    pack = TINY | {"follows": {"pack": "earlier", "objectives": became}}
    assert packs.parse(back(book(pack))) == packs.parse(json.dumps(pack))


def test_a_brought_method_comes_back_as_the_same_version(administrator: Visitor):
    administrator.send("/packs", "Bring it", file=(BytesIO(json.dumps(named("leaving")).encode()), "pack.json"))
    left = administrator.get("/packs/leaving/method.xlsx").data
    assert brought(administrator, left).status_code == 200
    assert json.loads(administrator.get("/packs/leaving/method.json").data)["version"] == TINY["version"]


def test_an_empty_workbook_is_filled_in_and_becomes_a_method(administrator: Visitor):
    file = administrator.get("/packs/template.xlsx").data
    for sheet, cell, words in (
        *(("Method", "A3", "filled-in"), ("Method", "B3", "1"), ("Method", "C3", "Täytetty")),
        *(("Method", "F3", "En tiedä"), ("Method", "I3", "Ei koske")),
        *(("Strategy", "A3", "own"), ("Strategy", "B3", "2027"), ("Strategy", "C3", "Oma strategia")),
        *(("Themes", "A3", "1"), ("Themes", "B3", "Palvelu")),
        *(("Objectives", "A4", "1.1"), ("Objectives", "B4", "1"), ("Objectives", "C4", "Asukas saa vastauksen")),
        *(("Statements", "A3", "s1"), ("Statements", "B3", "1.1"), ("Statements", "C3", "Vastaamme ajoissa.")),
    ):
        file = put(file, sheet, cell, typed(words), INLINE)
    assert "on the shelf" in brought(administrator, file).text
    pack = packs.load("filled-in")
    assert pack.strategy.objectives[0].text == {"fi": "Asukas saa vastauksen"}
    assert [agenda.key for agenda in pack.agendas] == [agenda.key for agenda in packs.load("toimi").agendas]


def with_cell(key: str, column: str, cell: Cell, row: int = 0) -> bytes:
    """The tiny method's workbook with another value in one cell."""

    def changed(sheet: Sheet) -> Sheet:
        if sheet.key != key:
            return sheet
        at = [field.key for field in sheet.fields].index(column)
        rows = list(sheet.rows)
        rows[row] = replace(rows[row], cells=(*rows[row].cells[:at], cell, *rows[row].cells[at + 1 :]))
        return replace(sheet, rows=tuple(rows))

    return written(tuple(changed(sheet) for sheet in sheets(named("wrong"), english)))


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (lambda: with_cell("statements", "objective", "9.9", 1), "Statements, B4: There is no “9.9” in the pack."),
        (lambda: with_cell("objectives", "levels/start", "three"), "Objectives, F3: This is not a number."),
        (lambda: with_cell("objectives", "levels/start", 3.5), "Objectives, F3: Expected a whole number"),
        (lambda: with_cell("library", "direction", "up"), "Metrics, P3: Expected one of: more, less, keep, range"),
        (lambda: with_cell("steps", "options", "{"), "cannot be read"),
        (lambda: put(book(named("wrong")), "Themes", "B3", "<f>1+1</f><v>2</v>"), "Themes, B3: A formula or an error"),
        (lambda: b"PK no workbook", "This file cannot be opened"),
        (lambda: make("xlsx", Report("Something else", "", "en", ())), "No sheet of a method was found."),
    ],
)
def test_what_is_wrong_is_told_by_sheet_and_cell_and_nothing_is_kept(
    administrator: Visitor, file: Callable[[], bytes], said: str
):
    page = brought(administrator, file())
    assert page.status_code == 400
    assert said in page.text
    assert administrator.get("/packs/wrong/method.xlsx").status_code == 404


def test_everything_that_is_wrong_in_the_entries_is_told_at_once(administrator: Visitor):
    pack = named("several", role_groups=[{"id": "a"}, {"id": "b"}], glossary=[{"id": "c"}])
    page = brought(administrator, book(pack)).text
    assert "Role groups, A3" in page
    assert "Role groups, A4" in page
    assert "Glossary, A3" in page


def test_an_id_that_stands_twice_by_name_is_told_at_its_cell(administrator: Visitor):
    pack = named("twice-by-name", units={"loans": {"en": "loans"}, "visits": {"en": "visits"}})
    file = put(book(pack), "Units", "A4", typed("loans"), INLINE)
    assert "Units, A4: “loans” stands twice." in brought(administrator, file).text


def test_only_who_may_bring_a_method_gets_the_empty_workbook(administrator: Visitor, facilitator: Visitor):
    assert administrator.get("/packs/template.xlsx").status_code == 200
    assert facilitator.get("/packs/template.xlsx").status_code == 403
    assert facilitator.get("/packs/toimi/method.xlsx").status_code == 200
    assert facilitator.get("/packs/nobody/method.xlsx").status_code == 404
