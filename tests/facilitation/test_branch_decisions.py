"""What a branch decides on its units' goals: kept with its reason, never overwritten unseen, fixed at approval."""

from dataclasses import replace

from facilitation.consolidation import Unit, decision_of
from facilitation.plans import commands as c
from facilitation.plans.events import Approver, RestsOn
from facilitation.plans.outside import from_outside
from tests.facilitation.branch_desk import (
    JOBS,
    MERGE,
    TALKS,
    UNIT,
    begun,
    decide,
    filed,
    lived,
    made,
    own,
    rests,
    wish,
)
from tests.facilitation.branch_world import MINISTRY
from tests.facilitation.plan_world import BEN, CAY, TODAY, drafted

# -- What becomes of the goals --------------------------------------------------------------------------------------


def test_the_ministrys_own_goals_are_the_branchs_without_a_decision():
    assert [each.id for each in begun().plan.goals] == ["rym.g1", "rym.g2", "rym.g3"]


def test_a_merge_makes_one_goal_in_its_own_words_with_its_own_owner():
    goal = decide(begun(), MERGE).plan.goals[-1]
    assert (goal.id, goal.to["en"], goal.owner) == ("decision-1", "Everybody talks first.", "Permanent secretary")
    assert {metric.goals for metric in goal.metrics} == {("decision-1",)}


def test_what_is_raised_is_a_candidate_for_the_agreement_of_its_year():
    goal = decide(begun(), made("raise", JOBS, year=2029)).plan.goals[-1]
    assert (goal.agreement, goal.agreement_year) == ("candidate", 2029)


def test_what_is_kept_with_its_unit_is_no_goal_of_the_branch_and_needs_a_reason():
    desk = begun()
    assert desk.refusal(wish(desk, made("keep", JOBS, reason=" "))) == "empty"
    assert len(decide(desk, made("keep", JOBS)).plan.goals) == 3
    assert desk.life.decisions[-1].reason == "They say the same."


def test_a_decision_is_changed_under_its_own_id_in_its_own_place():
    desk = decide(decide(begun(), made("adopt", JOBS)), made("adopt", TALKS[0], id="decision-2"))
    decide(desk, made("raise", JOBS))
    assert [each.id for each in desk.plan.goals[-2:]] == ["decision-1", "decision-2"]
    assert desk.plan.goals[-2].agreement == "candidate"


def test_a_merge_holds_for_the_rest_when_one_of_its_goals_is_decided_otherwise():
    desk = decide(begun(), MERGE)
    decide(desk, made("keep", TALKS[0], id="decision-2"))
    decide(desk, made("adopt", TALKS[1], id="decision-3"))
    known = decision_of(desk.life.decisions)
    assert [(known[ref].id, known[ref].kind) for ref in TALKS] == [
        ("decision-2", "keep"),
        ("decision-3", "adopt"),
        ("decision-1", "adopt"),
    ]
    decide(desk, made("keep", TALKS[2], id="decision-4"))
    assert "decision-1" not in {each.id for each in (*desk.life.decisions, *desk.plan.goals)}


def test_a_decision_that_is_withdrawn_takes_its_goal_along_and_stays_in_the_log():
    desk = decide(begun(), MERGE)
    desk.do(c.WithdrawDecision("decision-1", desk.life.decided_at["decision-1"]))
    assert len(desk.plan.goals) == 3
    assert desk.events(c.WithdrawDecision("decision-1", 0)) == []
    assert "GoalsDecided" in {type(fact.event).__name__ for fact in desk.log}


def test_the_branchs_goal_is_edited_like_any_and_a_new_reason_leaves_it_as_it_is():
    desk = decide(begun(), MERGE)
    desk.revise("owner", "Director", "Permanent secretary", BEN, "decision-1")
    decide(desk, replace(MERGE, reason="One goal is enough."))
    assert (desk.plan.goals[-1].owner, desk.life.decisions[-1].reason) == ("Director", "One goal is enough.")
    decide(desk, replace(MERGE, owner="Head"))
    assert desk.plan.goals[-1].owner == "Head"


