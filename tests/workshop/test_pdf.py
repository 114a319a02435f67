import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.report import english, report
from facilitation.report.blocks import (
    Bullets,
    Column,
    Headline,
    Paragraph,
    Phrases,
    Provenance,
    Quote,
    Report,
    Section,
    SpanRow,
    Spans,
    Table,
)
from facilitation.report.charts import MatrixChart, Spot
from facilitation.report.extracts import EXTRACTS
from facilitation.report.texts import Words
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.facilitation.test_beside import HALF, two
from tests.workshop.audited_aloud import unheard
from tests.workshop.catalogue import words_of
from tests.workshop.readtables import below, said, tagged
from workshop import exports
from workshop.exports import child
from workshop.exports.pdf.letters import BREAK, FONTS, MARK, printable, typefaces

LANGUAGES = ("fi", "sv", "en")
SKIPPED = "TAG-002"
"""A long line that no screen reader reads. A table's long head is one where it comes again on a further page: it was
read where it began, and it is held here that the line is nothing but whole heads."""
HOSTILE = (
    "#eval",
    "#panic()",
    "*bold* _soft_ `code`",
    "$x^2$",
    "<script>alert(1)</script>",
    "= No heading",
    "@someone and \\u{41} // gone?",
    '"quoted" \\',
    "=cmd|' /C calc'!A0",
    "%(parts)s {0}",
)


@cache
def printed(language: str = "en") -> bytes:
    return exports.make("pdf", report(plan(), language, english, PACK, made=DAY))


def saying(*texts: str) -> Report:
    """A report that says each text in every kind of place that people's words come to."""
    said = tuple(Words(text, theirs=True) for text in texts)
    ways = tuple(SpanRow("From", words, "To", words) for words in said)
    table = Table("", (Column("Who"), Column("What", 3)), tuple((words, words) for words in said))
    spots = tuple(Spot(words, 1, 5) for words in said)
    blocks = (*map(Headline, texts), *map(Paragraph, said), Bullets(said), Spans(ways), table)
    rest = (
        *(Quote(words, words.text) for words in said),
        MatrixChart(texts[0], spots, "A", "B", "C"),
        Provenance(said),
    )
    return Report(texts[0], texts[-1], "fi", (Section("S", blocks + rest),))


def run(command: str, made: bytes, folder: Path, *arguments: str) -> str:
    path = folder / "made.pdf"
    path.write_bytes(made)
    to = ("-",) if command == "pdftotext" else ()
    return subprocess.run((command, *arguments, str(path), *to), capture_output=True, check=True).stdout.decode(
        errors="replace"
    )


def read(made: bytes, folder: Path) -> str:
    return flat(run("pdftotext", made, folder))


def flat(text: str) -> str:
    """The letters, whatever lines they stand on: no spaces, and no hyphens, for a divided word ends in one."""
    return re.sub("[\\s\u200b\u2060\u00ad‐-]", "", text)


def texts(value: Any) -> Iterator[str]:
    """Every text of the people in a report."""
    if isinstance(value, Words):
        yield value.text
    elif is_dataclass(value):
        yield from texts(tuple(getattr(value, field.name) for field in fields(value)))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts(each)


