"""A plan is written by several people at once; nothing that anybody wrote is lost, and what is gone can come back."""

from dataclasses import replace
from datetime import date

import pytest

from facilitation.plans.commands import (
    AddLine,
    DraftPlan,
    DropLine,
    LeaveThemeOut,
    MoveLine,
    PutLineBack,
    ReviseField,
    SettleField,
)
from facilitation.plans.events import FieldRevised, ValueKept
from facilitation.plans.lines import goal_of, line_in
from facilitation.plans.stops import found
from facilitation.shapes import Action, Goal, Metric, Reading
from tests.facilitation.plan_world import ACTION, ADA, BEN, GOAL, METRIC, SOUND, TODAY, Desk, drafted, sent

FIRST = SOUND.goals[0].to["en"]


def goal(desk: Desk, id: str = GOAL) -> Goal:
    line = line_in(desk.plan, id)
    assert isinstance(line, Goal)
    return line


def metric(desk: Desk) -> Metric:
    line = line_in(desk.plan, METRIC)
    assert isinstance(line, Metric)
    return line


# -- One person -----------------------------------------------------------------------------------------------------


def test_a_plan_begins_as_the_room_left_it_with_a_first_version():
    life = drafted().life
    assert (life.stage, life.first.goals, life.sources[0].seq) == ("draft", life.plan.goals, 812)
    assert [(version.number, version.seq) for version in life.versions] == [("0.1", 1)]


def test_a_plan_begins_once():
    assert drafted().refusal(DraftPlan(SOUND)) == "id_taken"


def test_a_plan_of_a_method_that_is_not_here_does_not_begin():
    assert Desk().refusal(DraftPlan(replace(SOUND, pack="no-such"))) == "no_pack"


def test_one_language_is_revised_and_the_others_stay():
    desk = drafted().revise("to", "All agencies plan", FIRST, language="en")
    assert goal(desk).to == {**SOUND.goals[0].to, "en": "All agencies plan"}


def test_the_log_says_what_stood_there_before():
    event = drafted().events(ReviseField(GOAL, "to", "All agencies plan", FIRST, "en"))[0]
    assert event == FieldRevised(GOAL, "to", "All agencies plan", FIRST, "en")


def test_saying_the_same_again_is_nothing():
    assert drafted().events(ReviseField(GOAL, "to", f" {FIRST} ", "anything", "en")) == []


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("to", "x" * 301, "too_long"),
        ("due", "next year", "not_a_day"),
        ("agreement", "perhaps", "not_a_choice"),
        ("level_now", 6, "out_of_range"),
        ("objectives", 7, "not_a_choice"),
        ("theme", "1", "no_such_field"),
        ("colour", "red", "no_such_field"),
    ],
)
def test_what_does_not_fit_its_field_is_refused(field: str, value: object, code: str):
    assert drafted().refusal(ReviseField(GOAL, field, value, None, "en")) == code  # pyright: ignore[reportArgumentType]


def test_words_are_written_in_a_language_of_ours():
    assert drafted().refusal(ReviseField(GOAL, "to", "Alle planen", "", "de")) == "not_a_choice"


def test_a_theme_follows_the_objectives_of_its_goal():
    desk = drafted().revise("objectives", ["8.2"], list(SOUND.goals[0].objectives))
    assert (goal(desk).objectives, goal(desk).theme) == (("8.2",), "8")


def test_the_day_of_a_figure_waits_for_the_figure():
    desk = drafted().revise("baseline", None, metric(drafted()).baseline.value, line=METRIC)  # pyright: ignore[reportOptionalMemberAccess]
    assert metric(desk).baseline is None
    assert desk.refusal(ReviseField(METRIC, "baseline_day", "2027-01-01", None)) == "no_figure"
    desk.revise("baseline", 12.5, None, line=METRIC).revise("baseline_day", "2027-01-01", None, line=METRIC)
    assert metric(desk).baseline == Reading(12.5, date(2027, 1, 1))


