"""Checks on actions: something one does, somebody's, in time, with something to show."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.quality import findings
from facilitation.shapes import Milestone
from tests.facilitation.quality_world import ACTION, AROUND, GOAL, found

FOR_THE_GOAL = replace(AROUND, goal=GOAL)


def test_nothing_is_said_about_an_action_with_which_nothing_is_wrong():
    assert findings(ACTION, FOR_THE_GOAL) == ()


@pytest.mark.parametrize(
    "texts",
    [{"fi": "Hankintojen vuosikello"}, {"sv": "Ett årshjul för upphandlingar"}, {"en": "Training for buyers"}],
)
def test_a1_asks_for_a_verb_first(texts: dict[str, str]):
    assert found("A1", ACTION, text=texts) == ["what"]


@pytest.mark.parametrize(
    "texts",
    [
        {"fi": "Laaditaan vuosikello"},
        {"fi": "Kilpailutetaan siivous uudelleen"},
        {"fi": "Me sovimme vastuista"},
        {"sv": "Utarbeta ett årshjul"},
        {"sv": "Digitalisera avtalen"},
        {"sv": "Vi avtalar om ansvaret"},
        {"en": "Draft a calendar"},
        {"en": "We agree who answers for what"},
    ],
)
def test_a1_knows_a_verb_when_it_reads_one(texts: dict[str, str]):
    assert found("A1", ACTION, text=texts) == []


def test_a1_only_warns_of_a_missing_verb_since_no_list_knows_them_all():
    levels = {one.level for one in findings(replace(ACTION, text={"en": "Training"}), AROUND)}
    assert levels == {"warn"}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"responsible": ""}, "responsible"),
        ({"start": None}, "start"),
        ({"end": None}, "end"),
        ({"start": date(2027, 7, 1)}, "end"),
        ({"end": date(2029, 1, 1)}, "end"),
    ],
)
def test_a1_stops_an_action_that_is_nobodys_or_out_of_time(wrong: dict[str, Any], field: str):
    assert [(one.field, one.level) for one in findings(replace(ACTION, **wrong), FOR_THE_GOAL)] == [(field, "stop")]


def test_a1_allows_an_action_of_one_day_and_one_that_ends_with_its_goal():
    assert found("A1", ACTION, FOR_THE_GOAL, start=ACTION.end) == []
    assert found("A1", ACTION, FOR_THE_GOAL, end=GOAL.due) == []


def busy(count: int, **other: Any):
    return replace(AROUND, actions=tuple(replace(ACTION, id=f"b{n}", **other) for n in range(count)))


def test_a2_finds_an_owner_with_more_than_four_actions_at_once():
    assert found("A2", ACTION, busy(4)) == ["responsible"]
    assert found("A2", ACTION, busy(4, responsible=" purchasing  UNIT")) == ["responsible"]


def test_a2_is_silent_about_four_and_about_those_of_others_or_of_another_time():
    assert found("A2", ACTION, busy(3)) == []
    assert found("A2", ACTION, busy(9, responsible="Finance")) == []
    assert found("A2", ACTION, busy(9, start=date(2027, 7, 1), end=date(2027, 8, 1))) == []
    assert found("A2", ACTION, busy(9, end=None)) == []
    assert found("A2", ACTION, busy(9), responsible="") == []


def test_a2_counts_what_runs_on_one_day_and_not_what_follows_one_another():
    months = tuple(
        replace(ACTION, id=f"b{month}", start=date(2027, month, 1), end=date(2027, month, 28)) for month in range(1, 7)
    )
    assert found("A2", ACTION, replace(AROUND, actions=months)) == []


def test_a3_asks_what_tells_that_it_is_done():
    assert found("A3", ACTION, deliverable={}) == ["deliverable"]


def test_a3_is_content_with_a_milestone():
    assert found("A3", ACTION, deliverable={}, milestones=(Milestone({"en": "Half of it"}),)) == []


def test_a4_finds_an_action_of_no_goal():
    assert found("A4", ACTION, goal="") == ["goal"]


def test_a4_is_silent_when_the_goal_is_known_either_way():
    assert found("A4", ACTION) == []
    assert found("A4", ACTION, FOR_THE_GOAL, goal="") == []