def test_own_goals_come_in_as_they_were_approved_last_and_those_that_are_gone_go():
    desk = begun()
    assert desk.events(c.TakeInOwn(own())) == []
    first, second, _ = own()
    desk.do(c.TakeInOwn((replace(first, goal=replace(first.goal, owner="Director")), second)))
    assert [(each.id, each.owner) for each in desk.plan.goals[:1]] == [("rym.g1", "Director")]
    assert len(desk.plan.goals) == 2


def test_an_own_goal_that_was_merged_stays_merged_when_own_goals_come_in():
    desk = decide(begun(), made("merge", own()[0].ref, JOBS))
    assert "rym.g1" not in {each.id for each in desk.plan.goals}
    assert desk.events(c.TakeInOwn(own())) == []


# -- Two at once ----------------------------------------------------------------------------------------------------


def gone_over() -> Unit:
    """Whose the plan of Roads, and what was decided on its goals, is now."""
    return Unit("council", {"en": "Council"})


def test_a_decision_is_changed_under_the_unit_that_the_plan_went_over_to():
    desk = decide(begun(), made("adopt", TALKS[0]))
    (was,) = desk.life.decisions[-1].goals
    again = replace(desk.life.decisions[-1], id="decision-2", kind="keep", reason="Theirs.")
    again = replace(again, goals=(replace(was, unit=gone_over()),))
    desk.do(c.DecideOnGoals(again, desk.life.decided_at["decision-1"]))
    assert [each.kind for each in desk.life.decisions if not each.goals[0].unit.own] == ["keep"]
    assert "decision-1" not in {goal.id for goal in desk.life.plan.goals}


def test_what_was_decided_goes_over_with_the_plan_once_it_is_known_which_plans_are_read():
    desk = decide(begun(), made("adopt", TALKS[0]))
    desk.revise("owner", "Somebody else", desk.life.plan.goals[-1].owner, BEN, "decision-1")
    rested = (RestsOn(gone_over(), desk.life.decisions[-1].goals[0].plan, "1.0", TODAY),)
    desk.do(c.ReadBranch(rested))
    assert [taken.unit.id for taken in desk.life.decisions[-1].goals] == ["council"]
    goal = next(each for each in desk.life.plan.goals if each.id == "decision-1")
    assert (goal.unit, goal.owner) == ("Council", "Somebody else")
    assert {metric.id.partition(".")[0] for metric in goal.metrics} == {"council"}
    assert desk.life.rests == rested
    assert desk.events(c.ReadBranch(rested)) == []


def test_nobody_overwrites_a_decision_that_they_have_not_seen():
    desk = begun()
    late = wish(desk, made("keep", TALKS[0], id="decision-2"))
    decide(desk, MERGE)
    assert desk.refusal(late, BEN) == "changed_meanwhile"
    assert decision_of(desk.life.decisions)[TALKS[0]].kind == "merge"
    decide(desk, late.decision, BEN)
    assert decision_of(desk.life.decisions)[TALKS[0]].kind == "keep"


def test_what_was_withdrawn_meanwhile_is_seen_first_too():
    desk = decide(begun(), MERGE)
    change = wish(desk, replace(MERGE, owner="Director"))
    stale = c.WithdrawDecision("decision-1", desk.life.decided_at["decision-1"])
    decide(desk, replace(MERGE, owner="Head"))
    assert desk.refusal(stale, BEN) == "changed_meanwhile"
    desk.do(c.WithdrawDecision("decision-1", desk.life.decided_at["decision-1"]))
    assert desk.refusal(change, BEN) == "changed_meanwhile"


