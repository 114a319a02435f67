"""Markdown as another program reads it: the structure is ours, and no text becomes any of it."""

import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from facilitation.report import Report, english, report
from facilitation.report.blocks import (
    Bullets,
    Column,
    Figure,
    Headline,
    KeyFigures,
    Note,
    Paragraph,
    Provenance,
    Quote,
    Section,
    SpanRow,
    Spans,
    Table,
)
from facilitation.report.charts import Bar, LevelChart, LevelSpan, MatrixChart, Spot, Timeline, Votes, VotesChart
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.workshop.test_slides_any_text import ODD, UNSHRUNK, plans
from workshop import exports
from workshop.exports import child
from workshop.texts import without_controls

OURS = {"heading", "paragraph", "bullet_list", "list_item", "blockquote", "inline"}
TABLED = {"table", "thead", "tbody", "tr", "th", "td"}
WITHIN = {"text", "text_special", "softbreak", "hardbreak", "strong"}
LIKE_MARKUP = (
    "# heading",
    "closing #",
    "1. list",
    "2027) list",
    "- list\n- list",
    "+ list",
    "* list",
    "> quote",
    "---",
    "===",
    "above\n---",
    "```\ncode\n```",
    "~~~",
    "    indented",
    "\tindented",
    "*a* _b_ **c** ~~d~~ `e`",
    "[a](javascript:alert(1)) ![b](http://x/y.png)",
    "[a]: http://example.com",
    "<http://example.com> <a@b.fi> https://example.com WWW.example.com a@b.fi",
    "a | b\n--- | ---\n1 | 2",
    "| a |\n|---|\n",
    ": --- :",
    "a\\|b \\",
    "&lt;b&gt; &amp; &#42;",
    "$x$ [^1] [ ] [x]",
    "<!-- hidden -->",
    "<details><summary>x</summary>",
    "trailing  \nspaces",
    "\u2028apart\u2029",
)
texts = st.sampled_from((*ODD, *LIKE_MARKUP)) | st.text("#*_-+=`~<>[]()!|\\&:.1 \n\ta", max_size=40) | st.text()


@cache
def made(language: str = "en") -> str:
    return exports.make("md", report(plan(), language, english, PACK, made=DAY, data="{}")).decode()


def read(text: str) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)


def of(*blocks: Any) -> str:
    return exports.make("md", Report("R", "", "en", (Section("S", blocks),))).decode()


def sorts(tokens: list[Token]) -> set[str]:
    """Every kind of structure that a text has."""
    each = [token for top in tokens for token in (top, *(top.children or ()))]
    return {token.type.removesuffix("_open").removesuffix("_close") for token in each}


def said(tokens: list[Token]) -> list[str]:
    """The words of each place that holds words."""
    return [words(token.children or []) for token in tokens if token.type == "inline"]


def words(tokens: list[Token]) -> str:
    return "".join("\n" if token.type == "hardbreak" else token.content for token in tokens)


def kept(text: str) -> list[str]:
    """The lines of a text as somebody reads them: blanks at their ends and in heaps are nobody's meaning."""
    lines = (re.sub("[ \t]+", " ", without_controls(line)).strip() for line in text.splitlines())
    return [line.encode("utf-8", "ignore").decode() for line in lines if line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_has_headings_lists_and_tables_and_nothing_else(language: str):
    assert sorts(read(made(language))) <= OURS | TABLED | WITHIN
    tokens = read(made(language))
    heads = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    titles = [(tokens[at].tag, words(tokens[at + 1].children or [])) for at in heads]
    assert titles[0] == ("h1", report(plan(), language, english, PACK).title)
    assert ("h2", "Goals") in titles
    assert [tag for tag, _ in titles].count("h1") == 1


def test_it_has_no_front_matter_and_ends_with_a_line():
    assert made().startswith("# ")
    assert made().endswith("\n")
    assert not made().endswith("\n\n")


def test_where_it_comes_from_stands_at_its_end():
    annex = made().split("## Where this comes from")[1]
    assert "after event 812" in annex
    assert "Digest 44136fa355b3." in annex
    assert "Votes: 17 dots, place 1" in annex


def test_wording_that_nobody_confirmed_is_marked_and_the_mark_explained():
    assert of(Paragraph(Words("Official", unconfirmed=True))).endswith("\\* Wording not yet confirmed\n")
    assert "Wording not yet confirmed" not in of(Paragraph(Words("Ours")))


def test_charts_are_tables_of_their_figures_in_the_reports_language():
    label = Words("A")
    told = of(
        VotesChart("Dots by card", (Votes(label, 3, chosen=True), Votes(Words("B"), 1)), "Dots", "Chosen"),
        LevelChart("Levels", (LevelSpan(label, None, 4),), "Now", "Target", 1, 5, "1 none · 5 all"),
        MatrixChart("Places", (Spot(label, 1.5, 2),), "Important", "Feasible", "Card"),
        Timeline("When", (Bar(label, date(2027, 1, 2), date(2027, 3, 4)),), "Start", "End", "Days"),
    )
    assert "| Item | Dots | Chosen |\n| --- | ---: | ---: |\n| A | 3 | ✓ |\n| B | 1 |  |" in told
    assert "| A | – | 4 |\n\n1 none · 5 all" in told
    assert "| A | 1.5 | 2 |" in told
    assert "| A | 2 January 2027 | 4 March 2027 |" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "1,6" in made("fi")


def test_a_table_of_nothing_is_not_drawn():
    assert of(Table("T", (), ((),)), Table("T", (Column("a"),), ())) == "# R\n\n## S\n"


@given(texts)
@settings(max_examples=300, deadline=None)
def test_no_text_becomes_markup_wherever_it_stands(text: str):
    its = Words(text)
    told = of(
        Headline(text),
        Paragraph(its),
        Bullets((its, Words("next"))),
        Quote(its, text),
        Note(its),
        Spans((SpanRow("From", its, "To", its),)),
        KeyFigures((Figure(text, text),)),
        Table(text, (Column(text), Column("b")), ((its, its),)),
        Provenance((its,)),
    )
    assert sorts(read(told)) <= OURS | TABLED | WITHIN
    assert "http://" not in told.casefold()


@given(texts)
@settings(max_examples=300, deadline=None)
def test_every_text_is_read_as_it_was_typed(text: str):
    its, lines = Words(text), kept(text)
    table = Table("", (Column("a"), Column("b")), ((its, its),))
    told = said(read(of(Headline(text), Paragraph(its), Bullets((its,)), Quote(its), table)))
    joined, broken = " ".join(lines), "\n".join(lines)
    expected = ["R", "S", joined or "–", broken, broken, broken, "a", "b", joined, joined]
    assert [each for each in told if each] == [each for each in expected if each]


@given(plans)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_makes_a_text_without_markup_of_its_own(any_plan: Plan):
    told = exports.make("md", report(any_plan, "sv", english, PACK)).decode()
    assert sorts(read(told)) <= OURS | TABLED | WITHIN


def test_the_same_report_makes_the_same_bytes_here_and_in_a_child():
    told = report(plan(), "en", english, PACK, made=DAY)
    assert exports.make("md", told) == exports.make("md", told) == child.make("md", told)
