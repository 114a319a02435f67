"""A workshop that continues from a plan takes its levels, focus, goals, metrics and actions along, with the source."""

from dataclasses import replace

from facilitation.live.commands import SetAgenda, SetUp
from facilitation.plans.draft import drafts
from facilitation.plans.from_plan import brought_from_plan, carried
from facilitation.shapes import Plan
from facilitation.words import Refused
from tests.facilitation.sample_plan import plan as sample
from tests.facilitation.world import PACK, STATE, STATEMENTS, STEPS, SYSTEM, Room

PLAN = sample()


def continued(plan: Plan = PLAN) -> Room:
    room = Room()
    room.do(SetUp({"en": "The next one"}, "Ministry", "toimi", PACK.version), SYSTEM).do(
        SetAgenda(STEPS, STATEMENTS), SYSTEM
    )
    for command in brought_from_plan(carried(plan), "Plan 2026"):
        room.do(command, SYSTEM)
    return room


def test_goals_come_with_their_metrics_and_actions_in_every_language():
    before, after = PLAN.goals[0], drafts(continued().state, PACK)[0].goals[0]
    assert after.to == {code: text for code, text in before.to.items() if text}
    assert (after.objectives, after.owner, after.due) == (before.objectives, before.owner, before.due)
    assert [metric.name for metric in after.metrics] == [metric.name for metric in before.metrics]
    assert [action.text for action in after.actions] == [action.text for action in before.actions]


def test_what_the_room_is_asked_of_a_goal_and_an_action_comes_with_them():
    first = PLAN.goals[0]
    action = replace(first.actions[0], partners="Regional councils")
    goal = replace(first, document="performance_agreement", actions=(action,))
    after = drafts(continued(replace(PLAN, goals=(goal,))).state, PACK)[0].goals[0]
    assert (after.document, after.actions[0].partners) == ("performance_agreement", "Regional councils")


def test_metrics_and_actions_of_no_goal_come_too_unless_they_are_over():
    metric, action = PLAN.goals[0].metrics[0], PLAN.goals[0].actions[0]
    done = replace(action, id="action-done", status="done")
    loose = replace(
        PLAN, goals=(), loose_metrics=(replace(metric, goals=()),), loose_actions=(replace(action, goal=""), done)
    )
    (after,) = drafts(continued(loose).state, PACK)
    assert [each.name for each in after.loose_metrics] == [metric.name]
    assert [each.text for each in after.loose_actions] == [action.text]


def test_agreed_levels_come_with_their_source():
    agreed = continued().state.work[STATE].agreed
    before = {row.statement: row.agreed for row in PLAN.current_state if row.agreed is not None}
    assert {key: each.level for key, each in agreed.items()} == before
    assert {each.source for each in agreed.values()} == {"Plan 2026"}


def test_each_goal_says_where_it_came_from():
    assert all(goal.evidence.workshop == "Plan 2026" for goal in drafts(continued().state, PACK)[0].goals)


def test_what_the_focus_was_comes_as_ideas():
    ideas = [card for card in continued().state.cards.values() if card.kind == "idea"]
    assert len(ideas) == len([choice for choice in PLAN.focus.chosen if choice.text])


def test_nothing_of_it_is_refused():
    try:
        continued()
    except Refused as refused:  # the rules' own words say what would not fit
        raise AssertionError(refused.message) from refused
