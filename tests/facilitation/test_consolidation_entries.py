"""A branch is followed up by what its units entered: nothing is typed twice, nothing final before all of it is."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import asking, branch_plan, from_units
from facilitation.followup import asked, follow
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered, Period, Round
from tests.facilitation.branch_world import TODAY, YEAR, branch, branch_entries, decisions, entered, entries, newest_of
from tests.facilitation.sample_plan import PACK

NEXT = Period(date(2028, 1, 1), date(2028, 12, 31))
UNITS = ("tie", "kartta", "skar")
PLAN = branch_plan(branch(), decisions(), PACK, Plan("bp"))


def of_branch(**given: tuple[Entered, ...]) -> dict[str, list[Entered]]:
    found: dict[str, list[Entered]] = {}
    for each in branch_entries(branch(), decisions(), given, PACK):
        found.setdefault(each.metric, []).append(each)
    return found


def counts(above: float, below: float, period: Period = YEAR, **more: object) -> Entered:
    return entered("m1", above / below * 100, period, numerator=above, denominator=below, **more)


def test_every_figure_goes_to_a_metric_of_the_branchs_plan():
    known = {metric.id for goal in PLAN.goals for metric in goal.metrics}
    assert set(of_branch(**entries())) <= known
    assert set(of_branch(**entries())) == {"rym.m1", "tie.m2", "asunto.m1", "b1.1"}


def test_a_metric_of_several_units_has_their_counts_added_up_period_by_period():
    found = of_branch(tie=(counts(33, 50), counts(40, 50, NEXT)), kartta=(counts(4, 16),), skar=(counts(6, 24),))
    this, next_year = found["b1.1"]
    assert (this.numerator, this.denominator, this.standing) == (43, 90, "final")
    assert (next_year.period, next_year.value, next_year.standing) == (NEXT, 80, "preliminary")


def test_one_preliminary_figure_makes_the_branchs_preliminary():
    given = {unit: (counts(1, 2),) for unit in UNITS}
    assert of_branch(**given)["b1.1"][0].standing == "final"
    given["skar"] = (counts(1, 2, standing="preliminary"),)
    assert of_branch(**given)["b1.1"][0].standing == "preliminary"


def test_a_corrected_figure_of_a_unit_corrects_the_branchs():
    [figure] = of_branch(tie=(counts(1, 2), counts(2, 2)))["b1.1"]
    assert figure.value == 100


def test_where_a_unit_gives_no_counts_the_branch_has_no_figure():
    assert "b1.1" not in of_branch(tie=(entered("m1", 50),), kartta=(counts(4, 16),))


def test_goals_kept_at_unit_level_bring_no_figures():
    assert not [id for id in of_branch(**entries()) if id.startswith("vesi")]


whole = st.integers(0, 50)


@given(st.lists(st.tuples(whole, st.integers(1, 50)), min_size=1, max_size=3))
def test_the_branchs_share_is_that_of_all_cases_together(cases: list[tuple[int, int]]):
    given = {unit: (counts(above, below),) for unit, (above, below) in zip(UNITS, cases, strict=False)}
    [figure] = of_branch(**given)["b1.1"]
    assert figure.value == pytest.approx(100 * sum(above for above, _ in cases) / sum(below for _, below in cases))


def test_the_branch_is_judged_like_any_other_plan():
    figures = list(branch_entries(branch(), decisions(), entries(), PACK))
    talk = next(goal for goal in follow(PLAN, figures, TODAY, PACK.strategy) if goal.goal.id == "b1")
    assert talk.status == "on_its_way"
    assert talk.metrics[0].last is not None and talk.metrics[0].last.value == pytest.approx(100 * 37 / 66)


def test_the_newest_figure_is_that_of_the_last_period_as_it_was_last_corrected():
    found = newest_of({"tie": (counts(1, 2, NEXT), counts(1, 4), replace(counts(2, 4), id="later"))})
    assert [(each.now.period, each.now.value) for each in found.values()] == [(NEXT, 50)]


def test_what_is_made_of_units_metrics_is_not_asked_of_the_branch_and_what_is_its_own_is():
    units = [unit.id for unit in branch().units]
    made = {metric.id for goal in PLAN.goals for metric in goal.metrics}
    assert from_units(PLAN, units) == made, "merged, adopted, and the ministry's own plan's"
    first, *rest = PLAN.goals
    own = replace(first, metrics=(*first.metrics, Metric("metric-own", frequency="yearly")))
    plan = asking(replace(PLAN, goals=(own, *rest)), units)
    asks = asked(plan, (), Round("", TODAY, TODAY))
    assert {each.about for each in asks if each.of == "figure"} == {"metric-own"}
    assert [goal.actions for goal in plan.goals] == [goal.actions for goal in PLAN.goals]
