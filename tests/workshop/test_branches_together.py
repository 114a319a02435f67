"""All branches for the steering group: their approved plans side by side, and nothing that ministries still write."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from facilitation.consolidation import Unit
from facilitation.plans.commands import PlacePlan, ReadBranch, RecordApproval
from facilitation.plans.events import RestsOn
from facilitation.report.branch.branches import SAID
from tests.docs.papers import HOUSE
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import PLAN
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_branch_decisions import CANARY
from tests.workshop.test_dashboards import asked_by
from tests.workshop.tree import TODAY


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    """A government over two ministries, of which one has a plan of its branch."""
    ministry = Ministry(app)
    ministry.add("government", kind="government")
    for name in ("housing", "traffic"):
        ministry.move(name, "government")
    return ministry.begun()


KNOWN = RecordApproval("Permanent secretary", TODAY, "VN/1", "", "", "", "It is known", TODAY)


def page(ministry: Ministry) -> str:
    return ministry.page("government") + "/branches"


def test_the_steering_group_reads_which_branches_plans_are_in_and_what_they_rest_on(ministry: Ministry):
    group = ministry.somebody("steering", "government")
    assert "0 of 2 plans are in" in group.get(page(ministry)).text
    ministry.decide("homes", "repairs", **MERGE)
    assert "0 of 2 plans are in" in group.get(page(ministry)).text
    ministry.approved()
    told = group.get(page(ministry)).text
    assert "1 of 2 plans are in, missing: Traffic" in told
    assert "All 2 plans are in" in told
    assert "Everybody sets targets." in told
    assert "Goals by objective and branch" in told


def test_a_plan_that_a_government_began_before_it_had_branches_is_named_and_read_as_it_was_begun(app: Flask):
    ministry = Ministry(app)
    ministry.add("government", kind="government")
    ministry.move("homes", "government")
    group = ministry.somebody("editor", "government")
    assert "Begin the plan of all branches" not in group.get(page(ministry)).text
    begun = group.send(f"{ministry.page('government')}/branch", "Begin the plan of the branch")
    assert begun.status_code == 200
    ministry.move("traffic", "government")
    told = group.get(page(ministry)).text
    assert "begun here before there were branches" in told
    assert "Begin the plan of all branches" in told
    assert f'href="{ministry.page("government")}/branch"' in told
    assert "Homes" in group.get(f"{ministry.page('government')}/branch").text


def test_nothing_of_that_is_said_of_a_ministry_whose_units_have_units(app: Flask):
    ministry = Ministry(app).begun()
    ministry.add("crew", "homes")
    assert (
        "begun here before there were branches" not in ministry.editor.get(f"{ministry.page('housing')}/branches").text
    )


def test_the_plan_of_a_branch_whose_ministry_went_on_in_another_is_read_beside_that_ones(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    ministry.merge("housing", "traffic")
    told = ministry.somebody("steering", "government").get(page(ministry)).text
    assert "1 of 2 plans are in, missing: Traffic" in told
    assert "Housing (now Traffic)" in told


def test_nothing_that_a_ministry_is_writing_reaches_the_steering_group(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    amended = ministry.editor.send(f"/plans/{ministry.plan.id}/approval", "Open an amendment", reason="A late plan")
    assert amended.status_code == 200
    ministry.decide("homes", "repairs", kind="merge", reason=CANARY, to_en=CANARY)
    group = ministry.somebody("steering", "government")
    file = ministry.page("government") + "/branch/file.md?of=branches"
    for path in (page(ministry), ministry.page("housing") + "/branch", f"/plans/{ministry.plan.id}", file):
        assert CANARY not in group.get(path).text, path
    assert group.get(ministry.goals).status_code == 404


def test_of_a_government_its_branches_are_read_and_not_each_unit(ministry: Ministry):
    group = ministry.somebody("steering", "government")
    assert group.get(ministry.page("government") + "/branch").request.path == page(ministry)
    assert group.get(ministry.page("housing") + "/branch").request.path == ministry.page("housing") + "/branch"


def test_branches_leave_as_files_too(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    group = ministry.somebody("steering", "government")
    file = group.get(f"{ministry.page('government')}/branch/file.md?of=branches")
    assert file.status_code == 200
    assert "Everybody sets targets." in file.text


def amended(ministry: Ministry) -> None:
    """A second goal of the branch, approved with the first as the plan's next version."""
    page = f"/plans/{ministry.plan.id}/approval"
    assert ministry.editor.send(page, "Open an amendment", reason="A merger").status_code == 200
    ministry.decide("homes", "repairs", **MERGE | {"to_en": "Everybody sets high targets."})
    ministry.approved()


