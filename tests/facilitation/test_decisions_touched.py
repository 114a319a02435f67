"""Which decisions of a branch are to be looked at again once plans of its units changed, came late or went."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from facilitation.consolidation import Branch, Ref, touched
from facilitation.shapes import Action, Metric, Milestone
from tests.facilitation.branch_desk import (
    MERGE,
    TALKS,
    begun,
    decide,
    made,
)
from tests.facilitation.branch_world import ROADS, UNITS, branch, goal, unit_plan

UNITS_BY_ID = {unit.id: unit for unit in UNITS}


LATE = goal("g9", {"fi": "Meillä puhutaan ennen kilpailutusta kaikkien kanssa"}, ("4.1",))


def test_a_changed_plan_keeps_what_was_decided_and_names_the_decisions_it_touches():
    desk = decide(begun(), MERGE)
    later = branch(tie=unit_plan(ROADS, goal("g1", {"fi": "Toinen tavoite"}, ("4.1",)), version="2.0"))
    assert [(each.ref, each.how) for each in touched(later, desk.life.decisions)] == [(TALKS[0], "changed")]
    assert desk.plan.goals[-1].to["en"] == "Everybody talks first."


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("Metrics", {"numerator": {"fi": "pidetyt"}}),
        ("Metrics", {"denominator": {"fi": "suuret"}}),
        ("Metrics", {"frequency": "monthly"}),
        ("Metrics", {"name": {"fi": "Toinen nimi"}}),
        ("Actions", {"deliverable": {"fi": "Raportti"}}),
        ("Actions", {"milestones": (Milestone({"fi": "Luonnos"}, date(2027, 5, 1)),)}),
    ],
)
def test_what_a_metric_counts_and_what_an_action_leads_to_touch_the_decision(part: str, change: dict[str, Any]):
    before = replace(LATE, id="g1", metrics=(Metric("m1", {"fi": "Mittari"}),), actions=(Action("a1", {"fi": "Teko"}),))
    lines = {"Metrics": "metrics", "Actions": "actions"}[part]
    after = replace(before, **{lines: tuple(replace(each, **change) for each in getattr(before, lines))})
    seen = branch(tie=unit_plan(ROADS, before, version="1.0"))
    [found] = touched(branch(tie=unit_plan(ROADS, after, version="2.0")), [made("adopt", TALKS[0], seen=seen)])
    assert (found.how, found.parts) == ("changed", (part,))


def test_a_decision_says_whether_the_plan_is_no_longer_published_or_the_unit_no_longer_there():
    desk = decide(begun(), MERGE)
    plans = {unit: plan for unit, plan in branch().plans.items() if unit != ROADS.id}
    without, moved = Branch(UNITS, plans), Branch(tuple(each for each in UNITS if each != ROADS), plans)
    assert [each.how for each in touched(without, desk.life.decisions) if each.ref == TALKS[0]] == ["no_plan"]
    assert [each.how for each in touched(moved, desk.life.decisions) if each.ref == TALKS[0]] == ["no_unit"]


def again_by(*units: str) -> list[tuple[str, str, str]]:
    """What is to be looked at again once these units have brought a goal that looks like the one of the roads."""
    talks = unit_plan(ROADS, replace(LATE, id="g1"), version="1.0")
    before = branch(tie=talks)
    decision = made("adopt", TALKS[0], seen=before)
    late = {each: unit_plan(UNITS_BY_ID[each], LATE, version="7.0") for each in units}
    found = touched(branch(tie=talks, **late), [decision])
    return [(each.ref.unit, each.how, each.late.unit.id if each.late else "") for each in found]


def test_a_late_plan_names_the_decisions_whose_goals_look_like_its_own():
    assert again_by() == []
    assert again_by("pohjoinen") == [("tie", "alike", "pohjoinen")]


def test_a_late_goal_in_another_inflection_names_the_decision_too():
    before = branch(tie=unit_plan(ROADS, replace(LATE, id="g1"), version="1.0"))
    inflected = replace(LATE, to={"fi": "Kaikkien kanssa puhuttiin ennen kilpailutuksia"})
    now = replace(before, plans={**before.plans, "pohjoinen": unit_plan(UNITS_BY_ID["pohjoinen"], inflected)})
    assert [each.how for each in touched(now, [made("adopt", TALKS[0], seen=before)])] == ["alike"]


def test_a_late_goal_that_was_decided_on_touches_nothing_any_more():
    talks, north = unit_plan(ROADS, replace(LATE, id="g1")), unit_plan(UNITS_BY_ID["pohjoinen"], LATE)
    seen = branch(tie=talks, pohjoinen=north)
    every = [made("adopt", TALKS[0], seen=seen), made("keep", Ref("pohjoinen", "g9"), id="decision-2", seen=seen)]
    assert touched(seen, every) == ()
