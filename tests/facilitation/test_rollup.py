"""Actions and goals rolled up: what lags first, nothing lost, and a finding in words."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.followup import (
    FollowedGoal,
    Standing,
    by_name,
    by_theme,
    finding,
    follow,
    lagging,
    progress,
    standings,
    tally,
)
from facilitation.followup.status import URGENCY
from facilitation.shapes import Action
from tests.facilitation.branch_world import entries, plans
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_followup import END, MIDDLE, RISING, on, plan

# -- Actions ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        ({"status": "in_progress", "end": date(2027, 12, 1)}, ("late", 30)),
        ({"status": "to_come", "start": date(2027, 12, 1), "end": END}, ("late", 30)),
        ({"status": "to_come", "start": END}, ("to_come", 0)),
        ({"status": "in_progress", "end": END}, ("in_progress", 0)),
        ({"status": "done", "end": date(2027, 1, 1)}, ("done", 0)),
        ({"status": "paused", "end": date(2027, 1, 1)}, ("paused", 0)),
    ],
)
def test_an_action_is_late_when_it_should_have_ended_or_begun(given: dict[str, Any], seen: tuple[str, int]):
    found = progress(Action("a1", **given), MIDDLE)
    assert (found.progress, found.days) == seen


# -- Rolled up --------------------------------------------------------------------------------------------------------


def followed(today: date = date(2028, 9, 1)) -> list[FollowedGoal]:
    every = entries()
    found = (follow(plan, every.get(unit, ()), today, PACK.strategy) for unit, plan in plans().items())
    return [goal for goals in found for goal in goals]


def test_a_goal_is_where_its_worst_metric_is():
    two = plan(replace(RISING, frequency="yearly"), replace(RISING, id="m2", frequency="yearly"))
    (goal,) = follow(two, (on(90), replace(on(0), metric="m2")), MIDDLE, PACK.strategy)
    assert goal.status == "behind"
    assert [each.metric.id for each in goal.metrics] == ["m2", "m1"]


def test_what_lags_stands_first_and_within_one_status_what_lags_most():
    found = lagging(standings(followed()), 20)
    places = [(URGENCY[goal.status], -goal.lag) for goal in found]
    assert places == sorted(places)
    assert found[0].status == "behind"


def test_no_goal_is_lost_by_theme_or_by_organisation():
    goals = standings(followed())
    for parts in (by_theme(goals), by_name((goal.organisation, tally([goal])) for goal in goals)):
        assert sum(part.of for part in parts.values()) == tally(goals).of == len(goals)
        assert sum(part.late for part in parts.values()) == tally(goals).late == 7


def test_themes_of_two_methods_are_two_though_both_are_called_one_by_their_ids():
    goals = [goal for goal in standings(followed()) if goal.theme == "1"]
    city = [goal._replace(pack="city") for goal in goals]
    outside = [goal._replace(theme="") for goal in (*goals, *city)]
    found = by_theme([*goals, *city, *outside])
    assert {key: part.of for key, part in found.items()} == {
        ("toimi", "1"): len(goals),
        ("city", "1"): len(city),
        ("", ""): len(outside),
    }


def standing_as(status: str) -> list[Standing]:
    return [goal for goal in standings(followed()) if goal.status == status]


def test_the_finding_passes_over_no_late_action_where_every_goal_is_on_its_way():
    late = replace(tally(standing_as("on_its_way")), actions=6, late=5)
    told = finding(late)
    assert told.id == "Every goal is on its way, but %(late)s of %(actions)s actions are late"
    assert told.arguments == {"late": 5, "actions": 6}
    one = finding(replace(tally(standing_as("on_its_way")[:1]), actions=6, late=5))
    assert one.id == "The goal is on its way, but %(late)s of %(actions)s actions are late"


def test_the_finding_says_what_lags_what_cannot_be_told_and_what_goes_well():
    def of(*statuses: str) -> str:
        return told([goal for status in statuses for goal in standing_as(status)][:9])

    def told(goals: list[Standing]) -> str:
        return finding(replace(tally(goals), late=0)).id

    assert of() == "There are no goals to follow"
    assert of("on_its_way") == "Every goal is on its way"
    assert of("no_figure", "no_figure") == "There is no figure yet to tell how the goals are doing"
    assert of("behind", "no_figure").startswith("%(lag)s of %(of)s goals lag behind; of %(unknown)s")
    assert [told(goals[:1]) for goals in map(standing_as, ("on_its_way", "behind", "no_figure"))] == [
        "The goal is on its way",
        "The goal lags behind",
        "There is no figure yet to tell how the goal is doing",
    ]
    assert finding(tally(standings(followed()))).arguments["of"] == len(followed())
