"""A plan laid out for the state's result system: only the goals that are meant for the performance agreement."""

from typing import Any

import pytest
from flask import Flask

from facilitation.live.commands import ReviseCard
from facilitation.report.transfer import shipped
from tests.workshop.desk import Desk
from tests.workshop.plan_desk import written
from tests.workshop.test_draft import TO, opened, sat, with_a_goal
from tests.workshop.test_transfer import CONFIRM, UNVERIFIED, book, front
from tests.workshop.test_workbook import audited, formulas
from tests.workshop.visitor import Visitor


@pytest.fixture
def agreement(desk: Desk) -> str:
    return f"/w/{desk.id}/draft/transfer/performance-agreement"


def test_only_a_goal_meant_for_the_performance_agreement_is_laid_out(desk: Desk, agreement: str, facilitator: Visitor):
    ada = with_a_goal(desk)
    assert "Nothing to key in yet" in facilitator.get(agreement).text
    assert TO not in str(book(facilitator, agreement))
    assert desk.ask(ReviseCard("goal-00000001", "agreement", "candidate", "", "en"), ada).ok
    page = facilitator.get(agreement).text
    assert "Nothing to key in yet" not in page
    assert f"data-cell>{TO}</dd>" in page
    assert "data-cell>Head of steering</dd>" in page
    assert "Copy: Responsible, Every agreement" in page


def test_its_workbook_holds_its_one_sheet_with_a_row_a_goal(desk: Desk, agreement: str, facilitator: Visitor):
    with_a_goal(desk, agreement="agreed")
    pages = book(facilitator, agreement)
    assert list(pages)[1:] == ["Result targets"]
    heads, row = pages["Result targets"][1:3]
    assert heads[1:] == [each.head["en"] for each in shipped()["performance-agreement"].sheets[0].columns]
    told = dict(zip(heads, row, strict=True))
    assert (told["Goal"], told["Responsible"], told["In the agreement"]) == (TO, "Head of steering", "Agreed")


def test_its_targets_of_each_year_are_laid_out_from_a_plan(app: Flask, facilitator: Visitor):
    plan, _link = written(app, facilitator.account)
    page = facilitator.get(f"{plan.page}/transfer/performance-agreement").text
    assert all(f"Target {year}" in page for year in (2027, 2028, 2029))
    heads = book(facilitator, f"{plan.page}/transfer/performance-agreement")["Result targets"][1]
    assert [head for head in heads if head.startswith("Target")] == ["Target 2027", "Target 2028", "Target 2029"]


def test_it_is_unverified_until_somebody_confirms_it_and_it_alone(
    desk: Desk, agreement: str, facilitator: Visitor, administrator: Visitor
):
    assert UNVERIFIED in facilitator.get(agreement).text
    assert any(UNVERIFIED in str(cell) for row in front(facilitator, agreement) for cell in row)
    administrator.send("/transfers/performance-agreement", CONFIRM)
    assert UNVERIFIED not in facilitator.get(agreement).text
    assert not any(UNVERIFIED in str(cell) for row in front(facilitator, agreement) for cell in row)
    assert UNVERIFIED in facilitator.get(f"/w/{desk.id}/draft/transfer/hankintaluotsi").text


def test_each_reads_it_in_their_language(desk: Desk, agreement: str, facilitator: Visitor):
    with_a_goal(desk, agreement="candidate")
    page = facilitator.get(f"{agreement}?language=sv").text
    for words in ("Statens resultatstyrning", "Ansvarig", "I resultatavtalet", "Typ av resultat"):
        assert words in page


def test_participants_get_only_what_was_shown_to_them(desk: Desk, agreement: str, facilitator: Visitor, app: Flask):
    with_a_goal(desk, agreement="candidate")
    ben = sat(app, desk, desk.seat("ben"))
    assert TO in facilitator.get(agreement).text
    assert TO not in ben.get(agreement).text + str(book(ben, agreement))
    opened(desk, "metrics")
    assert TO in ben.get(agreement).text
    assert TO in str(book(ben, agreement))


def test_a_stranger_gets_neither_its_page_nor_its_workbook(agreement: str, app: Flask):
    for path in (agreement, f"{agreement}/workbook.xlsx"):
        assert Visitor(app).get(path).request.path.startswith("/j/")


def test_no_cell_is_a_formula_and_the_auditor_finds_nothing_wrong(
    desk: Desk, agreement: str, facilitator: Visitor, tmp_path: Any
):
    with_a_goal(desk, to='=HYPERLINK("https://x.example","y")', owner="@SUM(1)", agreement="agreed")
    made = facilitator.get(f"{agreement}/workbook.xlsx").data
    assert formulas(made) == []
    assert audited(made, tmp_path) == []
    assert '=HYPERLINK("https://x.example","y")' in str(book(facilitator, agreement)["Result targets"])
