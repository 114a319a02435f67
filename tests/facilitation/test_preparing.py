"""Preparing: a workshop is set up, its agenda planned, its options changed while they may be."""

from dataclasses import replace

import pytest

from facilitation import limits
from facilitation.live import commands as c
from facilitation.live import events as e
from facilitation.live.events import Asked
from facilitation.live.state import Said, Work
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


OLD_GOAL = c.BringCard("goal-old1", "", "goal", {"from": "Some", "to": "All plan"}, "en", "Spring")
OLD_LEVELS = c.BringLevels("", {FIRST: 2}, {FIRST: 4}, "Spring")


def with_nothing_asked() -> Room:
    """A briefing, and what came along from the spring."""
    room = Room().do(c.SetAgenda((Step("brief-01", "briefing"),), STATEMENTS), SYSTEM)
    return room.do(c.Join(FAY.seat, role="host"), FAY).do(OLD_GOAL, SYSTEM).do(OLD_LEVELS, SYSTEM)


def test_what_no_step_asks_for_stays_with_the_workshop():
    room = with_nothing_asked()
    assert (room.state.cards["goal-old1"].step, room.state.levels[FIRST].source) == ("", "Spring")
    assert room.panel("room", "agreed") == {FIRST: {"level": 2, "target": 4, "reason": "", "source": "Spring"}}
    assert room.refusal(c.BringLevels("nowhere-1", {FIRST: 2}, {}, "x"), SYSTEM) == "no_such_step"
    for kind in ("cluster", "parked", "wish"):
        assert room.refusal(replace(OLD_GOAL, card="goal-old2", kind=kind), SYSTEM) == "not_asked"


def test_a_step_that_is_added_later_takes_in_what_came_along():
    room = with_nothing_asked().do(c.AddStep(Step(GOALS, "goals"))).do(c.AddStep(Step(STATE, "current_state")))
    assert room.state.cards["goal-old1"].step == GOALS
    assert room.state.work[STATE].agreed[FIRST].source == "Spring"
    assert room.state.levels == {}
    assert room.panel("room", "agreed") is None


def test_a_step_with_nothing_but_what_came_along_may_go_and_that_stays():
    room = set_up().do(OLD_GOAL, SYSTEM).do(OLD_LEVELS, SYSTEM)
    room.do(c.DropStep(GOALS)).do(c.DropStep(STATE))
    assert (room.state.cards["goal-old1"].step, room.state.levels[FIRST].level) == ("", 2)
    anew = set_up().do(OLD_GOAL, SYSTEM).do(OLD_LEVELS, SYSTEM)
    as_break = tuple(replace(step, kind="break") if step.id in (GOALS, STATE) else step for step in STEPS)
    anew.do(c.SetAgenda(as_break, STATEMENTS))
    assert (anew.state.cards["goal-old1"].step, anew.state.levels[FIRST].level) == ("", 2)
    assert anew.state.work[STATE] == Work()


def test_a_level_that_the_room_agreed_anew_keeps_its_step():
    room = set_up().do(OLD_LEVELS, SYSTEM).do(c.AgreeLevel(STATE, FIRST, 3))
    assert room.refusal(c.DropStep(STATE)) == "begun"


def test_only_hosts_change_what_came_along_without_a_step():
    room = with_nothing_asked().do(c.Join(ADA.seat), ADA)
    better = c.ReviseCard("goal-old1", "to", "All plan well", "All plan", "en")
    assert room.refusal(better, ADA) == "not_yours"
    assert room.refusal(c.AddCard("goal-new1", "", {"to": "Mine"}, "en", kind="goal"), ADA) == "not_asked"
    said = room.do(better).state.cards["goal-old1"].answers["to"]
    assert isinstance(said, Said) and said.texts == {"en": "All plan well"}


def test_hosts_may_prepare_while_the_room_is_at_work():
    room = grouped().open(IDEAS).do(c.AddStep(EXTRA, IDEAS), FAY)
    assert room.open("extra-01").state.current == "extra-01"
    assert room.state.work[BRIEFING].phase == "waiting"
    assert room.state.work[VOTE].phase == "waiting"
