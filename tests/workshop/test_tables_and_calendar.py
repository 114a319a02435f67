"""Plain tables and the calendar as others read them: the csv module, and a reading of iCalendar by its rules."""

import csv
import re
import zipfile
from datetime import date
from functools import cache
from io import BytesIO, StringIO

import pytest
import vobject
from hypothesis import HealthCheck, given, settings

from facilitation.report import Report, english, report
from facilitation.report.sheets import Cell, Entry, Field, Row, Sheet
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.test_slides_any_text import ODD, UNSHRUNK, plans
from workshop import exports
from workshop.exports import child, plain_tables

BOM = b"\xef\xbb\xbf"


@cache
def told(language: str = "en") -> Report:
    return report(plan(), language, english, PACK, made=DAY)


@cache
def archive(language: str = "en") -> bytes:
    return exports.make("csv.zip", told(language))


@cache
def calendar(language: str = "en") -> bytes:
    return exports.make("ics", told(language))


def files(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(made)) as package:
        return {name: package.read(name) for name in package.namelist()}


def table(made: bytes, name: str) -> list[list[str]]:
    text = files(made)[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";", strict=True))


def of_texts(*texts: Cell) -> bytes:
    sheet = Sheet("t", "Texts", (Field("text", "Text"),), tuple(Row("r", (text,)) for text in texts))
    return exports.make("csv.zip", Report("R", "", "en", (), sheets=(sheet,)))


def typed(text: str, sort: str) -> Cell:
    """A cell as whoever reads the file takes it."""
    if not text:
        return None
    if sort == "number":
        return float(text.replace(",", "."))
    if sort == "day":
        return date.fromisoformat(text)
    return text == "true" if sort == "flag" else text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_csv_module_reads_every_cell_as_the_report_has_it(language: str):
    for sheet in told(language).sheets:
        head, *rows = table(archive(language), sheet.key)
        assert head == ["id", *(field.key for field in sheet.fields)]
        for row, read in zip(sheet.rows, rows, strict=True):
            assert read[0] == row.id
            cells = [typed(cell, field.sort) for cell, field in zip(read[1:], sheet.fields, strict=True)]
            assert cells == list(row.cells)


def test_every_file_is_utf_8_with_a_byte_order_mark():
    for made in files(archive("fi")).values():
        assert made.startswith(BOM)
        assert made.decode("utf-8-sig").endswith("\r\n")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\ttabbed"])
def test_a_text_that_a_spreadsheet_would_reckon_with_stands_behind_an_apostrophe(text: str):
    assert table(of_texts(text), "t")[1][1].startswith("'")


@pytest.mark.parametrize("text", ["a = 1", 'say "hello"; then', "two\nlines", "'quoted'", "3 - 1", ""])
def test_every_other_text_comes_back_as_it_was(text: str):
    assert table(of_texts(text), "t")[1][1] == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (18.4, "18,4"),
        (-5, "-5"),
        (2.0, "2"),
        (1e-7, "0,0000001"),
        (1e21, "1000000000000000000000"),
        (0.1 + 0.2, "0,30000000000000004"),
        (float("nan"), ""),
        (True, "true"),
        (None, ""),
        (date(2027, 3, 1), "2027-03-01"),
    ],
)
def test_figures_stay_figures_and_days_are_iso_days(value: Cell, written: str):
    assert plain_tables.cell(value) == written


def test_the_fields_are_explained_with_their_heads_and_choices():
    rows = {(row[0], row[1]): row[2:] for row in table(archive("fi"), "fields")}
    assert set(rows) == {("table", "key")} | {
        (sheet.key, key) for sheet in told("fi").sheets for key in ("id", *(field.key for field in sheet.fields))
    }
    assert rows["goals", "due"] == ["By", "day", ""]
    assert rows["readings", "kind"] == ["Kind", "choice", "Baseline | Interim target | Target"]


def test_the_archive_says_where_it_all_comes_from():
    about = files(archive())["about.txt"].decode("utf-8-sig")
    assert all(line in about for line in (told().title, "2026-11-26", *told().origin))


@pytest.mark.parametrize("format", ["csv.zip", "ics"])
def test_the_same_report_makes_the_same_bytes_here_and_in_a_child(format: str):
    once = exports.make(format, told())
    assert exports.make(format, told()) == once == child.make(format, told())


