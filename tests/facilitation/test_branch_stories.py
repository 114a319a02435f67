"""Whatever is decided on units' goals, in whatever order: the plan is what decisions make, and what its log leaves."""

from hypothesis import HealthCheck, given, settings

from facilitation.consolidation import Branch, branch_plan
from facilitation.plans.evolve import replayed
from tests.facilitation.branch_desk import EMPTY, told
from tests.facilitation.branch_world import UNITS
from tests.facilitation.plan_stories import STORY
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_plan_formats import again

many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(STORY)
def test_decisions_share_no_goal_and_the_plan_is_what_they_make(story: list[int]):
    desk = told(story)
    refs = [taken.ref for each in desk.life.decisions for taken in each.goals]
    assert len(refs) == len(set(refs))
    whole = branch_plan(Branch(UNITS), desk.life.decisions, PACK, EMPTY)
    assert {each.id: each for each in desk.plan.goals} == {each.id: each for each in whole.goals}


@many
@given(STORY)
def test_a_branchs_plan_is_what_its_written_log_leaves(story: list[int]):
    desk = told(story)
    assert replayed(map(again, desk.log)) == desk.life  # pyright: ignore[reportArgumentType]


@many
@given(STORY)
def test_a_version_of_a_branchs_plan_is_what_its_log_left_then(story: list[int]):
    desk = told(story)
    for version in desk.life.versions:
        assert replayed(desk.log[: version.seq]).versions[-1] == version  # pyright: ignore[reportArgumentType]
