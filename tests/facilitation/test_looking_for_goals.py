"""Among many goals of units: found by words, unit and objective, and those that wait for a decision first."""

from collections.abc import Sequence

from facilitation.consolidation import OUTSIDE, OfUnit, Ref, Sought, UnitGoal, by_unit
from tests.facilitation.branch_world import branch

GOALS = branch().goals


def found(sought: Sought) -> set[Ref]:
    return {each.ref for each in GOALS if sought.fits(each)}


def listed(*waiting: Ref) -> list[OfUnit]:
    of_units = [each for each in GOALS if not each.unit.own]
    return by_unit(of_units, {each.ref for each in of_units}, waiting)


def test_whoever_looks_for_nothing_finds_every_goal():
    assert found(Sought()) == {each.ref for each in GOALS}
    assert found(Sought(words="  ")) == {each.ref for each in GOALS}


def test_all_words_have_to_be_there_in_whatever_language_and_in_whatever_case():
    assert Ref("vesi", "g1") in found(Sought(words="VATTENDRAGEN recover"))
    assert found(Sought(words="vattendragen unheard")) == set()


def test_unit_and_objective_narrow_what_the_words_found():
    jobs = Sought(words="every year procurement")
    assert found(jobs) >= {Ref("tie", "g2"), Ref("asunto", "g1"), Ref("vesi", "g2")}
    assert found(Sought(jobs.words, unit="tie")) == {Ref("tie", "g2")}
    assert found(Sought(jobs.words, objective="7.2")) == {Ref("asunto", "g1")}


def test_goals_that_serve_no_objective_are_looked_for_as_well():
    served = {each.ref for each in GOALS if each.goal.objectives}
    assert found(Sought(objective=OUTSIDE)) == {each.ref for each in GOALS} - served


def test_units_in_which_a_goal_waits_come_first_and_in_each_the_goals_that_wait():
    first, second, *rest = listed(Ref("tie", "g2"), Ref("vesi", "g2"))
    assert [first.unit.id, second.unit.id] == ["tie", "vesi"]
    assert [each.goal.id for each in first.goals] == ["g2", "g1"]
    assert all(each.decided == each.of for each in rest)


def test_how_far_a_unit_has_come_is_told_of_all_its_goals_however_few_are_shown():
    of_units = [each for each in GOALS if not each.unit.own]
    (only,) = by_unit(of_units, {Ref("tie", "g2")}, {Ref("tie", "g1")})
    assert (ids(only.goals), only.decided, only.of) == (["g2"], 1, 2)


def ids(goals: Sequence[UnitGoal]) -> list[str]:
    return [each.goal.id for each in goals]
