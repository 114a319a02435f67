"""A branch whose plans are by the second shipped method: its pages, files and letters speak in that method's words."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitation.packs import load
from facilitation.words import LANGUAGES
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import GOAL, PLAN
from tests.workshop.readback import SAYS
from tests.workshop.test_branch_rounds import answer, letters, opened, submitted, unit
from tests.workshop.test_city_pages import OTHERS, found
from workshop.together.files import OF

CITY = load("city")
PLANNED = replace(GOAL, objectives=("2.1",), agreement="candidate", agreement_year=2027)
PLANS = replace(PLAN, pack=CITY.key, pack_version=CITY.version, goals=(PLANNED,))
RAISED = "Raised to a binding goal of the budget"


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    """The units' goals differ in whether they are proposed as binding."""
    other = replace(PLANS, goals=(replace(PLANNED, agreement="no", agreement_year=None),))
    return Ministry(app, PLANS, other).begun()


def decided(ministry: Ministry) -> Ministry:
    ministry.decide("homes", kind="raise", reason="The council wants it.", year="2027")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    return ministry


def test_a_branch_reads_its_goals_and_decides_on_them_in_its_own_words(ministry: Ministry):
    branch, look = ministry.page("housing") + "/branch", ministry.look("homes")
    pages = (branch, f"{branch}/files", ministry.goals, look, ministry.look("homes", "repairs"), f"{branch}/round")
    assert found(ministry.editor, *pages) == []
    assert "Year of the binding goal" in ministry.editor.get(look).text
    assert "For the binding goals of the budget" in ministry.editor.get(branch).text
    decided(ministry)
    assert found(ministry.editor, *pages) == []
    assert RAISED in ministry.editor.get(ministry.goals).text


def test_what_was_decided_is_told_in_the_plan_of_the_branch_and_in_the_unit_s(ministry: Ministry):
    decided(ministry).approved()
    editor, plan = unit(ministry), f"/plans/{ministry.plan.id}"
    assert RAISED in editor.get(ministry.homes.page).text
    assert found(editor, ministry.homes.page, f"{ministry.homes.page}/planning/agreements") == []
    assert found(ministry.editor, plan, f"{plan}/follow-up", ministry.page("housing") + "/follow-up") == []


def test_a_round_is_asked_and_answered_in_pages_and_letters_of_its_own(ministry: Ministry):
    editor = unit(ministry)
    submitted(opened(ministry), editor)
    assert found(ministry.editor, answer(ministry), ministry.page("housing") + "/branch/round") == []
    assert found(editor, ministry.homes.page) == []
    written = letters(ministry)
    assert written
    assert [each.subject for each in written if OTHERS.search(f"{each.subject} {each.text}")] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("of", OF)
@pytest.mark.parametrize("format", ["md", "xlsx"])
def test_files_of_the_branch_say_what_the_city_says(ministry: Ministry, of: str, format: str, language: str):
    decided(ministry).approved()
    address = f"{ministry.page('housing')}/branch/file.{format}?of={of}&language={language}"
    assert OTHERS.findall(SAYS[format](ministry.editor.get(address).data)) == []


def test_the_next_plan_is_begun_by_the_method_of_the_last(ministry: Ministry):
    assert ministry.editor.form("/plans/new", "Start the plan").fields["method"] == CITY.key
