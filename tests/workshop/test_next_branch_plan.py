"""While a branch's next plan is a draft, everybody else reads and answers the one in force."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from flask import Flask

from facilitation.plans.commands import AskUnits, ClosePlan, RecordApproval
from tests.conftest import NOON, PASSWORD, Clock
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import GOAL
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.due import write
from workshop.store.forest import move
from workshop.store.letters import waiting

NEXT = "Next plan of the branch"
DECIDED = "What the branch decided on these goals"
SUBMIT = "Submit version 1.0"
DEADLINE = TODAY + timedelta(20)


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    """Its plan is approved: one goal of its units' was adopted, one kept."""
    ministry = Ministry(app)
    ministry.add("government", kind="government")
    with app.app_context(), store.writing() as db:
        move(db, ministry.ids["housing"], ministry.ids["government"], TODAY, None, NOON)
    ministry.begun().decide("homes", kind="adopt", reason="It is ours as well.")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    return ministry.approved()


@pytest.fixture
def unit(ministry: Ministry) -> Visitor:
    return ministry.somebody("editor", "homes")


def branch(ministry: Ministry) -> str:
    return ministry.page("housing") + "/branch"


def asked(ministry: Ministry) -> Ministry:
    assert ministry.editor.send(f"{branch(ministry)}/round", "Invite", deadline=f"{DEADLINE}").status_code == 200
    return ministry


def following(ministry: Ministry, clock: Clock, period: str = "2028–2030") -> PlanDesk:
    """The next plan, begun on the page."""
    clock.pass_by(minutes=5)
    words = {"begins": "plan", "plan": ministry.plan.id, "title_en": NEXT, "period": period}
    page = ministry.editor.send("/plans/new", "", **words)
    return PlanDesk.at(ministry.app, ministry.editor.account, page.request.path.split("/")[2])


def approved(ministry: Ministry, later: PlanDesk) -> None:
    assert "All 2 plans are in" in ministry.editor.send(ministry.goals, "Take the plan to approval").text
    for field, value in (("publicity", "public"), ("records_class", "02.04.01")):
        if getattr(later.life.plan, field) != value:
            assert later.revise_plan(field, value).ok
    on = TODAY + timedelta(1)
    assert later.ask(RecordApproval("Permanent secretary", on, "VN/10", "", "", "", "It is known.", on)).ok


# -- What others read -----------------------------------------------------------------------------------------------


def test_units_go_on_reading_what_was_decided(ministry: Ministry, unit: Visitor, clock: Clock):
    following(ministry, clock)
    assert DECIDED in unit.get(ministry.homes.page).text


def test_the_file_is_that_of_the_approved_plan(ministry: Ministry, clock: Clock):
    following(ministry, clock)
    told = ministry.editor.get(f"{branch(ministry)}/file.md?of=plan").text
    assert "Approved 1.0" in told
    assert NEXT not in told


def test_the_page_of_the_branch_leads_to_both_for_those_who_write_and_to_one_for_others(
    ministry: Ministry, clock: Clock
):
    before = ministry.plan.id
    later = following(ministry, clock)
    told = ministry.editor.get(branch(ministry)).text
    assert "The next plan is being drafted:" in told
    assert f'href="/plans/{before}"' in told
    assert f'href="{later.page}"' in told
    steering = ministry.somebody("steering", "government").get(branch(ministry)).text
    assert NEXT not in steering
    assert later.id not in steering


def test_the_next_plan_is_read_once_its_years_begin(ministry: Ministry, unit: Visitor, clock: Clock):
    before, later = ministry.plan.id, following(ministry, clock)
    assert ministry.decide("homes", kind="raise", reason="It is central.", year="2028").status_code == 200
    approved(ministry, later)
    told = unit.get(ministry.homes.page).text
    assert "It is ours as well." in told
    assert "It is central." not in told
    assert "The next plan waits for its years:" in ministry.editor.get(branch(ministry)).text
    assert NEXT not in ministry.editor.get(ministry.page("government") + "/branches").text
    clock.pass_by(days=(date(2028, 1, 2) - TODAY).days)
    now = ministry.somebody("reader", "homes").get(ministry.homes.page).text
    assert "It is central." in now
    assert "It is ours as well." not in now
    assert f'href="/plans/{before}"' not in ministry.somebody("reader", "housing").get(branch(ministry)).text


# -- The round ------------------------------------------------------------------------------------------------------


def test_units_submit_in_the_round_of_the_plan_that_asked(ministry: Ministry, unit: Visitor, clock: Clock):
    before = PlanDesk.at(ministry.app, ministry.editor.account, asked(ministry).plan.id)
    later = following(ministry, clock)
    assert "Submitted: version 1.0" in unit.send(ministry.homes.page, SUBMIT).text
    assert later.life.asking is None
    assert before.life.asking and [each.plan for each in before.life.asking.units if each.plan] == [ministry.homes.id]
    round = f"{branch(ministry)}/round"
    assert "0 of 2 plans accepted" in ministry.editor.get(round).text
    ministry.editor.send(f"{round}/{ministry.ids['homes']}", "Accept the plan")
    assert "1 of 2 plans accepted" in ministry.editor.get(round).text


