"""Whatever people write, a deck comes out, and what they wrote stays text."""

import zipfile
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from facilitation.report import english, report
from facilitation.shapes import Action, Decision, Goal, Metric, Plan, Reading, StateRow, Task, Voted
from facilitation.words import Message
from tests.facilitation.sample_plan import PACK, plan
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import misplaced
from tests.workshop.rendered import rendered
from workshop import exports
from workshop.native import measure
from workshop.texts import for_xml

UNSHRUNK = tuple(phase for phase in Phase if phase not in (Phase.shrink, Phase.explain))
"""Shrinking makes a file at every try and would take minutes; the texts are odd one by one anyway."""
ODD = (
    "",
    " ",
    "=cmd|'/c calc'!A1",
    "@SUM(1+1)",
    '<script>alert(1)</script> & "quotes" ]]>',
    "שלום עולם",
    "مرحبا بالعالم",
    "👩‍🔧🧑🏿‍🚀🇫🇮",
    "漢字かな交じり文" * 40,
    "a\x00b\x08c\x0bd\x1fe\ufffef\ud800g",
    "e\u0301" * 30,
    "one\ntwo\r\nthree\tfour",
    "W" * 400,
    "word " * 400,
    "%(n)s %s {0}",
)
odd = st.sampled_from(ODD) | st.text(max_size=60)
parallel = st.dictionaries(st.sampled_from(("fi", "sv", "en")), odd, max_size=2)
days = st.none() | st.dates(date(2020, 1, 1), date(2040, 12, 31))
numbers = st.floats(-1e9, 1e9) | st.integers(-100, 100)
readings = st.builds(Reading, numbers, days)
levels = st.none() | st.integers(1, 5)
metrics = st.builds(
    Metric,
    st.just("m"),
    parallel,
    question=parallel,
    definition=parallel,
    unit=odd,
    baseline=st.none() | readings,
    targets=st.lists(readings, max_size=2).map(tuple),
    owner=odd,
)

actions = st.builds(Action, st.just("a"), parallel, deliverable=parallel, responsible=odd, start=days, end=days)
goals = st.builds(
    Goal,
    st.just("g"),
    parallel,
    parallel,
    objectives=st.lists(st.sampled_from(("1.1", "8.3", "none such")), max_size=2).map(tuple),
    level_now=levels,
    level_target=levels,
    owner=odd,
    due=days,
    metrics=st.lists(metrics, max_size=2).map(tuple),
    actions=st.lists(actions, max_size=3).map(tuple),
)
marks = st.builds(
    lambda text, marked, agreed, reason: StateRow(
        "s",
        text=text,
        low=marked[0],
        median=marked[1],
        high=marked[2],
        n=7,
        agreed=agreed,
        target=agreed,
        reason=reason,
    ),
    parallel,
    st.lists(st.floats(1, 5), min_size=3, max_size=3).map(sorted),
    levels,
    odd,
)
plans = st.builds(
    Plan,
    st.just("p"),
    parallel,
    odd,
    current_state=st.lists(marks, max_size=4).map(tuple),
    goals=st.lists(goals, max_size=3).map(tuple),
    decisions=st.lists(st.builds(Decision, st.just("d"), odd, odd), max_size=2).map(tuple),
    tasks=st.lists(st.builds(Task, st.just("m"), st.builds(Message, st.just("Find it.")), odd), max_size=2).map(tuple),
    votes=st.lists(st.builds(Voted, st.just("c"), parallel, st.integers(0, 30)), max_size=4).map(tuple),
)


@given(plans, st.sampled_from(("fi", "sv", "en")))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=UNSHRUNK)
def test_any_plan_makes_a_deck_with_titles_of_its_own_and_everything_on_the_slides(any_plan: Plan, language: str):
    made = exports.make("pptx", report(any_plan, language, words_of(language), PACK))
    deck: Any = Presentation(BytesIO(made))
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert off_the_slide(deck) == []


