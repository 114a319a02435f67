"""Marks, picks, dots, places, choices, confidence: within range, within budget, and nobody else's business."""

import pytest

from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live import events as e
from tests.facilitation.world import (
    ADA,
    BEN,
    CHOICE,
    EVA,
    FAY,
    FIRST,
    IDEAS,
    MATRIX,
    PEOPLE,
    QUESTION,
    REVIEW,
    SECOND,
    STATE,
    STATEMENTS,
    VOTE,
    Room,
    grouped,
    idea,
    joined,
    with_clusters,
)

FOR_ADA = Asker(FAY.seat, "host", ADA.seat)


def at(step: str) -> Room:
    return joined().open(step)


# -- Marks ----------------------------------------------------------------------------------------------------------


def test_a_mark_is_a_level_or_why_there_is_none():
    room = at(STATE)
    assert room.events(c.GiveMark(STATE, FIRST, 3), ADA) == [e.MarkGiven(STATE, FIRST, 3)]
    assert room.events(c.GiveMark(STATE, FIRST, none="dont_know"), ADA) == [
        e.MarkGiven(STATE, FIRST, None, "dont_know")
    ]
    assert room.events(c.GiveMark(STATE, FIRST, 3, "not_applicable"), ADA) == [
        e.MarkGiven(STATE, FIRST, None, "not_applicable")
    ]


def test_the_same_mark_twice_is_nothing_to_do_and_no_mark_takes_it_back():
    room = at(STATE).do(c.GiveMark(STATE, FIRST, 3), ADA)
    assert room.events(c.GiveMark(STATE, FIRST, 3), ADA) == []
    assert room.events(c.GiveMark(STATE, FIRST), ADA) == [e.MarkTakenBack(STATE, FIRST)]
    assert room.events(c.GiveMark(STATE, SECOND), ADA) == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.GiveMark(STATE, FIRST, 6), "out_of_range"),
        (c.GiveMark(STATE, FIRST, 0), "out_of_range"),
        (c.GiveMark(STATE, FIRST, 3, importance=9), "out_of_range"),
        (c.GiveMark(STATE, "unknown", 3), "not_asked"),
        (c.GiveMark(IDEAS, FIRST, 3), "not_asked"),
        (c.GiveMark("nowhere-1", FIRST, 3), "no_such_step"),
        (c.Pick(STATE, tuple(each.id for each in STATEMENTS[:6])), "too_many_picks"),
        (c.Pick(STATE, ("unknown",)), "not_a_choice"),
        (c.Pick(VOTE, (FIRST,)), "not_asked"),
        (c.GiveDots(STATE, "card-0001", 1), "not_asked"),
        (c.PlaceOnMatrix(STATE, "card-0001", 3, 3), "not_asked"),
        (c.Choose(STATE, ("Yes",)), "not_asked"),
        (c.Choose(QUESTION, ("Yes",)), "not_asked"),
        (c.GiveConfidence(STATE, 3), "not_asked"),
    ],
    ids=str,
)
def test_a_step_takes_only_what_it_asks_for(command: c.Command, code: str):
    assert at(STATE).refusal(command, ADA) == code


def test_marks_are_given_while_the_step_is_in_hand():
    assert joined().refusal(c.GiveMark(STATE, FIRST, 3), ADA) == "not_begun"
    assert at(STATE).open(IDEAS).refusal(c.GiveMark(STATE, FIRST, 3), ADA) == "closed"
    assert at(STATE).reveal(STATE).events(c.GiveMark(STATE, FIRST, 3), ADA)
    assert at(STATE).reveal(STATE).refusal(c.Pick(STATE, (FIRST,)), ADA) == "closed"


def test_a_host_marks_only_for_somebody_without_a_device():
    room = at(STATE)
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), FAY) == "not_participant"
    room.do(c.GiveMark(STATE, FIRST, 3), FOR_ADA)
    assert room.state.work[STATE].book[FIRST].keys() == {ADA.seat}
    assert (room.log[-1].by, room.log[-1].for_) == (FAY.seat, ADA.seat)
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), Asker(FAY.seat, "host", "seat-nobody1")) == "no_such_seat"
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), Asker(BEN.seat, "participant", ADA.seat)) == "not_yours"


def test_an_observer_looks_on():
    room = at(STATE).do(c.Join("seat-obs-0001", role="observer"), FAY)
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), Asker("seat-obs-0001", "observer")) == "not_participant"


# -- Picks ----------------------------------------------------------------------------------------------------------


def test_picks_are_few_and_each_counts_once():
    room = at(STATE)
    assert room.events(c.Pick(STATE, (FIRST, SECOND, FIRST)), ADA) == [e.StatementsPicked(STATE, (FIRST, SECOND))]
    room.do(c.Pick(STATE, (FIRST, SECOND)), ADA)
    assert room.events(c.Pick(STATE, (FIRST, SECOND)), ADA) == []
    assert room.do(c.Pick(STATE, ()), ADA).state.work[STATE].picks == {}


# -- Dots -----------------------------------------------------------------------------------------------------------


def voting() -> Room:
    return with_clusters().open(VOTE)


def test_dots_stay_within_the_budget_of_a_person():
    room = voting().do(c.GiveDots(VOTE, "clus-0001", 2), ADA).do(c.GiveDots(VOTE, "idea-eva1", 1), ADA)
    assert room.refusal(c.GiveDots(VOTE, "idea-eva1", 2), ADA) == "no_dots_left"
    room.do(c.GiveDots(VOTE, "clus-0001", 1), ADA).do(c.GiveDots(VOTE, "idea-eva1", 2), ADA)
    assert room.state.work[VOTE].dots == {ADA.seat: {"clus-0001": 1, "idea-eva1": 2}}


