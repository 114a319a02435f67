"""Somebody who means harm, or a page that is broken: whatever is asked, the rules answer with a reason."""

import pytest

from facilitation import limits
from facilitation.live import commands as c
from facilitation.live.voting import ballot
from facilitation.plans.draft import drafts
from facilitation.quality import CHECKS
from facilitation.shapes import Goal
from facilitation.steps.kind import Step
from tests.facilitation.world import (
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    PACK,
    STATE,
    STATEMENTS,
    STEPS,
    VOTE,
    Room,
    goal,
    grouped,
    idea,
    joined,
    marked,
    two_groups,
    with_goal,
    with_ideas,
)

LONG = "x" * 60_000


@pytest.fixture
def room() -> Room:
    return joined()


# -- Words that are no words of ours ----------------------------------------------------------------------------------


@pytest.mark.parametrize("time", ["²:00", "9:³0", "٠٩:٣٠", "0000009:30", "9:5", "24:00", "10:30:00", "-1:00"])
def test_a_time_is_hours_and_minutes_whatever_looks_like_digits(room: Room, time: str):
    assert room.refusal(c.ReviseStep(IDEAS, pinned=time)) == "not_a_time"


@pytest.mark.parametrize("time", ["", "9:30", "09:30", "23:59"])
def test_a_time_of_day_may_be_written_with_one_digit_or_two(room: Room, time: str):
    room.do(c.ReviseStep(IDEAS, pinned=time))
    assert room.state.steps[IDEAS].pinned == time


@pytest.mark.parametrize("language", [LONG, "xx", "", "<script>"])
def test_a_seat_reads_in_a_language_of_ours(room: Room, language: str):
    assert room.refusal(c.ReviseSeat(ADA.seat, language=language), ADA) == "not_a_choice"
    stranger = c.Asker("seat-new-0004")
    assert room.refusal(c.Join(stranger.seat, language), stranger) == "not_a_choice"


@pytest.mark.parametrize("id", ["card:one:two", "card one two", "kärt-0001", "card/../x", "card\n00001", "c" * 33])
def test_an_id_is_of_plain_signs(room: Room, id: str):
    assert room.do(c.OpenStep(IDEAS, "")).refusal(idea(id, "Plan purchases"), ADA) == "id_taken"


@pytest.mark.parametrize("id", ["", "step@seat", "a b", LONG])
def test_a_step_s_id_is_of_plain_signs_too(room: Room, id: str):
    assert room.refusal(c.SetAgenda((*STEPS, Step(id, "ideas")), STATEMENTS)) == "id_taken"


def test_a_workshop_keeps_to_a_method_and_languages_that_there_are(room: Room):
    title = {"en": "Plan"}
    assert room.refusal(c.SetUp(title, "Ministry", "../../etc/passwd", "1")) == "not_a_choice"
    assert room.refusal(c.SetUp(title, "Ministry", "toimi", "1", ("en", LONG))) == "not_a_choice"


def test_a_hint_that_there_is_not_is_not_muted():
    room = with_goal()
    assert room.refusal(c.MuteHint("goal-0001", "no such check"), ADA) == "no_such_check"
    known = next(iter(CHECKS[Goal]))
    assert room.do(c.MuteHint("goal-0001", known), ADA).state.cards["goal-0001"].muted == {known}


def test_a_decision_is_about_few_cards_each_once():
    room = with_ideas()
    many = tuple("idea-ada1" for _ in range(3_000))
    room.do(c.Decide("decision-01", VOTE, "This one", many), ADA)
    assert room.state.decisions["decision-01"].cards == ("idea-ada1",)


# -- What is not theirs -----------------------------------------------------------------------------------------------


def test_nobody_sits_in_another_s_seat_or_gives_themselves_a_part(room: Room):
    assert room.refusal(c.Join(BEN.seat), ADA) == "not_yours"
    assert room.refusal(c.Join(ADA.seat, role="host"), ADA) in ("not_host", "id_taken")
    stranger = c.Asker("seat-new-0004")
    assert room.refusal(c.Join(stranger.seat, role="cohost"), stranger) == "not_host"
    assert room.refusal(c.ReviseSeat(BEN.seat, organisation="Elsewhere"), ADA) == "not_yours"


def test_nobody_but_a_host_enters_for_somebody_else():
    room = grouped().open(STATE)
    for_ben = c.Asker(ADA.seat, for_=BEN.seat)
    assert room.refusal(c.GiveMark(STATE, FIRST, 1), for_ben) == "not_yours"
    assert room.refusal(c.Undo(), for_ben) == "not_yours"


def test_a_host_enters_for_nobody_who_is_not_here(room: Room):
    room.open(STATE)
    assert room.refusal(c.GiveMark(STATE, FIRST, 1), c.Asker(FAY.seat, "host", "seat-of-another-workshop")) == (
        "no_such_seat"
    )


@pytest.mark.parametrize("dots", [-1, -100, 3, 100])
def test_dots_are_few_and_never_fewer_than_none(dots: int):
    room = with_ideas().open(VOTE)
    assert room.refusal(c.GiveDots(VOTE, "idea-ada1", dots), ADA) == "too_many_on_one"