@given(st.lists(odd, min_size=1, max_size=5))
@settings(max_examples=25, deadline=None, phases=UNSHRUNK)
def test_what_people_write_never_becomes_a_formula(texts: list[str]):
    votes = tuple(Voted(str(n), {"en": text}, dots=n) for n, text in enumerate(texts))
    made = exports.make("pptx", report(Plan("p", votes=votes), "en", english, PACK))
    with zipfile.ZipFile(BytesIO(made)) as package:
        books = [package.read(name) for name in package.namelist() if name.endswith(".xlsx")]
    for book in books:
        with zipfile.ZipFile(BytesIO(book)) as package:
            assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_two_thousand_letters_in_every_field_of_a_goal_flow_on_and_none_is_lost():
    long = " ".join(f"word{n}" for n in range(330))
    goal = replace(plan().goals[0], from_={"en": long}, to={"en": long}, owner=long)
    made = exports.make("pptx", report(replace(plan(), goals=(goal,)), "en", english, PACK))
    deck: Any = Presentation(BytesIO(made))
    told = " ".join(text(shape) for slide in deck.slides for shape in slide.shapes).split()
    assert all(told.count(f"word{n}") >= 3 for n in range(330))
    assert off_the_slide(deck) == []


def test_the_oddest_texts_all_at_once_leave_nothing_for_the_auditor_to_find(tmp_path: Path):
    tmp_path.joinpath("deck.pptx").write_bytes(oddest())
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(tmp_path / "deck.pptx")
    assert [error.description for error in found.errors] == []


def test_the_oddest_texts_stay_within_their_shapes_when_libreoffice_draws_them(tmp_path: Path):
    assert misplaced(oddest(), rendered(oddest(), tmp_path)) == []


@cache
def oddest() -> bytes:
    """A goal, a metric, an action, a decision, a mark and a vote for each of the odd texts."""
    made = tuple(
        Goal(
            f"g{n}",
            {"en": text},
            {"en": text},
            owner=text,
            metrics=(Metric(f"m{n}", {"en": text}, definition={"en": text}, owner=text),),
            actions=(Action(f"a{n}", {"en": text}, start=date(2027, 1, 1 + n), responsible=text),),
        )
        for n, text in enumerate(ODD)
    )
    whole = Plan(
        "p",
        {"en": ODD[-2]},
        ODD[4],
        current_state=tuple(StateRow("s", text={"en": text}, median=2, low=1, high=3, n=9) for text in ODD),
        goals=made,
        decisions=tuple(Decision("d", text, text) for text in ODD),
        votes=tuple(Voted("c", {"en": text}, n) for n, text in enumerate(ODD)),
    )
    return exports.make("pptx", report(whole, "en", english, PACK))


def text(shape: Any) -> str:
    if shape.has_table:
        return " ".join(cell.text for row in shape.table.rows for cell in row.cells)
    return shape.text_frame.text if shape.has_text_frame else ""


def off_the_slide(deck: Any) -> list[tuple[str, str]]:
    return [
        (slide.shapes.title.text_frame.text, shape.name)
        for slide in deck.slides
        for shape in slide.shapes
        if not stands_on(shape, deck)
    ]


def stands_on(shape: Any, deck: Any) -> bool:
    """Within the slide, tables with all their rows."""
    tall = sum(row.height for row in shape.table.rows) if shape.has_table else shape.height
    across = shape.left >= 0 and shape.left + shape.width <= deck.slide_width
    return across and shape.top >= 0 and shape.top + tall <= deck.slide_height


@given(odd, st.floats(40, 800), st.sampled_from((12.0, 18.0, 28.0)))
def test_lines_hold_every_letter_once_and_in_order(any_text: str, room: float, size: float):
    shown = for_xml(any_text)
    told = "".join(shown[first:last] for first, last in measure.lines(shown, size, room))
    assert told.replace("\n", "") == shown.replace("\n", "")


@given(odd, st.floats(60, 800))
def test_no_line_is_wider_than_its_room(any_text: str, room: float):
    shown = for_xml(any_text)
    for first, last in measure.lines(shown, 12, room):
        assert last - first <= 1 or measure.width(shown[first:last].rstrip(), 12) <= room + 0.01