def test_a_reason_stays_in_the_language_that_it_was_written_in_until_it_is_another():
    finnish = replace(MERGE, reason="Sama asia.", language="fi")
    desk = decide(decide(begun(), finnish), replace(finnish, language="sv", owner="Director"))
    assert desk.life.decisions[-1].why == {"fi": "Sama asia."}
    decide(desk, replace(finnish, reason="Samma sak.", language="sv"))
    assert desk.life.decisions[-1].why == {"sv": "Samma sak."}


def test_the_same_decision_twice_is_one():
    desk = decide(begun(), MERGE)
    assert desk.events(wish(desk, MERGE, 0)) == []


# -- What is refused ------------------------------------------------------------------------------------------------


def test_a_plan_of_one_organisation_decides_on_nobodys_goals():
    desk = drafted()
    assert desk.refusal(c.DecideOnGoals(MERGE, 0)) == "no_branch"
    assert desk.refusal(c.SubmitPlan("tie", "plan-tie", "1.0"), UNIT) == "no_branch"


def test_a_branch_s_plan_is_not_handed_to_another_organisation():
    placed = begun()
    assert placed.refusal(c.PlacePlan("another"), BEN) == "of_branch"
    assert placed.life.organisation == MINISTRY.id


def test_one_goal_is_not_merged_and_two_are_not_adopted():
    desk = begun()
    assert desk.refusal(wish(desk, replace(MERGE, goals=MERGE.goals[:1]))) == "too_few"
    assert desk.refusal(wish(desk, replace(MERGE, kind="adopt"))) == "too_many"


def test_a_year_is_written_with_four_digits_and_words_in_our_languages():
    desk = begun()
    assert desk.refusal(wish(desk, replace(MERGE, year=27))) == "no_year"
    assert desk.refusal(wish(desk, replace(MERGE, to={"de": "Alle reden."}))) == "not_a_choice"
    assert desk.refusal(wish(desk, replace(MERGE, language="de"))) == "not_a_choice"


def test_nothing_is_decided_on_a_plan_that_lies_before_its_approvers():
    desk = (
        filed(begun()).do(c.ReadBranch(rests())).do(c.RecordApproval("Board", TODAY, "1", "", "", "", "Known.", TODAY))
    )
    assert desk.refusal(wish(desk, MERGE)) == "approved"


# -- Approved as it stands ------------------------------------------------------------------------------------------


def test_an_approved_version_keeps_the_decisions_and_the_plans_that_it_rests_on():
    desk = lived()
    version = desk.life.published
    assert version is not None
    assert version.decisions == desk.life.decisions
    assert [each.unit.id for each in version.rests if not each.plan] == ["pohjoinen"]
    desk.do(c.OpenAmendment("A late plan"))
    decide(desk, made("adopt", JOBS, id="decision-9"))
    assert desk.life.published == version


def test_from_outside_a_branchs_plan_is_what_was_approved():
    desk = lived().do(c.OpenAmendment("A late plan"))
    decide(desk, made("keep", JOBS, id="decision-9", reason="A canary"))
    seen = from_outside(desk.life)
    assert seen is not None
    assert "A canary" not in str(seen)
    assert not seen.asked
    assert seen.decisions == desk.life.published.decisions  # pyright: ignore[reportOptionalMemberAccess]


def test_whoever_decided_last_does_not_approve():
    desk = decide(filed(begun()), MERGE, CAY).do(c.ReadBranch(rests()), BEN)
    approvers = c.SendForApproval((Approver(CAY.seat, "Head"),))
    assert desk.refusal(approvers) == "own_work"


def test_no_branchs_plan_is_approved_before_it_is_known_which_plans_it_rests_on():
    desk = filed(begun())
    record = c.RecordApproval("Board", TODAY, "1", "", "", "", "Known.", TODAY)
    assert desk.refusal(record) == "not_read"
    desk.do(c.ReadBranch(rests()))
    assert desk.events(record)
    assert decide(desk, MERGE).refusal(record) == "not_read"


def test_what_is_read_for_approval_is_told_once():
    desk = begun().do(c.ReadBranch(rests()))
    assert desk.events(c.ReadBranch(rests())) == []
