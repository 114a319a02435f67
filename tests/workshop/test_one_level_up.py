"""What units are to their ministry, branches are to the government: asked, read, decided on and followed up."""

import re

import pytest
from flask import Flask

from tests.conftest import NOON
from tests.workshop.branch_desk import MERGE
from tests.workshop.followed import FINANCE
from tests.workshop.government import Government
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.test_branch_decisions import CANARY
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY
from workshop import store
from workshop.store.forest import move
from workshop.store.letters import waiting

DEADLINE = "2026-12-31"


@pytest.fixture
def government(app: Flask) -> Government:
    return Government(app)


# -- Deciding -------------------------------------------------------------------------------------------------------


def test_its_plan_is_begun_where_all_branches_are_read_and_offers_what_their_plans_hold(government: Government):
    told = government.group.get(f"{government.above}/branches").text
    assert "Begin the plan of all branches" in told
    government.start()
    goals = government.group.get(f"{government.above}/branch/goals").text
    assert "0 of 2 goals decided on" in goals
    assert "Everybody sets targets." in goals
    assert "Every agreement has a target" in goals
    assert "Goals of the branches" in goals
    assert "Goals of the units" not in goals


def test_nobody_else_begins_or_writes_it(government: Government):
    government.start()
    for who in (government.editor, government.somebody("steering", "government")):
        assert who.get(f"{government.above}/branch/goals").status_code in (403, 404)


def test_a_goal_of_two_branches_becomes_one_and_points_back_to_both(government: Government):
    government.start()
    told = government.settle("housing", "traffic", **MERGE | {"to_en": "All branches set targets."})
    assert "2 of 2 goals decided on" in told
    assert "Merged into a goal of all branches" in told
    plan = government.group.get(government.desk.page).text
    assert "All branches set targets." in plan
    for name in ("Housing", "Traffic"):
        assert name in plan


def test_a_branch_reads_what_became_of_its_goal_once_that_is_approved(government: Government):
    government.start().settled()
    told = government.editor.get(government.housing.page).text
    assert "For the result agreement." in told
    unit = government.somebody("editor", "homes")
    assert "For the result agreement." not in unit.get(government.homes.page).text


def test_the_approved_plan_says_whose_plans_it_rests_on(government: Government):
    government.start().settled()
    published = government.desk.life.published
    assert published
    assert [(each.unit.id, each.plan) for each in published.rests] == [
        (government.ids["housing"], government.housing.id),
        (government.ids["traffic"], government.traffic.id),
    ]
    file = government.somebody("steering", "government").get(f"{government.above}/branch/file.md?of=branches").text
    assert "Raised to the performance agreement" in file
    assert "Kept in the branch" in file


def test_what_is_being_decided_there_reaches_no_branch(government: Government):
    government.start().settle("housing", kind="keep", reason=CANARY)
    assert CANARY in government.group.get(f"{government.above}/branches").text
    for who in (government.editor, government.somebody("editor", "homes"), government.somebody("steering", "traffic")):
        for path in (f"{government.above}/branches", government.housing.page, f"{government.page('housing')}/branch"):
            assert CANARY not in who.get(path).text, path


def test_its_plan_is_no_plan_of_a_unit_or_a_branch(government: Government):
    government.start().settled()
    told = government.group.get(f"{government.above}/branches").text
    assert "All 2 plans are in" in told


# -- Asking ---------------------------------------------------------------------------------------------------------


def opened(government: Government) -> Government:
    told = government.group.send(f"{government.above}/branch/round", "Invite", deadline=DEADLINE)
    assert told.status_code == 200, told.text
    return government


def test_branches_are_asked_for_their_plans_and_no_unit_is(government: Government):
    government.start()
    page = government.group.get(f"{government.above}/branch/round").text
    assert "Ask branches for their plans" in page
    assert "Homes" not in page
    opened(government)
    asked = government.desk.life.asking
    assert asked
    assert {each.unit for each in asked.units} == {government.ids["housing"], government.ids["traffic"]}


def test_who_edits_for_a_ministry_is_written_to(government: Government):
    opened(government.start())
    with government.app.app_context(), store.reading() as db:
        letters = [(each.to, each.text) for each in waiting(db)]
    assert [to for to, _ in letters] == ["editor@housing.example"]
    assert "Government" in letters[0][1]


def test_a_ministry_submits_the_plan_of_its_branch_on_that_plans_page(government: Government):
    opened(government.start())
    unit = government.somebody("editor", "homes")
    assert "Submit version" not in unit.get(government.homes.page).text
    number = government.housing.life.published.number if government.housing.life.published else ""
    told = government.editor.send(government.housing.page, f"Submit version {number}")
    assert f"Submitted: version {number}" in told.text
    answer = f"{government.above}/branch/round/{government.ids['housing']}"
    assert government.group.send(answer, "Accept").status_code == 200
    assert "1 of 2 plans accepted" in government.group.get(f"{government.above}/branch/round").text


