"""A branch's own plan is followed up by what its units enter into theirs, and is counted once."""

import re
from dataclasses import replace
from datetime import date

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, RecordApproval, ReviseField
from facilitation.shapes import Reading
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import GOAL, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor

ADOPT = {"kind": "adopt", "reason": "It is ours as well."}


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


def entered(ministry: Ministry, name: str, desk: PlanDesk, **typed: str) -> None:
    assert "One answer is kept." in enter(ministry.somebody("editor", name), desk, **typed).text


def page(ministry: Ministry, who: Visitor) -> str:
    told = who.get(f"/plans/{ministry.plan.id}/follow-up")
    assert told.status_code == 200
    return told.text


def test_a_goal_that_was_adopted_has_the_figures_of_the_unit_whose_it_is(ministry: Ministry):
    ministry.decide("homes", **ADOPT)
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    assert "41\N{NO-BREAK SPACE}%" not in page(ministry, ministry.editor)
    entered(ministry, "homes", ministry.homes, numerator="41", denominator="100")
    told = page(ministry, ministry.editor)
    assert "41\N{NO-BREAK SPACE}%" in told


def test_goals_that_were_merged_are_followed_together_or_it_is_said_why_not(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    entered(ministry, "homes", ministry.homes, numerator="41", denominator="100")
    told = page(ministry, ministry.editor)
    assert "41\N{NO-BREAK SPACE}%" in told
    assert "Figures of the units together" in told
    assert "Why some figures cannot be put together" in told


def test_who_has_a_part_in_the_branchs_plan_alone_reads_nothing_of_what_stayed_with_units(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    guest = ministry.somebody("reader", "traffic")
    PlanDesk.at(ministry.app, "", ministry.plan.id).invite(guest.account, "reader")
    assert "Figures of the units together" in page(ministry, ministry.editor)
    assert "Figures of the units together" not in page(ministry, guest)


@pytest.mark.parametrize("format", ["md", "pptx"])
def test_its_report_is_taken_home(ministry: Ministry, format: str):
    ministry.decide("homes", **ADOPT)
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    assert ministry.editor.get(f"/plans/{ministry.plan.id}/follow-up/report.{format}").status_code == 200


def test_a_goal_and_what_the_branch_made_of_it_are_counted_once(ministry: Ministry):
    dashboard = ministry.page("housing") + "/follow-up"
    steering = ministry.somebody("steering", "housing")
    before = steering.get(dashboard).text.count('/follow-up"')
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    told = steering.get(dashboard).text
    assert told.count('/follow-up"') == before
    assert f"/plans/{ministry.plan.id}/follow-up" not in told


def test_among_the_plans_of_who_edits_it_it_stands_where_its_units_figures_put_it(ministry: Ministry):
    ministry.decide("homes", **ADOPT)
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved()
    assert "There is no figure yet" in listed(ministry)
    entered(ministry, "homes", ministry.homes, numerator="12", denominator="100")
    assert "The goal lags behind" in listed(ministry)


def listed(ministry: Ministry) -> str:
    """Its line in the list of one's own plans."""
    told = ministry.editor.get("/follow-up").text
    [line] = re.findall(rf'<tr[^>]*><th[^>]*><a href="/plans/{ministry.plan.id}/[^#"]*">.*?</tr>', told)
    return line


# -- A unit counts otherwise afterwards -----------------------------------------------------------------------------

ALL, LARGE = "All agreements.", "Only agreements above a million euros."
COUNTED = replace(
    SHARE,
    definition={"en": ALL},
    aggregation="ratio",
    baseline=Reading(10, date(2024, 12, 31), "", 10, 100),
    targets=(Reading(90, date(2027, 12, 31), "", 90, 100),),
)
DIFFERENT = "Counted by different definitions under the same name."


def count_otherwise(desk: PlanDesk) -> None:
    assert desk.ask(OpenAmendment("Counted otherwise")).ok
    assert desk.ask(ReviseField(SHARE.id, "definition", LARGE, ALL, "en")).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok


WITHOUT_COUNTS = replace(COUNTED, baseline=Reading(10, date(2024, 12, 31)), targets=(Reading(90, date(2027, 12, 31)),))
"""As forms write it."""


@pytest.fixture(params=[COUNTED, WITHOUT_COUNTS], ids=["counts", "no counts"])
def merged(app: Flask, request: pytest.FixtureRequest) -> Ministry:
    """The branch has one metric of what both count alike."""
    ministry = Ministry(app, replace(PLAN, goals=(replace(GOAL, metrics=(request.param,)),))).begun()
    ministry.decide("homes", "repairs", **MERGE)
    return ministry.approved()


def both_enter(ministry: Ministry) -> str:
    entered(ministry, "homes", ministry.homes, numerator="9", denominator="10")
    entered(ministry, "repairs", ministry.repairs, numerator="10", denominator="100")
    return page(ministry, ministry.editor)


def test_what_both_count_alike_is_one_figure_of_the_branch(merged: Ministry):
    told = both_enter(merged)
    assert "17.27 %" in told
    assert DIFFERENT not in told


def test_once_a_unit_counts_something_else_its_figures_are_put_together_with_no_others(merged: Ministry):
    count_otherwise(merged.homes)
    told = both_enter(merged)
    assert "17.27" not in told
    assert DIFFERENT in told


def test_where_all_count_otherwise_alike_their_figures_are_put_together_again(merged: Ministry):
    for desk in (merged.homes, merged.repairs):
        count_otherwise(desk)
    told = both_enter(merged)
    assert "17.27 %" in told
    assert DIFFERENT not in told
