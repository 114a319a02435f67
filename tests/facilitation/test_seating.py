"""Who is in the room and in which group: joining, parts, groups, proxies, two seats of one person."""

import pytest

from facilitation import limits
from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live import events as e
from facilitation.live.state import Seat, Workshop
from facilitation.view import audiences
from tests.facilitation.world import (
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    GUS,
    IDEAS,
    PEOPLE,
    STATE,
    VOTE,
    Room,
    goal,
    grouped,
    idea,
    joined,
    seats,
    set_up,
    two_groups,
    with_clusters,
)

NEW = Asker("seat-new-00001")


def sitting(room: Room) -> dict[str, str | None]:
    return {seat.id: seat.group for seat in room.state.people}


# -- Joining --------------------------------------------------------------------------------------------------------


def test_who_joins_takes_a_seat_of_their_own():
    room = set_up().do(c.Join(ADA.seat, "fi", "remote", " Ministry ", "management"), ADA)
    assert room.state.seats[ADA.seat] == Seat(ADA.seat, "participant", "remote", "fi", "Ministry", "management")
    assert room.refusal(c.Join(ADA.seat), ADA) == "id_taken"
    assert room.refusal(c.Join(NEW.seat), ADA) == "not_yours"
    assert room.refusal(c.Join("short"), Asker("short")) == "id_taken"
    assert room.refusal(c.Join(NEW.seat, organisation="x" * 200), NEW) == "too_long"


def test_only_a_host_brings_in_a_screen_an_observer_or_a_host():
    for role in ("screen", "observer", "cohost", "host"):
        assert set_up().refusal(c.Join(NEW.seat, role=role), NEW) == "not_host"
        assert set_up().events(c.Join(NEW.seat, role=role), FAY)


def test_a_host_takes_a_seat_for_somebody_without_a_device():
    room = set_up().do(c.Join(NEW.seat, place="phone"), FAY)
    assert room.state.seats[NEW.seat].role == "participant"


def test_a_full_workshop_takes_nobody_more():
    crowded = {asker.seat: Seat(asker.seat, "participant", "room", "en", "", "") for asker in seats(limits.SEATS)}
    assert Room(Workshop(seats=crowded)).refusal(c.Join(NEW.seat), NEW) == "full"


def test_who_comes_after_the_groups_were_formed_sits_in_the_smallest_at_once():
    room = two_groups().do(c.Join(NEW.seat), NEW)
    assert room.state.seats[NEW.seat].group == "group-bb-01"
    assert (room.panel("room", "group:group-bb-01") or {})["size"] == 2


def test_who_comes_late_from_elsewhere_is_not_put_at_a_table():
    room = grouped().do(c.Join(NEW.seat, place="remote"), NEW)
    assert room.state.seats[NEW.seat].group is None


def test_who_comes_late_is_placed_the_way_the_groups_were_formed():
    room = set_up()
    for number, asker in enumerate(seats(8)):
        room.do(c.Join(asker.seat, "fi" if number < 4 else "sv"), asker)
    room.do(c.FormGroups("language", 4, "seed")).do(c.PutInGroup("seat-00000", None))
    fi, sv = room.state.seats["seat-00001"].group, room.state.seats["seat-00005"].group
    assert fi != sv
    assert room.do(c.Join(NEW.seat, "sv"), NEW).state.seats[NEW.seat].group == sv


# -- Seats ----------------------------------------------------------------------------------------------------------


def test_one_s_own_seat_is_one_s_own_to_revise_and_the_host_s():
    room = joined()
    assert room.refusal(c.ReviseSeat(ADA.seat, language="sv"), BEN) == "not_yours"
    room.do(c.ReviseSeat(ADA.seat, language="sv"), ADA).do(c.ReviseSeat(ADA.seat, organisation="Agency"), FAY)
    seat = room.state.seats[ADA.seat]
    assert (seat.language, seat.organisation, seat.role_group) == ("sv", "Agency", "management")
    assert room.refusal(c.ReviseSeat("seat-nobody1"), FAY) == "no_such_seat"
    assert room.refusal(c.ReviseSeat(ADA.seat, role_group="x" * 99), ADA) == "too_long"


def test_nobody_gives_up_their_own_part_or_removes_themselves():
    room = joined()
    assert room.refusal(c.SetRole(FAY.seat, "participant")) == "own_seat"
    assert room.refusal(c.RemoveSeat(FAY.seat)) == "own_seat"


def test_a_part_counts_from_its_event_on():
    room = joined().do(c.SetRole(BEN.seat, "cohost"))
    assert "hosts" in audiences(room.state, BEN.seat)
    assert room.events(c.SetRole(BEN.seat, "cohost")) == []
    assert BEN.seat not in sitting(room)
    assert room.refusal(c.SetRole("seat-nobody1", "cohost")) == "no_such_seat"


