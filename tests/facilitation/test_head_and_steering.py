"""What a plan's records and its steering ask for: who answers for it, how it was approved, which planning it enters."""

from dataclasses import replace
from datetime import date

from facilitation.report import english, report
from facilitation.report.blocks import Headline, Paragraph, Table
from facilitation.shapes import Plan
from tests.facilitation.sample_plan import PACK, plan

HEAD = {
    "version": "1.0",
    "owner": "Head of procurement",
    "approver": "Permanent secretary",
    "approved_on": date(2027, 1, 15),
    "record_number": "RYM/2027/12",
    "publicity": "public",
    "records_class": "02.03",
    "background": {"en": "The government set the task."},
}


def tables(of: Plan) -> dict[str, dict[str, str]]:
    """Every table by its caption: the first column and what stands beside it."""
    blocks = [block for section in report(of, "en", english, PACK).sections for block in section.blocks]
    return {
        each.caption: {row[0].text: " / ".join(cell.text for cell in row[1:]) for row in each.rows}
        for each in blocks
        if isinstance(each, Table)
    }


def said(of: Plan) -> list[str]:
    blocks = [block for section in report(of, "en", english, PACK).sections for block in section.blocks]
    return [
        block.text if isinstance(block, Headline) else block.words.text
        for block in blocks
        if isinstance(block, Headline | Paragraph)
    ]


def test_an_approved_plan_tells_who_answers_for_it_and_where_it_is_filed():
    told = tables(replace(plan(), **HEAD))["About this plan"]
    assert told["Owner"] == "Head of procurement"
    assert told["Approved by"] == "Permanent secretary"
    assert told["Approved on"] == "15\N{NO-BREAK SPACE}January 2027"
    assert (told["Record number"], told["Publicity"], told["Records class"]) == ("RYM/2027/12", "Public", "02.03")


def test_a_draft_that_nobody_answers_for_yet_has_no_head_to_fill():
    assert "About this plan" not in tables(replace(plan(), owner="", approver=""))


def test_the_mandate_stands_under_a_heading_of_its_own():
    words = said(replace(plan(), **HEAD))
    assert words[words.index("Background and mandate") + 1] == "The government set the task."


def test_goals_that_enter_an_agreement_or_a_document_are_listed_with_it():
    first, second, third = plan().goals
    goals = (
        replace(first, agreement="agreed", agreement_year=2028),
        replace(second, agreement="no", document=""),
        replace(third, agreement="", document="Operational plan 2028–2031"),
    )
    told = tables(replace(plan(), goals=goals))["Where goals enter planning"]
    assert list(told.values()) == ["Agreed 2028 / \N{EN DASH}", "\N{EN DASH} / Operational plan 2028–2031"]


def test_that_no_goal_enters_an_agreement_is_told_with_its_reason():
    goals = tuple(replace(goal, agreement="no", document="") for goal in plan().goals)
    words = said(replace(plan(), goals=goals, agreement_reason="The agreements were signed before."))
    assert words[words.index("No goal enters an agreement") + 1] == "The agreements were signed before."
