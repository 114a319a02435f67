"""The draft plan: pure, at any moment, each line with what stands behind it, and a task for what is left open."""

from dataclasses import replace
from datetime import date
from typing import Any

from facilitation.live import Workshop, evolve
from facilitation.live import commands as c
from facilitation.plans.draft import drafts
from facilitation.shapes import Plan
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    EVA,
    FIRST,
    GOALS,
    IDEAS,
    MATRIX,
    METRICS,
    PACK,
    PEOPLE,
    REVIEW,
    SECOND,
    STATE,
    TALK,
    VOTE,
    Room,
    action,
    goal,
    grouped,
    marked,
    metric,
    set_up,
    two_groups,
    with_clusters,
    with_goal,
    worked_through,
)


def draft(room: Room, **how: bool) -> Plan:
    (plan,) = drafts(room.state, PACK, **how)
    return plan


# -- At any moment --------------------------------------------------------------------------------------------------


def test_an_empty_workshop_leaves_an_empty_plan():
    (plan,) = drafts(Workshop(), PACK)
    assert (plan.goals, plan.current_state, plan.tasks, plan.people) == ((), (), (), 0)


def test_a_workshop_that_has_not_begun_knows_its_head():
    plan = draft(set_up())
    assert (plan.title, plan.organisation) == ({"en": "Action plan 2027–2029"}, "Ministry of the Built Environment")
    assert plan.gathering and plan.gathering.days == ()


def test_the_draft_is_there_after_every_single_event_and_the_same_each_time():
    room = worked_through().reveal(REVIEW)
    state = Workshop()
    for recorded in room.log:
        state = evolve(state, recorded)
        assert drafts(state, PACK) == drafts(state, PACK)
    assert state == room.state


def test_mid_step_only_who_may_see_it_reads_what_groups_have_not_shown():
    room = with_goal()
    assert draft(room).goals == ()
    assert [each.id for each in draft(room, of_groups=True).goals] == ["goal-0001"]
    assert [each.id for each in draft(room.open(METRICS)).goals] == ["goal-0001"]


def test_hidden_ideas_are_in_no_draft():
    room = grouped().open(IDEAS).do(c.AddCard("idea-0001", IDEAS, {"text": "CANARY"}, "en"), ADA)
    assert "CANARY" not in repr(draft(room)) + repr(draft(room, of_groups=True))


# -- What it holds --------------------------------------------------------------------------------------------------


def test_a_goal_has_its_metrics_and_actions_and_what_is_bound_to_none_is_loose():
    room = worked_through()
    (whole,) = draft(room).goals
    assert ([each.id for each in whole.metrics], [each.id for each in whole.actions]) == (["metr-0001"], ["actn-0001"])
    room.do(c.WithdrawCard("goal-0001"))
    plan = draft(room)
    assert plan.goals == ()
    assert ([each.id for each in plan.loose_metrics], [each.id for each in plan.loose_actions]) == (
        ["metr-0001"],
        ["actn-0001"],
    )


def test_a_goal_is_read_field_by_field():
    fields: dict[str, Any] = {
        "due": "2028-12-31",
        "owner": "Director",
        "scope": "function",
        "agreement": "candidate",
        "level_now": 2,
    }
    room = grouped().open(GOALS).do(goal("goal-0001", **fields), ADA).open(METRICS)
    (whole,) = draft(room).goals
    assert (whole.due, whole.owner, whole.scope, whole.agreement) == (
        date(2028, 12, 31),
        "Director",
        "function",
        "candidate",
    )
    assert (whole.level_now, whole.theme, whole.objectives) == (2, "1", ("1.1",))


def test_levels_nobody_wrote_come_from_what_the_room_agreed():
    room = grouped().open(STATE).do(c.AgreeLevel(STATE, FIRST, 2, 4), ADA)
    room.open(GOALS).do(goal("goal-0001", level_target=5), ADA).open(METRICS)
    (whole,) = draft(room).goals
    assert (whole.level_now, whole.level_target) == (2, 5)


def test_a_metric_from_the_library_brings_what_the_card_does_not_say():
    entry = PACK.library[0]
    room = with_goal().open(METRICS).do(metric("metr-0001", library=entry.id, unit=""), ADA).open(ACTIONS)
    (whole,) = draft(room).goals[0].metrics
    assert (whole.name, whole.definition, whole.unit) == ({"en": "Planned purchases"}, entry.definition, entry.unit)
    assert whole.library == entry.id


