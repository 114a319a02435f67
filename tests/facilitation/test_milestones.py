"""Milestones of an approved plan's actions: told to be reached, late where they are not, asked about when due."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.followup import Round, asked, progress
from facilitation.live import Asker
from facilitation.plans.beginnings import next_of
from facilitation.plans.commands import ApprovePlan, OpenAmendment, SendForApproval, TellProgress
from facilitation.plans.fields.milestones import told
from facilitation.plans.onward import onward
from facilitation.plans.reached import as_reached, signs_of, told_apart
from facilitation.plans.results import with_results
from facilitation.shapes import Action, Goal, Milestone, Plan
from tests.facilitation.plan_world import ACTION, ASKED, CAY, SOUND, TODAY, Desk
from tests.facilitation.test_plan_following import followed

OUT = Milestone({"en": "Tender out"}, date(2027, 3, 31))
SIGNED = Milestone({"en": "Contract signed", "fi": "Sopimus tehty"}, date(2027, 9, 30))
PAID = Milestone({"en": "First bill paid"})
START, END = date(2027, 1, 1), date(2027, 12, 31)
ACTING = Action("a1", {"en": "Buy it"}, start=START, end=END, status="in_progress", milestones=(OUT, SIGNED, PAID))
SIGNS: dict[str, tuple[str, ...]] = dict(zip(("out", "signed", "paid"), signs_of(ACTING.milestones), strict=True))


def of(*milestones: Milestone) -> Plan:
    """The sound plan, whose action has these milestones."""
    goal = SOUND.goals[0]
    actions = tuple(replace(each, milestones=milestones) if each.id == ACTION else each for each in goal.actions)
    return replace(SOUND, goals=(replace(goal, actions=actions), *SOUND.goals[1:]))


def desk_of(*milestones: Milestone) -> Desk:
    return followed(of(*milestones))


def reached(desk: Desk) -> list[str]:
    plan = with_results(desk.life) or Plan("")
    [action] = [each for each in plan.goals[0].actions if each.id == ACTION]
    return [next(iter(each.name.values())) for each in action.milestones if each.done]


def tell(*names: str, status: str = "in_progress") -> TellProgress:
    signs = tuple(SIGNS[name][0] for name in names)
    return TellProgress(ACTION, status, "", "", TODAY, signs)  # pyright: ignore[reportArgumentType] (a status)


def amended(desk: Desk, *milestones: Milestone) -> Desk:
    now = next(each for each in desk.plan.goals[0].actions if each.id == ACTION).milestones
    desk.revise("milestones", list(map(told, milestones)), list(map(told, now)), line=ACTION)
    return desk.do(SendForApproval(ASKED)).do(ApprovePlan("", TODAY), CAY)


# -- Told -------------------------------------------------------------------------------------------------------------


def test_a_milestone_that_is_told_is_reached_and_no_version_changes():
    desk = desk_of(OUT, SIGNED)
    versions = desk.life.versions
    assert reached(desk.do(tell("out"))) == ["Tender out"]
    assert desk.life.versions == versions
    assert reached(desk.do(tell("out", "signed"))) == ["Tender out", "Contract signed"]


def test_what_is_told_of_milestones_is_all_that_is_reached_and_can_be_taken_back():
    assert reached(desk_of(OUT, SIGNED).do(tell("out", "signed")).do(tell("signed"))) == ["Contract signed"]


def test_who_says_nothing_of_milestones_leaves_them_as_they_are():
    desk = desk_of(OUT, SIGNED).do(tell("out"))
    assert reached(desk.do(TellProgress(ACTION, "paused", "No money.", "", TODAY))) == ["Tender out"]


def test_what_was_approved_as_reached_stays_reached():
    desk = desk_of(replace(OUT, done=True), SIGNED)
    assert reached(desk.do(tell("signed"))) == ["Tender out", "Contract signed"]


def test_the_same_milestones_again_are_nothing_new_and_others_are_refused():
    desk = desk_of(OUT, SIGNED).do(tell("out"))
    assert desk.events(tell("out")) == []
    assert desk.events(tell("signed")) != []
    assert desk.refusal(tell("paid")) == "not_a_choice"


def test_a_holder_tells_milestones_of_their_own_role_only():
    holder = Asker("holder-hal-01", "holder")
    assert desk_of(OUT).refusal(replace(tell("out"), role="Nobody"), holder) == "not_yours"


# -- Known by their words ---------------------------------------------------------------------------------------------


def test_an_amendment_that_moves_dates_and_translates_leaves_reached_what_was_told():
    desk = desk_of(OUT, SIGNED).do(tell("signed")).do(OpenAmendment("Later"))
    later = replace(SIGNED, day=END, name={**SIGNED.name, "sv": "Avtal slutet"}, done=True)
    assert reached(amended(desk, later, OUT)) == ["Contract signed"]


def test_an_amendment_takes_back_what_was_told_wrongly():
    desk = desk_of(OUT, SIGNED).do(tell("out", "signed")).do(OpenAmendment("It was not signed"))
    assert reached(amended(desk, replace(OUT, done=True), SIGNED)) == ["Tender out"]


def test_of_two_of_one_name_the_other_is_not_reached_because_an_amendment_dropped_the_first():
    first, second = (Milestone({"en": "Board meets"}, date(2027, month, 15)) for month in (3, 9))
    desk = desk_of(first, second)
    met = signs_of((first, second))[0][:1]
    desk.do(TellProgress(ACTION, "in_progress", "", "", TODAY, met)).do(OpenAmendment("Once a year"))
    assert reached(amended(desk, second)) == []


def test_an_amendment_begins_with_what_is_reached_so_that_a_new_name_loses_nothing():
    desk = desk_of(OUT, SIGNED).do(tell("signed")).do(OpenAmendment("Other words"))
    [_, now] = next(each for each in desk.plan.goals[0].actions if each.id == ACTION).milestones
    assert now == replace(SIGNED, done=True)
    assert reached(amended(desk, OUT, replace(now, name={"en": "Agreement in force"}))) == ["Agreement in force"]


def test_milestones_of_one_name_are_told_apart_by_the_order_of_their_days():
    first, second = (Milestone({"en": "Report"}, date(year, 6, 30)) for year in (2027, 2028))
    action = replace(ACTING, milestones=(second, first))
    of_second, of_first = signs_of(action.milestones)
    assert [each.done for each in as_reached(action, of_first).milestones] == [False, True]
    assert signs_of((first, second)) == (of_first, of_second)


def test_once_an_amendment_was_approved_with_it_a_milestone_stays_reached_whatever_is_told():
    desk = desk_of(OUT, SIGNED).do(tell("out")).do(OpenAmendment("Later"))
    amended(desk, replace(OUT, done=True), replace(SIGNED, day=END))
    assert desk.life.told[ACTION].reached == ()
    assert reached(desk.do(tell("signed"))) == ["Tender out", "Contract signed"]


def test_what_is_told_while_an_amendment_is_written_is_told_still():
    desk = desk_of(OUT, SIGNED).do(OpenAmendment("Later")).do(tell("out"))
    assert reached(amended(desk, OUT, replace(SIGNED, day=END))) == ["Tender out"]


@pytest.mark.parametrize("name", [{"en": " tender  OUT "}, {"en": "Tender out", "fi": "Kilpailutus avattu"}])
def test_spaces_capitals_and_further_languages_make_no_other_milestone(name: dict[str, str]):
    assert set(signs_of((OUT,))[0]) <= set(signs_of((replace(OUT, name=name),))[0])


NAMES = st.dictionaries(st.sampled_from(["fi", "sv", "en"]), st.sampled_from(["Avattu", "Valmis", ""]))
MILESTONES = st.lists(st.builds(Milestone, NAMES, st.none() | st.dates(START, END)), max_size=4)


@given(MILESTONES, st.data())
def test_whichever_are_told_these_and_no_others_are_reached(milestones: list[Milestone], data: st.DataObject):
    action = replace(ACTING, milestones=tuple(milestones))
    signs = signs_of(action.milestones)
    chosen = {n for n in range(len(milestones)) if data.draw(st.booleans())}
    told = told_apart(action, [signs[n][0] for n in chosen])
    assert told is not None
    assert {n for n, each in enumerate(as_reached(action, told).milestones) if each.done} == chosen


# -- Late -------------------------------------------------------------------------------------------------------------


def test_an_action_is_late_from_the_day_after_a_milestone_that_is_not_reached():
    assert progress(ACTING, date(2027, 3, 31)).progress == "in_progress"
    found = progress(ACTING, date(2027, 4, 5))
    assert (found.progress, found.days, found.missed, found.ahead) == ("late", 5, (OUT,), SIGNED)
    told = as_reached(ACTING, SIGNS["out"])
    assert progress(told, date(2027, 4, 5)).progress == "in_progress"
    assert progress(told, date(2027, 4, 5)).reached == 1


def test_past_its_end_an_action_is_as_late_as_its_end_and_every_missed_milestone_is_named():
    found = progress(ACTING, date(2028, 1, 3))
    assert (found.days, found.missed, found.ahead) == (3, (OUT, SIGNED), None)


def test_a_milestone_that_is_reached_says_that_the_action_has_begun():
    waiting = replace(ACTING, status="to_come", milestones=(PAID,))
    assert progress(waiting, date(2027, 1, 5)).days == 4
    assert progress(as_reached(waiting, signs_of((PAID,))[0]), date(2027, 1, 5)).progress == "to_come"


@pytest.mark.parametrize("status", ["done", "abandoned", "paused"])
def test_of_what_rests_no_milestone_is_late(status: str):
    found = progress(replace(ACTING, status=status), date(2028, 1, 3))
    assert (found.progress, found.missed, found.ahead) == (status, (), None)


# -- Asked ------------------------------------------------------------------------------------------------------------


def asks(round: Round, **changed: object) -> bool:
    plan = Plan("p", goals=(Goal("g1", owner="Director", actions=(replace(ACTING, **changed),)),))
    return bool(asked(plan, (), round))


def test_a_round_asks_about_an_action_in_which_a_milestone_falls_due():
    spring = Round("r1", date(2027, 3, 1), date(2027, 3, 31))
    assert not asks(spring, start=date(2027, 6, 1), milestones=(SIGNED,))
    assert asks(spring, start=date(2027, 6, 1), milestones=(OUT, SIGNED))
    assert asks(spring, start=None, end=None, milestones=(OUT,))
    assert not asks(spring, start=None, end=None, milestones=(PAID,))


@pytest.mark.parametrize("status", ["done", "abandoned", "paused"])
def test_a_milestone_of_what_rests_asks_for_nothing(status: str):
    assert not asks(Round("r1", date(2027, 3, 1), date(2027, 3, 31)), start=None, end=None, status=status)


# -- Onward -----------------------------------------------------------------------------------------------------------


def test_the_next_plan_takes_along_what_is_reached():
    plan = onward(desk_of(OUT, SIGNED).do(tell("out")).life)
    assert plan is not None
    [action] = [each for each in next_of(plan, {"en": "Next"}, "2030").goals[0].actions if each.id == ACTION]
    assert [each.done for each in action.milestones] == [True, False]