def test_the_steering_group_reads_what_changed_in_the_branches_since_the_last_round(ministry: Ministry):
    group = ministry.somebody("steering", "government")
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    assert "Since the last round" not in group.get(page(ministry)).text
    amended(ministry)
    told = group.get(page(ministry)).text
    assert "Since the last round: plans 0 new, 0 withdrawn; goals 1 changed" in told
    file = group.get(f"{ministry.page('government')}/branch/file.md?of=branches").text
    assert "goals 1 changed" in file


def test_a_branch_by_another_method_is_not_read_as_if_it_were_by_this_one(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    desk = PlanDesk(ministry.app, ministry.account("owner"), replace(PLAN, kind="branch", pack="city"), "plan-0003")
    for command in (PlacePlan(ministry.ids["traffic"]), ReadBranch((RestsOn(Unit("roads", {})),)), KNOWN):
        assert desk.ask(command).ok
    group = ministry.somebody("steering", "government")
    file = ministry.page("government") + "/branch/file.md?of=branches"
    for told in (group.get(page(ministry)).text, group.get(file).text):
        assert "By another method, from which no confirmed mapping leads here: Traffic." in told
        assert "1 of 25 objectives have a goal in some branch" in told
        assert "One goal serves no objective of the strategy" in told


def test_many_branches_are_asked_for_at_once(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    group = ministry.somebody("steering", "government")
    few = asked_by(group, page(ministry))
    for number in range(4):
        ministry.add(f"ministry{number}", "government")
        ministry.add(f"agency{number}", f"ministry{number}")
    assert asked_by(group, page(ministry)) == few


def test_the_branchs_own_plan_is_no_plan_of_a_unit(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    head = ministry.somebody("reader", "housing")
    assert "All 2 plans are in" in head.get(ministry.page("housing") + "/branch").text


def test_files_of_a_branch_are_those_of_its_approved_version(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    ministry.editor.send(f"/plans/{ministry.plan.id}/approval", "Open an amendment", reason="A late plan")
    ministry.decide("homes", "repairs", kind="merge", reason=CANARY, to_en=CANARY)
    told = ministry.editor.get(ministry.page("housing") + "/branch/file.md").text
    assert "Everybody sets targets." in told
    assert CANARY not in told


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_is_read_in_every_language(ministry: Ministry, language: str):
    group = ministry.somebody("steering", "government")
    assert group.get(f"{page(ministry)}?language={language}").status_code == 200


@pytest.mark.parametrize(
    ("language", "units"),
    [("en", r"(?<!contracting )\bunits?\b"), ("fi", r"\byksik"), ("sv", r"(?<!upphandlande )\benhet")],
    ids=["en", "fi", "sv"],
)
def test_what_is_said_of_units_is_said_of_branches_here(ministry: Ministry, language: str, units: str):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    group = ministry.somebody("steering", "government")
    told = group.get(f"{page(ministry)}?language={language}").text.partition("<main")[2]
    file = group.get(f"{ministry.page('government')}/branch/file.md?of=branches").text
    assert "Everybody sets targets." in told
    for text in (told, file):
        assert re.findall(units, text, re.IGNORECASE) == []
    branch = group.get(f"{ministry.page('housing')}/branch?language={language}").text.partition("<main")[2]
    assert re.findall(units, branch, re.IGNORECASE), "a branch's own page speaks of its units"


def test_every_sentence_that_is_said_otherwise_of_branches_is_said_of_units():
    told = [path for path in (HOUSE / "facilitation").rglob("*.py") if path.name != "branches.py"]
    pages = (*(HOUSE / "workshop" / "web").rglob("*.py"), *(HOUSE / "templates").rglob("*.html"))
    source = "".join(path.read_text("utf-8") for path in (*told, *pages))
    assert [each for each in SAID if f'"{each}"' not in source and f"_('{each}'" not in source] == []