def test_whoever_is_reminded_finds_the_button(ministry: Ministry, unit: Visitor, clock: Clock):
    asked(ministry)
    following(ministry, clock)
    clock.pass_by(days=18)
    with ministry.app.app_context():
        write(ministry.app, clock())
    with ministry.app.app_context(), store.reading() as db:
        assert len(waiting(db)) == 2
    assert SUBMIT in back(unit).get(ministry.homes.page).text


def back(unit: Visitor) -> Visitor:
    """Weeks later they sign in anew."""
    unit.send("/sign-in", email="editor@homes.example", password=PASSWORD)
    return unit


def test_nobody_is_reminded_for_a_plan_in_whose_stead_another_stands(ministry: Ministry, unit: Visitor, clock: Clock):
    asked(ministry)
    later = following(ministry, clock, "2026–2028")
    approved(ministry, later)
    clock.pass_by(days=18)
    with ministry.app.app_context():
        write(ministry.app, clock())
    with ministry.app.app_context(), store.reading() as db:
        assert len(waiting(db)) == 1
    assert SUBMIT not in back(unit).get(ministry.homes.page).text


def test_a_round_that_nobody_ended_is_ended_from_the_round_of_the_plan_that_stands_now(
    ministry: Ministry, clock: Clock
):
    before = PlanDesk.at(ministry.app, ministry.editor.account, asked(ministry).plan.id)
    approved(ministry, following(ministry, clock, "2026–2028"))
    clock.pass_by(days=18)
    ministry.editor.send("/sign-in", email="editor@housing.example", password=PASSWORD)
    page = f"{branch(ministry)}/round"
    told = ministry.editor.get(page).text
    assert "No round is open" in told
    assert "was not ended" in told
    assert "Earlier rounds" not in told
    told = ministry.editor.send(page, f"End the round: {before.life.plan.title['en']}").text
    assert before.life.asking is None
    assert "was not ended" not in told
    assert "Earlier rounds</h2>\n        <p>0 of 2 plans accepted" in told
    assert f'href="{before.page}"' in told.partition("Earlier rounds")[2]


def test_in_a_plan_that_is_closed_nobody_is_asked_and_its_round_is_still_seen(
    ministry: Ministry, unit: Visitor, clock: Clock
):
    desk = PlanDesk.at(ministry.app, ministry.editor.account, asked(ministry).plan.id)
    assert desk.ask(ClosePlan(TODAY, "The branch is gone.")).ok
    assert SUBMIT not in unit.get(ministry.homes.page).text
    page = f"{branch(ministry)}/round"
    told = ministry.editor.get(page).text
    assert "was not ended" in told
    assert "Remind" not in told.partition("<tbody>")[2]
    assert not desk.ask(AskUnits(DEADLINE, (ministry.ids["homes"],), TODAY)).ok
    clock.pass_by(days=18)
    with ministry.app.app_context():
        write(ministry.app, clock())
        with store.reading() as db:
            assert len(waiting(db)) == 1, "the invitation alone"
    assert not any(each.reminded for each in desk.life.asking.units)  # pyright: ignore[reportOptionalMemberAccess]


# -- Deciding in the next -------------------------------------------------------------------------------------------


def test_what_was_decided_comes_along_and_says_whose_the_goals_were(ministry: Ministry, clock: Clock):
    later = following(ministry, clock)
    assert "2 of 2 goals decided on" in ministry.editor.get(ministry.goals).text
    assert "Whose goals they were" in ministry.editor.get(later.page).text
    ministry.decide("homes", kind="adopt", reason="Still ours.")
    assert [goal.to for goal in later.life.plan.goals] == [GOAL.to]


def test_an_amendment_of_the_one_in_force_is_decided_in_by_its_own_link(ministry: Ministry, clock: Clock):
    before = PlanDesk.at(ministry.app, ministry.editor.account, ministry.plan.id)
    later = following(ministry, clock)
    ministry.editor.send(f"{before.page}/approval", "Open an amendment", reason="A late plan")
    own = f"plan={before.id}"
    assert f"/branch/goals?{own}" in ministry.editor.get(before.page).text
    assert f"/branch/goals?{own}" in ministry.editor.get(branch(ministry)).text
    kept = ministry.editor.send(f"{ministry.look('homes')}&{own}", "Keep the decision", reason="Said anew.")
    assert own in kept.request.query_string.decode()
    assert [each.reason for each in before.life.decisions] == ["Said anew.", "Theirs alone."]
    assert [each.reason for each in later.life.decisions] == ["It is ours as well.", "Theirs alone."]


# -- Words of a branch's plan elsewhere -----------------------------------------------------------------------------


def test_a_unit_that_brings_the_branchs_plan_as_a_file_begins_a_plan_of_its_own(ministry: Ministry, unit: Visitor):
    file = ministry.editor.get(f"/plans/{ministry.plan.id}/plan.json").data
    sent = (BytesIO(file), "plan.json")
    page = unit.send("/plans/new", "", begins="file", file=sent, whose=ministry.ids["homes"], title_en="Our plan")
    assert page.status_code == 200
    own = PlanDesk.at(ministry.app, unit.account, page.request.path.split("/")[2])
    assert not own.life.of_branch
    assert "Decisions on goals" not in page.text
    assert own.life.organisation == ministry.ids["homes"]
