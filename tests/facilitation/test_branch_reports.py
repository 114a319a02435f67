"""What a branch, a round of follow-up and the links to planning are told as."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import Decided, branch_plan, decided, for_planning
from facilitation.followup import Round
from facilitation.report import Report, english
from facilitation.report.blocks import Bullets, Headline, Note, Table
from facilitation.report.branch import Consolidated, branch_report
from facilitation.report.charts import Timeline, TrajectoryChart
from facilitation.report.following import Followed, followup_report
from facilitation.report.numbers import trajectory
from facilitation.report.planning import planning_report
from facilitation.report.planning.work import shares
from facilitation.shapes import Action, Goal, Plan
from tests.facilitation.branch_reports import BASE, MADE, SPRING, consolidated, costed, followed
from tests.facilitation.branch_world import (
    NORTH,
    TODAY,
    UNITS,
    branch,
    decisions,
    goal,
    plans,
    read_together,
    said,
    unit_plan,
)
from tests.facilitation.sample_plan import PACK

SECRET = "canary-4711"


def told(name: str) -> Report:
    return MADE[name]("en", english)


def headlines(report: Report) -> list[str]:
    return [block.text for section in report.sections for block in section.blocks if isinstance(block, Headline)]


def tables(report: Report) -> dict[str, Table]:
    blocks = (block for section in report.sections for block in section.blocks)
    return {block.caption: block for block in blocks if isinstance(block, Table)}


def rows(report: Report, caption: str) -> list[list[str]]:
    return [[cell.text for cell in row] for row in tables(report)[caption].rows]


def notes(report: Report) -> list[str]:
    return [block.words.text for section in report.sections for block in section.blocks if isinstance(block, Note)]


# -- The branch -------------------------------------------------------------------------------------------------------


def test_the_first_thing_a_branch_says_is_whose_plans_are_missing():
    assert headlines(told("branch"))[0] == "6 of 7 plans are in, missing: Northern Infrastructure"


def test_the_matrix_has_a_column_for_every_unit_that_has_a_plan_and_names_no_gap_as_covered():
    report = told("branch")
    matrix = tables(report)["Goals by objective and unit"]
    assert [column.head for column in matrix.columns][1:] == [unit.name["en"] for unit in UNITS if unit != NORTH]
    assert all(any(cell.text != "–" for cell in row[1:]) for row in matrix.rows)
    gaps = next(
        block
        for section in report.sections
        for block in section.blocks
        if isinstance(block, Bullets) and len(block.lines) > 1
    )
    assert len(gaps.lines) + len(matrix.rows) == len(PACK.strategy.objectives)


def test_many_units_stand_in_several_tables_none_wider_than_a_page():
    units = [replace(NORTH, id=f"u{n}", name={"en": f"Unit {n}"}) for n in range(20)]
    every = read_together(units, [(unit.id, replace(plans()["vesi"], id=unit.id)) for unit in units])
    report = branch_report(Consolidated(every, (), BASE), "en", english, PACK)
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    matrices = [block for block in blocks if block.caption == "Goals by objective and unit"]
    assert [len(block.columns) - 1 for block in matrices] == [6, 6, 6, 2]


def test_goals_that_look_alike_stand_side_by_side_with_what_was_decided():
    report = told("branch")
    assert any(line.startswith("3 units say nearly the same: “Jokaisesta merkittävästä") for line in headlines(report))
    assert "They differ in their wording only." in notes(report)
    assert {row[-1] for row in rows(report, "Goals side by side")} <= {
        "Merged into a goal of the branch",
        "Raised to the performance agreement",
        "Not decided yet",
    }


def test_figures_are_put_together_with_who_is_missing_or_with_the_reason_why_not():
    report = told("branch")
    (talk,) = rows(report, "Metrics of several units")
    assert talk[1:] == [
        "All counts divided anew",
        "37\N{NO-BREAK SPACE}%",
        "80\N{NO-BREAK SPACE}%",
        "56.06\N{NO-BREAK SPACE}% (2 of 3)",
        "3",
    ]
    assert any(note.endswith("2 of 3 units, missing: Archipelago Agency.") for note in notes(report))
    why = rows(report, "Figures that are not put together, and why not")
    assert [row[2] for row in why] == ["Counted in different units: count, h."]


def test_units_of_measure_are_named_in_the_readers_language():
    report = MADE["branch"]("fi", english)
    assert [row[2] for row in rows(report, "Figures that are not put together, and why not")] == [
        "Counted in different units: kpl, h."
    ]


def test_decisions_that_rest_on_what_has_changed_are_listed():
    report = told("branch")
    assert "One decision rests on what has changed since" in headlines(report)
    assert rows(report, "Decisions to look at again; what was decided holds until then")[0][2] == (
        "The goal is no longer in the unit’s plan"
    )
    assert [row[0] for row in rows(report, "Plans and goals that are new, gone or changed")] == [
        "Housing Centre",
        "Road Network Agency",
        "Road Network Agency",
    ]


def test_nothing_that_was_not_published_is_in_the_branchs_report():
    secret = goal("g1", said(SECRET, SECRET, SECRET), ("1.1",))
    seen = replace(consolidated(), branch=branch(pohjoinen=replace(unit_plan(NORTH, secret), status="draft")))
    assert SECRET not in repr(branch_report(seen, "en", english, PACK))


def test_a_branch_of_which_nothing_is_known_says_so_and_no_more():
    report = branch_report(Consolidated(read_together(UNITS, ()), (), BASE), "en", english, PACK)
    assert headlines(report)[0].startswith("0 of 7 plans are in")
    assert [section.title for section in report.sections] == ["Summary"]


# -- Follow-up --------------------------------------------------------------------------------------------------------


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
    assert [row[2] for row in by_goal] == ["66\N{NO-BREAK SPACE}% (2027), corrected, before 60\N{NO-BREAK SPACE}%"]


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


def test_follow_up_of_nothing_says_that_there_is_nothing():
    report = followup_report(Followed((), TODAY, SPRING), "en", english, PACK)
    assert headlines(report) == ["There are no goals to follow", "No figure was due in this round"]


def test_the_days_of_a_round_go_into_the_calendar_and_days_gone_by_do_not():
    days = [entry.day for entry in told("follow-up").entries]
    assert SPRING.due in days
    assert min(days) >= TODAY
    late = replace(followed(), round=Round("r0", date(2027, 1, 1), date(2027, 2, 1)))
    assert "round.r0.due" not in [entry.id for entry in followup_report(late, "en", english, PACK).entries]


# -- Planning ---------------------------------------------------------------------------------------------------------


def test_the_agreements_of_a_year_say_what_shall_be_shown_when_it_ends():
    report = told("agreements")
    assert [section.title for section in report.sections] == ["Year not yet set", "Agreements for 2028"]
    shown = {
        row[1]: row[3]
        for section in report.sections[1:]
        for block in section.blocks
        if isinstance(block, Table) and len(block.columns) == 5
        for row in ([cell.text for cell in row] for row in block.rows)
    }
    assert shown["Jobs created by procurement"] == "30"
    assert shown["Performance agreements with a procurement target"] == "100\N{NO-BREAK SPACE}%"


def test_plans_that_propose_nothing_say_why():
    silent = replace(plans()["vesi"], goals=(), agreement_reason="Tavoitteet ovat sisäisiä.")
    assert headlines(planning_report("agreements", [silent], "en", english, PACK)) == [
        "No goal is proposed for the performance agreement"
    ]


def every_decision() -> tuple[Decided, ...]:
    """Two units' goals merged, one adopted, one raised for 2029, one kept, and the ministry's own as they are."""
    own = (goal.ref for goal in branch().goals() if goal.unit.own)
    return (*decisions(), *(decided(branch(), ref.goal, "adopt", (ref,)) for ref in own))


def planned() -> tuple[Plan, ...]:
    every = every_decision()
    return for_planning(branch(), every, branch_plan(branch(), every, PACK, BASE))


def test_planning_takes_what_a_branch_decided_and_from_its_units_what_stayed_theirs():
    left = {plan.id: [goal.id for goal in plan.goals if goal.to] for plan in planned()[1:]}
    stays = {"plan-vesi": ["g1", "g2"]}
    assert left == {plan.id: stays.get(plan.id, []) for plan in plans().values()}


def test_a_goal_that_was_raised_stands_in_the_agreements_of_its_year_as_its_unit_s_and_once():
    report = planning_report("agreements", planned(), "en", english, PACK, made=TODAY)
    year = next(section for section in report.sections if section.title == "Agreements for 2029")
    (table, *_) = (block for block in year.blocks if isinstance(block, Table))
    ((whose, goal, *_rest),) = ([cell.text for cell in row] for row in table.rows)
    assert (whose, goal[3:]) == ("Housing Centre", "Every year procurement employs people in a weak position")
    rows = [row.cells for sheet in report.sheets if sheet.key == "agreements" for row in sheet.rows]
    assert [row[0] for row in rows if "Housing Centre" in row or "Asuntokeskus" in row] == [2029]


def test_goals_that_were_merged_stand_there_as_one_and_those_left_keep_their_numbers():
    report = planning_report("agreements", planned(), "en", english, PACK, made=TODAY)
    blocks = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    goals = [table for table in blocks if table.caption == "Goals for the performance agreement"]
    found = [[cell.text for cell in row] for table in goals for row in table.rows]
    units = "Road Network Agency; Institute of Maps and Terrain; Archipelago Agency"
    assert [row[0] for row in found].count(units) == 1
    assert [row[1][:2] for row in found if row[0] == "Vesistökeskus"] == ["1.", "2."]


def test_every_year_has_its_actions_work_and_money():
    report = told("years")
    assert [section.title for section in report.sections] == ["All years", "2027", "2028"]
    years = rows(report, "Actions, work and money by year")
    assert [row[0] for row in years] == ["2027", "2028"]
    assert sum(int(row[2]) for row in years) == 120
    assert "One action has no dates yet and is in no year." in notes(report)


@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    st.floats(0, 1e6),
    st.booleans(),
)
def test_the_years_of_an_action_add_up_to_the_whole_of_it(start: date, end: date, cost: float, yearly: bool):
    action = Action("a", start=start, end=end, cost=cost, yearly=yearly)
    found = list(shares([Plan("p", goals=(Goal("g", actions=(action,)),))]))
    assert [share.year for share in found] == list(range(min(start, end).year, max(start, end).year + 1))
    whole = cost * len(found) if yearly else cost
    assert sum(share.cost or 0 for share in found) == pytest.approx(whole)


def test_what_was_given_up_is_in_no_year():
    given_up = replace(costed()[1].goals[0].actions[0], status="abandoned")
    assert not list(shares([Plan("p", goals=(Goal("g", actions=(given_up,)),))]))