def test_who_is_removed_leaves_their_group_and_what_they_wrote_stays():
    room = two_groups().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA).do(c.RemoveSeat(ADA.seat))
    assert (room.panel("room", "group:group-a") or {})["size"] == 1
    assert room.state.cards["idea-ada1"].alive
    assert room.state.decider is None
    assert room.refusal(c.RemoveSeat(ADA.seat)) == "no_such_seat"


def test_a_decider_is_named_renamed_and_unnamed():
    room = joined().do(c.NameDecider(ADA.seat))
    assert (room.panel("room", f"seat:{ADA.seat}") or {})["decider"] is True
    assert room.events(c.NameDecider(ADA.seat)) == []
    room.do(c.NameDecider(BEN.seat))
    assert (room.panel("room", f"seat:{ADA.seat}") or {})["decider"] is False
    assert room.do(c.NameDecider(None)).state.decider is None
    assert room.refusal(c.NameDecider("seat-nobody1")) == "no_such_seat"


# -- Two seats of one person ----------------------------------------------------------------------------------------


def test_two_seats_of_one_person_become_one_with_all_that_was_given():
    room = joined().open(STATE)
    room.do(c.GiveMark(STATE, FIRST, 2), ADA).do(c.GiveMark(STATE, FIRST, 5), BEN).do(c.Pick(STATE, (FIRST,)), BEN)
    example = c.AddCard("example-1", STATE, {"statement": FIRST, "text": "x"}, "en")
    room.do(example, BEN).do(c.MergeSeats(BEN.seat, ADA.seat))
    work = room.state.work[STATE]
    assert {seat: mark.level for seat, mark in work.book[FIRST].items()} == {ADA.seat: 2}
    assert work.picks == {ADA.seat: (FIRST,)}
    assert room.state.cards["example-1"].for_ == ADA.seat
    assert audiences(room.state, BEN.seat) == audiences(room.state, ADA.seat)


def test_seats_are_merged_before_a_reveal_or_after_the_step_is_over():
    room = joined().open(STATE).reveal(STATE)
    assert room.refusal(c.MergeSeats(BEN.seat, ADA.seat)) == "revealed"
    assert room.open(IDEAS).events(c.MergeSeats(BEN.seat, ADA.seat)) == [e.SeatsMerged(BEN.seat, ADA.seat)]


def test_only_two_participants_are_one_person():
    room = joined()
    assert room.events(c.MergeSeats(ADA.seat, ADA.seat)) == []
    assert room.refusal(c.MergeSeats(FAY.seat, ADA.seat)) == "other_role"
    assert room.refusal(c.MergeSeats(ADA.seat, FAY.seat)) == "other_role"
    assert room.refusal(c.MergeSeats(ADA.seat, "seat-nobody1")) == "no_such_seat"
    room.do(c.MergeSeats(BEN.seat, ADA.seat))
    assert room.events(c.MergeSeats(BEN.seat, ADA.seat)) == []


def test_nobody_enters_for_a_seat_that_is_merged_away():
    room = joined().do(c.MergeSeats(BEN.seat, ADA.seat)).open(STATE)
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), Asker(FAY.seat, "host", BEN.seat)) == "no_such_seat"


# -- Proxies --------------------------------------------------------------------------------------------------------


def test_a_proxy_s_card_says_who_entered_it_and_whose_it_is():
    room = grouped().open(IDEAS).do(idea("idea-eva1", "Plan"), Asker(FAY.seat, "host", EVA.seat))
    card = room.state.cards["idea-eva1"]
    assert (card.by, card.for_, card.shown) == (FAY.seat, EVA.seat, False)
    assert room.panel(f"seat:{EVA.seat}", "card:idea-eva1")
    assert room.panel(f"seat:{FAY.seat}", "card:idea-eva1") is None
    assert room.events(c.WithdrawCard("idea-eva1"), EVA)


def test_a_proxy_keeps_to_the_budget_of_the_person():
    room = grouped().do(c.SetOption(IDEAS, "each", 1)).open(IDEAS)
    for_eva = Asker(GUS.seat, "cohost", EVA.seat)
    room.do(idea("idea-eva1", "Plan"), for_eva)
    assert room.refusal(idea("idea-eva2", "More"), for_eva) == "no_cards_left"
    assert room.refusal(idea("idea-eva2", "More"), EVA) == "no_cards_left"


# -- Groups ---------------------------------------------------------------------------------------------------------


def test_groups_are_formed_once_somebody_is_there():
    assert set_up().refusal(c.FormGroups("random")) == "nobody"
    room = joined().do(c.FormGroups("random", 5, "seed"))
    assert sitting(room) == dict.fromkeys([asker.seat for asker in PEOPLE], "group-a")


def test_forty_groups_are_enough():
    room = Room(Workshop(seats={a.seat: Seat(a.seat, "participant", "room", "en", "", "") for a in seats(120)}))
    assert room.refusal(c.FormGroups("random", 2, "seed")) == "too_many_groups"


