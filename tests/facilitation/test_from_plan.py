"""A workshop that continues from a plan takes its levels, focus, goals, metrics and actions along, with the source."""

from facilitation.live.commands import SetAgenda, SetUp
from facilitation.plans.draft import drafts
from facilitation.plans.from_plan import brought_from_plan, carried
from facilitation.words import Refused
from tests.facilitation.sample_plan import plan
from tests.facilitation.world import PACK, STATE, STATEMENTS, STEPS, SYSTEM, Room

PLAN = plan()


def continued() -> Room:
    room = Room()
    room.do(SetUp({"en": "The next one"}, "Ministry", "toimi", PACK.version), SYSTEM).do(
        SetAgenda(STEPS, STATEMENTS), SYSTEM
    )
    for command in brought_from_plan(carried(PLAN), "Plan 2026"):
        room.do(command, SYSTEM)
    return room


def test_goals_come_with_their_metrics_and_actions_in_every_language():
    before, after = PLAN.goals[0], drafts(continued().state, PACK)[0].goals[0]
    assert after.to == {code: text for code, text in before.to.items() if text}
    assert (after.objectives, after.owner, after.due) == (before.objectives, before.owner, before.due)
    assert [metric.name for metric in after.metrics] == [metric.name for metric in before.metrics]
    assert [action.text for action in after.actions] == [action.text for action in before.actions]


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