# -- Two people -----------------------------------------------------------------------------------------------------


def conflict() -> Desk:
    """Ada changed the sentence that Ben was changing too."""
    desk = drafted().revise("to", "All agencies plan", FIRST, ADA, language="en")
    return desk.revise("to", "Most agencies plan", FIRST, BEN, language="en")


def test_two_who_revise_one_field_keep_both_texts():
    desk = conflict()
    assert goal(desk).to["en"] == "All agencies plan"
    assert [(kept.value, kept.by) for kept in desk.life.kept_of(GOAL, "to", "en")] == [("Most agencies plan", BEN.seat)]


def test_who_goes_on_writing_keeps_one_text_not_every_stage_of_it():
    desk = conflict().revise("to", "Most agencies plan well", FIRST, BEN, language="en")
    assert [kept.value for kept in desk.life.kept] == ["Most agencies plan well"]


def test_two_who_revise_different_fields_or_languages_never_meet():
    desk = drafted().revise("to", "All agencies plan", FIRST, ADA, language="en")
    desk.revise("to", "Kaikki suunnittelevat", SOUND.goals[0].to["fi"], BEN, language="fi")
    desk.revise("owner", "Director of procurement", SOUND.goals[0].owner, BEN)
    assert (desk.life.kept, goal(desk).owner) == ((), "Director of procurement")


def test_a_figure_that_came_too_late_is_kept_beside_the_other_too():
    desk = drafted().revise("target", 10, 15, ADA, METRIC)
    assert metric(desk).target == Reading(10, date(2028, 12, 31))
    assert desk.events(ReviseField(METRIC, "target", 12, 15), BEN) == [ValueKept(METRIC, "target", 12)]


def test_nobody_empties_a_field_that_somebody_else_has_just_written():
    desk = drafted().revise("to", "All agencies plan", FIRST, ADA, language="en")
    assert desk.refusal(ReviseField(GOAL, "to", "", FIRST, "en"), BEN) == "changed_meanwhile"


def test_one_text_is_chosen_or_a_third_and_the_others_go():
    desk = conflict().do(SettleField(GOAL, "to", "Nearly all plan", "All agencies plan", "en"), BEN)
    assert (goal(desk).to["en"], desk.life.kept) == ("Nearly all plan", ())


def test_a_choice_made_of_an_old_text_is_kept_beside_the_new_one():
    desk = conflict().revise("to", "Every agency plans", "All agencies plan", ADA, language="en")
    desk.do(SettleField(GOAL, "to", "Most agencies plan", "All agencies plan", "en"), BEN)
    assert goal(desk).to["en"] == "Every agency plans"
    assert [kept.value for kept in desk.life.kept] == ["Most agencies plan"]


def test_nothing_is_settled_where_nothing_stands_beside():
    assert drafted().events(SettleField(GOAL, "to", "All", FIRST, "en")) == []


# -- Lines ----------------------------------------------------------------------------------------------------------


def test_a_new_goal_has_its_words_in_every_language_that_was_written():
    desk = drafted().do(AddLine("goal", "goal-0002", {"to": {"en": "All plan", "fi": " "}, "objectives": ["1.4"]}))
    added = goal(desk, "goal-0002")
    assert (added.to, added.theme, desk.plan.goals[-1].id) == ({"en": "All plan"}, "1", "goal-0002")


@pytest.mark.parametrize(
    ("kind", "values", "under", "code"),
    [
        ("goal", {}, "", "empty"),
        ("goal", {"to": {"de": "Alle"}}, "", "not_a_choice"),
        ("goal", {"to": {"en": "All"}}, GOAL, "no_such_goal"),
        ("metric", {"name": {"en": "Share"}}, "goal-none", "no_such_goal"),
        ("metric", {"name": {"en": "Share"}, "colour": "red"}, GOAL, "no_such_field"),
        ("follow_up", {"what": {"en": "Figures"}}, "", "empty"),
        ("plan", {"title": {"en": "Another"}}, "", "no_such_kind"),
    ],
)
def test_a_new_line_fits_where_it_is_put(kind: str, values: dict, under: str, code: str):
    assert drafted().refusal(AddLine(kind, "line-0001", values, under)) == code


