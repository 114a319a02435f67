"""The next plan and the next workshop start from where this one has come to: from its last figures."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.live.commands import BringCard
from facilitation.plans.beginnings import next_of
from facilitation.plans.commands import OpenAmendment, TellProgress
from facilitation.plans.from_plan import brought_from_plan, carried
from facilitation.plans.onward import onward
from facilitation.plans.results import with_results
from facilitation.shapes import Plan, Reading
from facilitation.shapes.followed import Period
from tests.facilitation.plan_world import ACTION, METRIC, SOUND, TODAY, Desk
from tests.facilitation.test_plan_following import YEAR, figure, followed, with_metric, yearly

BEFORE = Period(date(2025, 1, 1), date(2025, 12, 31))
LATER = replace(figure(42.0), figure="figure-02", numerator=21, denominator=50)


def plan_of(desk: Desk) -> Plan:
    plan = onward(desk.life, "Preliminary")
    assert plan is not None
    return plan


def baseline(desk: Desk) -> Reading | None:
    return next_of(plan_of(desk), {}, "2030").goals[0].metrics[0].baseline


def test_the_next_plan_starts_from_the_last_figure_with_its_day_and_counts():
    desk = followed().do(figure(12.0, period=BEFORE)).do(LATER)
    assert baseline(desk) == Reading(42.0, YEAR.last, "", 21, 50)


def test_what_was_corrected_is_what_counts():
    assert baseline(followed().do(figure(12.0)).do(LATER)) == Reading(42.0, YEAR.last, "", 21, 50)


def test_a_final_figure_is_taken_before_a_newer_preliminary_one():
    measured = with_metric(yearly(), baseline=Reading(28, date(2025, 12, 31)))
    desk = followed(measured).do(figure(12.0, period=BEFORE)).do(replace(LATER, standing="preliminary"))
    assert baseline(desk) == Reading(12.0, BEFORE.last)


def test_a_final_figure_from_before_the_baseline_is_older_than_it():
    desk = followed().do(figure(12.0, period=BEFORE)).do(replace(LATER, standing="preliminary"))
    assert baseline(desk) == Reading(42.0, YEAR.last, "Preliminary", 21, 50)


def test_where_all_are_preliminary_the_last_is_taken_and_said_so():
    assert baseline(followed().do(replace(LATER, standing="preliminary"))) == Reading(
        42.0, YEAR.last, "Preliminary", 21, 50
    )


def test_without_figures_the_baseline_stays_and_the_followed_plan_never_loses_it():
    before = yearly().goals[0].metrics[0].baseline
    assert baseline(followed()) == before
    results = with_results(followed().do(LATER).life)
    assert results is not None
    assert results.goals[0].metrics[0].baseline == before


@pytest.mark.parametrize(
    ("changed", "starts"),
    [
        ({"baseline": Reading(30, date(2027, 2, 1))}, Reading(30, date(2027, 2, 1))),
        ({"definition": {"en": "Counted otherwise"}}, yearly().goals[0].metrics[0].baseline),
    ],
)
def test_a_newer_baseline_or_another_definition_leaves_older_figures_behind(
    changed: dict[str, Any], starts: Reading | None
):
    desk = followed().do(LATER)
    amended = with_metric(yearly(), **changed)
    life = desk.do(OpenAmendment("New")).life
    version = replace(life.versions[-1], plan=amended, number="2.0")
    plan = onward(replace(life, versions=(*life.versions, version)))
    assert plan is not None
    assert plan.goals[0].metrics[0].baseline == starts


def test_a_workshop_starts_from_the_last_figure_and_leaves_what_is_done_behind():
    desk = followed().do(replace(LATER, standing="preliminary")).do(TellProgress(ACTION, "done", "", "", TODAY))
    commands = {
        each.card: each
        for each in brought_from_plan(carried(plan_of(desk)), "Plan 2027")
        if isinstance(each, BringCard)
    }
    brought = next(each for id, each in commands.items() if METRIC in id)
    assert (brought.answers["baseline"], brought.answers["baseline_day"]) == (42.0, "2026-12-31")
    assert brought.source == "Plan 2027 (Preliminary)"
    assert not [id for id in commands if ACTION in id]
    assert len(SOUND.goals[0].actions) >= 1