def test_forming_anew_keeps_names_tables_and_the_cards_of_every_group():
    room = two_groups().do(c.ReviseGroup("group-bb-01", "Blue", "Table 2")).open(GOALS)
    room.do(goal("goal-0001"), ADA).do(goal("goal-0002"), EVA).do(c.FormGroups("random", 5, "other"))
    assert set(sitting(room).values()) == {"group-a"}
    assert room.state.groups["group-bb-01"].name == "Blue"
    assert room.panel("group:group-bb-01", "card:goal-0002"), "its card can still be reached by who looks in"


def test_groups_formed_anew_share_no_letter():
    room = two_groups()
    for number in range(4):
        room.do(c.Join(f"seat-more-{number}"), Asker(f"seat-more-{number}"))
    room.do(c.FormGroups("random", 4, "seed"))
    letters = [group.letter for group in room.state.groups.values()]
    assert sorted(letters) == ["A", "B"]
    assert room.state.groups["group-bb-01"].letter == "B"


def test_a_group_is_added_with_the_next_letter_and_revised():
    room = grouped().do(c.AddGroup("group-new-1", "Blue"))
    assert room.state.groups["group-new-1"].letter == "B"
    room.do(c.ReviseGroup("group-new-1", place="https://meet.example/blue", organisation="Agency", themes=("1",)))
    shown = room.panel("screen", "group:group-new-1") or {}
    assert (shown["name"], shown["organisation"], shown["themes"]) == ("Blue", "Agency", ["1"])
    assert room.refusal(c.AddGroup("group-new-1")) == "id_taken"
    assert room.refusal(c.ReviseGroup("group-x", "y")) == "no_such_group"
    assert room.refusal(c.ReviseGroup("group-a", "x" * 99)) == "too_long"


def test_moving_a_person_keeps_what_they_wrote_where_they_wrote_it():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(c.PutInGroup(ADA.seat, "group-bb-01"))
    assert room.state.cards["goal-0001"].group == "group-a"
    assert room.refusal(c.ReviseCard("goal-0001", "to", "x", "", "en"), EVA) == "not_yours"
    assert room.events(c.PutInGroup(ADA.seat, "group-bb-01")) == []
    assert room.refusal(c.PutInGroup(ADA.seat, "group-x")) == "no_such_group"


def test_merged_groups_share_people_cards_and_notes():
    room = two_groups().do(c.SendNote("note-0001", "group-bb-01", "Look at 1.1")).open(GOALS)
    room.do(goal("goal-0002"), EVA).do(c.MergeGroups("group-bb-01", "group-a"))
    assert set(sitting(room).values()) == {"group-a"}
    assert room.panel("group:group-a", "card:goal-0002")
    assert room.panel("group:group-a", "note:note-0001")
    assert room.refusal(c.MergeGroups("group-bb-01", "group-a")) == "no_such_group"
    assert room.events(c.MergeGroups("group-a", "group-a")) == []


def test_a_group_that_is_gone_asks_for_nothing_and_is_ahead_of_nobody():
    room = two_groups().open(GOALS).do(c.AskForHelp(True), EVA).do(c.LetAhead("group-bb-01", VOTE))
    room.do(c.MergeGroups("group-bb-01", "group-a"))
    assert (room.state.helps, room.state.ahead) == ({}, {})
    room = two_groups().do(c.AskForHelp(True), EVA).do(c.LetAhead("group-bb-01", VOTE)).do(c.FormGroups("random"))
    assert (room.state.helps, room.state.ahead) == ({}, {})


@pytest.mark.parametrize("way", ["random", "theme", "organisation", "language", "place"])
def test_people_in_the_room_and_elsewhere_are_not_mixed_unless_asked(way: e.Way):
    room = set_up()
    for number, asker in enumerate(seats(9)):
        room.do(c.Join(asker.seat, place="room" if number < 6 else "remote"), asker)
    room.do(c.FormGroups(way, 5, "seed"))
    tables = {(seat.group, seat.place) for seat in room.state.people}
    assert len(tables) == len({group for group, _ in tables})


def test_themes_bring_together_those_who_picked_alike():
    room = joined().open(STATE).do(c.Pick(STATE, (FIRST,)), ADA).do(c.FormGroups("theme", 5, "seed"))
    assert room.state.groups["group-a"].themes == ("1",)
    assert (room.state.formed, room.state.mixed) == ("theme", False)


def test_a_vote_outlives_a_merge_of_seats():
    room = with_clusters().open(VOTE).do(c.GiveDots(VOTE, "clus-0001", 2), BEN).do(c.MergeSeats(BEN.seat, ADA.seat))
    assert room.state.work[VOTE].dots == {ADA.seat: {"clus-0001": 2}}