def test_a_metric_stands_under_its_goal_and_says_so():
    desk = drafted().do(AddLine("metric", "metr-0002", {"name": {"en": "Share"}, "target": 60}, GOAL))
    added = goal(desk).metrics[-1]
    assert (added.id, added.goals, added.target) == ("metr-0002", (GOAL,), Reading(60))


def test_days_of_follow_up_stand_in_their_order():
    desk = drafted().do(AddLine("follow_up", "look-0001", {"day": "2027-03-01"}))
    assert [look.day.isoformat() for look in desk.plan.follow_up] == ["2027-03-01", "2027-11-01"]


def test_a_goal_that_is_taken_out_comes_back_where_it_stood_with_all_that_was_its():
    desk = drafted().do(AddLine("goal", "goal-0002", {"to": {"en": "All plan"}})).do(DropLine(GOAL, "Done already"))
    assert [each.id for each in desk.plan.goals] == ["goal-0002"]
    assert desk.life.dropped[GOAL].reason == "Done already"
    assert desk.do(PutLineBack(GOAL), BEN).plan.goals == (desk.life.first.goals[0], desk.plan.goals[1])


def test_a_metric_whose_goal_is_gone_comes_back_without_a_goal():
    desk = drafted().do(DropLine(METRIC)).do(DropLine(GOAL)).do(PutLineBack(METRIC))
    assert [each.id for each in desk.plan.loose_metrics] == [METRIC]


def test_the_plan_itself_cannot_be_taken_out():
    assert drafted().refusal(DropLine(SOUND.id)) == "no_such_line"


def test_what_is_written_into_a_line_that_was_taken_out_is_refused_with_its_reason():
    assert drafted().do(DropLine(GOAL)).refusal(ReviseField(GOAL, "owner", "Director", ""), BEN) == "line_gone"


def test_an_action_moves_to_another_goal():
    desk = drafted().do(AddLine("goal", "goal-0002", {"to": {"en": "All plan"}})).do(MoveLine(ACTION, "goal-0002", 0))
    action = line_in(desk.plan, ACTION)
    assert isinstance(action, Action)
    assert (action.goal, goal_of(desk.plan, ACTION)) == ("goal-0002", goal(desk, "goal-0002"))
    assert desk.events(MoveLine(ACTION, "goal-0002", 0)) == []


# -- Themes ---------------------------------------------------------------------------------------------------------


def unseen(desk: Desk) -> bool:
    return any(finding.check == "P1" for finding in found(desk.life, TODAY))


def test_a_theme_is_looked_at_or_left_out_with_a_reason():
    desk = drafted(replace(SOUND, focus=replace(SOUND.focus, left_out=SOUND.focus.left_out[1:])))
    assert unseen(desk)
    assert not unseen(desk.do(LeaveThemeOut("1", "Next year")))
    assert unseen(desk.do(LeaveThemeOut("1", " ")))
    assert desk.refusal(LeaveThemeOut("99", "Next year")) == "not_a_choice"


# -- When it may not be written -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    [
        ReviseField(GOAL, "owner", "Director", ""),
        AddLine("risk", "risk-0001", {"text": {"en": "Nobody has time"}}),
        DropLine(GOAL),
        LeaveThemeOut("1", "Next year"),
    ],
)
def test_nobody_writes_in_a_plan_that_lies_before_its_approvers(command: object):
    assert sent().refusal(command) == "in_approval"  # pyright: ignore[reportArgumentType]


def test_a_plan_that_has_not_begun_takes_nothing():
    assert Desk().refusal(DropLine(GOAL)) == "no_plan"
