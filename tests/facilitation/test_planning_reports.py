"""What planning takes from plans: agreements of a year, and years with their work and money."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.consolidation import Decided, branch_plan, decided, for_planning
from facilitation.report import Report, english
from facilitation.report.blocks import Table
from facilitation.report.following import Followed
from facilitation.report.planning import planning_report
from facilitation.report.planning.work import shares, undated
from facilitation.shapes import Action, Goal, Plan
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import Counting
from tests.facilitation.branch_reports import BASE, costed
from tests.facilitation.branch_world import (
    TODAY,
    branch,
    decisions,
    entered,
    entries,
    plans,
)
from tests.facilitation.sample_plan import PACK
from tests.facilitation.test_branch_reports import headlines, notes, rows, tables, told

SHALL = "What the metrics of these goals shall show"
NO_FIGURE = "No figure has been entered yet for any of these goals."


def test_the_agreements_of_a_year_say_what_shall_be_shown_when_it_ends():
    report = told("agreements")
    assert [section.title for section in report.sections] == ["Year not yet set", "Agreements for 2028"]
    shown = {
        row[1]: row[-2]
        for section in report.sections[1:]
        for block in section.blocks
        if isinstance(block, Table) and block.caption == SHALL
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
    own = (goal.ref for goal in branch().goals if goal.unit.own)
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


def road_agreements(*entries: Entered, counting: Counting | None = None) -> Report:
    """Of the roads' plan, followed up with these entries."""
    plan = plans()["tie"]
    counted = {plan.id: counting} if counting else {}
    seen = Followed([(plan, entries)], TODAY, counting=counted)
    return planning_report("agreements", [plan], "en", english, PACK, followed=seen)


def test_beside_what_a_metric_shall_show_stands_its_newest_figure_and_how_it_stands():
    report = road_agreements(*entries()["tie"])
    heads = [column.head for column in tables(report)[SHALL].columns]
    assert heads[2:5] == ["Baseline", "Newest figure", "Status"]
    told = {row[1]: row[3:5] for row in rows(report, SHALL)}
    assert told == {
        "Jobs created by procurement": ["21 (2027)", "On its way"],
        "Procurements preceded by market dialogue": ["66\N{NO-BREAK SPACE}% (2027)", "On its way"],
    }
    assert NO_FIGURE not in notes(report)


def test_a_figure_that_is_not_final_says_so():
    period = Period(date(2027, 1, 1), date(2027, 12, 31))
    early = replace(entered("m1", 50, period), standing="preliminary")
    assert rows(road_agreements(early), SHALL)[0][3] == "50\N{NO-BREAK SPACE}% (2027), preliminary"


def test_a_figure_by_an_earlier_definition_is_no_newest_figure():
    anew = Counting({each.metric: (date(2028, 1, 1),) for each in entries()["tie"]})
    assert NO_FIGURE in notes(road_agreements(*entries()["tie"], counting=anew))


def test_goals_without_any_figure_say_so_and_a_plan_that_nobody_follows_says_nothing_of_it():
    report = road_agreements()
    assert NO_FIGURE in notes(report)
    assert "Newest figure" not in [column.head for column in tables(report)[SHALL].columns]
    assert NO_FIGURE not in notes(planning_report("agreements", costed(), "en", english, PACK))


def test_the_workbook_has_a_row_a_metric_with_its_figure():
    (sheet,) = (each for each in road_agreements(*entries()["tie"]).sheets if each.key == "aims")
    at = [field.key for field in sheet.fields].index
    assert [(row.cells[at("newest")], row.cells[at("last")], row.cells[at("status")]) for row in sheet.rows] == [
        (66, date(2027, 12, 31), "On its way"),
        (21, date(2027, 12, 31), "On its way"),
    ]


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


@pytest.mark.parametrize(("start", "years"), [(2026, 30), (9990, 10)])
def test_what_goes_on_for_good_is_spread_over_the_years_that_pages_can_tell(start: int, years: int):
    action = Action("a", start=date(start, 3, 1), end=date.max, cost=90)
    found = list(shares([Plan("p", goals=(Goal("g", actions=(action,)),))]))
    assert [share.year for share in found] == list(range(start, start + years))
    assert sum(share.cost or 0 for share in found) == pytest.approx(90)


def test_what_was_given_up_is_in_no_year_and_waits_for_no_dates():
    given_up = replace(costed()[1].goals[0].actions[0], status="abandoned")
    of = Plan("p", goals=(Goal("g", actions=(given_up, replace(given_up, start=None, end=None))),))
    assert (list(shares([of])), undated([of])) == ([], 0)