def test_at_most_two_dots_lie_on_one_card():
    assert voting().refusal(c.GiveDots(VOTE, "clus-0001", 3), ADA) == "too_many_on_one"
    assert voting().refusal(c.GiveDots(VOTE, "clus-0001", -1), ADA) == "too_many_on_one"


def test_dots_lie_on_what_is_on_the_ballot():
    room = voting()
    assert [*(room.panel("room", f"ballot:{VOTE}") or {})["cards"]] == ["clus-0001", "idea-eva1"]
    assert room.refusal(c.GiveDots(VOTE, "idea-ada1", 1), ADA) == "not_on_ballot"
    assert room.refusal(c.GiveDots(VOTE, "idea-none", 1), ADA) == "no_such_card"


def test_a_dot_given_and_taken_leaves_nothing():
    room = voting().do(c.GiveDots(VOTE, "clus-0001", 1), ADA)
    assert room.events(c.GiveDots(VOTE, "clus-0001", 1), ADA) == []
    assert room.do(c.GiveDots(VOTE, "clus-0001", 0), ADA).state.work[VOTE].dots == {}
    assert room.events(c.GiveDots(VOTE, "clus-0001", 0), ADA) == []


def test_dots_on_a_card_that_is_gone_are_free_again():
    room = voting().do(c.GiveDots(VOTE, "idea-eva1", 2), ADA).do(c.TakeOut("idea-eva1"))
    assert room.events(c.GiveDots(VOTE, "clus-0001", 2), ADA)


def test_a_third_as_many_dots_as_options_but_three_to_six():
    room = grouped().do(c.SetOption(IDEAS, "each", 100)).open(IDEAS)
    for number in range(15):
        room.do(idea(f"idea-{number:04}", f"Idea {number}"), PEOPLE[number % 3])
    room.reveal(IDEAS).open(VOTE)
    assert (room.panel("room", f"ballot:{VOTE}") or {})["budget"] == 5


# -- The matrix -----------------------------------------------------------------------------------------------------


def test_a_card_is_placed_by_importance_and_feasibility():
    room = with_clusters().open(MATRIX).do(c.PlaceOnMatrix(MATRIX, "clus-0001", 5, 2), ADA)
    assert room.state.work[MATRIX].places == {ADA.seat: {"clus-0001": (5, 2)}}
    assert room.events(c.PlaceOnMatrix(MATRIX, "clus-0001", 5, 2), ADA) == []
    assert room.refusal(c.PlaceOnMatrix(MATRIX, "clus-0001", 0, 2), ADA) == "out_of_range"
    assert room.refusal(c.PlaceOnMatrix(MATRIX, "clus-0001", 1, 6), ADA) == "out_of_range"
    assert room.refusal(c.PlaceOnMatrix(MATRIX, "idea-ada1", 1, 1), ADA) == "not_on_ballot"


def test_dots_and_matrix_are_two_forms_and_not_mixed():
    assert with_clusters().open(MATRIX).refusal(c.GiveDots(MATRIX, "clus-0001", 1), ADA) == "not_asked"
    assert voting().refusal(c.PlaceOnMatrix(VOTE, "clus-0001", 1, 1), ADA) == "not_asked"


# -- Choices and confidence -----------------------------------------------------------------------------------------


def test_a_choice_is_one_of_those_offered():
    room = at(CHOICE)
    assert room.events(c.Choose(CHOICE, ("Yes",)), ADA) == [e.ChoiceMade(CHOICE, ("Yes",))]
    assert room.refusal(c.Choose(CHOICE, ("Maybe",)), ADA) == "not_a_choice"
    assert room.refusal(c.Choose(CHOICE, ("Yes", "No")), ADA) == "too_many_picks"
    assert room.do(c.Choose(CHOICE, ("Yes",)), ADA).events(c.Choose(CHOICE, ("Yes",)), ADA) == []


def test_confidence_is_from_one_to_five_with_what_would_raise_it():
    room = at(REVIEW)
    assert room.events(c.GiveConfidence(REVIEW, 4, " More time "), ADA) == [e.ConfidenceGiven(REVIEW, 4, "More time")]
    assert room.refusal(c.GiveConfidence(REVIEW, 6), ADA) == "out_of_range"
    assert room.refusal(c.GiveConfidence(REVIEW, 3, "x" * 501), ADA) == "too_long"
    assert room.do(c.GiveConfidence(REVIEW, 4), ADA).events(c.GiveConfidence(REVIEW, 4), ADA) == []


# -- Nobody else's business -----------------------------------------------------------------------------------------


def test_how_many_have_answered_is_a_number_for_everybody_and_never_who():
    room = at(CHOICE).do(c.Choose(CHOICE, ("Yes",)), ADA)
    assert room.panel("screen", f"answered:{CHOICE}") == {"given": 1, "of": 3}
    assert room.panel("room", f"answered:{CHOICE}") == {"given": 1, "of": 3}
    assert room.panel("room", f"answered:{STATE}") is None


def test_a_state_is_answered_when_every_statement_is():
    room = joined().do(c.SetOption(STATE, "statements", [FIRST, SECOND])).open(STATE)
    room.do(c.GiveMark(STATE, FIRST, 3), EVA)
    assert room.panel("room", f"answered:{STATE}") == {"given": 0, "of": 3}
    room.do(c.GiveMark(STATE, SECOND, none="dont_know"), EVA)
    assert room.panel("room", f"answered:{STATE}") == {"given": 1, "of": 3}
