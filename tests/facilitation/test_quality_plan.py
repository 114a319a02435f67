"""Checks on plans, and what holds for all checks: they advise, they never fail, they invent nothing."""

import re
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.packs import parse
from facilitation.quality import CHECKS, Context, Finding, findings, findings_in
from facilitation.shapes import Action, Focus, FocusChoice, FollowUp, Goal, Metric, Plan, Promise, Reading, Span
from tests.facilitation.quality_world import ACTION, AROUND, GOAL, METRIC, PACK, PLAN, found

TINY = parse((Path(__file__).parent / "packs" / "tiny.json").read_text("utf-8"))


def test_nothing_is_said_about_a_plan_with_which_nothing_is_wrong():
    assert findings_in(PLAN, AROUND) == ()


def test_p1_names_the_themes_nobody_looked_at():
    (finding,) = findings(replace(PLAN, focus=Focus()), AROUND)
    assert (finding.check, finding.words.arguments["themes"]) == ("P1", "1, 2, 3, 5, 6, 7, 8")


def test_p1_counts_a_theme_as_left_out_only_with_a_reason():
    careless = Focus(left_out=tuple(FocusChoice(theme) for theme in "1235678"))
    assert found("P1", PLAN, focus=careless) == ["focus"]


def test_p1_sees_a_theme_through_its_objectives_and_statements():
    through = tuple(FocusChoice(f"s{theme}.1" if theme in "12" else f"{theme}.1") for theme in "1235678")
    assert found("P1", PLAN, focus=Focus(chosen=through)) == []


@pytest.mark.parametrize("agreement", ["", "no"])
def test_p2_finds_a_plan_from_which_nothing_is_steered(agreement: Any):
    unsteered = (replace(GOAL, agreement=agreement),)
    assert found("P2", PLAN, goals=unsteered) == ["agreement"]
    assert found("P2", PLAN, goals=unsteered, agreement_reason="Agreed last year") == []


def test_p2_is_silent_with_one_candidate():
    assert found("P2", PLAN, goals=(replace(GOAL, agreement="no"), replace(GOAL, agreement="agreed"))) == []


@pytest.mark.parametrize("days", [(), (date(2026, 11, 25),)])
def test_p3_misses_a_follow_up_day_to_come(days: tuple[date, ...]):
    assert found("P3", PLAN, follow_up=tuple(FollowUp(day) for day in days)) == ["follow_up"]


def test_p3_is_silent_with_a_day_to_come_and_with_any_day_when_today_is_not_known():
    assert found("P3", PLAN) == []
    assert found("P3", PLAN, replace(AROUND, today=None), follow_up=(FollowUp(date(2020, 1, 1)),)) == []


def test_p4_finds_a_plan_that_only_counts_how_work_is_done():
    busy = replace(GOAL, metrics=(replace(METRIC, level="process"),))
    assert found("P4", PLAN, goals=(busy,)) == ["metrics"]
    assert found("P4", PLAN, goals=(busy, GOAL)) == []
    assert found("P4", PLAN, goals=()) == []


def test_g6_finds_more_than_seven_goals():
    assert found("G6", PLAN, goals=(GOAL,) * 8) == ["goals"]
    assert found("G6", PLAN, goals=(GOAL,) * 7) == []


def test_a_plan_is_read_with_everything_in_it_beside_its_neighbours():
    late = replace(ACTION, end=date(2029, 6, 30))
    twin = replace(GOAL, id="g2", actions=(late,))
    loose = replace(ACTION, id="a9", goal="left-out", responsible="Finance")
    counted = replace(METRIC, id="m9", goals=("left-out",))
    said = findings_in(replace(PLAN, goals=(GOAL, twin), loose_metrics=(counted,), loose_actions=(loose,)), AROUND)
    of_none = [("K13", "m9"), ("A4", "a9")]
    assert [(one.check, one.about) for one in said] == [("G9", "g1"), ("G9", "g2"), ("A1", "a1"), *of_none]
    assert "stop" not in {one.level for one in said if one.about in ("m9", "a9")}


def test_a_plan_brings_its_own_period():
    early = replace(PLAN, period=Span("2030", date(2030, 1, 1), date(2030, 12, 31)))
    assert [one.check for one in findings_in(early, AROUND)] == ["G5"]


