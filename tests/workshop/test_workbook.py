"""The workbook as other programs read it: the plan's figures, days and texts, and no formula whatever people type."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]
from openxml_audit import FileFormat, OpenXmlValidator
from python_calamine import CalamineWorkbook

from facilitation.report import Report, report
from facilitation.report.sheets import Drawn, Entry, Field, Row, Sheet
from facilitation.shapes import Plan, Voted
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.naming import MAIJA
from tests.workshop.test_slides_any_text import ODD, UNSHRUNK, plans
from workshop import exports
from workshop.exports import child
from workshop.exports.workbook.texts import clean, sheet_names

KEYS, HEADS, FIRST = 0, 1, 2
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def told(given: Plan, language: str = "en") -> Report:
    return report(given, language, words_of(language), PACK, made=DAY)


@cache
def book(language: str = "en") -> bytes:
    return exports.make("xlsx", told(plan(), language))


def bare(*sheets: Sheet) -> bytes:
    return exports.make("xlsx", Report("R", "", "en", (), sheets=sheets))


def read(made: bytes) -> dict[str, list[list[Any]]]:
    """Every table by its key, without its hidden row of keys; the key stands in the first cell."""
    whole = CalamineWorkbook.from_filelike(BytesIO(made))
    pages = (whole.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in whole.sheet_names)
    return {str(rows[0][0]).removesuffix(".id"): rows for rows in pages if rows and str(rows[0][0]).endswith(".id")}


def column(rows: list[list[Any]], key: str) -> list[Any]:
    at = [str(cell).split(".", 1)[1] for cell in rows[KEYS]].index(key)
    return [row[at] for row in rows[FIRST:]]


def parts(made: bytes, under: str) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist() if re.match(under, name)}


def formulas(made: bytes) -> list[str]:
    pages = parts(made, r"xl/worksheets/sheet\d+\.xml").values()
    return [cell.text for page in pages for cell in etree.fromstring(page).iter(f"{MAIN}f")]


def of_texts(*texts: str) -> Sheet:
    return Sheet("t", "Texts", (Field("text", "Text"),), tuple(Row(text, (text,)) for text in texts))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong(language: str, tmp_path: Path):
    assert audited(book(language), tmp_path) == []


def audited(made: bytes, folder: Path) -> list[str]:
    folder.joinpath("plan.xlsx").write_bytes(made)
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(folder / "plan.xlsx")
    return [error.description for error in found.errors]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_program_reads_every_cell_as_the_report_has_it(language: str):
    for sheet in told(plan(), language).sheets:
        rows = read(book(language))[sheet.key]
        assert rows[KEYS] == [f"{sheet.key}.{key}" for key in ("id", *(field.key for field in sheet.fields))]
        assert rows[HEADS][1:] == [field.head for field in sheet.fields]
        assert rows[FIRST:] == [[row.id, *("" if cell is None else cell for cell in row.cells)] for row in sheet.rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_goals_metrics_and_actions_are_the_plans_own(language: str):
    pages, goals = read(book(language)), plan().goals
    metrics = [metric for goal in goals for metric in goal.metrics]
    actions = [action for goal in goals for action in goal.actions]
    assert column(pages["goals"], "to") == [goal.to[language] for goal in goals]
    assert column(pages["goals"], "due") == [goal.due for goal in goals]
    assert column(pages["goals"], "level_target") == [goal.level_target or "" for goal in goals]
    assert column(pages["metrics"], "name") == [metric.name[language] for metric in metrics]
    assert column(pages["metrics"], "target") == [metric.target.value for metric in metrics if metric.target]
    assert column(pages["actions"], "text") == [action.text[language] for action in actions]
    assert column(pages["actions"], "end") == [action.end or "" for action in actions]


def test_figures_days_and_flags_are_typed():
    row = Row("r", (18.4, date(2027, 3, 31), True, None, "18.4"))
    fields = (Field("a", "A", "number"), Field("b", "B", "day"), Field("c", "C", "flag"), Field("d", "D"))
    made = read(bare(Sheet("s", "S", (*fields, Field("e", "E")), (row,))))
    assert made["s"][FIRST] == ["r", 18.4, date(2027, 3, 31), True, "", "18.4"]


def test_what_excel_cannot_reckon_with_is_written_as_words_or_left_empty():
    row = Row("r", (float("nan"), float("inf"), date(1899, 5, 1)))
    fields = (Field("a", "A", "number"), Field("b", "B", "number"), Field("c", "C", "day"))
    assert read(bare(Sheet("s", "S", fields, (row,))))["s"][FIRST] == ["r", "", "", "1899-05-01"]


def test_no_cell_is_a_formula_a_link_or_a_number_whatever_people_type():
    texts = ("=1+1", "{=1+1}", "+1", "-1", "@SUM(A1)", "\t=1", "https://example.org", "internal:A1", "0042", *ODD)
    made = bare(of_texts(*texts))
    assert formulas(made) == formulas(book()) == []
    assert column(read(made)["t"], "text") == [clean(text) for text in texts]
    assert b"TargetMode" not in b"".join(parts(made, ".*rels").values())


def test_a_text_like_a_formula_stays_a_text_when_its_cell_is_edited():
    made = bare(of_texts("=1+1", "one"))
    styles = etree.fromstring(parts(made, "xl/styles.xml")["xl/styles.xml"])
    quoted = [bool(style.get("quotePrefix")) for style in styles.find(f"{MAIN}cellXfs")]
    page = etree.fromstring(parts(made, "xl/worksheets/sheet2.xml")["xl/worksheets/sheet2.xml"])
    style = {cell.get("r"): int(cell.get("s", 0)) for cell in page.iter(f"{MAIN}c")}
    assert [quoted[style[cell]] for cell in ("B3", "B4")] == [True, False]


def test_the_same_report_makes_the_same_bytes():
    assert exports.make("xlsx", told(plan())) == book()


def test_the_front_tells_what_it_is_where_it_comes_from_and_what_each_sheet_holds():
    made, whole = told(plan()), CalamineWorkbook.from_filelike(BytesIO(book()))
    front = [cell for row in whole.get_sheet_by_index(0).to_python() for cell in row]
    assert {made.title, *made.subtitle.split("\n"), DAY, *made.origin} <= set(front)
    assert {sheet.title for sheet in made.sheets} <= set(front)


def test_every_link_of_the_front_leads_to_a_sheet_that_is_there():
    names = CalamineWorkbook.from_filelike(BytesIO(book())).sheet_names
    page = etree.fromstring(parts(book(), "xl/worksheets/sheet1.xml")["xl/worksheets/sheet1.xml"])
    links = [link.get("location") for link in page.iter(f"{MAIN}hyperlink")]
    assert len(links) == len(told(plan()).sheets) + 1
    assert {link.partition("!")[0].strip("'") for link in links} <= set(names)


def test_every_table_has_its_filter_frozen_heads_and_heads_on_every_page():
    tables = list(parts(book(), "xl/tables/").values())
    assert sum(b"<autoFilter" in table for table in tables) == len(told(plan()).sheets)
    pages = parts(book(), r"xl/worksheets/sheet\d+\.xml").values()
    assert sum(b'topLeftCell="B3"' in page for page in pages) == len(told(plan()).sheets)
    assert all(b'orientation="landscape"' in page for page in pages)
    titles = parts(book(), "xl/workbook.xml")["xl/workbook.xml"]
    assert titles.count(b"_xlnm.Print_Titles") == len(told(plan()).sheets)


def test_choice_columns_offer_every_choice_by_name_even_with_a_comma():
    choices = ("Yes, soon", "No")
    fields = (Field("a", "A", "choice", choices), Field("b", "B", "choice", choices))
    made = bare(Sheet("s", "S", fields, (Row("r", ("No", None)),)))
    page = etree.fromstring(parts(made, "xl/worksheets/sheet2.xml")["xl/worksheets/sheet2.xml"])
    assert [each.text for each in page.iter(f"{MAIN}formula1")] == ["'Choices'!$A$2:$A$3"] * 2
    last = CalamineWorkbook.from_filelike(BytesIO(made)).get_sheet_by_name("Choices").to_python()
    assert last == [["A"], ["Yes, soon"], ["No"]]


def test_every_chart_is_native_has_an_alternative_text_and_draws_its_columns():
    charts = list(parts(book(), "xl/charts/chart").values())
    drawings = b"".join(parts(book(), "xl/drawings/drawing").values()).decode()
    drawn = [chart for sheet in told(plan()).sheets for chart in sheet.charts]
    assert len(charts) == len(drawn) == 7
    assert [chart.title for chart in drawn if f'descr="{chart.title}"' not in drawings] == []
    assert b"'Current state'!$C$3:$C$27" in b"".join(charts)


def test_a_metrics_name_that_looks_like_a_cell_stays_the_charts_title():
    chart = Drawn("Growth!A1", "column", "n", ("v",))
    made = bare(Sheet("s", "S", (Field("n", "N"), Field("v", "V", "number")), (Row("r", ("x", 1)),), (chart,)))
    assert "Growth!\N{NO-BREAK SPACE}A1".encode() in b"".join(parts(made, "xl/charts/").values())


def test_a_metrics_way_is_a_line_over_the_days_of_its_own_readings():
    sheet = next(each for each in told(plan()).sheets if each.key == "readings")
    chart = sheet.charts[1]
    first, end = chart.rows or (0, 0)
    assert {row.id.partition(".")[0] for row in sheet.rows[first:end]} == {"m2"}
    drawn = next(each for each in parts(book(), "xl/charts/chart").values() if chart.title.encode() in each)
    assert b"<c:dateAx>" in drawn
    assert f"Readings!$D${first + 3}:$D${end + 2}</c:f>".encode() in drawn


def test_actions_are_bars_from_their_first_day_as_many_days_long_as_they_last():
    sheet = next(each for each in told(plan()).sheets if each.key == "actions")
    at = [field.key for field in sheet.fields].index("days")
    wanted = [(act.end - act.start).days + 1 for goal in plan().goals for act in goal.actions if act.start and act.end]
    assert [row.cells[at] for row in sheet.rows if row.cells[at]] == wanted
    drawn = next(each for each in parts(book(), "xl/charts/chart").values() if sheet.charts[0].title.encode() in each)
    assert drawn.count(b"<c:ser>") == 2
    assert b'<c:grouping val="stacked"/>' in drawn


def test_columns_of_two_figures_become_two_series():
    fields = (Field("n", "Name"), Field("a", "From", "number"), Field("b", "To", "number"))
    chart = Drawn("Way", "column", "n", ("a", "b"))
    made = bare(Sheet("s", "S", fields, (Row("r", ("x", -1, 2)),), (chart,)))
    assert b"".join(parts(made, "xl/charts/").values()).count(b"<c:ser>") == 2


def test_a_chart_draws_the_first_forty_rows_and_the_table_holds_them_all():
    rows = tuple(Row(f"r{n}", ("x", n)) for n in range(300))
    made = bare(Sheet("s", "S", (Field("n", "N"), Field("v", "V", "number")), rows, (Drawn("D", "bar", "n", ("v",)),)))
    assert b"S!$C$3:$C$42" in b"".join(parts(made, "xl/charts/").values())
    assert len(read(made)["s"]) == 302


def test_the_file_names_no_person_and_no_other_time_than_the_reports():
    core = parts(book(), "docProps/core.xml")["docProps/core.xml"].decode()
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-26T00:00:00Z"}
    people = re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>(.*?)<", core)
    assert people == [plan().organisation] * 2
    about = parts(book(), "docProps/app.xml")["docProps/app.xml"].decode()
    assert f"<Company>{plan().organisation}</Company>" in about
    assert "<Manager" not in about


def test_nobody_who_answers_for_anything_is_named_in_the_files_properties():
    goals = tuple(replace(goal, owner=MAIJA) for goal in plan().goals)
    named = replace(plan(), goals=goals, owner=MAIJA, approver=MAIJA)
    made = exports.make("xlsx", told(named))
    assert MAIJA in str(read(made)["goals"])
    assert [name for name, part in parts(made, "docProps/").items() if MAIJA.encode() in part] == []


def test_names_of_sheets_are_short_apart_and_without_forbidden_signs():
    names = list(sheet_names(["A/B: [c]*?'\\", "History", "x" * 40, "X" * 40, "👩" * 40, "", " "]))
    assert names == ["A B c", "History (2)", "x" * 31, "X" * 27 + " (2)", "👩" * 15, "–", "– (2)"]


def test_two_fields_of_one_head_become_two_columns(tmp_path: Path):
    made = bare(
        Sheet("s", "S", (Field("a", "Same"), Field("b", "same"), Field("c", "Id")), (Row("r", ("1", "2", "3")),))
    )
    assert read(made)["s"][HEADS] == ["Id", "Same", "same (2)", "Id (2)"]
    assert audited(made, tmp_path) == []


def test_a_plan_without_anything_makes_a_workbook_of_one_page(tmp_path: Path):
    made = exports.make("xlsx", told(Plan("p")))
    assert len(CalamineWorkbook.from_filelike(BytesIO(made)).sheet_names) == 1
    assert audited(made, tmp_path) == []


@given(plans)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_makes_a_workbook_that_reads_back_with_every_text_and_no_formula(any_plan: Plan):
    whole = told(any_plan)
    made = exports.make("xlsx", whole)
    assert formulas(made) == []
    pages = read(made)
    for sheet in whole.sheets:
        assert list(texts(pages[sheet.key][FIRST:])) == [clean(text) for text in said(sheet)]


def said(sheet: Sheet) -> Iterator[str]:
    """Cells that hold nothing but what XML forbids come back empty."""
    cells = chain.from_iterable((row.id, *row.cells) for row in sheet.rows)
    return (cell for cell in cells if isinstance(cell, str) and clean(cell))


def texts(rows: list[list[Any]]) -> Iterator[str]:
    return (cell for row in rows for cell in row if isinstance(cell, str) and cell)


def test_the_oddest_texts_all_at_once_leave_nothing_for_the_auditor_to_find(tmp_path: Path):
    votes = tuple(Voted(text, dict.fromkeys(LANGUAGES, text), n) for n, text in enumerate(ODD))
    odd = Plan("p", {"en": ODD[4]}, ODD[4], languages=LANGUAGES, votes=votes)
    assert audited(exports.make("xlsx", told(odd)), tmp_path) == []


def test_a_child_makes_the_same_workbook_and_tells_how_far_it_is():
    heard: list[tuple[int, int]] = []
    assert child.make("xlsx", told(plan()), told=lambda done, of: heard.append((done, of))) == book()
    sheets = len(told(plan()).sheets)
    assert heard == [(n, sheets) for n in range(1, sheets + 1)]


def test_entries_leave_the_workbook_as_it_is():
    without = replace(told(plan()), entries=(Entry("e", DAY, "Elsewhere"),))
    assert exports.make("xlsx", without) == book()
