"""A metric's way from baseline to target, what was measured on it, and the days of the actions."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.report import english, report
from facilitation.report.axes import months, scale, ticks
from facilitation.report.blocks import Headline, Note
from facilitation.report.charts import Point, Timeline, TrajectoryChart
from facilitation.report.numbers import numbers
from facilitation.report.reader import reader
from facilitation.report.trajectories import DRAWN, finding, names, trajectory, ways
from facilitation.shapes import Metric, Milestone, Plan, Reading
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.facilitation.test_report import told

EMPTY = Plan(id="p-0")
TO = reader("en", english, PACK)


def test_a_metrics_way_is_drawn_from_baseline_to_target_and_one_without_days_is_counted_but_not_drawn():
    section = next(each for each in told(plan()).sections if each.title == "Metric sheets")
    ways = [block for block in section.blocks if isinstance(block, TrajectoryChart)]
    assert [[(point.day.year, point.value) for point in way.planned] for way in ways] == [
        [(2026, 0), (2027, 40), (2028, 100)],
        [(2026, 18), (2028, 60), (2029, 100)],
        [(2026, 0), (2027, 8)],
    ]
    assert ways[0].direction == "More is better"
    assert isinstance(section.blocks[0], Headline)
    assert section.blocks[0].text == "Baseline, target and their days are known for 3 of 4 metrics"


def test_of_very_many_metrics_the_first_are_drawn_and_the_rest_is_told():
    many = [replace(plan().goals[0].metrics[0], id=f"m{n}") for n in range(DRAWN + 2)]
    blocks = list(ways(many, TO))
    assert sum(isinstance(block, TrajectoryChart) for block in blocks) == DRAWN
    assert isinstance(blocks[-1], Note)
    assert blocks[-1].words.text.startswith("2 more are not drawn here")


def test_what_was_measured_stands_beside_what_was_planned_day_by_day():
    measured = (Point(date(2028, 1, 31), 52, preliminary=True), Point(date(2027, 12, 31), 43.5))
    way = trajectory(plan().goals[0].metrics[0], TO, measured)
    assert way is not None
    assert [[cell.text for cell in row] for row in numbers(way, "en", "").rows] == [
        ["26\u00a0November 2026", "0\u00a0%", "–"],
        ["31\u00a0December 2027", "40\u00a0%", "43.5\u00a0%"],
        ["31\u00a0January 2028", "–", "52\u00a0% (preliminary)"],
        ["31\u00a0December 2028", "100\u00a0%", "–"],
    ]


@pytest.mark.parametrize(
    ("values", "low", "high", "step"),
    [
        ((0, 40, 100), 0, 100, 25),
        ((1_250_000, 980_000), 900_000, 1_300_000, 100_000),
        ((-3, 5), -4, 6, 2),
        ((7, 7), 6, 8, 2),
        ((100, 100), 75, 100, 25),
        ((0, 0), 0, 0.25, 0.25),
        ((-100, -100), -100, -75, 25),
    ],
)
def test_an_axis_begins_at_nought_unless_the_line_would_lie_flat(
    values: tuple[float, ...], low: float, high: float, step: float
):
    points = tuple(Point(date(2027, 1 + at, 1), value) for at, value in enumerate(values))
    assert scale(TrajectoryChart("", points, names(TO))) == (low, high, step)


@given(st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=6))
def test_whatever_is_measured_lies_on_an_axis_of_a_few_steps(values: list[float]):
    points = tuple(Point(date(2027, 1 + at, 1), value) for at, value in enumerate(values))
    low, high, step = scale(TrajectoryChart("", points, names(TO)))
    near = max(map(abs, values)) * 1e-6
    assert low < high
    assert low - near <= min(values) <= max(values) <= high + near
    assert (high - low) / step <= 10


def test_milestones_stand_on_their_bar_and_today_only_on_the_way():
    action = replace(
        plan().goals[0].actions[0], milestones=(Milestone({}, date(2027, 2, 1)), Milestone({}, date(2031, 1, 1)))
    )
    given = replace(EMPTY, goals=(replace(plan().goals[0], actions=(action,)),))

    def line(made: date) -> Timeline:
        blocks = [
            block for section in report(given, "en", english, PACK, made=made).sections for block in section.blocks
        ]
        return next(block for block in blocks if isinstance(block, Timeline))

    assert line(DAY).bars[0].milestones == (date(2027, 2, 1),)
    assert line(DAY).marked_day is None
    assert line(date(2027, 2, 2)).marked_day == date(2027, 2, 2)


def test_days_are_counted_in_steps_that_leave_room_for_their_figures():
    begin, end, step = months([date(2026, 11, 26), date(2028, 12, 31)])
    assert (begin, end, step) == (date(2026, 10, 1), date(2029, 1, 1), 6)
    assert [day.isoformat() for day in ticks(begin, end, step)][:2] == ["2026-10-01", "2027-04-01"]


@pytest.mark.parametrize(
    ("reading", "said"),
    [
        (Reading(37.5, numerator=3, denominator=8), "3 of 8"),
        (Reading(37.5, denominator=8), "3 of 8"),
        (Reading(30, numerator=3, denominator=10), "30\N{NO-BREAK SPACE}%"),
        (Reading(30), "30\N{NO-BREAK SPACE}%"),
    ],
)
def test_a_share_of_fewer_than_ten_is_told_as_how_many_of_how_many(reading: Reading, said: str):
    assert TO.measured(reading, "%") == said


def test_only_shares_are_told_by_their_counts():
    assert TO.measured(Reading(2, numerator=6, denominator=3), "days") == TO.number(2, "days")


def test_a_way_that_begins_from_a_share_of_few_is_not_drawn_from_it():
    metric = Metric(
        "m1",
        {"en": "Agreements"},
        unit="%",
        baseline=Reading(50, date(2026, 12, 31), "", 2, 4),
        targets=(Reading(70, date(2027, 12, 31)), Reading(90, date(2028, 12, 31))),
    )
    chart = trajectory(metric, TO)
    assert chart is not None
    assert [point.value for point in chart.planned] == [70, 90]
    assert "from 2 of 4 to 90" in finding(metric, TO)
