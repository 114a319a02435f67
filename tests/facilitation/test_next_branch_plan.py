"""A branch's next plan knows where its goals come from, and leaves the round with the plan that asks in it."""

from dataclasses import replace

from facilitation.consolidation import Branch, Ref, decision_of, touched, undecided
from facilitation.plans import commands as c
from facilitation.plans.asking import in_round
from facilitation.plans.beginnings import next_of
from facilitation.plans.decided import on_units, taken_along
from facilitation.plans.events import Source
from tests.facilitation.branch_desk import ASKED, JOBS, TALKS, begun, decide, lived, made, own
from tests.facilitation.branch_world import MINISTRY, branch
from tests.facilitation.plan_world import DEADLINE, TODAY, Desk

TITLE = {"en": "Next plan of the branch"}


def following(desk: Desk) -> Desk:
    """The plan after this one."""
    plan = replace(next_of(desk.plan, TITLE, "2031–2033"), id="next-plan")
    source = Source("plan", desk.plan.id, desk.life.seq)
    return Desk().do(c.DraftPlan(plan, (source,), MINISTRY.id, decisions=taken_along(desk.life)))


def test_what_was_decided_comes_along_with_the_goals():
    before, after = lived(), following(lived())
    assert after.life.decisions == before.life.decisions
    assert [goal.id for goal in after.plan.goals] == [goal.id for goal in before.plan.goals]
    assert undecided(branch(), after.life.decisions) == undecided(branch(), before.life.decisions)


def test_own_goals_come_in_once():
    after = following(lived())
    assert after.events(c.TakeInOwn(own())) == []


def test_a_decision_that_came_along_is_changed_in_its_own_place_and_withdrawn():
    after = decide(following(lived()), made("raise", JOBS, id="decision-2", year=2032))
    assert [goal.agreement_year for goal in after.plan.goals if goal.id == "decision-2"] == [2032]
    after.do(c.WithdrawDecision("decision-2", after.life.decided_at["decision-2"]))
    assert "decision-2" not in {goal.id for goal in after.plan.goals}


def test_a_units_goal_that_has_changed_since_is_to_be_looked_at_again():
    seen, after = branch(), following(lived())
    assert changed_in(seen, after) == []
    jobs = seen.plans[JOBS.unit]
    goals = tuple(replace(goal, owner="Somebody else") if goal.id == JOBS.goal else goal for goal in jobs.goals)
    changed = replace(seen, plans={**seen.plans, JOBS.unit: replace(jobs, goals=goals)})
    assert changed_in(changed, after) == [JOBS]


def changed_in(seen: Branch, desk: Desk) -> list[Ref]:
    return [each.ref for each in touched(seen, on_units(desk.life.decisions)) if each.how == "changed"]


def test_a_goal_that_was_taken_out_of_the_plan_waits_for_a_decision_again():
    desk = decide(decide(begun(), made("adopt", JOBS)), made("keep", TALKS[0], id="decision-2"))
    desk.do(c.DropLine("decision-1", "Not now"))
    assert decision_of(taken_along(desk.life)).keys() & {JOBS, TALKS[0]} == {TALKS[0]}


def test_units_answer_in_the_plan_whose_round_is_open_and_in_the_last_if_two_are():
    before = begun().do(c.AskUnits(DEADLINE, ASKED, TODAY))
    after = following(before)
    assert in_round((before.life, after.life)) is before.life
    after.do(c.AskUnits(DEADLINE, ASKED, TODAY))
    assert in_round((before.life, after.life)) is after.life
    assert in_round((begun().life,)) is None
