"""What the host is told of the groups, what hints stand beside a card, and who sees what in each step."""

from datetime import timedelta

import pytest

from facilitation.live import commands as c
from facilitation.steps import KINDS
from facilitation.steps.kind import Step
from facilitation.view import Panel, attention, sees, touched
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    METRICS,
    PEOPLE,
    STATE,
    Room,
    action,
    goal,
    idea,
    metric,
    two_groups,
    with_goal,
)

EVERYBODY = {asker.seat for asker in PEOPLE}


def looked_at(room: Room, here: set[str] | None = None, **later: float) -> Panel:
    now = room.now + timedelta(**later)
    return attention.panels(room.state, EVERYBODY if here is None else here, now)


def stuck(room: Room, here: set[str] | None = None, **later: float) -> dict[str, str]:
    return {each["group"]: each["why"] for each in looked_at(room, here, **later)["attention"]["stuck"]}


# -- Attention ------------------------------------------------------------------------------------------------------


def test_hosts_are_told_who_is_away():
    shown = looked_at(two_groups(), {ADA.seat, FAY.seat})["attention"]
    assert (shown["offline"], shown["here"]) == ([BEN.seat, EVA.seat], [ADA.seat])


def test_who_was_merged_is_here_from_the_page_of_the_old_seat():
    room = two_groups().do(c.MergeSeats(BEN.seat, ADA.seat), FAY)
    shown = looked_at(room, {BEN.seat, FAY.seat})["attention"]
    assert (shown["offline"], shown["here"]) == ([EVA.seat], [ADA.seat])


def test_all_is_well_while_groups_write():
    room = two_groups().open(GOALS)
    assert stuck(room) == {}
    assert stuck(room.do(goal("goal-0001"), ADA), minutes=4) == {}


def test_a_group_that_asked_comes_first():
    room = two_groups().open(GOALS).do(c.AskForHelp(), ADA)
    (asked,) = looked_at(room, set())["attention"]["stuck"][:1]
    assert (asked["group"], asked["why"], asked["since"]) == ("group-a", "Asked for you", room.now.isoformat())


def test_a_group_of_which_nobody_is_here_is_stuck():
    room = two_groups().open(GOALS)
    assert stuck(room, {ADA.seat}) == {"group-bb-01": "Nobody of the group is connected"}


def test_a_group_that_has_not_written_for_five_minutes_is_stuck_until_it_is_ready():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    room.wait(minutes=4).do(goal("goal-0002"), EVA).wait(minutes=2)
    assert stuck(room) == {"group-a": "No edits for %(minutes)s min"}
    (quiet,) = looked_at(room)["attention"]["stuck"]
    assert quiet["arguments"] == {"minutes": 6}
    room.do(c.ReviseCard("goal-0001", "to", "Most", "Everybody plans purchases a year ahead", "en"), BEN)
    assert stuck(room) == {}
    assert stuck(room.do(c.MarkReady(GOALS), ADA), minutes=9) == {"group-bb-01": "No edits for %(minutes)s min"}


def test_a_group_let_ahead_is_looked_after_where_it_is():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(c.MarkReady(GOALS), ADA)
    room.do(c.LetAhead("group-a", METRICS)).do(metric("metr-0001"), ADA)
    assert "group-a" not in stuck(room, minutes=3)
    assert stuck(room, minutes=7)["group-a"] == "No edits for %(minutes)s min"


def test_nobody_is_stuck_where_each_works_alone():
    assert stuck(two_groups().open(IDEAS), set(), hours=1) == {}
    assert stuck(two_groups(), set(), hours=1) == {}


def test_progress_counts_and_never_names():
    room = two_groups().open(IDEAS).do(idea("idea-ada1", "x"), ADA)
    shown = looked_at(room)[f"progress:{IDEAS}"]
    assert (shown["answered"], shown["of"]) == (1, 3)
    assert (shown["groups"]["group-a"]["answered"], shown["groups"]["group-a"]["of"]) == (1, 2)
    assert not any(seat in repr(shown) for seat in EVERYBODY)


def test_progress_of_groups_is_their_cards():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(c.MarkCardReady("goal-0001"), ADA)
    shown = looked_at(room)[f"progress:{GOALS}"]["groups"]
    assert (shown["group-a"]["cards"], shown["group-a"]["ready_cards"]) == (1, 1)
    assert shown["group-a"]["last_at"] and shown["group-bb-01"]["last_at"] is None
    room.do(c.MarkReady(GOALS), ADA)
    assert looked_at(room)[f"progress:{GOALS}"]["groups"]["group-a"]["ready"] is True


def test_only_steps_in_hand_have_progress():
    assert set(looked_at(two_groups().open(STATE).open(IDEAS))) == {"attention", f"progress:{IDEAS}"}


