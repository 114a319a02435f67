"""Attacks on a workshop over the wire, and on what numbers, order and presence might tell."""

from dataclasses import replace
from typing import Any

import pytest

from facilitation.live.commands import OpenStep, RemoveSeat, SetRole
from facilitation.view import keys
from tests.conftest import Clock
from tests.facilitation.world import ADA, EVA, GOALS, IDEAS, NAMES, goal, idea, two_groups, with_ideas
from tests.workshop.desk import Desk
from tests.workshop.test_attacks import asked, sits
from workshop.live.hall import Hall, World
from workshop.live.view import tells, workshop_view

# -- Asks over the wire -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["host", "cohost", "participant", "observer", "screen"])
def test_a_socket_takes_no_seat_and_no_part_by_itself(desk: Desk, role: str):
    ada = desk.seat("ada")
    stranger = "seat-stranger-0001"
    for seat in (stranger, desk.host.seat, ada.seat):
        answer = asked(desk, stranger, "Join", {"seat": seat, "role": role})
        assert (answer["ok"], answer["code"]) == (False, "not_allowed")
    assert not asked(desk, ada.seat, "Join", {"seat": stranger, "role": role})["ok"]
    assert asked(desk, ada.seat, "SetRole", {"seat": ada.seat, "role": role})["code"] == "not_allowed"
    assert stranger not in desk.state.seats


def test_a_participant_does_not_enter_for_others(desk: Desk):
    ada, ben = desk.seat("ada"), desk.seat("ben")
    ideas = desk.step("ideas")
    desk.ask(OpenStep(ideas, ""), desk.host)
    body = {"card": "card-of-ada-0001", "step": ideas, "answers": {"text": "Mine"}, "language": "en"}
    for whose in (ben.seat, ada.seat, "seat-nobody-0001"):
        assert asked(desk, ada.seat, "AddCard", body, **{"for": whose})["code"] == "not_allowed"


def test_an_id_that_was_used_does_nothing_more_whatever_comes_with_it(desk: Desk):
    ada = desk.seat("ada")
    ideas = desk.step("ideas")
    desk.ask(OpenStep(ideas, ""), desk.host)
    body = {"card": "card-of-ada-0001", "step": ideas, "answers": {"text": "First"}, "language": "en"}
    again = {"id": "the-same-id-0000001"}
    assert asked(desk, ada.seat, "AddCard", body, **again)["ok"]
    seq = desk.state.seq
    assert asked(desk, ada.seat, "WithdrawCard", {"card": "card-of-ada-0001"}, **again)["ok"]
    assert desk.state.seq == seq


def test_who_was_removed_or_only_looks_on_changes_nothing(desk: Desk):
    ada, ben = desk.seat("ada"), desk.seat("ben")
    ideas = desk.step("ideas")
    desk.ask(OpenStep(ideas, ""), desk.host)
    desk.ask(RemoveSeat(ada.seat), desk.host)
    desk.ask(SetRole(ben.seat, "observer"), desk.host)
    seq = desk.state.seq
    for seat in (ada.seat, ben.seat):
        body = {"card": f"card-of-{seat}", "step": ideas, "answers": {"text": "Still here"}, "language": "en"}
        assert asked(desk, seat, "AddCard", body)["code"] == "not_allowed"
        assert asked(desk, seat, "Undo", {})["code"] == "not_allowed"
    assert desk.state.seq == seq
    there = sits(desk, ada.seat).client.get(f"/w/{desk.id}")
    assert there.headers["Location"].startswith("/j/")


@pytest.mark.parametrize(
    "said",
    [
        {"id": "short"},
        {"id": "signs that are none of ours"},
        {"type": "Join\n"},
        {"type": "SeatTaken"},
        {"type": "__class__"},
        {"body": {"seat": 1}},
        {"body": {"seat": "seat-ada-0000", "own": True}},
        {"n": "one"},
        {"more": "than asked"},
        {"for": 7},
    ],
)
def test_what_cannot_be_read_is_answered_and_changes_nothing(desk: Desk, said: dict[str, Any]):
    ada = desk.seat("ada")
    seq = desk.state.seq
    answer = asked(desk, ada.seat, "ReviseSeat", {"seat": ada.seat, "language": "fi"}, **said)
    assert (answer["ok"], answer["code"]) == (False, "malformed")
    assert desk.state.seq == seq


# -- What numbers, order and presence tell ----------------------------------------------------------------------------


def test_a_stream_that_is_made_late_does_not_tell_in_which_order_cards_were_written(clock: Clock):
    state = with_ideas().state
    written = [key for key in keys(state, "room") if key.startswith("card:")]
    backwards = {id: state.cards[id] for id in reversed(list(state.cards))}
    for cards in (state.cards, backwards):
        hall = Hall(workshop_view(), world(clock), replace(state, cards=cards), NAMES)
        [part] = hall.stream("room").take(0)
        assert [key for key in part.panels if key.startswith("card:")] == sorted(written)


def world(clock: Clock) -> World:
    return World(
        say=lambda lines, event, body: None,
        later=lambda seconds, act: None,
        sleep=lambda seconds: None,
        clock=lambda: 0.0,
        now=clock,
        epoch=lambda: "epoch",
    )


def test_nobody_is_seen_to_write_on_a_card_that_is_shown_without_who_wrote_it():
    room = with_ideas().open(GOALS).do(goal("goal-0001"), ADA)
    group = room.state.group_of(ADA.seat)
    for where in ("", "idea-ada1:text", "goal-0001:to"):
        assert not tells(room.state, "room", where)
    assert tells(room.state, f"group:{group}", "goal-0001:to")
    assert not tells(room.state, f"group:{group}", "idea-ada1:text")
    assert not tells(room.state, f"group:{group}", "no-such-card:text")


def test_a_group_is_seen_by_name_only_where_it_works_together():
    room = two_groups().open(IDEAS).do(idea("idea-ada1", "Plan purchases"), ADA)
    assert not tells(room.state, "group:group-a", "")
    room.open(GOALS).do(goal("goal-0001"), ADA)
    assert tells(room.state, "group:group-a", "")
    assert not tells(room.state, f"group:{room.state.group_of(EVA.seat)}", "goal-0001:to")
