"""Extracts of a plan: each for one reader, none longer than that reader's time."""

from dataclasses import replace

import pytest

from facilitation.report import Report, english, report
from facilitation.report.blocks import Headline, Table
from facilitation.report.charts import Timeline
from facilitation.report.extracts import EXTRACTS
from facilitation.shapes import Plan
from tests.facilitation.sample_plan import PACK, plan


def told(extract: str, given: Plan | None = None) -> Report:
    return report(given or plan(), "en", english, PACK, extract=extract)


def headlines(extract: str, given: Plan | None = None) -> list[str]:
    return [b.text for s in told(extract, given).sections for b in s.blocks if isinstance(b, Headline)]


def large(goals: int) -> Plan:
    """A plan of many goals, each said at great length."""
    given = plan()
    long = {"en": "All agencies together " * 90}
    every = (replace(given.goals[n % 3], id=f"g{n}", to=long, from_=long) for n in range(goals))
    return replace(given, goals=tuple(every))


@pytest.mark.parametrize("given", [plan(), large(40), Plan(id="empty")])
def test_the_board_sees_nine_findings_at_most_whatever_the_plan_holds(given: Plan):
    assert len(headlines("board", given)) <= 9


def test_the_board_hears_how_many_goals_it_does_not_see():
    notes = [str(block) for section in told("board", large(40)).sections for block in section.blocks]
    assert any("35 more goals stand in the whole plan" in note for note in notes)


def test_nothing_that_the_board_reads_is_longer_than_a_glance():
    tables = [b for s in told("board", large(40)).sections for b in s.blocks if isinstance(b, Table)]
    assert tables
    assert all(len(table.rows) <= 6 for table in tables)
    assert max(len(cell.text) for table in tables for row in table.rows for cell in row) <= 150


def test_the_board_sees_when_things_happen():
    assert any(isinstance(block, Timeline) for section in told("board").sections for block in section.blocks)


def test_only_goals_for_the_performance_agreement_stand_in_its_annex():
    marked = [goal for goal in plan().goals if goal.agreement in ("candidate", "agreed")]
    tables = [b for s in told("agreement").sections for b in s.blocks if isinstance(b, Table)]
    listed = next(table for table in tables if table.caption == "Goals for the performance agreement")
    assert 0 < len(listed.rows) == len(marked) < len(plan().goals) + 1
    assert "1 agreed and 1 proposed for the performance agreement" in headlines("agreement")


def test_an_annex_without_goals_says_why():
    without = tuple(replace(goal, agreement="no") for goal in plan().goals)
    given = replace(plan(), goals=without, agreement_reason="The agreement of 2027 is signed already.")
    assert headlines("agreement", given) == ["No goal is proposed for the performance agreement"]
    assert "signed already" in str(told("agreement", given).sections)


def test_minutes_tell_decisions_with_their_reasons_and_name_no_one():
    sections = [section.title for section in told("minutes").sections]
    assert "Decisions" in sections and "How we worked" in sections and "Next steps" in sections
    assert "Counts only: no one is named." in str(told("minutes").sections)


@pytest.mark.parametrize("extract", EXTRACTS)
def test_an_extract_says_what_it_is_and_comes_from_the_same_log(extract: str):
    assert EXTRACTS[extract].title in told(extract).subtitle
    assert told(extract).origin == told("").origin
