"""What planning takes from a plan: from its own page for whoever reads it, and of a branch with its units' figures."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitation.plans.commands import EnterFigure, OpenAmendment
from facilitation.report.planning import LINKS
from facilitation.shapes.followed import Period
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import ACTION, FINANCE, GOAL, PLAN, SHARE, followed, redefine
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop.web.following.planning import FILES

AGREED = replace(GOAL, agreement="candidate", agreement_year=2027, actions=(replace(ACTION, cost=40_000.0),))
PLANNED = replace(PLAN, goals=(AGREED,))
NO_FIGURE = "No figure has been entered yet for any of these goals."


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree, plan=PLANNED)


@pytest.fixture
def editor(tree: Tree, desk: PlanDesk) -> Visitor:
    return tree.somebody("editor", "homes")


def enter(desk: PlanDesk, value: float) -> None:
    period = Period(date(2025, 1, 1), date(2025, 12, 31))
    told = EnterFigure("figure-1", SHARE.id, period, value, None, None, "", "", "preliminary", FINANCE, TODAY)
    assert desk.ask(told).ok


def test_a_plan_and_its_follow_up_lead_an_agency_s_editor_to_both_documents_and_their_files(
    desk: PlanDesk, editor: Visitor
):
    for page in (desk.page, f"{desk.page}/follow-up"):
        told = editor.get(page).text
        for of in LINKS:
            assert f'href="{desk.page}/planning/{of}"' in told
        assert f'href="{desk.page}/planning/files"' in told


def test_the_agreement_says_what_is_proposed_and_how_it_stands(desk: PlanDesk, editor: Visitor):
    page = f"{desk.page}/planning/agreements"
    told = editor.get(page).text
    assert AGREED.to["en"] in told
    assert NO_FIGURE in told
    assert "Newest figure" not in told
    enter(desk, 12)
    told = editor.get(page).text
    assert "12\N{NO-BREAK SPACE}% (2025), preliminary" in told
    assert "Behind" in told
    assert NO_FIGURE not in told


def test_the_years_say_what_is_done_and_what_it_costs(desk: PlanDesk, editor: Visitor):
    told = editor.get(f"{desk.page}/planning/years").text
    assert ACTION.text["en"] in told
    assert "40\N{NO-BREAK SPACE}000" in told


def test_a_figure_by_an_earlier_definition_is_not_told(desk: PlanDesk, editor: Visitor):
    enter(desk, 12)
    redefine(desk)
    told = editor.get(f"{desk.page}/planning/agreements").text
    assert "12\N{NO-BREAK SPACE}%" not in told
    assert NO_FIGURE in told


@pytest.mark.parametrize("format", FILES)
def test_every_file_tells_the_newest_figure(desk: PlanDesk, editor: Visitor, format: str):
    enter(desk, 12)
    answer = editor.get(f"{desk.page}/planning/agreements/file.{format}")
    assert answer.status_code == 200
    told = says(format, answer.data) if format in SAYS else flat(answer.text)
    assert flat(SHARE.name["en"]) in told
    assert flat("Newest figure") in told


def test_nothing_of_a_draft_is_told(desk: PlanDesk, editor: Visitor):
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", "canary-4711", GOAL.to["en"]).ok
    for of in LINKS:
        for page in (f"{desk.page}/planning/{of}", f"{desk.page}/planning/{of}/file.md"):
            assert "canary-4711" not in editor.get(page).text


def test_a_plan_that_was_never_approved_has_none(tree: Tree, editor: Visitor):
    draft = PlanDesk(tree.app, editor.account, PLANNED, "plan-0009")
    assert "/planning/" not in editor.get(draft.page).text
    assert editor.get(f"{draft.page}/planning/years").status_code == 404


def test_who_reads_nothing_of_the_plan_has_no_document_of_it(tree: Tree, desk: PlanDesk):
    stranger = tree.somebody("editor", "repairs")
    for page in ("agreements", "years", "files", "years/file.md"):
        assert stranger.get(f"{desk.page}/planning/{page}").status_code == 404


def test_another_document_is_not_there(desk: PlanDesk, editor: Visitor):
    for page in ("budgets", "years/file.ics", "budgets/file.md"):
        assert editor.get(f"{desk.page}/planning/{page}").status_code == 404


@pytest.mark.parametrize(("language", "told"), [("fi", "Viimeisin toteuma"), ("sv", "Senaste utfall")])
def test_they_are_read_in_every_language(desk: PlanDesk, editor: Visitor, language: str, told: str):
    enter(desk, 12)
    assert told in editor.get(f"{desk.page}/planning/agreements?language={language}").text
    assert f'<html lang="{language}"' in editor.get(f"{desk.page}/planning/files?language={language}").text


# -- Of a branch ------------------------------------------------------------------------------------------------------


def test_a_branch_that_decided_nothing_yet_tells_its_units_figures(tree: Tree, desk: PlanDesk):
    enter(desk, 12)
    head = tree.somebody("editor", "housing")
    told = head.get(f"{tree.page('housing')}/branch/file.md?of=agreements").text
    assert "12\N{NO-BREAK SPACE}% (2025), preliminary" in told


def test_a_branch_that_decided_tells_what_its_units_entered(app: Flask):
    ministry = Ministry(app, PLANNED).begun()
    ministry.decide("homes", kind="raise", reason="It is ours as well.", year="2027")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    enter(ministry.homes, 12)
    told = ministry.editor.get(f"{ministry.page('housing')}/branch/file.md?of=agreements").text
    assert told.count("12\N{NO-BREAK SPACE}% (2025)") == 1
    assert "/planning/" not in ministry.editor.get(f"/plans/{ministry.plan.id}").text
    assert ministry.editor.get(f"/plans/{ministry.plan.id}/planning/years").status_code == 404


def test_the_plan_of_a_branch_leads_to_where_its_documents_stand_once_it_is_approved(app: Flask):
    ministry = Ministry(app, PLANNED).begun()
    page, link = f"/plans/{ministry.plan.id}", f'href="{ministry.page("housing")}/branch#take-home"'
    assert link not in ministry.editor.get(page).text
    ministry.decide("homes", kind="raise", reason="It is ours as well.", year="2027")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    for told in (page, f"{page}/follow-up"):
        assert ministry.editor.get(told).text.count(link) == 1
    assert 'id="take-home"' in ministry.editor.get(f"{ministry.page('housing')}/branch").text
    assert link not in ministry.somebody("reader", "homes").get(page).text