@pytest.mark.parametrize("extract", ["", *EXTRACTS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_two_auditors_find_nothing_wrong(language: str, extract: str, tmp_path: Path):
    told = report(plan(), language, words_of(language), PACK, made=DAY, extract=extract)
    assert faults(exports.make("pdf", told), tmp_path) == []


@pytest.mark.parametrize(("language", "second"), [("fi", "sv"), ("sv", "en"), ("en", "fi")])
def test_two_auditors_find_nothing_wrong_with_two_languages_side_by_side(language: str, second: str, tmp_path: Path):
    made = exports.make("pdf", two(HALF, language, second))
    assert faults(made, tmp_path) == []


def faults(made: bytes, folder: Path) -> list[str]:
    path = folder / "audited.pdf"
    path.write_bytes(made)
    found = [each for each in outloud.check(str(path)).findings if each.severity == "error"]
    waived = [each for each in found if each.rule == SKIPPED and only_heads((each.page or 0) - 1, made)]
    assert all(headings(made))
    return [each.message for each in found if each not in waived] + unheard(str(path))


def headings(made: bytes) -> list[str]:
    """What each says: the auditor only asks whether anything is marked as its words."""
    with tagged(made) as document:
        found = [said(each, document) for each in document.elements if re.fullmatch("H[1-6]?", each.type)]
    assert found
    return found


def only_heads(page: int, made: bytes) -> bool:
    """Whether nothing but whole heads of tables, that come again on this further page, is kept from screen readers."""
    with tagged(made) as document:
        tables = [each for each in document.elements if each.type == "Table"]
        heads = ["".join(said(each, document) for each in below(table) if each.type == "TH") for table in tables]
        silent = "".join(unread(page, document))
    assert silent
    for head in heads:
        silent = silent.replace(head, "")
    return not silent


def unread(page: int, document: Any) -> list[str]:
    """What is printed on a page and not read aloud, but for what stands at the head and foot of most pages."""
    pages = [
        [flat(run.text) for run in document.content(each.index).runs if run.artifact and run.text.strip()]
        for each in document.pages
    ]
    often = Counter(without_number(text) for texts in pages for text in {*texts})
    return [text for text in pages[page] if often[without_number(text)] < len(pages) / 2]


def without_number(text: str) -> str:
    return re.sub(r"\d+", "", text)


def test_the_file_says_that_it_is_tagged_and_what_it_is_and_names_no_person(tmp_path: Path):
    about = run("pdfinfo", printed(), tmp_path)
    assert re.search(r"Tagged: +yes", about)
    assert re.search(r"Title: +Procurement action plan 2027–2029", about)
    assert re.search(r"Author: +Rakennetun ympäristön ministeriö", about)
    assert re.search(r"CreationDate: +Thu Nov 26 00:00:00 2026", about)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_the_report_says_stands_on_a_page(language: str, tmp_path: Path):
    told = report(plan(), language, english, PACK, made=DAY)
    page = read(printed(language), tmp_path)
    assert [text for text in texts(told.sections) if flat(text) not in page] == []
    assert [section.title for section in told.sections if flat(section.title) not in page] == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_file_says_the_language_that_it_is_written_in(language: str):
    with pikepdf.open(BytesIO(printed(language))) as pdf:
        assert str(pdf.Root.Lang).split("-")[0] == language


def test_the_same_report_makes_the_same_bytes():
    assert exports.make("pdf", report(plan(), "en", english, PACK, made=DAY)) == printed()


def test_headings_tables_and_drawings_are_told_to_a_screen_reader(tmp_path: Path):
    told = run("pdfinfo", exports.make("pdf", saying("One", "Two")), tmp_path, "-struct")
    for element in ("H1 ", "H2 ", "TOC", "THead", "TH ", "Figure", "Caption", "LBody", "BlockQuote"):
        assert element in told


def test_it_is_made_within_the_limits_of_a_child():
    assert child.make("pdf", report(plan(), "en", english, PACK, made=DAY)) == printed()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markup_is_printed_as_typed(text: str, tmp_path: Path):
    page = read(exports.make("pdf", saying(text)), tmp_path)
    assert page.count(flat(text)) >= 8


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Привет, мир", "Привет, мир"),
        ("Καλημέρα κόσμε", "Καλημέρα κόσμε"),
        ("Tiếng Việt, Šeškė, Ålö", "Tiếng Việt, Šeškė, Ålö"),
        ("a → b ≤ c ✓", "a → b ≤ c ✓"),
        ("Hyvä 🎉 juttu", f"Hyvä {MARK} juttu"),
        ("漢字", MARK * 2),
        ("a\x00b\x07c\ud800", f"abc{MARK}"),
        ("txet\u202eevil", "txetevil"),
        ("", ""),
    ],
)
def test_a_letter_that_no_typeface_has_leaves_a_visible_mark(text: str, shown: str, tmp_path: Path):
    assert printable(text) == shown
    assert flat(shown) in read(exports.make("pdf", saying("T", text)), tmp_path)


def test_texts_written_from_the_right_are_printed(tmp_path: Path):
    page = read(exports.make("pdf", saying("T", "שלום עולם", "مرحبا بالعالم")), tmp_path)
    assert set("שלוםעולם") <= set(page)
    assert MARK not in page


def test_two_thousand_letters_without_a_space_stay_on_the_page(tmp_path: Path):
    made = exports.make("pdf", saying("T", "x" * 2000))
    assert "x" * 2000 in read(made, tmp_path)
    assert furthest(made, tmp_path) <= 595 - 60
    assert printable("x" * 41).replace(BREAK, "") == "x" * 41
    assert printable("x" * 40) == "x" * 40


def furthest(made: bytes, folder: Path) -> float:
    """How far to the right any word reaches, in points of a page 595 wide."""
    return max(map(float, re.findall(r'xMax="([\d.]+)"', run("pdftotext", made, folder, "-bbox"))))


def test_two_hundred_goals_are_printed_within_the_childs_limits(tmp_path: Path):
    goals = tuple(replace(plan().goals[0], id=f"g{number}") for number in range(200))
    made = child.make("pdf", report(replace(plan(), goals=goals), "fi", english, PACK))
    assert "Goal200:" in read(made, tmp_path)


def test_a_report_of_nothing_is_still_a_document(tmp_path: Path):
    made = exports.make("pdf", Report("", "", "", (Section("", (Table("", (), ()), Headline(""))),)))
    assert "Tagged:" in run("pdfinfo", made, tmp_path)


def test_what_the_findings_rest_on_stands_in_an_annex_and_in_the_reports_own_words(tmp_path: Path):
    said = replace(saying("T"), origin=("From the log",), phrases=Phrases(contents="Sisältö", provenance="Mistä"))
    page = run("pdftotext", exports.make("pdf", said), tmp_path)
    assert "Sisältö" in page
    assert re.search(r"Mistä\s+From the log", page)


def test_the_list_of_letters_is_what_the_typefaces_have():
    """The writer asks the list: reading the fonts themselves takes a library that only developers have."""
    names = json.loads(FONTS.joinpath("letters.json").read_bytes())
    for name, listed in zip(names, typefaces(), strict=True):
        for path in FONTS.glob(f"{name}*.ttf"):
            assert listed <= {chr(code) for code in TTFont(path).getBestCmap() or ()}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_any_text_a_person_can_type_prints(typed: list[str]):
    assert exports.make("pdf", saying(*typed)).startswith(b"%PDF")


@pytest.mark.parametrize("heads", [1, 2, 3])
def test_no_page_of_contents_holds_but_a_line_or_two(heads: int, tmp_path: Path):
    parts = tuple(Section(f"Part {at}", tuple(found(at, head) for head in range(heads))) for at in range(14))
    made = exports.make("pdf", Report("R", "", "en", parts))
    assert "Part 0\n" in run("pdftotext", made, tmp_path, "-f", "3", "-l", "3")


def found(part: int, head: int) -> Headline:
    return Headline(f"Finding {part}.{head}")
