"""The run of the day: phases, groups ahead, pauses, the timer, the screen, help, notes."""

from datetime import timedelta

import pytest

from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live.evolve.running import left
from tests.facilitation.world import (
    ADA,
    BEN,
    BRIEFING,
    EVA,
    FAY,
    FIRST,
    GOALS,
    GUS,
    IDEAS,
    METRICS,
    STATE,
    VOTE,
    goal,
    grouped,
    idea,
    joined,
    metric,
    two_groups,
    with_goal,
    with_ideas,
)

# -- Phases ---------------------------------------------------------------------------------------------------------


def test_opening_a_step_closes_the_one_before():
    room = grouped().open(BRIEFING).open(IDEAS)
    assert room.state.current == IDEAS
    assert [room.state.work[step].phase for step in (BRIEFING, IDEAS, VOTE)] == ["closed", "open", "waiting"]


def test_opening_what_is_open_is_nothing_to_do():
    assert grouped().open(IDEAS).events(c.OpenStep(IDEAS, IDEAS)) == []


def test_two_hosts_never_skip_a_step_between_them():
    room = grouped().do(c.Join(GUS.seat, role="cohost"), FAY).open(BRIEFING)
    room.do(c.OpenStep(STATE, BRIEFING), FAY)
    assert room.refusal(c.OpenStep(IDEAS, BRIEFING), GUS) == "moved_on"
    assert room.refusal(c.Reveal(STATE, BRIEFING), GUS) == "moved_on"
    assert room.refusal(c.CloseStep(STATE, ""), GUS) == "moved_on"
    assert room.state.current == STATE


def test_only_a_step_of_the_agenda_is_opened_shown_or_closed():
    room = grouped().open(IDEAS)
    for command in (c.OpenStep("nowhere-1", IDEAS), c.Reveal("nowhere-1", IDEAS), c.CloseStep("nowhere-1", IDEAS)):
        assert room.refusal(command) == "no_such_step"


def test_what_has_not_begun_is_not_shown_and_not_closed():
    room = grouped()
    assert room.refusal(c.Reveal(IDEAS, "")) == "not_begun"
    assert room.events(c.CloseStep(IDEAS, "")) == []


def test_a_reveal_shows_what_was_hidden_and_a_second_one_is_nothing_to_do():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA)
    assert room.panel("room", "card:idea-ada1") is None
    room.reveal(IDEAS)
    assert room.panel("room", "card:idea-ada1") is not None
    assert room.events(c.Reveal(IDEAS, IDEAS)) == []


def test_closing_a_step_of_groups_shows_what_they_wrote():
    room = with_goal().do(c.CloseStep(GOALS, GOALS))
    assert room.state.cards["goal-0001"].shown
    assert room.events(c.CloseStep(GOALS, GOALS)) == []


def test_closing_a_step_written_alone_keeps_hidden_what_was_not_shown():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA).do(c.CloseStep(IDEAS, IDEAS))
    assert not room.state.cards["idea-ada1"].shown


def test_opening_again_keeps_everything_and_never_hides_again():
    room = with_ideas().open(VOTE).open(IDEAS)
    assert room.state.work[IDEAS].phase == "open"
    assert room.panel("room", "card:idea-ada1") is not None
    room.do(c.SetOption(IDEAS, "each", 5)).do(idea("idea-late", "Later"), ADA)
    assert room.panel("room", "card:idea-late") is None
    assert room.reveal(IDEAS).panel("room", "card:idea-late") is not None


def test_a_step_remembers_when_it_first_opened():
    room = grouped().open(IDEAS)
    first = room.state.work[IDEAS].opened_at
    assert room.open(VOTE).open(IDEAS).state.work[IDEAS].opened_at == first
    assert room.state.work[IDEAS].closed_at is None


def test_pre_work_stays_open_while_the_room_is_still_before_it():
    room = joined().do(c.SetOption(STATE, "pre_work", True)).open(STATE)
    room.do(c.GiveMark(STATE, FIRST, 3), ADA).open(BRIEFING)
    assert room.state.work[STATE].phase == "open"
    room.do(c.GiveMark(STATE, FIRST, 4), BEN)
    assert room.open(STATE).open(IDEAS).state.work[STATE].phase == "closed"


# -- Ahead ----------------------------------------------------------------------------------------------------------


