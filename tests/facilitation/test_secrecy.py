"""What is promised to those who answer: nobody sees their answers, before or after; under five nothing is shown."""

from collections.abc import Callable

import pytest

from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.view import audiences, view
from tests.facilitation.world import (
    ADA,
    CHOICE,
    FAY,
    FIRST,
    IDEAS,
    MATRIX,
    NAMES,
    REVIEW,
    SECOND,
    STATE,
    VOTE,
    Room,
    crowd,
    idea,
)

SCREEN = Asker("seat-wall-001", "screen")
Give = Callable[[int], c.Command]

ANSWERS: dict[str, tuple[str, Give]] = {
    "marks": (STATE, lambda n: c.GiveMark(STATE, FIRST, 1 + n % 5)),
    "no marks": (STATE, lambda n: c.GiveMark(STATE, FIRST, none="dont_know" if n % 2 else "not_applicable")),
    "picks": (STATE, lambda n: c.Pick(STATE, (FIRST, SECOND)[: 1 + n % 2])),
    "dots": (VOTE, lambda n: c.GiveDots(VOTE, "idea-0000", 1 + n % 2)),
    "places": (MATRIX, lambda n: c.PlaceOnMatrix(MATRIX, "idea-0000", 1 + n % 5, 3)),
    "choices": (CHOICE, lambda n: c.Choose(CHOICE, ("Yes" if n % 2 else "No",))),
    "confidence": (REVIEW, lambda n: c.GiveConfidence(REVIEW, 1 + n % 5)),
}


def answering(step: str, give: Give, people: int) -> tuple[Room, list[Asker]]:
    """A room with a screen, an idea to vote on, and so many who have answered."""
    room, askers = crowd(people)
    room.do(c.Join(SCREEN.seat, role="screen"), FAY)
    room.open(IDEAS).do(idea("idea-0000", "Plan"), askers[0]).reveal(IDEAS).open(step)
    for number, asker in enumerate(askers):
        room.do(give(number), asker)
    return room, askers


def seen_by(room: Room, asker: Asker) -> dict[str, dict[str, dict]]:
    return {audience: view(room.state, NAMES, audience) for audience in audiences(room.state, asker.seat)}


@pytest.mark.parametrize("what", ANSWERS)
def test_before_the_reveal_an_answer_changes_nothing_but_a_count_for_anybody_else(what: str):
    step, give = ANSWERS[what]
    room, askers = answering(step, give, 6)
    other = room.copy().do(give(7), askers[5])
    for asker in (*askers[:5], FAY, SCREEN):
        assert seen_by(other, asker) == seen_by(room, asker), "another answer of the same person shows nowhere"
    assert view(room.state, NAMES, f"seat:{askers[5].seat}")[f"mine:{step}"]
    assert f"result:{step}" not in view(room.state, NAMES, "hosts")


@pytest.mark.parametrize("what", ANSWERS)
def test_after_the_reveal_no_seat_stands_beside_an_answer(what: str):
    step, give = ANSWERS[what]
    room, askers = answering(step, give, 6)
    room.reveal(step)
    for audience in ("room", "screen", "hosts"):
        panels = {key: shown for key, shown in view(room.state, NAMES, audience).items() if not key.startswith("seat:")}
        assert not any(asker.seat in repr(panels) for asker in askers)


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_under_five_marks_nothing_is_shown_of_them(people: int):
    room, _ = answering(STATE, lambda n: c.GiveMark(STATE, FIRST, 1 + n), people)
    for number in range(people):
        room.do(c.Pick(STATE, (FIRST,)), Asker(f"seat-{number:05d}"))
    line = (room.reveal(STATE).panel("room", f"result:{STATE}") or {})["statements"][0]
    hidden = ("n", "median", "low", "high", "bins", "dots", "dont_know", "picks", "organisations", "roles", "means")
    assert {key: line[key] for key in hidden} == dict.fromkeys(hidden)


def test_under_five_confidences_none_is_shown():
    room, _ = answering(REVIEW, lambda n: c.GiveConfidence(REVIEW, 1 + n), 4)
    shown = room.reveal(REVIEW).panel("room", f"result:{REVIEW}") or {}
    assert (shown["n"], shown["median"], shown["bins"]) == (None, None, None)


