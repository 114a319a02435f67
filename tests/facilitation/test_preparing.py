"""Preparing: a workshop is set up, its agenda planned, its options changed while they may be."""

from dataclasses import replace

import pytest

from facilitation import limits
from facilitation.live import commands as c
from facilitation.live import events as e
from facilitation.live.events import Asked
from facilitation.steps.kind import Step
from tests.facilitation.world import (
    ADA,
    BRIEFING,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    METRICS,
    REVIEW,
    SECOND,
    STATE,
    STATEMENTS,
    STEPS,
    SYSTEM,
    VOTE,
    Room,
    grouped,
    idea,
    metric,
    set_up,
    with_goal,
)

EXTRA = Step("extra-01", "question", {"en": "Ad hoc"})


# -- Setting up -----------------------------------------------------------------------------------------------------


def test_a_workshop_begins_with_a_title_in_some_language():
    setting = c.SetUp({"fi": " Suunnitelma "}, "Ministry", "toimi", "1", ("fi",), "2027–2029")
    assert Room().events(setting, SYSTEM) == [
        e.WorkshopSetUp({"fi": "Suunnitelma"}, "Ministry", "toimi", "1", ("fi",), "2027–2029")
    ]
    assert Room().refusal(replace(setting, title={"fi": " "}), SYSTEM) == "empty"
    assert Room().refusal(replace(setting, title={"fi": "x" * 121}), SYSTEM) == "too_long"


def test_an_agenda_pins_the_versions_of_its_kinds():
    (set_agenda,) = Room().events(c.SetAgenda(STEPS, STATEMENTS), SYSTEM)
    assert isinstance(set_agenda, e.AgendaSet)
    assert set_agenda.kinds["ideas"] == 1
    assert set(set_agenda.kinds) == {step.kind for step in STEPS}


@pytest.mark.parametrize(
    ("steps", "code"),
    [
        ((), "too_many_steps"),
        ((EXTRA, EXTRA), "too_many_steps"),
        (tuple(replace(EXTRA, id=f"step-{n:04}") for n in range(limits.STEPS + 1)), "too_many_steps"),
        ((replace(EXTRA, kind="dance"),), "no_such_kind"),
        ((replace(EXTRA, options={"music": True}),), "no_such_option"),
        ((replace(EXTRA, options={"each": "many"}),), "not_a_choice"),
        ((replace(EXTRA, options={"choices": ["Yes", "Yes"]}),), "not_a_choice"),
        ((replace(EXTRA, minutes=-1),), "out_of_range"),
        ((replace(EXTRA, pinned="half past"),), "not_a_time"),
    ],
)
def test_an_agenda_that_cannot_be_held_is_refused(steps: tuple[Step, ...], code: str):
    assert Room().refusal(c.SetAgenda(steps), SYSTEM) == code


def test_statements_stand_once_and_are_not_too_many():
    twice = (STATEMENTS[0], STATEMENTS[0])
    many = tuple(Asked(str(n), "1") for n in range(limits.STATEMENTS + 1))
    assert Room().refusal(c.SetAgenda(STEPS, twice), SYSTEM) == "too_many_statements"
    assert Room().refusal(c.SetAgenda(STEPS, many), SYSTEM) == "too_many_statements"


def test_a_new_agenda_keeps_the_work_of_the_steps_that_stay():
    room = grouped().open(IDEAS).do(idea("idea-ada1", "Plan"), ADA)
    room.do(c.SetAgenda((EXTRA, *STEPS)))
    assert room.state.work[IDEAS].phase == "open"
    assert room.state.order[0] == "extra-01"
    assert room.state.statements == STATEMENTS


def test_a_step_that_has_begun_stays_in_the_agenda_as_it_is():
    room = grouped().open(IDEAS)
    without = tuple(step for step in STEPS if step.id != IDEAS)
    as_vote = tuple(replace(step, kind="vote") if step.id == IDEAS else step for step in STEPS)
    with_names = tuple(replace(step, options={"authors": "room"}) if step.id == IDEAS else step for step in STEPS)
    renamed = tuple(replace(step, title={"en": "Thoughts"}) if step.id == IDEAS else step for step in STEPS)
    for steps in (without, as_vote, with_names):
        assert room.refusal(c.SetAgenda(steps)) == "begun"
    assert room.do(c.SetAgenda(renamed)).state.steps[IDEAS].title == {"en": "Thoughts"}


# -- Steps ----------------------------------------------------------------------------------------------------------


def test_a_step_is_added_after_another_or_first():
    assert set_up().do(c.AddStep(EXTRA, IDEAS)).state.order[2:4] == (IDEAS, "extra-01")
    assert set_up().do(c.AddStep(EXTRA)).state.order[0] == "extra-01"


