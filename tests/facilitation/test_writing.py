"""Cards are added: by whom, where, with which answers, and what is refused."""

import pytest

from facilitation import limits
from facilitation.live import commands as c
from facilitation.live.state import Card, Workshop
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    BRIEFING,
    CHOICE,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    METRICS,
    MORNING,
    QUESTION,
    REVIEW,
    STATE,
    TALK,
    VOTE,
    Room,
    action,
    goal,
    grouped,
    idea,
    joined,
    metric,
    two_groups,
    with_goal,
)

TO = "Everybody plans purchases a year ahead"


def revise(value: str, base: str = TO, field: str = "to", language: str = "en") -> c.ReviseCard:
    return c.ReviseCard("goal-0001", field, value, base, language)


def said(room: Room, card: str, field: str, language: str = "en") -> str:
    face = room.panel("group:group-a", f"card:{card}") or room.panel("room", f"card:{card}") or {}
    return face["answers"][field]["texts"][language]["text"]


# -- Adding ---------------------------------------------------------------------------------------------------------


def test_a_card_is_its_author_s_alone_until_shown():
    room = two_groups().open(IDEAS).do(idea("idea-ada1", " Plan "), ADA)
    assert room.panel(f"seat:{ADA.seat}", "card:idea-ada1")
    for audience in ("room", "screen", "hosts", "group:group-a", f"seat:{BEN.seat}"):
        assert room.panel(audience, "card:idea-ada1") is None


def test_a_group_s_card_is_its_group_s_until_shown():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    assert room.panel("group:group-a", "card:goal-0001")
    for audience in ("room", "screen", "hosts", "group:group-bb-01", f"seat:{ADA.seat}"):
        assert room.panel(audience, "card:goal-0001") is None


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.AddCard("card-0001", "nowhere-1", {"text": "x"}, "en"), "no_such_step"),
        (c.AddCard("card-0001", IDEAS, {"text": " "}, "en"), "empty"),
        (c.AddCard("card-0001", IDEAS, {}, "en"), "empty"),
        (c.AddCard("card-0001", IDEAS, {"text": "x" * 281}, "en"), "too_long"),
        (c.AddCard("card-0001", IDEAS, {"text": 5}, "en"), "not_text"),
        (c.AddCard("card-0001", IDEAS, {"text": "x", "mood": "y"}, "en"), "no_such_field"),
        (c.AddCard("card-0001", IDEAS, {"text": "x"}, "de"), "not_a_choice"),
        (c.AddCard("card", IDEAS, {"text": "x"}, "en"), "id_taken"),
        (c.AddCard("card-0001", VOTE, {}, "en"), "not_asked"),
        (c.AddCard("card-0001", BRIEFING, {}, "en"), "not_asked"),
        (c.AddCard("card-0001", CHOICE, {"text": "x"}, "en"), "not_asked"),
        (c.AddCard("card-0001", GOALS, {"name": "x"}, "en", kind="cluster"), "not_asked"),
        (c.AddCard("card-0001", "", {"name": "x"}, "en", kind="cluster"), "not_asked"),
        (c.AddCard("card-0001", GOALS, {"to": "x"}, "en"), "not_begun"),
        (c.AddCard("card-0001", IDEAS, {"text": "x"}, "en", cluster="clus-none"), "no_such_card"),
        (c.AddCard("card-0001", IDEAS, {"text": "x"}, "en", cluster="idea-ada1"), "wrong_cluster"),
    ],
    ids=str,
)
def test_a_card_that_does_not_fit_is_refused_with_its_reason(command: c.AddCard, code: str):
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA)
    assert room.refusal(command, BEN) == code


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("due", "soon", "not_a_day"),
        ("due", "2027-02-30", "not_a_day"),
        ("level_now", 6, "out_of_range"),
        ("level_now", True, "out_of_range"),
        ("scope", "everything", "not_a_choice"),
        ("objectives", [1], "not_a_choice"),
        ("objectives", ["x"] * 11, "not_a_choice"),
        ("built_on", "idea-none", "not_a_choice"),
        ("owner", "x" * 121, "too_long"),
        ("owner", 7, "not_text"),
    ],
)
def test_every_field_takes_only_its_own_sort(field: str, value: object, code: str):
    assert grouped().open(GOALS).refusal(goal("goal-0001", TO, **{field: value}), ADA) == code


