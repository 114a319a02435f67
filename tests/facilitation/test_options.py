"""The table of options: when each may be changed, and what becomes of what was given. Rules and table agree."""

from dataclasses import replace

import pytest

from facilitation.live import commands as c
from facilitation.live.rules import seating
from facilitation.steps import KINDS
from facilitation.steps.deeds import MERGE_GROUPS
from facilitation.steps.kind import Option, Step, Value
from facilitation.steps.phases import BEFORE_OPENING, FIRST_COUNT, PHASES, SET_ASIDE, SHOWS_NAMES, STAYS
from tests.facilitation.world import (
    ADA,
    EVA,
    GOALS,
    IDEAS,
    QUESTION,
    STATE,
    SYSTEM,
    Room,
    goal,
    grouped,
    two_groups,
)

EVERY = [(kind.key, option, phase) for kind in KINDS.values() for option in kind.options for phase in PHASES]


def another(option: Option) -> Value:
    """Some allowed value that is not the default."""
    if option.choices:
        return next(choice for choice in option.choices if choice != option.default)
    match option.default:
        case bool():
            return not option.default
        case int() | None:
            return 1 if option.default != 1 else 2
        case list():
            return ["Maybe"]
        case dict():
            return {"en": "Welcome"}
        case _:
            return "Welcome"


def at(kind: str, phase: str) -> Room:
    """A workshop whose only step of the kind is in that phase."""
    room = Room().do(c.SetAgenda((Step("the-step-1", kind), Step("the-other", "break"))), SYSTEM)
    if phase != "waiting":
        room.open("the-step-1")
    if phase == "revealed":
        room.reveal("the-step-1")
    if phase == "closed":
        room.open("the-other")
    assert room.state.work["the-step-1"].phase == phase
    return room


@pytest.mark.parametrize(("kind", "option", "phase"), EVERY, ids=lambda each: getattr(each, "key", each))
def test_an_option_changes_only_in_the_phases_of_its_row(kind: str, option: Option, phase: str):
    change = c.SetOption("the-step-1", option.key, another(option))
    if phase in option.phases:
        room = at(kind, phase).do(change)
        assert room.state.steps["the-step-1"].options[option.key] == another(option)
        assert room.events(change) == []
    else:
        assert at(kind, phase).refusal(change) == "too_late"


def test_every_row_says_what_becomes_of_what_was_given():
    said = {option.given for kind in KINDS.values() for option in kind.options}
    assert said == {STAYS, SET_ASIDE, FIRST_COUNT, SHOWS_NAMES}


def two_groups_at(phase: str) -> Room:
    room = two_groups()
    if phase != "waiting":
        room.open(IDEAS)
    if phase == "revealed":
        room.reveal(IDEAS)
    if phase == "closed":
        room.do(c.CloseStep(IDEAS, IDEAS))
    return room


@pytest.mark.parametrize("phase", PHASES)
def test_groups_merge_only_in_the_phases_of_their_row(phase: str):
    room, merge = two_groups_at(phase), c.MergeGroups("group-bb-01", "group-a")
    if phase in MERGE_GROUPS.phases:
        assert list(room.do(merge).state.groups) == ["group-a"]
    else:
        assert room.refusal(merge) == "too_late"


def test_a_row_that_allowed_less_would_be_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(seating, "MERGE_GROUPS", replace(MERGE_GROUPS, phases=BEFORE_OPENING))
    merge = c.MergeGroups("group-bb-01", "group-a")
    assert two_groups_at("waiting").events(merge)
    assert two_groups_at("open").refusal(merge) == "too_late"


def test_the_row_of_merged_groups_says_what_becomes_of_what_was_given():
    assert "people, cards and notes of both groups are together" in MERGE_GROUPS.given
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(goal("goal-0002"), EVA)
    room.do(c.MergeGroups("group-bb-01", "group-a"))
    assert room.panel("group:group-a", "card:goal-0001")
    assert room.panel("group:group-a", "card:goal-0002")
    assert room.events(c.ReviseCard("goal-0001", "to", "Ours now", "Improve", "en"), EVA)


@pytest.mark.parametrize(
    ("step", "option", "value", "code"),
    [
        (IDEAS, "music", True, "no_such_option"),
        (IDEAS, "each", "three", "not_a_choice"),
        (IDEAS, "each", 101, "not_a_choice"),
        (IDEAS, "each", True, "not_a_choice"),
        (IDEAS, "authors", "everybody", "not_a_choice"),
        (STATE, "statements", ["unknown"], "not_a_choice"),
        (STATE, "statements", "some", "not_a_choice"),
        (QUESTION, "choices", ["x" * 300], "not_a_choice"),
        ("nowhere-1", "each", 3, "no_such_step"),
    ],
)
def test_an_option_takes_only_values_of_its_sort(step: str, option: str, value: Value, code: str):
    assert grouped().refusal(c.SetOption(step, option, value)) == code