def test_a_group_let_ahead_works_where_the_others_may_not_yet():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(goal("goal-0002"), EVA)
    room.do(c.LetAhead("group-a", METRICS))
    assert room.state.step_for("group-a") == METRICS
    assert room.state.step_for("group-bb-01") == GOALS
    room.do(metric("metr-0001"), BEN)
    assert room.refusal(metric("metr-0002", "goal-0002"), EVA) == "not_begun"
    assert room.panel("group:group-bb-01", "card:metr-0001") is None


def test_who_was_ahead_is_level_when_the_room_comes():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(c.LetAhead("group-a", METRICS))
    room.do(metric("metr-0001"), BEN).open(METRICS)
    assert room.state.ahead == {}
    assert room.state.cards["metr-0001"].alive


def test_a_group_is_called_back():
    room = two_groups().open(GOALS).do(c.LetAhead("group-a", METRICS)).do(c.LetAhead("group-a", None))
    assert room.state.step_for("group-a") == GOALS
    assert room.events(c.LetAhead("group-a", None)) == []
    assert room.refusal(c.LetAhead("group-x", METRICS)) == "no_such_group"
    assert room.refusal(c.LetAhead("group-a", "nowhere-1")) == "no_such_step"


# -- A pause --------------------------------------------------------------------------------------------------------


def test_while_writing_is_paused_only_hosts_write():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA).do(c.Freeze(True))
    parked = c.AddCard("park-0001", "", {"text": "x"}, "en")
    for command in (
        idea("idea-ada2", "More"),
        parked,
        c.ReviseCard("idea-ada1", "text", "Plan more", "Plan", "en"),
        c.WithdrawCard("idea-ada1"),
        c.Undo(),
    ):
        assert room.refusal(command, ADA) == "frozen"
    assert room.events(parked, FAY)
    assert room.events(c.Freeze(True)) == []
    assert room.do(c.Freeze(False)).events(idea("idea-ada2", "More"), ADA)


def test_a_pause_holds_marks_too():
    room = grouped().open(STATE).do(c.Freeze(True))
    assert room.refusal(c.GiveMark(STATE, FIRST, 3), ADA) == "frozen"
    assert room.events(c.GiveMark(STATE, FIRST, 3), Asker(FAY.seat, "host", ADA.seat))


# -- The timer ------------------------------------------------------------------------------------------------------


def test_the_timer_counts_down_from_its_start():
    room = grouped().do(c.StartTimer(300))
    started = room.now
    assert room.state.timer.ends_at == started + timedelta(seconds=300)
    assert left(room.state.timer, started + timedelta(seconds=60)) == 240


def test_a_pause_keeps_what_is_left_and_going_on_uses_it_up():
    room = grouped().do(c.StartTimer(300)).wait(seconds=99).do(c.PauseTimer())
    assert (room.state.timer.state, room.state.timer.left) == ("paused", 200)
    room.wait(hours=1).do(c.ResumeTimer())
    assert room.state.timer.ends_at == room.now + timedelta(seconds=200)


def test_over_time_counts_on_and_closes_nothing():
    room = grouped().open(IDEAS).do(c.StartTimer(60)).wait(seconds=89)
    assert left(room.state.timer, room.now) == -29
    assert room.state.work[IDEAS].phase == "open"
    room.do(c.PauseTimer())
    assert room.state.timer.left == -30
    room.do(c.AddTime(60)).do(c.ResumeTimer())
    assert left(room.state.timer, room.now) == 30


def test_time_is_added_and_taken_while_it_runs_or_rests():
    room = grouped().do(c.StartTimer(300))
    ends = room.state.timer.ends_at
    room.do(c.AddTime(60))
    assert ends and room.state.timer.ends_at == ends + timedelta(seconds=60)
    assert room.state.timer.total == 360
    room.do(c.AddTime(-300))
    assert room.state.timer.ends_at == ends - timedelta(seconds=240)
    assert room.state.timer.total == 60


def test_a_timer_at_rest_has_nothing_to_pause_and_a_stopped_one_is_gone():
    room = grouped()
    for command in (c.PauseTimer(), c.ResumeTimer(), c.AddTime(60), c.StopTimer()):
        assert room.events(command) == []
    room.do(c.StartTimer(60))
    assert room.events(c.ResumeTimer()) == []
    assert room.do(c.PauseTimer()).events(c.PauseTimer()) == []
    assert room.do(c.StopTimer()).panel("screen", "timer") == {"state": "none", "total": 0, "ends_at": None, "left": 0}