def test_a_metric_from_the_library_takes_as_long_to_count_as_the_library_says():
    slow = replace(PACK, library=(replace(PACK.library[0], days_to_count=75), *PACK.library[1:]))
    room = with_goal().open(METRICS).do(metric("metr-0001", library=PACK.library[0].id), ADA).open(ACTIONS)
    (plan,) = drafts(room.state, slow)
    assert [each.days_to_count for each in plan.goals[0].metrics] == [75]


def test_figures_keep_their_days():
    figures: dict[str, Any] = {"baseline": 12.5, "baseline_day": "2026-12-31", "target": 60, "target_day": "2028-12-31"}
    room = with_goal().open(METRICS).do(metric("metr-0001", **figures), ADA).open(ACTIONS)
    (whole,) = draft(room).goals[0].metrics
    assert whole.baseline and (whole.baseline.value, whole.baseline.day) == (12.5, date(2026, 12, 31))
    assert whole.target and (whole.target.value, whole.target.day) == (60, date(2028, 12, 31))


def test_the_plan_tells_decisions_focus_notes_and_the_parking_lot():
    room = worked_through().do(c.AddCard("park-0001", "", {"text": "Coffee"}, "en"), EVA)
    room.open(TALK).do(c.AddCard("note-0001", TALK, {"text": "We agreed on this"}, "en"), EVA)
    plan = draft(room)
    assert [(made.text, made.reason, made.cards) for made in plan.decisions] == [
        ("We plan first", "Most dots", ("clus-0001",))
    ]
    assert [choice.text for choice in plan.focus.chosen] == [{"en": "Planning"}]
    assert [choice.text for choice in plan.focus.left_out] == [{"en": "Measure savings"}]
    assert plan.focus.chosen[0].reason == "Most dots"
    assert [parked.text for parked in plan.parked] == [{"en": "Coffee"}]
    assert [each.rows for each in plan.gathered] == [(({"en": "We agreed on this"},),)]


def test_the_plan_tells_who_was_there_by_number_and_never_by_name():
    plan = draft(worked_through())
    assert plan.gathering and plan.gathering.people == 3
    assert plan.gathering.organisations == {"Ministry": 3}
    assert plan.participants == {"management": 3}
    assert not any(asker.seat in repr(plan) for asker in PEOPLE)


def test_the_current_state_has_a_row_for_what_was_marked_or_agreed():
    room, _ = marked([1, 2, 2, 3, 5])
    plan = draft(room.reveal(STATE).do(c.AgreeLevel(STATE, SECOND, 3, 4, "By reason")))
    assert {row.statement for row in plan.current_state} >= {FIRST, SECOND}
    rows = {row.statement: row for row in plan.current_state}
    assert (rows[FIRST].median, rows[FIRST].n, rows[FIRST].agreed) == (2, 5, None)
    assert (rows[SECOND].agreed, rows[SECOND].target, rows[SECOND].reason) == (3, 4, "By reason")
    assert {row.statement for row in plan.themes} >= {"1"}


def test_confidence_stands_from_five_answers_on():
    room, askers = marked([3] * 5)
    room.open(REVIEW)
    for asker in askers[:4]:
        room.do(c.GiveConfidence(REVIEW, 4, "Time"), asker)
    assert draft(room.copy().reveal(REVIEW)).confidence is None
    confidence = draft(room.do(c.GiveConfidence(REVIEW, 2, ""), askers[4]).reveal(REVIEW)).confidence
    assert confidence and (confidence.n, confidence.median, confidence.raise_it) == (5, 4, ("Time",) * 4)


# -- What stands behind ---------------------------------------------------------------------------------------------


