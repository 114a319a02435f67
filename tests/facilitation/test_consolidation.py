"""A branch read together: what covers what, what looks alike, what was decided, and the plan that comes of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import (
    Branch,
    Decided,
    Ref,
    Unit,
    UnitGoal,
    before_round,
    beside,
    branch_plan,
    changes,
    decided,
    decision_of,
    read_together,
    sources_of,
    standing,
    touched,
    undecided,
    with_parents,
)
from facilitation.shapes import Goal, Plan
from facilitation.words import Refused
from tests.facilitation.branch_world import (
    ISLANDS,
    MAPS,
    MINISTRY,
    NORTH,
    ROADS,
    SPAN,
    TALK_FI,
    UNITS,
    branch,
    decisions,
    goal,
    plans,
    said,
    unit_plan,
)
from tests.facilitation.sample_plan import PACK

BASE = Plan("bp", said("Toimintaohjelma", "Åtgärdsprogram", "Programme"), "RYM", period=SPAN)
SECRET = "canary-4711"


def refs(goals: tuple[UnitGoal, ...]) -> list[str]:
    return [f"{each.unit.id} {each.goal.id}" for each in goals]


# -- What is read -----------------------------------------------------------------------------------------------------


def test_a_published_plan_that_stands_beside_the_one_that_is_read_is_named():
    energy = replace(unit_plan(ROADS), id="plan-energy", approved_on=date(2026, 1, 1))
    draft = replace(energy, id="plan-draft", status="draft")
    arrived = [*plans().items(), (ROADS.id, energy), (ROADS.id, draft)]
    seen = read_together(UNITS, arrived)
    assert seen == branch()
    assert [(unit, plan.id) for unit, plan in beside(seen, arrived)] == [(ROADS, "plan-energy")]


# -- What is decided --------------------------------------------------------------------------------------------------


def test_links_go_both_ways():
    up, down = decision_of(decisions()), sources_of(decisions())
    assert down["b1"] == (Ref("tie", "g1"), Ref("kartta", "g1"), Ref("skar", "g1"))
    assert all(up[ref].id == id for id, sources in down.items() for ref in sources)
    assert "b4" not in down
    roads = with_parents("tie", plans()["tie"], decisions())
    assert [each.parent for each in roads.goals] == ["b1", "b2"]
    assert [each.parent for each in with_parents("vesi", plans()["vesi"], decisions()).goals] == ["", ""]


def test_nobody_decides_on_a_goal_that_is_not_published():
    with pytest.raises(Refused, match="no published plan"):
        decided(branch(), "b9", "adopt", (Ref("pohjoinen", "g1"),))
    with pytest.raises(Refused, match="at least two"):
        decided(branch(), "b9", "merge", (Ref("tie", "g1"), Ref("tie", "g1")))
    with pytest.raises(Refused, match="one goal at a time"):
        decided(branch(), "b9", "adopt", (Ref("tie", "g1"), Ref("tie", "g2")))


def test_of_two_decisions_on_one_goal_the_later_holds():
    kept = decided(branch(), "b9", "keep", (Ref("skar", "g1"),))
    merged = next(each for each in standing((*decisions(), kept)) if each.id == "b1")
    assert [taken.ref.unit for taken in merged.goals] == ["tie", "kartta"]
    again = decided(branch(), "b8", "keep", (Ref("kartta", "g1"),))
    alone = next(each for each in standing((*decisions(), kept, again)) if each.id == "b1")
    assert (alone.kind, len(alone.goals)) == ("adopt", 1)


def test_what_nobody_decided_on_is_listed_and_the_ministrys_own_goals_need_no_decision():
    assert undecided(branch(), decisions()) == (Ref("vesi", "g2"),)
    assert all(ref.unit != MINISTRY.id for ref in undecided(branch(), ()))


def changed() -> dict[str, Plan]:
    """Roads gave its goal another year and dropped the other, the islands withdrew, the north arrived late."""
    roads = plans()["tie"]
    later = replace(roads.goals[0], due=date(2028, 12, 31))
    return {
        "tie": replace(roads, goals=(later,), version="1.1"),
        "pohjoinen": unit_plan(NORTH, goal("g1", {"fi": TALK_FI}, ("4.1",))),
    }


def test_a_changed_plan_keeps_what_was_decided_and_lists_the_decisions_it_touches():
    now = branch(**changed())
    assert branch_plan(now, decisions(), PACK, BASE) == branch_plan(branch(), decisions(), PACK, BASE)
    assert [(each.decision.id, each.ref, each.how, each.parts) for each in touched(now, decisions())] == [
        ("b1", Ref("tie", "g1"), "changed", ("Due",)),
        ("b2", Ref("tie", "g2"), "gone", ()),
        ("b1", Ref("tie", "g1"), "alike", ()),
    ]
    assert [each.late.unit for each in touched(now, decisions()) if each.late] == [NORTH]
    assert undecided(now, decisions()) == (Ref("vesi", "g2"), Ref("pohjoinen", "g1"))
    assert touched(branch(), decisions()) == ()


def approved(unit: Unit, day: date, version: str, *goals: Goal) -> Plan:
    return replace(unit_plan(unit, *goals, version=version), approved_on=day)


def test_the_round_before_is_what_was_replaced_and_what_stood_then_and_stands_still():
    spring, autumn = date(2027, 3, 1), date(2027, 9, 1)
    now = branch_of(
        approved(ROADS, autumn, "2.0"), approved(MAPS, date(2027, 2, 1), "1.0"), approved(NORTH, autumn, "1.0")
    )
    before = before_round(now, [(ROADS.id, approved(ROADS, spring, "1.0"))])
    assert before is not None
    assert {unit: plan.version for unit, plan in before.plans.items()} == {ROADS.id: "1.0", MAPS.id: "1.0"}
    assert changes(before, now).arrived == (NORTH,)


def test_where_nothing_was_replaced_there_was_no_round_before():
    assert before_round(branch(), []) is None


def branch_of(*plans: Plan) -> Branch:
    by_id = {plan.id: plan for plan in plans}
    return read_together(UNITS, [(unit.id, by_id[f"plan-{unit.id}"]) for unit in UNITS if f"plan-{unit.id}" in by_id])


def test_a_plan_that_is_no_longer_there_touches_its_decisions():
    without = read_together(UNITS, [(unit, plan) for unit, plan in plans().items() if unit != "asunto"])
    assert [(each.decision.id, each.how) for each in touched(without, decisions())] == [("b3", "no_plan")]


def arrivals() -> list[tuple[str, Plan]]:
    return [*plans().items(), *changed().items(), ("skar", replace(unit_plan(ISLANDS), status="draft", version="2.0"))]


@given(st.permutations(arrivals()), st.permutations([0, 1, 2, 3]))
def test_decisions_survive_plans_in_any_order(arrived: list[tuple[str, Plan]], order: list[int]):
    now = read_together(UNITS, arrived)
    made = [decisions()[place] for place in order]
    assert now == branch(**changed())
    assert {each.id: each for each in standing(made)} == {each.id: each for each in standing(decisions())}
    assert {(each.decision.id, each.ref, each.how) for each in touched(now, made)} == {
        ("b1", Ref("tie", "g1"), "changed"),
        ("b2", Ref("tie", "g2"), "gone"),
        ("b1", Ref("tie", "g1"), "alike"),
    }
    assert set(goals_of(now, made)) == set(goals_of(branch(), decisions()))


def goals_of(seen: Branch, made: "list[Decided] | tuple[Decided, ...]") -> Iterator[str]:
    return (repr(goal) for goal in branch_plan(seen, made, PACK, BASE).goals)


# -- The branch's plan ------------------------------------------------------------------------------------------------


def test_the_branchs_plan_has_the_ministrys_goals_and_those_adopted_merged_and_raised():
    made = branch_plan(branch(), decisions(), PACK, BASE)
    assert made.kind == "branch"
    assert [each.id for each in made.goals] == ["rym.g1", "rym.g2", "rym.g3", "b1", "b2", "b3"]
    assert [each.unit for each in made.goals[3:]] == [
        "Road Network Agency; Institute of Maps and Terrain; Archipelago Agency",
        "Road Network Agency",
        "Housing Centre",
    ]


def test_a_merged_goal_has_everybodys_actions_and_one_metric_where_all_count_the_same():
    merged = next(each for each in branch_plan(branch(), decisions(), PACK, BASE).goals if each.id == "b1")
    assert merged.owner == "Kansliapäällikkö"
    assert [action.id for action in merged.actions] == ["tie.a1"]
    (metric,) = merged.metrics
    assert metric.baseline is not None
    assert (metric.baseline.numerator, metric.baseline.denominator, metric.baseline.value) == (37, 100, 37)


def test_a_units_goal_can_be_merged_into_one_of_the_ministrys_own():
    seen = branch()
    both = decided(seen, "b6", "merge", (Ref("rym", "g2"), Ref("vesi", "g1")))
    made = branch_plan(seen, (both,), PACK, BASE)
    assert [each.id for each in made.goals] == ["rym.g1", "rym.g3", "b6"]
    assert made.goals[-1].to == plans()["rym"].goals[1].to
    assert made.goals[-1].objectives == ("8.1", "6.3", "8.2")


def test_metrics_that_cannot_be_one_stay_each_units_own():
    seen = branch()
    jobs = decided(seen, "b7", "merge", (Ref("tie", "g2"), Ref("vesi", "g2")))
    merged = next(each for each in branch_plan(seen, (jobs,), PACK, BASE).goals if each.id == "b7")
    assert [(metric.id, metric.scope["en"]) for metric in merged.metrics] == [
        ("tie.m2", "Road Network Agency"),
        ("vesi.m1", "Waterways Centre"),
    ]


def test_raising_proposes_a_goal_for_the_performance_agreement():
    raised = next(each for each in branch_plan(branch(), decisions(), PACK, BASE).goals if each.id == "b3")
    assert (raised.agreement, raised.agreement_year) == ("candidate", 2029)


def test_one_level_up_branches_are_what_units_were():
    made = replace(branch_plan(branch(), decisions(), PACK, BASE), status="approved")
    ministries = (Unit("rym", {"en": "Built"}), Unit("lam", {"en": "Traffic"}))
    state = read_together(ministries, [("rym", made)])
    assert state.missing == (ministries[1],)
    assert len(list(state.goals)) == len(made.goals)
    adopted = decided(state, "s1", "adopt", (Ref("rym", "b1"),))
    assert [each.unit for each in branch_plan(state, (adopted,), PACK, Plan("sp")).goals] == ["Built"]


def test_what_changed_since_the_last_round_is_told_by_plan_and_goal():
    found = changes(branch(), branch(**changed()))
    assert (found.arrived, found.withdrawn) == ((NORTH,), ())
    assert [(each.goal.ref, each.how, each.parts) for each in found.goals] == [
        (Ref("tie", "g2"), "gone", ()),
        (Ref("tie", "g1"), "changed", ("Due",)),
    ]
    assert not changes(branch(), branch())