def test_the_levels_of_two_people_swapped_look_the_same():
    """Only how the room's marks spread is shown: who gave which cannot be read from any panel."""
    levels = [1, 2, 3, 4, 5, 5]
    one, _ = answering(STATE, lambda n: c.GiveMark(STATE, FIRST, levels[n]), 6)
    two, _ = answering(STATE, lambda n: c.GiveMark(STATE, FIRST, levels[5 - n]), 6)
    for audience in ("room", "screen", "hosts"):
        assert public(one.reveal(STATE), audience) == public(two.reveal(STATE), audience)


def public(room: Room, audience: str) -> dict[str, dict]:
    return view(room.state, NAMES, audience)


def test_who_comes_goes_or_changes_houses_later_changes_no_result():
    """Otherwise the difference between two results would be one person's answer."""
    room, askers = crowd(6, "Ministry")
    more = [Asker(f"seat-more-{number}") for number in range(5)]
    for asker in more:
        room.do(c.Join(asker.seat, organisation="Agency"), asker)
    room.open(STATE)
    for number, asker in enumerate([*askers, *more]):
        room.do(c.GiveMark(STATE, FIRST, 1 + number % 5), asker)
    before = room.reveal(STATE).panel("room", f"result:{STATE}")
    assert before and before["statements"][0]["organisations"]
    room.do(c.ReviseSeat(more[0].seat, organisation="Ministry"), more[0]).do(c.RemoveSeat(askers[0].seat))
    room.do(c.Join("seat-late-0001"), Asker("seat-late-0001"))
    room.do(c.GiveMark(STATE, FIRST, 5), askers[1])
    assert room.panel("room", f"result:{STATE}") == before


def test_who_was_removed_sees_nothing_any_more():
    room, _ = crowd(2)
    room.do(c.Join(ADA.seat), ADA).do(c.RemoveSeat(ADA.seat))
    assert audiences(room.state, ADA.seat) == ()
    assert room.panel("room", f"seat:{ADA.seat}") is None


def test_hosts_read_hidden_cards_in_threes_without_order_or_author():
    room, askers = crowd(7)
    room.open(IDEAS)
    shown = []
    for number, asker in enumerate(askers):
        room.do(idea(f"idea-{9 - number:04}", f"CANARY-{number}"), asker)
        panel = room.panel("hosts", f"hidden:{IDEAS}") or {}
        shown.append((len(panel["cards"]), panel["waiting"]))
        assert [card["id"] for card in panel["cards"]] == sorted(card["id"] for card in panel["cards"])
        assert not any(each.seat in repr(panel) for each in askers)
    assert shown == [(0, True), (0, True), (3, False), (3, True), (3, True), (6, False), (6, True)]
    room.do(c.CloseStep(IDEAS, IDEAS))
    assert len((room.panel("hosts", f"hidden:{IDEAS}") or {})["cards"]) == 7


def test_hidden_cards_of_a_group_let_ahead_come_in_threes_too():
    room, askers = crowd(3)
    room.do(c.FormGroups("random", 5, "seed")).do(c.LetAhead("group-a", IDEAS))
    room.do(idea("idea-0001", "CANARY"), askers[0])
    assert room.panel("hosts", f"hidden:{IDEAS}") == {"cards": [], "waiting": True}


def test_a_hidden_card_taken_out_is_seen_by_its_author_and_without_one_by_hosts():
    room, askers = crowd(3)
    room.open(IDEAS).do(idea("idea-0001", "CANARY"), askers[0]).do(c.TakeOut("idea-0001", "Names a person"))
    moderated = room.panel("hosts", "card:idea-0001")
    assert moderated and moderated["by"] is None and moderated["at"] is None
    assert askers[0].seat not in repr(moderated)
    mine = room.panel(f"seat:{askers[0].seat}", "card:idea-0001")
    assert mine and mine["taken_out"] == "Names a person"
    assert room.reveal(IDEAS).panel("room", "card:idea-0001") is None
    assert room.do(c.PutBack("idea-0001")).panel("room", "card:idea-0001")