def test_a_goal_knows_the_cards_votes_and_spread_behind_it():
    room, askers = marked([1, 2, 2, 3, 5])
    for asker in askers:
        room.do(c.Pick(STATE, (FIRST,)), asker)
    room.reveal(STATE).do(c.FormGroups("random", 9, "seed")).open(IDEAS)
    room.do(c.AddCard("idea-0001", IDEAS, {"text": "Plan"}, "en"), askers[0]).reveal(IDEAS)
    room.do(c.AddCard("clus-0001", IDEAS, {"name": "Planning"}, "en", kind="cluster"), askers[0])
    room.do(c.PlaceCards(("idea-0001",), "clus-0001"), askers[0]).open(VOTE)
    for asker in askers:
        room.do(c.GiveDots(VOTE, "clus-0001", 2), asker)
    room.reveal(VOTE).do(c.Decide("decision-1", VOTE, "So be it", ("clus-0001",)))
    room.open(GOALS).do(goal("goal-0001", built_on="clus-0001"), askers[0]).open(METRICS)
    behind = draft(room).goals[0].evidence
    assert behind.cards == ("goal-0001", "clus-0001", "idea-0001")
    assert (behind.dots, behind.people, behind.rank, behind.tied) == (10, 5, 1, False)
    assert (behind.median, behind.low, behind.high, behind.n, behind.picks) == (2, 2, 3, 5, 5)
    assert behind.decisions == ("decision-1",)
    assert FIRST in behind.statements and behind.groups == ("group-a",)


def test_a_place_on_the_matrix_is_evidence_too():
    room = with_clusters().open(MATRIX)
    for asker in PEOPLE:
        room.do(c.PlaceOnMatrix(MATRIX, "clus-0001", 5, 2), asker)
    room.reveal(MATRIX).open(GOALS).do(goal("goal-0001", built_on="clus-0001"), ADA).open(METRICS)
    behind = draft(room).goals[0].evidence
    assert (behind.importance, behind.feasibility, behind.people, behind.dots) == (5, 2, 3, None)


def test_a_goal_of_no_objective_is_the_organisation_s_own():
    room = grouped().open(GOALS).do(goal("goal-0001", objectives=[]), ADA).open(METRICS)
    (whole,) = draft(room).goals
    assert whole.own and whole.evidence.statements == ()


# -- Whose plan -----------------------------------------------------------------------------------------------------


def for_their_own() -> Room:
    """Group A drafts for the ministry itself, group B for an agency."""
    room = two_groups().do(c.SetOption(GOALS, "own_organisation", True))
    room.do(c.ReviseGroup("group-bb-01", organisation="Agency")).open(GOALS)
    room.do(goal("goal-0001"), ADA).do(goal("goal-0002", "The agency plans"), EVA).open(METRICS)
    return room.do(metric("metr-0002", "goal-0002"), EVA).open(ACTIONS)


def test_groups_that_draft_for_their_own_leave_several_plans():
    ministry, agency = drafts(for_their_own().state, PACK)
    assert (ministry.organisation, agency.organisation) == ("Ministry of the Built Environment", "Agency")
    assert [each.id for each in ministry.goals] == ["goal-0001"]
    assert [each.id for each in agency.goals] == ["goal-0002"]
    assert {task.about for task in ministry.tasks} == {"goal-0001"}
    assert {task.about for task in agency.tasks} == {"goal-0002", "metr-0002"}
    assert ministry.id != agency.id


def test_without_the_option_all_goals_are_the_workshop_s():
    room = two_groups().do(c.ReviseGroup("group-bb-01", organisation="Agency")).open(GOALS)
    room.do(goal("goal-0001"), ADA).do(goal("goal-0002"), EVA).open(METRICS)
    assert len(draft(room).goals) == 2


# -- What is left open ----------------------------------------------------------------------------------------------


def test_what_the_room_had_no_time_for_becomes_tasks_with_whoever_promised_it():
    plan = draft(worked_through())
    tasks = {(task.about, task.words.id): (task.who, task.by) for task in plan.tasks}
    assert tasks["metr-0001", "Find out the baseline."] == ("Controller", date(2027, 3, 31))
    assert ("goal-0001", "Agree on who answers for the goal.") in tasks
    assert ("metr-0001", "Set the target and its day.") in tasks
    assert ("actn-0001", "Agree on when it ends.") in tasks


def test_a_goal_alone_asks_for_a_metric_and_a_first_action():
    plan = draft(with_goal().open(METRICS))
    assert {task.words.id for task in plan.tasks} >= {"Find a metric for the goal.", "Agree on the first action."}


def test_what_is_complete_leaves_nothing_to_do():
    room = grouped().open(GOALS).do(goal("goal-0001", owner="Director", due="2028-12-31"), ADA).open(METRICS)
    sheet: dict[str, Any] = {"baseline": 1, "target": 2, "definition": "x", "source": "y", "frequency": "yearly"}
    room.do(metric("metr-0001", **sheet), BEN).open(ACTIONS).do(action("actn-0001", end="2027-06-30"), EVA).open(REVIEW)
    assert draft(room).tasks == ()