def test_that_a_branchs_plan_is_being_written_is_told_and_not_a_word_of_it(government: Government):
    opened(government.start())
    page = f"{government.housing.page}/approval"
    assert government.editor.send(page, "Open an amendment", reason=CANARY).status_code == 200
    told = government.group.get(f"{government.above}/branch/round").text
    assert "Drafting" in told
    assert CANARY not in told


# -- Following up ---------------------------------------------------------------------------------------------------


def test_a_raised_goal_is_followed_by_what_the_units_below_entered(government: Government):
    government.start().settled()
    page = f"{government.desk.page}/follow-up"
    assert "41\N{NO-BREAK SPACE}%" not in government.group.get(page).text
    kept = enter(government.somebody("editor", "homes"), government.homes, numerator="41", denominator="100")
    assert "One answer is kept." in kept.text
    assert "41\N{NO-BREAK SPACE}%" in government.group.get(page).text


def test_among_the_plans_of_who_edits_it_it_stands_where_the_units_figures_put_it(government: Government):
    government.start().settled()
    assert "There is no figure yet" in listed(government)
    enter(government.somebody("editor", "homes"), government.homes, numerator="12", denominator="100")
    assert "The goal lags behind" in listed(government)


def listed(government: Government) -> str:
    """Its line in the list of the group's own plans."""
    told = government.group.get("/follow-up").text
    [line] = re.findall(rf'<tr[^>]*><th[^>]*><a href="{government.desk.page}/[^#"]*">.*?</tr>', told)
    return line


def test_its_follow_up_speaks_of_branches(government: Government):
    government.start().settled()
    told = government.group.get(f"{government.desk.page}/follow-up").text
    assert "Figures of branches together" in told
    assert "Figures that come from the branches’ plans are corrected there." in told
    asked = government.group.get(f"{government.desk.page}/follow-up/enter").text
    assert "From the branches’ figures" in asked
    for page in (told, asked):
        assert "units" not in page


def test_who_answers_for_its_goals_reads_whose_they_were(government: Government):
    government.start().settled()
    path = f"{government.above}/holders"
    told = government.group.send(path, "Hand it over", role="Director", name="Lena").text
    assert '<span class="sm muted words">Housing</span>' in told
    told = government.group.send(path, "Hand it over", role=FINANCE, name="Frida").text
    assert "From the branches’ figures" in told


# -- In words -------------------------------------------------------------------------------------------------------


def test_its_plan_says_that_goals_became_those_of_all_branches(government: Government):
    government.start().settle("housing", "traffic", **MERGE)
    told = government.group.get(government.desk.page).text
    assert "Merged into a goal of all branches" in told
    assert "Merged into a goal of the branch" not in told


def test_a_branch_reads_that_it_was_decided_for_all_branches(government: Government):
    government.start().settled()
    told = government.editor.get(government.housing.page).text
    assert "What was decided on these goals for all branches" in told
    assert "Goal of all branches:" in told
    assert "What the branch decided on these goals" not in told
    traffic = government.somebody("editor", "traffic").get(government.traffic.page).text
    assert "Kept in the branch" in traffic
    assert "Kept at unit level" not in traffic


def test_a_branch_that_is_no_longer_there_is_looked_at_again_as_a_branch(government: Government):
    government.start().settle("traffic", kind="keep", reason="Theirs alone.")
    government.add("council", kind="government")
    with government.app.app_context(), store.writing() as db:
        move(db, government.ids["traffic"], government.ids["council"], TODAY, None, NOON)
    told = government.group.get(f"{government.above}/branch/goals").text
    assert "The branch is no longer there" in told


def test_its_next_plan_knows_what_was_decided(government: Government):
    government.start().settled()
    before = government.desk.id
    page = government.group.send("/plans/new", "", begins="plan", plan=before, title_en="Next", period="2028–2030")
    later = PlanDesk.at(government.app, government.group.account, page.request.path.split("/")[2])
    assert later.life.first.kind == "branches"
    assert [each.kind for each in later.life.decisions] == ["raise", "keep"]
    assert "2 of 2 goals decided on" in government.group.get(f"{government.above}/branch/goals").text


def test_a_program_of_a_ministry_reads_what_was_decided_above(government: Government):
    government.start().settled()
    housing = Program(government.app, token_for(government.app, government.ids["housing"], "plans:read", below=True))
    [found] = housing.get(f"/plans/{government.housing.id}/decided").get_json()["decided"]
    assert (found["kind"], found["plan"]) == ("raise", government.desk.id)
    [goal] = housing.get(f"/plans/{government.housing.id}/goals").get_json()["goals"]
    assert goal["parent"] == found["parent"]
    assert housing.get(f"/plans/{government.desk.id}").status_code in (403, 404)