def test_a_step_is_added_once_and_not_beyond_the_limit():
    room = set_up().do(c.AddStep(EXTRA))
    assert room.refusal(c.AddStep(EXTRA)) == "id_taken"
    for number in range(limits.STEPS - len(room.state.order)):
        room.do(c.AddStep(replace(EXTRA, id=f"extra-1{number:02}")))
    assert room.refusal(c.AddStep(replace(EXTRA, id="extra-999"))) == "too_many_steps"


def test_a_step_is_revised_in_what_is_said_and_the_rest_stays():
    room = set_up().do(c.ReviseStep(IDEAS, minutes=25, task={"en": " Three each "}))
    step = room.state.steps[IDEAS]
    assert (step.minutes, step.task, step.title) == (25, {"en": "Three each"}, {"en": "Ideas"})
    assert room.events(c.ReviseStep(IDEAS, minutes=25)) == []
    assert room.refusal(c.ReviseStep("nowhere-1", minutes=5)) == "no_such_step"
    assert room.refusal(c.ReviseStep(IDEAS, pinned="25:00")) == "not_a_time"
    assert room.do(c.ReviseStep(IDEAS, pinned="10:30")).state.steps[IDEAS].pinned == "10:30"


def test_a_step_moves_behind_another_and_nothing_is_to_do_where_it_stands():
    room = set_up()
    assert room.events(c.MoveStep(IDEAS, STATE)) == []
    assert room.events(c.MoveStep(IDEAS, IDEAS)) == []
    assert room.refusal(c.MoveStep(IDEAS, "nowhere-1")) == "no_such_step"
    assert room.do(c.MoveStep(IDEAS, None)).state.order[0] == IDEAS


def test_a_step_nobody_has_begun_may_go():
    room = grouped()
    assert REVIEW not in room.do(c.DropStep(REVIEW)).state.order
    assert room.refusal(c.DropStep(REVIEW)) == "no_such_step"
    assert room.open(IDEAS).refusal(c.DropStep(IDEAS)) == "begun"


def test_a_step_a_group_was_let_ahead_to_has_begun():
    room = with_goal().do(c.LetAhead("group-a", METRICS))
    assert room.refusal(c.DropStep(METRICS)) == "begun"
    room.do(metric("metr-0001"), ADA).do(c.LetAhead("group-a", None))
    assert room.refusal(c.DropStep(METRICS)) == "begun"


# -- What comes along -----------------------------------------------------------------------------------------------


def test_levels_of_an_earlier_workshop_come_with_their_source():
    room = set_up().do(c.BringLevels(STATE, {FIRST: 2, "unknown": 3}, {FIRST: 4, SECOND: 5}, "Spring workshop"), SYSTEM)
    (agreed,) = room.state.work[STATE].agreed.values()
    assert (agreed.level, agreed.target, agreed.source) == (2, 4, "Spring workshop")
    assert room.refusal(c.BringLevels(STATE, {FIRST: 9}, {}, "x"), SYSTEM) == "out_of_range"
    assert room.events(c.BringLevels(STATE, {"unknown": 3}, {}, "x"), SYSTEM) == []


def test_a_card_is_brought_to_the_step_that_yields_such_cards_with_all_its_languages():
    texts = {"to": {"en": "Everybody plans", "fi": "Kaikki suunnittelevat"}}
    goal = c.BringCard("goal-old1", "", "goal", {"to": "Everybody plans", "objectives": ["1.1"]}, "en", "Spring", texts)
    room = set_up().do(goal, SYSTEM)
    card = room.state.cards["goal-old1"]
    assert (card.step, card.source, card.shown) == (GOALS, "Spring", True)
    face = room.panel("room", "card:goal-old1")
    assert face and face["answers"]["to"]["texts"]["fi"] == {
        "text": "Kaikki suunnittelevat",
        "by": None,
        "checked": False,
    }
    assert room.refusal(goal, SYSTEM) == "id_taken"
    assert room.refusal(replace(goal, card="goal-old2", step=IDEAS), SYSTEM) == "not_asked"
    assert room.refusal(replace(goal, card="goal-old2", step="nowhere-1"), SYSTEM) == "no_such_step"
    assert room.refusal(replace(goal, card="goal-old2", texts={"to": {"de": "x"}}), SYSTEM) == "not_a_choice"


def test_what_the_agenda_has_no_step_for_does_not_come_along():
    room = Room().do(c.SetAgenda((Step("brief-01", "briefing"),)), SYSTEM)
    assert room.refusal(c.BringLevels("", {FIRST: 2}, {}, "x"), SYSTEM) == "no_such_step"
    assert room.refusal(c.BringCard("goal-old1", "", "goal", {"to": "x"}, "en", "x"), SYSTEM) == "no_such_step"


def test_hosts_may_prepare_while_the_room_is_at_work():
    room = grouped().open(IDEAS).do(c.AddStep(EXTRA, IDEAS), FAY)
    assert room.open("extra-01").state.current == "extra-01"
    assert room.state.work[BRIEFING].phase == "waiting"
    assert room.state.work[VOTE].phase == "waiting"