def test_every_check_of_the_method_is_there():
    checks = {check for table in CHECKS.values() for check in table}
    numbered = [("G", 10), ("A", 4), ("K", 13), ("P", 4)]
    assert checks == {f"{letter}{number}" for letter, most in numbered for number in range(1, most + 1)}


def test_a_language_without_word_lists_is_checked_by_what_needs_none():
    goal = replace(GOAL, to={"fi": "Laaditaan lukuohjelma kaikille koululuokille syksyyn mennessä"})
    assert found("G3", goal, Context(TINY)) == []
    assert found("A1", ACTION, Context(TINY), text={"fi": "Lukuohjelma"}) == []


def test_checks_read_by_the_words_of_their_pack():
    goal = replace(GOAL, to={"en": "Buy a chair for everybody who wants to sit down"})
    assert found("G3", goal, Context(TINY)) == ["to"]


TEXT = st.text(max_size=60) | st.sampled_from(
    ["and", "ja ja ja", "Laaditaan ja kehitetään.", "Improve. And improve", "%(word)s", "%", "yes/no", "Ä" * 300]
)
TEXTS = st.dictionaries(st.sampled_from(["fi", "sv", "en", "de"]), TEXT, max_size=3)
NUMBER = st.none() | st.floats() | st.integers(-5, 200)
DAY = st.none() | st.dates()
LEVEL = st.none() | st.integers(-1, 9)
READING = st.builds(Reading, st.floats() | st.integers(0, 100), DAY, TEXT, NUMBER, NUMBER)
METRICS = st.builds(
    Metric,
    st.sampled_from(["m1", "m2"]),
    name=TEXTS,
    definition=TEXTS,
    numerator=TEXTS,
    denominator=TEXTS,
    unit=TEXT | st.just("%"),
    direction=st.sampled_from(["", "more", "less", "keep", "range"]),
    baseline=st.none() | READING,
    baseline_promise=st.none() | st.builds(Promise, TEXT, DAY),
    targets=st.lists(READING, max_size=3).map(tuple),
    range_low=NUMBER,
    range_high=NUMBER,
    frequency=st.sampled_from(["", "monthly", "yearly", "once"]),
    expected_denominator=NUMBER,
    available=st.sampled_from(["", "no"]),
)
ACTIONS = st.builds(
    Action,
    st.sampled_from(["a1", "a2"]),
    text=TEXTS,
    goal=TEXT,
    responsible=TEXT,
    start=DAY,
    end=DAY,
    deliverable=TEXTS,
)
GOALS = st.builds(
    Goal,
    st.sampled_from(["g1", "g2"]),
    from_=TEXTS,
    to=TEXTS,
    objectives=st.lists(st.sampled_from(["1.1", "9.9", ""]), max_size=2).map(tuple),
    level_now=LEVEL,
    level_target=LEVEL,
    why=TEXTS,
    owner=TEXT,
    due=DAY,
    metrics=st.lists(METRICS, max_size=2).map(tuple),
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
)
PLANS = st.builds(
    Plan,
    st.just("p1"),
    period=st.builds(Span, TEXT, DAY, DAY),
    languages=st.sampled_from([(), ("fi",), ("fi", "sv", "en")]),
    goals=st.lists(GOALS, max_size=2).map(tuple),
    loose_actions=st.lists(ACTIONS, max_size=2).map(tuple),
    follow_up=st.lists(st.builds(FollowUp, st.dates()), max_size=1).map(tuple),
)


KEYS = {field.key for of in ("section", "goal", "action", "metric") for field in PACK.fields_of(of)}


@given(PLANS, DAY, st.lists(METRICS, max_size=1).map(tuple))
def test_whatever_people_write_the_checks_answer_in_sentences_that_can_be_said(
    plan: Plan, today: date | None, elsewhere: tuple[Metric, ...]
):
    for finding in findings_in(plan, Context(PACK, today=today, metrics=elsewhere)):
        assert finding.field in KEYS, "advice stands beside a field that there is"
        for message in (finding.words, finding.fix):
            assert (message.id % message.arguments).endswith(".")
            assert not re.search("!|please", message.id)
        assert not re.search(r"\d", finding.fix.id), "a fix never offers a figure that nobody gave"


def test_a_finding_has_no_score():
    assert {field.name for field in fields(Finding)} == {"check", "level", "field", "words", "fix", "about", "language"}