# -- Hints ----------------------------------------------------------------------------------------------------------


def checks(room: Room, card: str, group: str = "group-a") -> list[str]:
    return [
        found["check"] for found in (room.panel(f"group:{group}", f"findings:{card}") or {"findings": []})["findings"]
    ]


def sharpened() -> Room:
    return two_groups().open(GOALS).do(c.SetOption(GOALS, "sharpen", True)).do(goal("goal-0001", "Improve"), ADA)


def test_a_hint_stands_at_its_field_with_words_and_a_fix():
    room = sharpened()
    found = (room.panel("group:group-a", "findings:goal-0001") or {})["findings"][0]
    assert found["field"] and found["words"]["id"] and found["fix"]
    for audience in ("room", "screen", "group:group-bb-01", f"seat:{ADA.seat}"):
        assert room.panel(audience, "findings:goal-0001") is None


def test_a_muted_hint_is_gone_for_that_card_and_stays_gone():
    room = sharpened()
    (first, *others) = checks(room, "goal-0001")
    room.do(c.MuteHint("goal-0001", first), BEN)
    assert checks(room, "goal-0001") == others
    assert room.events(c.MuteHint("goal-0001", first), ADA) == []
    assert room.refusal(c.MuteHint("goal-0001", "x" * 21), ADA) == "no_such_check"
    assert room.refusal(c.MuteHint("goal-0001", first), EVA) == "not_yours"


def test_a_hint_compares_only_with_what_the_group_sees():
    same = "Everybody in the ministry plans purchases a year ahead"
    alone = sharpened().do(goal("goal-0002", same), EVA)
    without = checks(alone, "goal-0002", "group-bb-01")
    alone.do(c.ReviseCard("goal-0001", "to", same, "Improve", "en"), ADA)
    assert checks(alone, "goal-0002", "group-bb-01") == without
    assert len(checks(alone.reveal(GOALS), "goal-0002", "group-bb-01")) > len(without)


def test_what_another_group_shows_and_what_the_room_agrees_stirs_the_hints():
    room = sharpened().do(goal("goal-0002", "Everybody plans"), EVA).reveal(GOALS)
    before = room.state
    room.do(c.ReviseCard("goal-0002", "to", "Improve", "Everybody plans", "en"), EVA)
    assert ("group:group-a", "findings:goal-0001") in touched(before, room.state)
    before = room.state
    room.do(c.AgreeLevel(STATE, FIRST, 1, 5))
    assert ("group:group-a", "findings:goal-0001") in touched(before, room.state)


def test_what_another_group_hides_stirs_no_hints():
    room = sharpened()
    before = room.state
    room.do(goal("goal-0002", "Improve"), EVA)
    assert ("group:group-a", "findings:goal-0001") not in touched(before, room.state)


def test_only_steps_that_sharpen_have_hints():
    room = with_goal().open(METRICS).do(metric("metr-0001"), ADA).do(c.SetOption(METRICS, "sharpen", True))
    assert room.panel("group:group-a", "findings:metr-0001")
    room.open(ACTIONS).do(action("actn-0001"), ADA)
    assert room.panel("group:group-a", "findings:actn-0001") is None
    assert room.refusal(c.SetOption(IDEAS, "sharpen", True)) == "no_such_option"


# -- Who sees what --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_step_says_who_sees_what_in_one_sentence(kind: str):
    assert sees.sees(Step("the-step-1", kind)).endswith(".")


def test_the_word_that_promises_too_much_is_nowhere():
    sentences = [value for value in vars(sees).values() if isinstance(value, str)]
    assert len(sentences) > 8
    assert not any("anonym" in sentence.casefold() for sentence in sentences)
    alone = sees.sees(Step("the-step-1", "ideas"))
    assert "The operator of the service could find out." in alone


def test_the_sentence_follows_the_options():
    assert sees.sees(Step("x", "ideas", options={"authors": "room"})) == sees.NAMED
    assert sees.sees(Step("x", "question", options={"form": "choice"})) == sees.BALLOT
    assert sees.sees(Step("x", "goals", options={"see_others": True})) == sees.GROUPS
    assert sees.sees(Step("x", "goals")) == sees.GROUP
    assert sees.sees(Step("x", "current_state")) == sees.MARKS
    assert sees.sees(Step("x", "review")) == sees.REVIEW
    assert sees.sees(Step("x", "review", options={"confidence": False})) == sees.ROOM
    assert sees.sees(Step("x", "discussion")) == sees.ROOM
    assert sees.sees(Step("x", "break")) == sees.NOBODY


def test_a_facilitator_looks_into_a_group_by_its_stream_and_not_by_their_own():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    assert room.panel("hosts", "card:goal-0001") is None
    assert room.panel("group:group-a", "card:goal-0001")
