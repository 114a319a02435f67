"""Agendas against the clock, and the six that the shipped method brings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.agendas import Planned, StepPlan, clock, drift, minute_of, minutes_of, planned
from facilitation.packs import load
from facilitation.steps import KINDS

AGENDAS = {agenda.key: agenda for agenda in load("toimi").agendas}


def step(minutes: int, pinned: str = "", kind: str = "discussion") -> StepPlan:
    return StepPlan(kind, {"en": "Talk"}, {}, minutes, pinned)


def test_steps_follow_one_another_from_the_start():
    assert planned([step(10), step(20)], "9:00") == (Planned(540, 550), Planned(550, 570))


def test_an_agenda_without_steps_takes_no_time():
    assert planned([], "9:00") == ()


def test_the_room_waits_for_a_step_pinned_later():
    minister = planned([step(60), step(20, "10:30")], "9:00")[1]
    assert (clock(minister.begins), minister.gap, minister.overlap) == ("10:30", 30, 0)


def test_a_step_pinned_earlier_squeezes_those_before_it():
    minister = planned([step(100), step(20, "10:30")], "9:00")[1]
    assert (clock(minister.begins), minister.gap, minister.overlap) == ("10:30", 0, 10)


def test_a_pin_on_the_dot_neither_waits_nor_squeezes():
    assert planned([step(90), step(20, "10:30")], "9:00")[1] == Planned(630, 650)


def test_what_follows_a_pin_counts_from_it():
    assert clock(planned([step(60), step(20, "10:30"), step(5)], "9:00")[2].begins) == "10:50"


def test_a_pin_after_midnight_lies_ahead_of_an_evening_start():
    late = planned([step(60), step(20, "00:30")], "23:00")[1]
    assert (late.begins, late.gap) == (24 * 60 + 30, 30)


def test_drift_is_how_much_later_a_step_began_than_planned():
    times = planned([step(10), step(20)], "9:00")
    assert (drift(times, 1, minute_of("9:17")), drift(times, 1, minute_of("9:05"))) == (7, -5)


@pytest.mark.parametrize(("time", "minute"), [("0:00", 0), ("9:30", 570), ("09:30", 570), ("23:59", 1439)])
def test_a_time_of_day_is_minutes_from_midnight(time: str, minute: int):
    assert minute_of(time) == minute


@pytest.mark.parametrize("time", ["", "9", "9.30", "24:00", "9:60", "9:5", "nine", "-1:00"])
def test_anything_else_is_no_time_of_day(time: str):
    with pytest.raises(ValueError, match="not a time of day"):
        minute_of(time)


PINS = st.sampled_from(["", "", "", "08:00", "10:30", "12:00", "23:30"])
STEPS = st.lists(st.builds(step, st.integers(1, 600), PINS), max_size=8)


@given(STEPS, st.integers(0, 24 * 60 - 1))
def test_every_step_has_its_minutes_and_begins_where_the_last_ended_give_or_take_gap_and_overlap(
    steps: list[StepPlan], start: int
):
    free = start
    for one, time in zip(steps, planned(steps, clock(start)), strict=True):
        assert time.ends - time.begins == one.minutes
        assert time.begins == free + time.gap - time.overlap
        assert not (time.gap and time.overlap)
        free = time.ends


@pytest.mark.parametrize(
    ("key", "minutes"),
    [
        ("current_state", 180),
        ("goals", 180),
        ("actions_metrics", 180),
        ("one_day", 360),
        ("half_day", 240),
        ("ninety_minutes", 90),
    ],
)
def test_an_agenda_takes_as_long_as_its_name_says(key: str, minutes: int):
    assert minutes_of(AGENDAS[key].steps) == minutes


@pytest.mark.parametrize("key", AGENDAS)
def test_an_agenda_asks_only_for_kinds_and_options_that_there_are(key: str):
    for one in AGENDAS[key].steps:
        known = {option.key for option in KINDS[one.kind].options}
        assert set(one.options) <= known, one.title["en"]


@pytest.mark.parametrize("key", ["one_day", "half_day", "ninety_minutes"])
def test_an_agenda_of_one_sitting_goes_from_the_current_state_to_the_reviewed_plan(key: str):
    kinds = [one.kind for one in AGENDAS[key].steps if one.kind not in ("briefing", "break", "discussion")]
    assert kinds == ["current_state", "ideas", "vote", "goals", "metrics", "actions", "review"]


@pytest.mark.parametrize("key", AGENDAS)
def test_nobody_sits_longer_than_two_and_a_half_hours_without_a_break(key: str):
    sitting = longest = 0
    for one in AGENDAS[key].steps:
        sitting = 0 if one.kind == "break" else sitting + one.minutes
        longest = max(longest, sitting)
    assert longest <= 155
