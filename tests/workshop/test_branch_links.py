"""A branch's goal leads to the goals of units that it came from, and these to what became of them."""

from facilitation.plans.commands import PlacePlan
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.test_branch_decisions import ministry

__all__ = ["ministry"]


def test_a_goal_of_the_branch_shows_the_units_goals_it_came_from_with_their_versions(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    told = ministry.editor.get(f"/plans/{ministry.plan.id}").text
    assert "Whose goals they were" in told
    assert "/plans/plan-0001?version=1.0" in told
    assert ministry.editor.get("/plans/plan-0002?version=1.0").status_code == 200


def test_a_unit_reads_what_was_decided_on_its_goal_once_the_branchs_plan_is_approved(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    unit = ministry.somebody("reader", "homes")
    assert "What the branch decided" not in unit.get(ministry.homes.page).text
    ministry.approved()
    told = unit.get(ministry.homes.page).text
    assert "What the branch decided on these goals" in told
    assert "Everybody sets targets." in told
    assert "One goal is enough." in told


def test_decisions_stay_with_the_plan_of_a_unit_that_is_gone_and_with_that_of_its_heir(ministry: Ministry):
    ministry.decide("homes", kind="adopt", reason="For everybody.")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    ministry.merge("homes", "repairs")
    heir = ministry.somebody("reader", "repairs")
    told = heir.get(ministry.homes.page).text
    assert "For everybody." in told
    assert "Theirs alone." not in told
    told = heir.get(ministry.repairs.page).text
    assert "Theirs alone." in told
    assert "For everybody." not in told
    assert "To look at again" not in ministry.editor.get(ministry.goals).text


def test_what_was_decided_is_found_again_when_the_plan_goes_over_to_another_unit(ministry: Ministry):
    ministry.decide("homes", kind="adopt", reason="For everybody.")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved().add("parks", "housing")
    assert ministry.homes.ask(PlacePlan(ministry.ids["parks"])).ok
    told = ministry.editor.get(ministry.goals).text
    assert "2 of 2 goals decided on" in told
    assert "To look at again" not in told
    assert "For everybody." in ministry.somebody("reader", "parks").get(ministry.homes.page).text


def test_a_goal_raised_in_the_approved_plan_stands_in_the_file_for_the_agreements(ministry: Ministry):
    agreements = ministry.page("housing") + "/branch/file.md?of=agreements"
    ministry.decide("homes", kind="raise", reason="It is central.", year="2028")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    assert "No goal is proposed for the performance agreement" in ministry.editor.get(agreements).text
    ministry.approved()
    told, _, behind = ministry.editor.get(agreements).text.partition("The plans behind this")
    assert "Agreements for 2028" in told and "Repairs" in behind
    assert "Homes" in told and "Repairs" not in told