@pytest.mark.parametrize("seconds", [0, -5, 4 * 3600 + 1])
def test_a_timer_runs_for_up_to_four_hours(seconds: int):
    assert grouped().refusal(c.StartTimer(seconds)) == "out_of_range"


# -- The screen -----------------------------------------------------------------------------------------------------


def test_the_screen_shows_what_the_host_says_with_a_headline():
    room = grouped().do(c.Show("results", {"en": " We agree "}))
    now = room.panel("screen", "now")
    assert now and (now["shows"], now["headline"]) == ("results", {"en": "We agree"})
    assert room.events(c.Show("results", {"en": "We agree"})) == []
    assert room.refusal(c.Show("cartoon")) == "not_a_choice"
    assert room.refusal(c.Show("auto", {"en": "x" * 300})) == "too_long"


def test_the_next_step_takes_the_headline_away():
    room = grouped().do(c.Show("results", {"en": "We agree"})).open(IDEAS)
    assert (room.state.shows, room.state.headline) == ("auto", None)


def test_a_shown_card_is_lifted_and_a_hidden_one_is_not():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA)
    assert room.refusal(c.Spotlight("idea-ada1")) == "hidden"
    assert room.refusal(c.Spotlight("idea-none")) == "no_such_card"
    room.reveal(IDEAS).do(c.Spotlight("idea-ada1"))
    assert (room.panel("screen", "now") or {})["spotlight"] == "idea-ada1"
    assert room.events(c.Spotlight("idea-ada1")) == []
    room.do(c.TakeOut("idea-ada1"))
    assert (room.panel("screen", "now") or {})["spotlight"] is None
    assert room.do(c.Spotlight(None)).refusal(c.Spotlight("idea-ada1")) == "hidden"


# -- Help, notes, ready ---------------------------------------------------------------------------------------------


def test_a_group_asks_for_help_until_somebody_comes():
    room = two_groups().do(c.AskForHelp(True), ADA)
    assert room.events(c.AskForHelp(True), BEN) == []
    assert room.panel("hosts", "helps") == {"group-a": room.now.isoformat()}
    assert room.panel("room", "helps") is None
    assert room.do(c.AnswerHelp("group-a")).events(c.AnswerHelp("group-a")) == []
    assert joined().refusal(c.AskForHelp(True), ADA) == "no_group"


def test_a_note_to_one_group_is_read_by_that_group_only():
    room = two_groups().do(c.SendNote("note-0001", "group-a", "Look at 1.1"))
    assert room.panel("group:group-a", "note:note-0001")
    assert room.panel("group:group-bb-01", "note:note-0001") is None
    assert room.panel("room", "note:note-0001") is None
    room.do(c.SendNote("note-0002", None, "Five minutes"))
    assert room.panel("room", "note:note-0002") and room.panel("screen", "note:note-0002") is None
    assert room.refusal(c.SendNote("note-0001", None, "x")) == "id_taken"
    assert room.refusal(c.SendNote("note-0003", "group-x", "x")) == "no_such_group"
    assert room.refusal(c.SendNote("note-0003", None, " ")) == "empty"


def test_ready_is_a_group_s_word_where_groups_work():
    room = two_groups().open(GOALS).do(c.MarkReady(GOALS), ADA)
    assert (room.panel("room", "group:group-a") or {})["ready"] == [GOALS]
    assert room.events(c.MarkReady(GOALS), BEN) == []
    assert room.do(c.MarkReady(GOALS, False), BEN).state.work[GOALS].ready == frozenset()


def test_ready_is_a_person_s_own_word_where_each_works_alone():
    room = two_groups().open(IDEAS).do(c.MarkReady(IDEAS), ADA)
    assert room.state.work[IDEAS].ready == {ADA.seat}
    assert (room.panel("room", "group:group-a") or {})["ready"] == []
    assert ADA.seat not in repr(room.panel("room", f"step:{IDEAS}"))


def test_nobody_is_ready_with_what_has_not_begun_or_is_over():
    assert two_groups().refusal(c.MarkReady(GOALS), ADA) == "not_begun"
    assert two_groups().open(GOALS).open(METRICS).refusal(c.MarkReady(GOALS), ADA) == "closed"
    assert joined().open(GOALS).refusal(c.MarkReady(GOALS), ADA) == "no_group"