def test_dots_and_marks_do_not_lie_on_another_step_s_things():
    room = with_ideas().open(VOTE)
    assert room.refusal(c.GiveDots(IDEAS, "idea-ada1", 1), ADA) == "not_asked"
    assert room.refusal(c.GiveMark(VOTE, FIRST, 1), ADA) == "not_asked"
    assert room.refusal(c.GiveDots(VOTE, "card-of-another-one", 1), ADA) == "no_such_card"


def test_an_example_of_another_is_not_revised_settled_or_withdrawn():
    room, (one, other, *_rest) = marked([3] * 5)
    room.do(c.AddCard("evid-0001", STATE, {"statement": FIRST, "text": "A list"}, "en"), one).reveal(STATE)
    for wish in (
        c.ReviseCard("evid-0001", "text", "Mine", "A list", "en"),
        c.ReviseCard("evid-0001", "statement", STATEMENTS[1].id, FIRST, "en"),
        c.ChooseWording("evid-0001", "text", "Mine", "en"),
        c.CheckWording("evid-0001", "text", "en"),
        c.WithdrawCard("evid-0001"),
    ):
        assert room.refusal(wish, other) == "not_yours"


def test_a_card_of_another_group_is_not_revised_settled_or_made_ready():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    for wish in (
        c.ReviseCard("goal-0001", "why", "Because", "", "en"),
        c.ChooseWording("goal-0001", "to", "Mine", "en"),
        c.MarkCardReady("goal-0001", True),
        c.MuteHint("goal-0001", "G1"),
        c.WithdrawCard("goal-0001"),
    ):
        assert room.refusal(wish, EVA) == "not_yours"


def test_what_is_hidden_is_not_lit_decided_on_or_moved():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan purchases"), ADA)
    assert room.refusal(c.Spotlight("idea-ada1")) == "hidden"
    assert room.refusal(c.Decide("decision-01", IDEAS, "", ("idea-ada1",))) == "hidden"
    assert room.refusal(c.PlaceCards(("idea-ada1",), None)) == "hidden"
    room.open(GOALS).do(goal("goal-0001"), ADA)
    assert room.refusal(c.Spotlight("goal-0001")) == "hidden"


def test_seats_are_not_merged_in_circles(room: Room):
    room.do(c.MergeSeats(ADA.seat, BEN.seat))
    assert room.do(c.MergeSeats(BEN.seat, ADA.seat)).state.seat_of(ADA.seat) is room.state.seats[BEN.seat]


@pytest.mark.parametrize(
    ("step", "option", "value"),
    [
        (VOTE, "dots", -3),
        (VOTE, "dots", 10**9),
        (VOTE, "most_on_one", 1.5),
        (VOTE, "most_on_one", True),
        (STATE, "pick", -1),
        (STATE, "evidence_limit", 10**6),
        (STATE, "statements", ["nothing of ours"]),
        (STATE, "statements", [FIRST, FIRST]),
        (IDEAS, "each", "3"),
        (IDEAS, "authors", ["room"]),
    ],
)
def test_an_odd_number_is_no_option(room: Room, step: str, option: str, value: object):
    assert room.refusal(c.SetOption(step, option, value)) == "not_a_choice"  # pyright: ignore[reportArgumentType]


def test_a_step_is_added_once(room: Room):
    assert room.refusal(c.AddStep(Step(IDEAS, "vote"))) == "id_taken"


def test_texts_end_somewhere(room: Room):
    room.open(IDEAS)
    assert room.refusal(idea("idea-ada1", LONG), ADA) == "too_long"
    assert room.refusal(c.ReviseSeat(ADA.seat, organisation=LONG), ADA) == "too_long"
    assert room.refusal(c.SendNote("note-0001", None, LONG)) == "too_long"
    assert room.refusal(c.AddGroup("group-bb-01", LONG)) == "too_long"


def test_cards_end_somewhere(room: Room, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(limits, "CARDS", 1)
    room.open(IDEAS).do(idea("idea-ada1", "One"), ADA)
    assert room.refusal(idea("idea-ben1", "Two"), BEN) == "full"


# -- What order tells -------------------------------------------------------------------------------------------------


def test_where_an_idea_stands_on_the_ballot_does_not_tell_when_it_was_written():
    def order(ids: list[str]) -> list[str]:
        room = grouped().open(IDEAS)
        for id, asker in zip(ids, (ADA, BEN, EVA), strict=True):
            room.do(idea(id, "Plan purchases"), asker)
        return [card.id for card in ballot(room.reveal(IDEAS).open(VOTE).state, VOTE)]

    assert order(["idea-0001", "idea-0002", "idea-0003"]) == order(["idea-0003", "idea-0001", "idea-0002"])


def test_the_order_of_examples_in_the_plan_does_not_tell_when_they_were_written():
    def told(ids: tuple[str, str]) -> list[str]:
        room, people = marked([3] * 5)
        for id, asker in zip(ids, people, strict=False):
            room.do(c.AddCard(id, STATE, {"statement": FIRST, "text": id}, "en"), asker)
        (plan,) = drafts(room.reveal(STATE).state, PACK)
        return [text["en"] for row in plan.current_state for text in row.examples]

    assert told(("evid-0001", "evid-0002")) == told(("evid-0002", "evid-0001"))