@given(plans)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_makes_tables_in_which_nothing_but_a_figure_begins_like_a_formula(any_plan: Plan):
    whole = report(any_plan, "en", english, PACK)
    made = exports.make("csv.zip", whole)
    for sheet in whole.sheets:
        for row in table(made, sheet.key)[1:]:
            for cell, field in zip(row[1:], sheet.fields, strict=True):
                assert field.sort == "number" or cell.lstrip()[:1] not in tuple("=+-@")


def events(made: bytes) -> list[dict[str, str]]:
    """By the rules of RFC 5545: unfold, part at the first colon, take the backslashes out of texts."""
    lines = made.decode("utf-8").replace("\r\n ", "").split("\r\n")
    found: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name != "END":
            found[-1][name] = re.sub(r"\\(.)", lambda sign: {"n": "\n"}.get(sign[1], sign[1]), value)
    return found


def entry(id: str, words: str, about: str = "") -> Report:
    return Report("R", "", "en", (), entries=(Entry(id, DAY, words, about),))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_is_a_whole_day_with_its_words(language: str):
    for event, each in zip(events(calendar(language)), told(language).entries, strict=True):
        assert event["DTSTART;VALUE=DATE"] == f"{each.day:%Y%m%d}"
        assert event[f"SUMMARY;LANGUAGE={language}"].split() == each.words.split()
        assert event[f"DESCRIPTION;LANGUAGE={language}"].startswith(each.about)
        assert event["DTSTAMP"] == "20261126T000000Z"
        assert event["UID"] == f"{each.id}.toimi"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_library_reads_every_day_with_its_words_and_their_language(language: str):
    (made,) = vobject.readComponents(calendar(language).decode())
    assert [each.name for each in made.components()] == ["VEVENT"] * len(told(language).entries)
    for event, each in zip(made.components(), told(language).entries, strict=True):
        assert event.dtstart.value == each.day
        assert event.summary.value == " ".join(each.words.split())
        assert event.summary.params == {"LANGUAGE": [language]}
        assert event.description.value.split("\n") == [*filter(None, each.about.split("\n")), told(language).title]
        assert event.uid.value == f"{each.id}.toimi"


def test_an_entry_is_known_by_the_same_id_in_every_language_and_by_no_other():
    ids = [[event["UID"] for event in events(calendar(code))] for code in LANGUAGES]
    assert ids[0] == ids[1] == ids[2]
    assert len(set(ids[0])) == len(ids[0])


def test_signs_that_mean_something_to_a_calendar_are_only_signs():
    words = 'one, two; three \\ four: "five" BEGIN:VALARM'
    told = events(exports.make("ics", entry("e", f"{words}\r\nEND:VEVENT", words)))
    assert told[0]["SUMMARY;LANGUAGE=en"] == f"{words} END:VEVENT"
    assert told[0]["DESCRIPTION;LANGUAGE=en"] == f"{words}\nR"


@pytest.mark.parametrize("text", ODD)
def test_lines_are_short_end_as_they_should_and_cut_no_letter(text: str):
    made = exports.make("ics", entry("e", text * 3, text))
    lines = made.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert not [line for line in lines if re.search("[\x00-\x08\x0a-\x1f\x7f]", line.decode("utf-8"))]
    assert [line for line in lines if line.startswith((b"BEGIN", b"END"))] == [
        b"BEGIN:VCALENDAR",
        b"BEGIN:VEVENT",
        b"END:VEVENT",
        b"END:VCALENDAR",
    ]


def test_a_calendar_says_which_it_is():
    head = calendar().decode().split("BEGIN:VEVENT")[0].split("\r\n")
    assert {"VERSION:2.0", "PRODID:-//Toimi//Plan//EN", "CALSCALE:GREGORIAN"} <= set(head)
    assert f"NAME:{told().title}" in head


@given(plans)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_makes_a_calendar_with_an_event_an_entry(any_plan: Plan):
    whole = report(any_plan, "sv", english, PACK)
    made = events(exports.make("ics", whole))
    assert [event["DTSTART;VALUE=DATE"] for event in made] == [f"{each.day:%Y%m%d}" for each in whole.entries]
