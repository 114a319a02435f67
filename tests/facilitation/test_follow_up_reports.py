"""What a Report of follow-up says: a finding first, what lags, who owes, and the days of a round."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from facilitation.followup import Round
from facilitation.report import english
from facilitation.report.blocks import Report, Table
from facilitation.report.charts import Timeline, TrajectoryChart
from facilitation.report.figures import day
from facilitation.report.following import Followed, followup_report
from facilitation.report.numbers import trajectory
from facilitation.shapes import Action, Goal, Milestone, Plan
from tests.facilitation.branch_reports import SPRING, followed
from tests.facilitation.branch_world import (
    TODAY,
    plans,
)
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_branch_reports import headlines, notes, rows, tables, told


def test_follow_up_opens_with_a_finding_in_words_and_what_lags_first():
    report = told("follow-up")
    assert headlines(report)[0] == "5 of 10 goals lag behind; of 4 there is no figure to tell"
    states = [row[2] for row in rows(report, "Goals, what lags first")]
    assert states == sorted(
        states, key=["Behind", "Figure overdue", "Slightly behind", "No figure", "On its way"].index
    )


def test_a_corrected_figure_a_new_definition_and_evidence_are_told():
    said = notes(told("follow-up"))
    assert "The figure for 2027 was corrected; before: 60\N{NO-BREAK SPACE}%." in said
    assert any(note.endswith("the definition was changed, and a new series begins.") for note in said)
    assert "Evidence for 2027: https://example.fi/minutes" in said
    by_goal = [row for row in rows(told("follow-up"), "Metrics of the goal, what lags first") if "66" in row[2]]
    figure = "66\N{NO-BREAK SPACE}% (2027), corrected, before 60\N{NO-BREAK SPACE}%"
    assert [row[2] for row in by_goal] == [f"{figure}; next due by 31\N{NO-BREAK SPACE}March 2029"]


def test_a_metrics_way_is_told_by_period_beside_what_was_expected():
    way = rows(told("follow-up"), "Procurements preceded by market dialogue by period")
    assert [row[0] for row in way] == ["2026", "2027"]
    assert way[1][1:4] == [
        "66\N{NO-BREAK SPACE}%, corrected, before 60\N{NO-BREAK SPACE}%",
        "60\N{NO-BREAK SPACE}%",
        "On its way",
    ]


def test_a_metrics_way_is_drawn_with_what_was_measured_by_the_definition_that_holds():
    charts = [b for s in told("follow-up").sections for b in s.blocks if isinstance(b, TrajectoryChart)]
    talk = next(chart for chart in charts if chart.actual and chart.actual[-1].value == 66)
    assert [(point.day.year, point.value) for point in talk.planned] == [(2026, 50), (2029, 80)]
    assert [point.value for point in talk.actual] == [61, 66]
    jobs = next(chart for chart in charts if chart.planned[-1].value == 40 and chart.actual)
    assert [point.value for point in jobs.actual] == [6]
    assert [[point.value for point in each] for each in jobs.earlier] == [[4, 21]]
    assert [cut.label for cut in jobs.cuts] == ["New definition from 1\N{NO-BREAK SPACE}January 2027"]
    assert [point.restated for point in talk.actual] == [False, True]


def test_a_way_that_is_drawn_knows_how_its_metric_stands_and_which_table_repeats_it():
    blocks = [block for section in told("follow-up").sections for block in section.blocks]
    charts = [block for block in blocks if isinstance(block, TrajectoryChart)]
    assert {"behind", "on_its_way"} <= {chart.status for chart in charts}
    pairs = [(before, block) for before, block in pairwise(blocks) if isinstance(block, Table) and block.drawn]
    assert pairs
    for before, block in pairs:
        assert isinstance(before, TrajectoryChart)
        assert block.caption.removesuffix(" by period") in before.caption


def test_the_chart_s_table_tells_the_break_and_what_was_corrected_in_words():
    charts = [b for s in told("follow-up").sections for b in s.blocks if isinstance(b, TrajectoryChart)]
    jobs = next(chart for chart in charts if chart.cuts)
    said = {day.text: values[1] for day, values in trajectory(jobs, "en")}
    assert said["1\N{NO-BREAK SPACE}January 2027"] == "New definition from 1\N{NO-BREAK SPACE}January 2027"
    assert (said["31\N{NO-BREAK SPACE}December 2026"] or "").endswith("(earlier definition)")
    talk = next(chart for chart in charts if any(point.restated for point in chart.actual))
    assert any((values[1] or "").endswith("(corrected)") for _, values in trajectory(talk, "en"))
    assert any(point.preliminary for chart in charts for point in chart.actual)


def test_figures_of_an_older_definition_are_held_against_nothing():
    way = rows(told("follow-up"), "Jobs created by procurement by period")
    assert [row[2:4] for row in way] == [["–", "–"], ["–", "–"], ["–", "–"], ["20", "Behind"]]
    assert way[2][0] == "New definition from 1\N{NO-BREAK SPACE}January 2027"


def test_a_round_says_who_still_owes_a_figure():
    report = told("follow-up")
    assert "6 of 10 figures that were due have been given" in headlines(report)
    assert len(rows(report, "Figures that have not been given")) == 4


def test_a_round_says_of_each_organisation_how_much_it_gave_and_who_owes_most_stands_first():
    found = rows(told("follow-up"), "Figures by organisation")
    assert [sum(map(int, row[1:2])) for row in found] == [sum(map(int, row[2:])) for row in found]
    owed = [int(row[2]) + int(row[3]) for row in found]
    assert owed == sorted(owed, reverse=True) and sum(owed) == 4


def test_one_organisation_needs_no_table_and_where_everything_was_given_the_round_says_so():
    told_of = [followup_report(replace(followed(), plans=(each,)), "en", english, PACK) for each in followed().plans]
    assert not any("Figures by organisation" in tables(report) for report in told_of)
    whole = [report for report in told_of if "Figures that have not been given" not in tables(report)]
    found = [text for report in whole for text in headlines(report) if "due" in text]
    assert found and all(text.startswith(("All ", "The one ", "No figure")) for text in found)
    assert any("has been given" in text or text.startswith("All ") for text in found)


def test_of_a_thousand_goals_the_first_to_lag_are_told_and_all_stand_in_the_workbook():
    some = plans()["tie"]
    every = [(replace(some, id=f"p{n}", organisation=f"Unit {n}"), ()) for n in range(100)]
    report = followup_report(Followed(every, TODAY), "en", english, PACK)
    assert len(rows(report, "Goals, what lags first")) == 20
    assert "180 more goals, which lag less, stand in the workbook." in notes(report)
    assert len(headlines(report)) < 60
    assert {sheet.key: len(sheet.rows) for sheet in report.sheets}["followed"] == 200


def test_late_actions_stand_first_and_what_is_left_is_drawn():
    report = told("follow-up")
    assert any("are late" in line for line in headlines(report))
    assert rows(report, "Actions, what is late first")[0][3].startswith("Late by")
    assert any(isinstance(block, Timeline) for section in report.sections for block in section.blocks)


OUT = Milestone({"en": "Tender out"}, TODAY - timedelta(days=5))
SIGNED = Milestone({"en": "Contract signed"}, TODAY + timedelta(days=30))
DRAFTED = Milestone({"en": "Model drafted"}, done=True)


def of_action(**fields: object) -> Report:
    action = Action("a1", {"en": "Write a model"}, milestones=(DRAFTED, OUT, SIGNED), **fields)  # pyright: ignore[reportArgumentType]
    plan = Plan("p1", {"en": "Plan"}, "Homes", goals=(Goal("g1", to={"en": "Every agreement"}, actions=(action,)),))
    return followup_report(Followed(((plan, ()),), TODAY), "en", english, PACK)


def test_an_action_says_how_many_milestones_are_reached_which_are_late_and_which_is_next():
    report = of_action(status="in_progress")
    late, ahead = (f"{next(iter(each.name.values()))} (by {day(each.day or TODAY, 'en')})" for each in (OUT, SIGNED))
    [row] = rows(report, "Actions, what is late first")
    assert row[3] == f"Late by 5 days. Milestones reached: 1 of 3; late: {late}; next: {ahead}"
    [goal] = rows(report, "Goals, what lags first")
    assert goal[2] == f"The goal has no metric. A milestone is late: {late}."
    [progress] = [sheet for sheet in report.sheets if sheet.key == "progress"]
    cells = dict(zip((field.key for field in progress.fields), progress.rows[0].cells, strict=True))
    assert (cells["progress"], cells["days"], cells["missed"]) == ("Late", 5, late)


def test_of_what_is_paused_it_is_only_said_how_many_are_reached():
    [row] = rows(of_action(status="paused"), "Actions, what is late first")
    assert row[3] == "Paused. Milestones reached: 1 of 3"


def test_follow_up_of_nothing_says_that_there_is_nothing():
    report = followup_report(Followed((), TODAY, SPRING), "en", english, PACK)
    assert headlines(report) == ["There are no goals to follow", "No figure was due in this round"]


def test_the_days_of_a_round_go_into_the_calendar_and_days_gone_by_do_not():
    days = [entry.day for entry in told("follow-up").entries]
    assert SPRING.due in days
    assert min(days) >= TODAY
    late = replace(followed(), round=Round("r0", date(2027, 1, 1), date(2027, 2, 1)))
    assert "round.r0.due" not in [entry.id for entry in followup_report(late, "en", english, PACK).entries]
