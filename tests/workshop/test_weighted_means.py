"""A weighted mean is made at the desk: the plan says what weighs, and whoever enters a figure gives its weight."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, RecordApproval, ReviseField
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import GOAL, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_a_branch_is_followed import entered, page
from tests.workshop.test_follow_up_pages import enter
from tests.workshop.tree import TODAY

CONTENT = replace(
    SHARE,
    definition={"en": "Of its users, how many are content on average."},
    aggregation="weighted_mean",
)


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    ministry = Ministry(app, replace(PLAN, goals=(replace(GOAL, metrics=(CONTENT,)),)))
    for desk in (ministry.homes, ministry.repairs):
        weigh(desk)
    return ministry


def weigh(desk: PlanDesk) -> None:
    assert desk.ask(OpenAmendment("What it weighs was not said")).ok
    assert desk.ask(ReviseField(CONTENT.id, "weight", "euros spent", "")).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok


def test_units_figures_are_one_mean_by_the_weights_that_were_typed(ministry: Ministry):
    ministry.begun().decide("homes", "repairs", **MERGE)
    ministry.approved()
    entered(ministry, "homes", ministry.homes, value="80", denominator="300")
    entered(ministry, "repairs", ministry.repairs, value="60", denominator="100")
    told = page(ministry, ministry.editor)
    assert "75 %" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert "Mean weighted by euros spent" in told


def test_who_enters_the_figure_is_asked_for_its_weight_and_for_no_counts(ministry: Ministry):
    editor = ministry.somebody("editor", "homes")
    asked = editor.get(f"{ministry.homes.page}/follow-up/enter").text
    assert "Weight: euros spent" in asked
    assert "Counted</" not in asked
    assert "Of how many" not in asked


def test_a_weight_alone_is_no_figure(ministry: Ministry):
    told = enter(ministry.somebody("editor", "homes"), ministry.homes, denominator="300")
    assert told.status_code == 400
    assert "Agreements with a target, Figure: Write this as a number." in told.text


def test_its_form_says_what_the_mean_is_weighted_by(ministry: Ministry):
    asked = ministry.somebody("editor", "homes").get(f"{ministry.homes.page}/lines/{CONTENT.id}").text
    assert "Weighted by" in asked
    assert 'value="euros spent"' in asked