def test_a_figure_is_a_finite_number():
    room = with_goal().open(METRICS)
    assert room.refusal(metric("metr-0001", baseline=float("nan")), ADA) == "not_a_number"
    assert room.refusal(metric("metr-0001", baseline=True), ADA) == "not_a_number"
    assert room.refusal(metric("metr-0001", baseline=-1.7e308), ADA) == "not_a_number", "no axis holds it"
    assert room.events(metric("metr-0001", baseline=12.5), ADA)
    assert room.refusal(c.AddCard("metr-0001", METRICS, {"name": "x", "library": 3}, "en"), ADA) == "not_text"


def test_metrics_and_actions_are_bound_to_a_goal_that_is_there():
    assert with_goal().open(METRICS).refusal(metric("metr-0001", "goal-none"), ADA) == "not_a_choice"
    assert with_goal().open(ACTIONS).events(action("actn-0001"), ADA)


def test_a_person_has_so_many_cards_and_a_group_so_many():
    room = grouped().open(IDEAS)
    for number in range(3):
        room.do(idea(f"idea-{number:04}", "x"), ADA)
    assert room.refusal(idea("idea-0009", "x"), ADA) == "no_cards_left"
    assert room.events(idea("idea-0009", "x"), BEN)
    assert room.do(c.WithdrawCard("idea-0000"), ADA).events(idea("idea-0009", "x"), ADA)
    assert with_goal().refusal(goal("goal-0002"), BEN) == "no_cards_left"


def test_a_goal_has_as_many_metrics_and_actions_as_it_needs():
    room = with_goal().open(METRICS)
    for number in range(4):
        room.do(metric(f"metr-{number:04}"), ADA)
    assert len(room.state.cards_in("metric")) == 4


def test_examples_are_few_a_person():
    room = grouped().open(STATE)
    for number in range(3):
        room.do(c.AddCard(f"example-{number}", STATE, {"statement": FIRST, "text": "x"}, "en"), ADA)
    again = c.AddCard("example-9", STATE, {"statement": FIRST, "text": "x"}, "en")
    assert room.refusal(again, ADA) == "no_cards_left"
    unknown = c.AddCard("example-9", STATE, {"statement": "unknown", "text": "x"}, "en")
    assert room.refusal(unknown, BEN) == "not_a_choice"


def test_a_workshop_holds_so_many_cards():
    cards = {
        f"card-{number:05}": Card(f"card-{number:05}", IDEAS, "idea", "x", "x", MORNING, {}, "en")
        for number in range(limits.CARDS)
    }
    room = grouped().open(IDEAS)
    full = Room(Workshop(steps=room.state.steps, work=room.state.work, seats=room.state.seats, cards=cards))
    assert full.refusal(idea("idea-0001", "x"), ADA) == "full"


def test_anything_may_be_parked_at_any_time_and_is_seen_by_all():
    room = joined().do(c.AddCard("park-0001", "", {"text": "Coffee"}, "en"), ADA)
    assert (room.panel("room", "card:park-0001") or {})["kind"] == "parked"
    assert room.events(c.WithdrawCard("park-0001"), ADA)


def test_only_who_sits_in_a_group_writes_for_it():
    assert joined().open(GOALS).refusal(goal("goal-0001"), ADA) == "no_group"
    room = two_groups().open(GOALS).do(c.AddCard("goal-0001", GOALS, {"to": "x"}, "en", group="group-bb-01"), FAY)
    assert room.state.cards["goal-0001"].group == "group-bb-01"


def test_notes_and_points_are_shown_as_they_are_written():
    room = joined().open(TALK).do(c.AddCard("note-0001", TALK, {"text": "x"}, "en"), ADA)
    assert room.panel("room", "card:note-0001")
    room.open(QUESTION).do(c.AddCard("answ-0001", QUESTION, {"text": "x"}, "en"), ADA)
    assert room.panel("room", "card:answ-0001") is None
    assert (
        room.open(REVIEW).do(c.AddCard("poin-0001", REVIEW, {"text": "x"}, "en"), ADA).panel("room", "card:poin-0001")
    )
