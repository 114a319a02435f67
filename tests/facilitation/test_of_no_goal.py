"""What belongs to no goal of a plan is followed as the rest is, named where it lags, and counted as no goal."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from facilitation.followup import follow, follow_loose
from facilitation.report import english
from facilitation.report.blocks import Report
from facilitation.report.charts import StatusChart, TrajectoryChart
from facilitation.report.following import Followed, followup_report
from facilitation.report.sheets import Cell
from facilitation.shapes import Action, Goal, Metric, Milestone, Plan, Reading
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import Counting
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_branch_reports import headlines, notes, rows, tables

TODAY = date(2028, 3, 1)
YEAR = Period(date(2027, 1, 1), date(2027, 12, 31))
BIDS = Metric(
    "m1",
    {"en": "Bids a tender"},
    unit="count",
    direction="more",
    baseline=Reading(1, date(2026, 12, 31)),
    targets=(Reading(5, date(2028, 12, 31)),),
    frequency="yearly",
    owner="Head of finance",
)
AHEAD, SILENT = replace(BIDS, id="m2", name={"en": "Talks"}), replace(BIDS, id="m3", name={"en": "Complaints"})
SIGNED = Milestone({"en": "Signed"}, TODAY - timedelta(days=3))
LATE = Action("a1", {"en": "Write a model"}, responsible="Head of law", status="in_progress", milestones=(SIGNED,))
GOING = Action("a2", {"en": "Train buyers"}, status="in_progress", end=date(2029, 1, 1))
GOAL = Goal("g1", to={"en": "Every tender draws three bids"}, metrics=(replace(BIDS, id="m9"),))
PLAN = Plan("p1", {"en": "Plan"}, "Homes", goals=(GOAL,), pack=PACK.key)
LOOSE = replace(PLAN, loose_metrics=(AHEAD, BIDS, SILENT), loose_actions=(GOING, LATE))


def on(metric: str, value: float) -> Entered:
    return Entered(f"e-{metric}", metric, YEAR, value, on=TODAY)


TOLD = (on("m9", 5), on("m2", 5), on("m1", 2))


def report(*plans: Plan, entries: Iterable[Entered] = TOLD, **branches: str) -> Report:
    every = [(each, tuple(entries)) for each in plans]
    return followup_report(Followed(every, TODAY, branches=branches), "en", english, PACK)


def late(told: Report, caption: str) -> dict[str, str]:
    """By name of a part, how many of how many actions are late."""
    blocks = (block for section in told.sections for block in section.blocks)
    [chart] = (block for block in blocks if isinstance(block, StatusChart) and block.caption == caption)
    return {row.label.text: row.aside for row in chart.rows}


def cells(told: Report, key: str) -> dict[str, dict[str, Cell]]:
    [sheet] = [sheet for sheet in told.sheets if sheet.key == key]
    heads = [field.key for field in sheet.fields]
    return {row.id: dict(zip(heads, row.cells, strict=True)) for row in sheet.rows}


def test_what_belongs_to_no_goal_is_judged_as_the_rest_what_lags_first():
    found = follow_loose(LOOSE, TOLD, TODAY)
    judged = [(each.metric.id, each.judged.status) for each in found.metrics]
    assert judged == [("m1", "behind"), ("m3", "no_figure"), ("m2", "on_its_way")]
    assert (found.metrics[0].last, found.metrics[0].due) == (on("m1", 2), date(2029, 3, 31))
    actions = [(each.action.id, each.progress, each.missed) for each in found.actions]
    assert actions == [("a1", "late", (SIGNED,)), ("a2", "in_progress", ())]


def test_of_it_what_is_behind_or_overdue_lags_and_what_is_late_is_late():
    later = follow_loose(LOOSE, TOLD, date(2028, 4, 1))
    assert [each.metric.id for each in later.lagging] == ["m1", "m3"]
    assert [each.action.id for each in later.late] == ["a1"]


def test_figures_by_an_earlier_definition_are_of_another_series_there_too():
    anew = Counting({"m1": (date(2028, 2, 1),)})
    [of] = [each for each in follow_loose(LOOSE, TOLD, TODAY, anew).metrics if each.metric.id == "m1"]
    assert (of.newest, of.judged.status, len(of.breaks)) == (None, "no_figure", 1)


def test_it_is_no_goal_and_no_goal_stands_otherwise_for_it():
    assert follow(LOOSE, TOLD, TODAY, PACK.strategy) == follow(PLAN, TOLD, TODAY, PACK.strategy)
    assert headlines(report(LOOSE))[0] == headlines(report(PLAN))[0] == "The goal is on its way"
    assert len(rows(report(LOOSE), "Goals, what lags first")) == 1


def test_what_of_it_lags_or_is_late_is_named_where_the_plan_lags():
    told = report(LOOSE)
    assert "2 metrics and actions that belong to no goal lag behind or are late" in headlines(told)
    [metric, action] = rows(told, "What lags and belongs to no goal")
    figure = "2 (2027), expected 3. The figure is clearly worse than it should be."
    assert metric == ["Bids a tender", "Behind", figure, "Head of finance"]
    assert action[:2] == ["Write a model", "Late"]
    assert action[2].startswith("Late by 3 days. Milestones reached: 0 of 1; late: Signed")
    assert action[3] == "Head of law"


def test_its_figures_way_and_next_day_are_told_after_the_goals():
    told = report(LOOSE)
    assert "Homes, metrics of no goal: behind" in headlines(told)
    found = rows(told, "Metrics that belong to no goal, what lags first")
    assert [row[0] for row in found] == ["Bids a tender", "Complaints", "Talks"]
    assert found[0][2] == "2 (2027); next due by 31\N{NO-BREAK SPACE}March 2029"
    ways = [block for section in told.sections for block in section.blocks if isinstance(block, TrajectoryChart)]
    assert [chart.status for chart in ways][1:] == ["behind", "no_figure", "on_its_way"]


def test_its_actions_stand_among_the_actions_and_it_is_said_how_many():
    told = report(LOOSE)
    assert "0 of 2 actions are done, 1 are late" in headlines(told)
    assert [row[0] for row in rows(told, "Actions, what is late first")] == ["Write a model", "Train buyers"]
    assert "2 actions belong to no goal." in notes(told)


def test_its_rows_in_the_workbook_have_no_goal_and_no_theme():
    told = report(LOOSE)
    found = cells(told, "followed")
    assert list(found) == ["Homes/m9", "Homes/m1", "Homes/m3", "Homes/m2"]
    assert (found["Homes/m9"]["goal"], found["Homes/m1"]["goal"], found["Homes/m1"]["theme"]) == (1, None, None)
    assert {row["goal"] for row in cells(told, "progress").values()} == {None}
    assert "Homes/m1.1" in cells(told, "figures")


def test_a_plan_without_goals_says_so_and_still_tells_what_lags():
    told = report(replace(LOOSE, goals=()))
    assert headlines(told)[0] == "There are no goals to follow"
    assert "Goals are followed once a plan has been approved." not in notes(told)
    assert len(rows(told, "What lags and belongs to no goal")) == 2


def test_of_several_plans_it_is_said_whose_it_is_and_of_many_not_all_are_listed():
    roads = replace(LOOSE, id="p2", organisation="Roads")
    told = report(LOOSE, roads)
    assert {row[1] for row in rows(told, "What lags and belongs to no goal")} == {"Homes", "Roads"}
    many = [replace(LOOSE, id=f"p{n}", organisation=f"Unit {n}") for n in range(15)]
    assert len(rows(report(*many), "What lags and belongs to no goal")) == 20
    assert "10 more stand in the workbook." in notes(report(*many))


def test_its_late_actions_are_counted_where_those_of_an_organisation_or_a_branch_are():
    roads, land = replace(PLAN, id="p2", organisation="Roads"), replace(LOOSE, id="p3", organisation="Land", goals=())
    told = report(LOOSE, roads, land)
    assert late(told, "Goals by organisation") == {"Homes": "1 of 2", "Roads": "–", "Land": "1 of 2"}
    told = report(LOOSE, roads, land, p1="Housing", p2="Traffic", p3="Housing")
    assert late(told, "Goals by branch") == {"Housing": "2 of 4", "Traffic": "–"}


def test_who_has_neither_goals_nor_actions_is_no_row():
    told = report(LOOSE, replace(LOOSE, id="p2", organisation="Roads"), Plan("p3", organisation="Land", pack=PACK.key))
    assert set(late(told, "Goals by organisation")) == {"Homes", "Roads"}


def test_nothing_is_said_of_it_where_there_is_none():
    told = report(PLAN)
    assert not [caption for caption in tables(told) if "no goal" in caption]
    assert not [text for text in (*headlines(told), *notes(told)) if "no goal" in text]
