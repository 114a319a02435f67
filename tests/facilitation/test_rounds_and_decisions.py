"""Rounds in a step are begun and closed; what the room decides is written down with its reason."""

from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live import events as e
from tests.facilitation.world import (
    ADA,
    BEN,
    FAY,
    FIRST,
    IDEAS,
    PEOPLE,
    SECOND,
    STATE,
    VOTE,
    grouped,
    idea,
    joined,
    marked,
    with_clusters,
)

# -- Phases ---------------------------------------------------------------------------------------------------------


# -- Rounds ---------------------------------------------------------------------------------------------------------


def test_a_blind_round_begins_blank_and_keeps_round_one():
    room, askers = marked([1, 1, 5, 5, 5])
    room.reveal(STATE).do(c.StartRound(STATE, (FIRST,)))
    assert room.panel(f"seat:{askers[0].seat}", f"mine:{STATE}") is None
    for asker in askers:
        room.do(c.GiveMark(STATE, FIRST, 3), asker)
    shown = room.panel("room", f"result:{STATE}")
    assert shown and shown["rounds"] == 1 and shown["statements"][0]["median"] == 5
    shown = room.reveal(STATE).panel("room", f"result:{STATE}")
    assert shown and shown["rounds"] == 2
    assert shown["statements"][0]["median"] == 3
    assert shown["statements"][0]["earlier"]["median"] == 5


def test_a_round_leaves_the_other_statements_as_they_were():
    room, askers = marked([1, 1, 5, 5, 5])
    for asker in askers:
        room.do(c.GiveMark(STATE, SECOND, 2), asker)
    room.reveal(STATE).do(c.StartRound(STATE, (FIRST,))).reveal(STATE)
    shown = room.panel("room", f"result:{STATE}")
    assert shown and shown["statements"][1]["median"] == 2
    assert shown["statements"][1]["earlier"] is None


def test_a_mark_that_comes_after_the_reveal_waits_for_the_next_round():
    room, askers = marked([3] * 5)
    late = Asker("seat-late-01")
    room.do(c.Join(late.seat), late).reveal(STATE).do(c.GiveMark(STATE, FIRST, 1), late)
    shown = room.panel("room", f"result:{STATE}")
    assert shown and shown["statements"][0]["n"] == 5
    room.do(c.StartRound(STATE, (FIRST,)))
    assert room.state.work[STATE].book[FIRST].keys() == {late.seat}
    for asker in askers:
        room.do(c.GiveMark(STATE, FIRST, 4), asker)
    shown = room.reveal(STATE).panel("room", f"result:{STATE}")
    assert shown and shown["statements"][0]["n"] == 6


def test_a_step_merely_opened_again_takes_late_marks_in_and_is_no_second_round():
    room, _ = marked([3] * 5)
    late = Asker("seat-late-01")
    room.do(c.Join(late.seat), late).reveal(STATE).open(STATE).do(c.GiveMark(STATE, FIRST, 1), late)
    assert (room.panel("room", f"step:{STATE}") or {})["round"] == 1
    shown = room.reveal(STATE).panel("room", f"result:{STATE}")
    assert shown and (shown["rounds"], shown["statements"][0]["n"]) == (1, 6)
    assert shown["statements"][0]["earlier"] is None


def test_opened_again_after_a_second_round_the_first_still_stands():
    room, askers = marked([1, 1, 5, 5, 5])
    room.reveal(STATE).do(c.StartRound(STATE, (FIRST,)))
    for asker in askers:
        room.do(c.GiveMark(STATE, FIRST, 3), asker)
    room.reveal(STATE).open(STATE).do(c.GiveMark(STATE, FIRST, 4), askers[0])
    room.do(c.GiveMark(STATE, SECOND, 2), askers[0])
    shown = room.reveal(STATE).panel("room", f"result:{STATE}")
    assert shown and shown["rounds"] == 2
    assert shown["statements"][0]["earlier"]["median"] == 5
    assert (room.panel("room", f"step:{STATE}") or {})["round"] == 2
    assert room.state.work[STATE].rounds[0].book[SECOND].keys() == {askers[0].seat}


def test_a_round_is_asked_by_a_host_or_the_decider_after_a_reveal():
    room = grouped().open(STATE)
    again = c.StartRound(STATE, (FIRST,))
    assert room.refusal(again) == "not_revealed"
    room.reveal(STATE)
    assert room.refusal(again, BEN) == "not_decider"
    assert room.events(again, ADA) == [e.RoundStarted(STATE, (FIRST,))]
    assert room.refusal(c.StartRound(STATE, ())) == "not_a_choice"
    assert room.refusal(c.StartRound(STATE, ("unknown",))) == "not_a_choice"
    assert room.refusal(c.StartRound(IDEAS, (FIRST,))) == "not_asked"


def test_a_blind_round_asks_everybody_for_their_word_again():
    room = grouped().open(STATE).do(c.MarkReady(STATE), ADA).reveal(STATE).do(c.StartRound(STATE, (FIRST,)))
    step = room.panel("room", f"step:{STATE}")
    assert step and (step["round"], step["again"], step["phase"]) == (2, [FIRST], "open")
    assert room.state.work[STATE].ready == frozenset()


# -- Decisions ------------------------------------------------------------------------------------------------------


def test_the_room_s_level_is_agreed_by_its_decider_or_written_by_a_host():
    room = grouped().open(STATE).do(c.AgreeLevel(STATE, FIRST, 2, 4, "We said so"), ADA)
    assert room.panel("screen", f"agreed:{STATE}") == {
        FIRST: {"level": 2, "target": 4, "reason": "We said so", "source": ""}
    }
    assert room.events(c.AgreeLevel(STATE, FIRST, 2, 4, "We said so"), FAY) == []
    assert room.refusal(c.AgreeLevel(STATE, FIRST, 3), BEN) == "not_decider"
    assert room.refusal(c.AgreeLevel(STATE, FIRST, 6)) == "out_of_range"
    assert room.refusal(c.AgreeLevel(STATE, FIRST, 3, 0)) == "out_of_range"
    assert room.refusal(c.AgreeLevel(STATE, "unknown", 3)) == "not_a_choice"
    assert room.refusal(c.AgreeLevel(IDEAS, FIRST, 3)) == "not_asked"


def test_the_decider_draws_the_line_with_a_reason():
    room = with_clusters().open(VOTE).reveal(VOTE)
    line = c.Decide("decision-1", VOTE, "We plan first", ("clus-0001",), "Most dots")
    assert room.refusal(line, BEN) == "not_decider"
    made = room.do(line, ADA).panel("screen", "decision:decision-1")
    assert made and (made["cards"], made["reason"]) == (["clus-0001"], "Most dots")
    assert room.refusal(line, ADA) == "id_taken"


def test_a_decision_is_about_what_everybody_sees():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA)
    assert room.refusal(c.Decide("decision-1", IDEAS, "x", ("idea-ada1",)), ADA) == "hidden"
    assert room.refusal(c.Decide("decision-1", IDEAS, "x", ("idea-none",)), ADA) == "no_such_card"
    assert room.refusal(c.Decide("decision-1", "nowhere-1", "x"), ADA) == "no_such_step"
    assert room.refusal(c.Decide("decision-1", IDEAS, " "), ADA) == "empty"


def test_with_no_decider_named_only_hosts_decide():
    room = joined().open(STATE)
    for asker in PEOPLE:
        assert room.refusal(c.AgreeLevel(STATE, FIRST, 2), asker) == "not_decider"
    assert room.events(c.AgreeLevel(STATE, FIRST, 2), FAY)
