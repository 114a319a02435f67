"""Figures of several units as one: only where they are comparable, and where not, why not in words."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import Aggregate, Given, Unit, aggregate, put_together
from facilitation.shapes import Metric, Reading
from tests.facilitation.branch_world import HOMES, ISLANDS, ROADS, WATER, amount, branch, entries, newest_of, share
from tests.facilitation.sample_plan import PACK

DAY = date(2027, 12, 31)


def put(how: str, *figures: Reading | None, metric: Metric | None = None) -> Aggregate:
    units = [Unit(f"u{n}", {"en": f"Unit {n}"}) for n in range(len(figures))]
    of = metric or replace(amount("m", 0, 10), weight="euros spent")
    return aggregate([Given(unit, of, figure) for unit, figure in zip(units, figures, strict=True)], PACK, how)


def why(*given: Given, how: str = "") -> list[str]:
    return [message.id % message.arguments for message in aggregate(given, PACK, how).why_not]


whole = st.integers(0, 10_000)
readings = st.lists(
    st.builds(
        lambda value, above, below, days: Reading(value, date.fromordinal(DAY.toordinal() - days), "", above, below),
        whole.map(float),
        whole.map(float),
        st.integers(1, 10_000).map(float),
        st.integers(0, 300),
    ),
    min_size=1,
    max_size=9,
)
HOW = ["sum", "ratio", "weighted_mean", "median", "min", "max", "count_meeting_target", "latest"]


@given(readings, st.lists(st.booleans(), min_size=9, max_size=9), st.sampled_from(HOW))
def test_one_figure_is_what_slow_counting_gives(figures: list[Reading], silent: list[bool], how: str):
    given = [None if away else figure for figure, away in zip(figures, silent, strict=False)]
    told = put(how, *given)
    having = [figure for figure in given if figure]
    assert (told.n, told.of, len(told.missing)) == (len(having), len(given), len(given) - len(having))
    if not having:
        assert told.value is None and told.why_not
    else:
        assert told.value == pytest.approx(float(slow(having, how)))


def slow(having: list[Reading], how: str) -> Fraction:
    """The reference: exact, one step after another, sharing nothing with what it is held against."""
    values = [Fraction(figure.value) for figure in having]
    above = [Fraction(figure.numerator or 0) for figure in having]
    below = [Fraction(figure.denominator or 0) for figure in having]
    total = Fraction(0)
    match how:
        case "sum":
            for value in values:
                total += value
            return total
        case "ratio":
            return sum(above, total) / sum(below, total)
        case "weighted_mean":
            for value, weight in zip(values, below, strict=True):
                total += value * weight
            return total / sum(below, Fraction(0))
        case "median":
            values.sort()
            half = len(values) // 2
            return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
        case "min":
            return sorted(values)[0]
        case "max":
            return sorted(values)[-1]
        case "count_meeting_target":
            for value in values:
                total += 1 if value >= 10 else 0
            return total
        case _:
            days = [figure.day or date.min for figure in having]
            return values[days.index(sorted(days)[-1])]


def test_shares_are_never_averaged():
    told = put("", Reading(50, DAY, "", 1, 2), Reading(100, DAY, "", 98, 98), metric=share("m", 1, 2))
    assert (told.how, told.value) == ("ratio", 99)


def test_shares_are_never_added_up_whatever_their_metrics_ask_for():
    told = put("sum", Reading(60, DAY, "", 60, 100), Reading(70, DAY, "", 70, 100), metric=share("m", 1, 2))
    assert told.value is None
    assert [message.id for message in told.why_not] == [
        "Shares cannot be added up. Have their counts divided anew instead."
    ]


def test_a_median_of_shares_tells_where_the_unit_in_the_middle_stands():
    shares = [Reading(value, DAY, "", value, 100) for value in (10, 90, 80)]
    assert put("median", *shares, metric=share("m", 1, 2)).value == 80


def test_a_share_without_its_counts_cannot_be_put_together():
    told = put("", Reading(50, DAY), Reading(100, DAY, "", 98, 98), metric=share("m", 1, 2))
    assert told.value is None
    assert ["without its two counts" in message.id for message in told.why_not] == [True]


def test_a_mean_names_its_weight_or_is_not_made():
    told = put("weighted_mean", Reading(1, DAY, "", None, 30), Reading(5, DAY, "", None, 10))
    assert (told.value, told.weight) == (2, "euros spent")
    nameless = replace(amount("m", 0, 10), weight="")
    assert put("weighted_mean", Reading(1, DAY, "", None, 30), metric=nameless).why_not
    assert put("weighted_mean", Reading(1, DAY)).why_not


ONE = replace(amount("m", 1, 2), weight="euros spent")


@pytest.mark.parametrize(
    ("how", "metric", "figures", "words"),
    [
        ("sum", ONE, (None, None), "No unit has given a figure yet."),
        ("ratio", ONE, (Reading(0, DAY, "", 0, 0),), "There was nothing to count in any unit."),
        (
            "weighted_mean",
            replace(ONE, weight=""),
            (Reading(1, DAY, "", None, 30),),
            "It is not agreed what the mean is weighted by.",
        ),
        (
            "weighted_mean",
            ONE,
            (Reading(1, DAY, "", None, 30), Reading(1, DAY)),
            "Some units gave no weight: euros spent.",
        ),
        (
            "count_meeting_target",
            replace(ONE, targets=()),
            (Reading(1, DAY),),
            "Some units have no target to meet.",
        ),
        (
            "latest",
            ONE,
            (Reading(40), Reading(60, DAY)),
            "Some figures have no day, so nobody can tell which period they are of.",
        ),
    ],
)
def test_what_a_rule_lacks_is_told_in_words(how: str, metric: Metric, figures: tuple[Reading | None, ...], words: str):
    told = put(how, *figures, metric=metric)
    assert told.value is None
    assert [message.id % message.arguments for message in told.why_not] == [words]


def test_different_units_directions_and_definitions_are_told_apart():
    one = amount("m", 1, 2)
    figure = Reading(5, DAY)
    others = {
        "Counted in different units: count, h.": replace(one, unit="h"),
        "What is better for one is worse for another: the directions differ.": replace(one, direction="less"),
        "Counted by different definitions under the same name.": replace(one, definition={"fi": "luvatut työpaikat"}),
        "The definitions share no language, so nobody can tell whether they are the same.": replace(
            one, definition={"se": "bargosajit"}
        ),
    }
    others["Some units have not said what they count."] = replace(one, definition={})
    for words, other in others.items():
        assert why(Given(ROADS, one, figure), Given(HOMES, other, figure)) == [words]
    assert why(Given(ROADS, one, figure), Given(HOMES, one, figure)) == []


def test_figures_of_different_periods_are_not_one_picture_but_the_newest_of_them_is_the_newest():
    one = amount("m", 1, 2)
    given = (Given(ROADS, one, Reading(5, DAY)), Given(HOMES, one, Reading(7, date(2026, 6, 30))))
    assert why(*given) == ["The figures are of different periods, from 2026 to 2027."]
    assert aggregate(given, PACK, "latest").value == 5
    assert why(Given(ROADS, one, Reading(5)), Given(HOMES, one, Reading(7, DAY))) == [
        "Some figures have no day, so nobody can tell which period they are of."
    ]


def test_a_quarter_beside_another_of_the_same_year_is_told_so():
    one = replace(amount("m", 1, 2), frequency="quarterly")
    given = (Given(ROADS, one, Reading(5, DAY)), Given(HOMES, one, Reading(7, date(2027, 3, 31))))
    assert why(*given) == ["The figures are of different periods within the year 2027."]


def test_a_month_s_count_is_never_added_to_a_year_s():
    year = amount("m", 1, 2)
    month = replace(year, frequency="monthly")
    given = (Given(ROADS, year, Reading(120, DAY)), Given(HOMES, month, Reading(10, DAY)))
    assert why(*given) == ["Counted over periods of different length, such as a month beside a year."]
    assert aggregate(given, PACK, "latest").value == 120
    assert aggregate(given, PACK, "count_meeting_target").value == 2


def test_what_nobody_agreed_to_put_together_is_not():
    one = replace(amount("m", 1, 2), aggregation="")
    given = (Given(ROADS, one, Reading(5, DAY)), Given(HOMES, amount("m", 1, 2), Reading(5, DAY)))
    assert why(*given) == ["It is not agreed how the units’ figures are put together."]
    never = replace(one, aggregation="none")
    assert why(Given(ROADS, never, Reading(5, DAY))) == ["The metric is not to be put together."]


def test_who_has_given_no_figure_is_named():
    one = amount("m", 1, 2)
    told = aggregate((Given(ROADS, one, Reading(5, DAY)), Given(ISLANDS, one)), PACK)
    assert (told.value, told.n, told.of, told.missing) == (5, 1, 2, (ISLANDS,))


def test_units_that_keep_their_metric_within_its_range_meet_their_target():
    ranged = replace(amount("m", 1, 2), direction="range", range_low=2, range_high=4)
    assert put("count_meeting_target", Reading(3, DAY), Reading(5, DAY), metric=ranged).value == 1
    open_ended = replace(ranged, range_low=None)
    assert put("count_meeting_target", Reading(3, DAY), metric=open_ended).why_not


def test_a_metric_is_one_by_the_librarys_id_or_by_its_name_in_any_language():
    talk, jobs = put_together(branch(), newest_of({"tie": entries()["tie"]}), PACK)
    assert [unit.id for unit, _ in talk.members] == ["tie", "kartta", "skar"]
    assert (talk.baseline.value, talk.target.value, talk.newest.value) == (37, 80, 66)
    assert [unit.id for unit in talk.newest.missing] == ["kartta", "skar"]
    assert [unit for unit, _ in jobs.members] == [ROADS, HOMES, WATER]
    assert [message.id for message in jobs.baseline.why_not] == ["Counted in different units: %(units)s."]


def test_a_name_in_two_languages_joins_those_in_one():
    fi, sv = {"fi": "Työpaikat"}, {"sv": "Arbetsplatser"}
    both = amount("m", 1, 2)
    seen = branch()
    given = [replace(both, name=name) for name in (fi, sv, {**fi, **sv})]
    plans = {
        unit.id: replace(seen.plans[unit.id], goals=(replace(seen.plans[unit.id].goals[0], metrics=(metric,)),))
        for unit, metric in zip((ROADS, HOMES, WATER), given, strict=True)
    }
    (found,) = put_together(replace(seen, plans=plans), {}, PACK)
    assert [unit for unit, _ in found.members] == [ROADS, HOMES, WATER]
    assert found.baseline.value == 3
