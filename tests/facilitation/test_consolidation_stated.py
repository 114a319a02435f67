"""Baselines and targets as plans state them, a value on a day: one for all where all state the same, counts or none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import Branch, Decided, Given, Ref, Unit, aggregate, branch_plan, decided, put_together
from facilitation.consolidation.stated import stated
from facilitation.shapes import Goal, Metric, Plan, Reading
from facilitation.shapes.followed import Entered
from tests.facilitation.branch_world import (
    MAPS,
    ROADS,
    amount,
    branch,
    branch_entries,
    dialogue,
    entered,
    goal,
    share,
    unit_plan,
)
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_consolidation_figures import HOW, slow

START, END, SUMMER = date(2026, 12, 31), date(2029, 12, 31), date(2029, 6, 30)
WEIGHED = replace(amount("m1", 0, 10), aggregation="weighted_mean", weight="euros spent")
UNCOUNTED = "Some units gave a share without its two counts, and shares cannot be added up."


def givens(metric: Metric, figures: Sequence[Reading | None]) -> list[Given]:
    return [Given(Unit(f"u{n}", {"en": f"Unit {n}"}), metric, figure) for n, figure in enumerate(figures)]


# -- Never another than what slow reasoning gives -------------------------------------------------------------------

count = st.none() | st.integers(1, 9).map(float)
readings = st.lists(
    st.none()
    | st.builds(Reading, st.sampled_from((40.0, 80.0)), st.just(END), st.just(""), count, count)
    | st.builds(Reading, st.just(80.0), st.just(SUMMER)),
    min_size=1,
    max_size=5,
)


@given(readings, st.sampled_from(HOW))
def test_one_statement_is_what_slow_reasoning_gives(figures: list[Reading | None], how: str):
    told = stated(givens(replace(WEIGHED, aggregation=how), figures), PACK)
    wanted = slow_stated(figures, how)
    assert told.value == (None if wanted is None else pytest.approx(float(wanted)))
    assert bool(told.why_not) == (wanted is None)


def slow_stated(figures: list[Reading | None], how: str) -> Fraction | None:
    """The reference: by counts where all have them, else what every single one states."""
    having = [figure for figure in figures if figure]
    counts = {"ratio": ("numerator", "denominator"), "weighted_mean": ("denominator",)}.get(how, ())
    if having and all(getattr(figure, name) is not None for figure in having for name in counts):
        return slow(having, how)
    first = figures[0]
    for figure in figures:
        if first is None or figure is None or figure.value != first.value or figure.day != first.day:
            return None
    return Fraction(first.value) if first else None


@given(st.integers(0, 100), st.lists(st.integers(1, 10_000), min_size=1, max_size=9))
def test_what_all_state_alike_is_what_any_counts_behind_it_would_give(value: int, cases: list[int]):
    behind = [Reading(value, END, "", value * of, 100 * of) for of in cases]
    told = stated(givens(share("m1", 1, 2), [Reading(value, END) for _ in cases]), PACK)
    assert told.value == slow(behind, "ratio") * 100
    weighed = stated(givens(WEIGHED, [Reading(value, END) for _ in cases]), PACK)
    assert weighed.value == slow(behind, "weighted_mean")


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=9))
def test_where_every_unit_reaches_a_share_all_reach_it_together(cases: list[tuple[int, int]]):
    figures = [Reading(above / below * 100, END, "", above, below) for above, below in cases]
    told = aggregate(givens(share("m1", 1, 2), figures), PACK).value
    assert told is not None
    values = [figure.value for figure in figures]
    assert min(values) - 1e-9 <= told <= max(values) + 1e-9


# -- The metric of a merged goal ------------------------------------------------------------------------------------


def written(baseline: float | None = 30, target: float = 80, day: date = END) -> Metric:
    """As forms write a share: no counts."""
    start = None if baseline is None else Reading(baseline, START)
    return replace(share("m1", 1, 2), baseline=start, targets=(Reading(target, day),))


def merged(roads: Metric, maps: Metric) -> Goal:
    return branch_plan(*asked(roads, maps), PACK, Plan("bp")).goals[-1]


def asked(roads: Metric, maps: Metric) -> tuple[Branch, tuple[Decided, ...]]:
    seen = branch(**of(roads, maps))
    return seen, (decided(seen, "b1", "merge", (Ref("tie", "g1"), Ref("kartta", "g1")), reason="One goal."),)


def of(roads: Metric, maps: Metric) -> dict[str, Plan]:
    talk = dialogue(fi="Hankinnoista käydään vuoropuhelu")
    return {
        unit.id: unit_plan(unit, goal("g1", talk, ("4.1",), metric)) for unit, metric in ((ROADS, roads), (MAPS, maps))
    }


def why_not(roads: Metric, maps: Metric) -> Iterator[tuple[str, list[str]]]:
    (told,) = [each for each in put_together(branch(**of(roads, maps)), {}, PACK) if each.members[0][0] == ROADS]
    for name in ("baseline", "target"):
        yield name, [why.id for why in getattr(told, name).why_not]


def test_a_share_that_every_unit_is_to_reach_is_to_be_reached_together():
    (metric,) = merged(written(), written()).metrics
    assert (metric.id, metric.baseline, metric.targets) == ("b1.1", Reading(30, START), (Reading(80, END),))


def test_one_unit_s_counts_change_nothing_of_what_both_state():
    counted = replace(written(), targets=(Reading(80, END, "", 8, 10),))
    (metric,) = merged(counted, written()).metrics
    assert metric.targets == (Reading(80, END),)


@pytest.mark.parametrize("maps", [written(target=90), written(day=SUMMER)])
def test_targets_that_differ_without_counts_stay_the_units_own(maps: Metric):
    assert [each.id for each in merged(written(), maps).metrics] == ["tie.m1", "kartta.m1"]
    assert dict(why_not(written(), maps))["target"] == [UNCOUNTED]


@pytest.mark.parametrize("baseline", [20, None])
def test_a_baseline_that_cannot_be_put_together_is_left_out_and_it_is_said_why(baseline: float | None):
    maps = written(baseline)
    (metric,) = merged(written(), maps).metrics
    assert (metric.baseline, metric.targets) == (None, (Reading(80, END),))
    assert dict(why_not(written(), maps)) == {"baseline": [UNCOUNTED], "target": []}


def test_a_target_that_not_every_unit_has_says_nothing_of_all():
    assert [each.id for each in merged(written(), replace(written(), targets=())).metrics] == ["tie.m1", "kartta.m1"]


def test_a_weighted_mean_of_one_target_needs_no_weights_but_a_name_for_them():
    mean = replace(written(), unit="h", aggregation="weighted_mean", weight="euros spent")
    assert [each.id for each in merged(mean, mean).metrics] == ["b1.1"]
    assert len(merged(mean, replace(mean, weight="people")).metrics) == 2


# -- What was approved before ---------------------------------------------------------------------------------------


def test_metrics_that_were_approved_as_the_units_own_keep_their_figures():
    """Once they could not be one; the version stays as it was approved, and figures go where it has a metric."""
    _, decisions = asked(written(), written())
    known = {"tie": (entered("m1", 50, numerator=5, denominator=10),)}
    assert told(decisions, known, None) == {"b1.1"}
    before = branch_plan(*asked(written(), written(target=90)), PACK, Plan("bp"))
    assert told(decisions, known, before) == {"tie.m1"}


def told(decisions: tuple[Decided, ...], known: dict[str, tuple[Entered, ...]], plan: Plan | None) -> set[str]:
    seen = branch(**of(written(), written()))
    return {each.metric for each in branch_entries(seen, decisions, known, PACK, plan=plan)}
