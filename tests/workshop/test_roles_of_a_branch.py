"""The roles that a branch's own plan names: the ministry names holders, and asks what units are not asked."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from facilitation.consolidation import Unit
from facilitation.plans.commands import AddLine, PlacePlan, ReadBranch, RecordApproval
from facilitation.plans.events import RestsOn
from tests.conftest import NOON, Clock
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.checking_in import hand_over
from tests.workshop.followed import ACTION, FINANCE, GOAL, LAW, PLAN, SHARE
from tests.workshop.letters.conftest import due
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import posted
from tests.workshop.test_follow_up_pages import enter, field
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store.followed import BRANCHES, followed
from workshop.store.forest import move
from workshop.together.counted import with_units

DIRECTOR, OWN = MERGE["owner"], "Offices that report"
LENA = "lena@housing.example"


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    """One goal of both units, under which the ministry has a metric of its own too."""
    ministry = Ministry(app).begun()
    ministry.decide("homes", "repairs", **MERGE)
    desk = PlanDesk.at(app, ministry.editor.account, ministry.plan.id)
    [goal] = ministry.life.plan.goals
    own = {"name": {"en": OWN}, "frequency": "yearly", "owner": DIRECTOR, "unit": "count"}
    assert desk.ask(AddLine("metric", "own-metric", own, goal.id)).ok
    return ministry.approved()


def named(ministry: Ministry, role: str, name: str = "Lena", **more: str):
    """Somebody holds a role of the ministry's."""
    path = ministry.page("housing") + "/holders"
    return ministry.editor.send(path, "Hand it over", role=role, name=name, **more)


def link(ministry: Ministry) -> str:
    page = ministry.editor.send(ministry.page("housing") + "/holders", "Make a link to check in")
    return re.findall(r"/check-in/[\w-]+", page.text)[0]


def test_the_ministry_says_who_holds_the_roles_that_the_branch_s_plan_names(ministry: Ministry):
    page = ministry.editor.get(ministry.page("housing") + "/holders").text
    assert all(role in page for role in (DIRECTOR, FINANCE, LAW))
    told = named(ministry, DIRECTOR).text
    assert "Everybody sets targets." in told
    assert OWN in told


def test_a_metric_that_is_put_together_of_units_is_shown_as_such_and_not_asked_for(
    ministry: Ministry, visitor: Visitor
):
    enter(ministry.somebody("editor", "homes"), ministry.homes, numerator="41", denominator="100")
    told = named(ministry, FINANCE).text
    assert "From the units’ figures" in told
    assert "41\N{NO-BREAK SPACE}%" in told
    assert "Nothing is due" in visitor.get(link(ministry)).text
    asked = ministry.editor.get(f"/plans/{ministry.plan.id}/follow-up/enter").text
    assert "These are not asked for here" in asked
    assert len(re.findall(r'name="\w+-value"', asked)) == 1, "the ministry's own alone"


def test_what_is_the_ministry_s_own_is_asked_for_by_link(ministry: Ministry, visitor: Visitor):
    named(ministry, DIRECTOR)
    path = link(ministry)
    asked = visitor.get(path).text
    assert OWN in asked
    assert SHARE.name["en"] not in asked
    assert "One answer is kept." in visitor.send(path, "Send", **{field(visitor, path, "value"): "7"}).text
    assert [(each.metric, each.value, each.by) for each in ministry.life.entered] == [("own-metric", 7, DIRECTOR)]


def test_how_far_its_actions_have_come_is_told_by_link(ministry: Ministry, visitor: Visitor):
    named(ministry, LAW)
    path = link(ministry)
    assert visitor.get(path).text.count(ACTION.text["en"]) == 2, "of both units, in the branch's plan"
    assert "One answer is kept." in visitor.send(path, "Send", **{field(visitor, path, "status"): "done"}).text
    assert [each.status for each in ministry.life.told.values()] == ["done"]
    assert ministry.homes.life.told == {}, "the unit tells of its own"


def test_where_two_units_actions_are_called_the_same_each_says_whose_it_is(ministry: Ministry):
    path = f"/plans/{ministry.plan.id}/follow-up"
    asked = ministry.editor.get(f"{path}/enter").text
    names = re.findall(r'<h2[^>]*id="ask-[^>]*>(.*?)</h2>', asked)
    assert len(names) == len(set(names)), names
    for page in (asked, ministry.editor.get(path).text):
        assert f"{ACTION.text['en']} (Homes)" in page
        assert f"{ACTION.text['en']} (Repairs)" in page


def test_who_holds_a_role_is_told_of_which_unit_s_action_it_is(ministry: Ministry, visitor: Visitor, clock: Clock):
    told = [named(ministry, LAW, email=LENA).text]
    last = TODAY + timedelta(days=20)
    ministry.editor.send(ministry.page("housing") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{last}")
    with posted(ministry.app) as post:
        due(ministry.app, clock)
        told.append(post.text(LENA))
    told.append(visitor.get(link(ministry)).text)
    for page in told:
        assert f"{ACTION.text['en']} (Homes)" in page
        assert f"{ACTION.text['en']} (Repairs)" in page


def test_who_holds_a_role_is_told_of_which_unit_s_goal_it_is(app: Flask):
    ministry = Ministry(app).begun()
    for unit in ("homes", "repairs"):
        ministry.decide(unit, kind="adopt", reason="It is ours as well.")
    told = named(ministry.approved(), FINANCE).text.partition("Goals</h3>")[2].partition("</ul>")[0]
    assert told.count(GOAL.to["en"]) == 2
    assert "Homes" in told
    assert "Repairs" in told


def test_a_unit_s_holder_is_not_asked_for_the_branch_s(ministry: Ministry, visitor: Visitor):
    homes = ministry.somebody("editor", "homes")
    hand_over(homes, ministry, "Hal", LAW)
    page = homes.send(ministry.page("homes") + "/holders", "Make a link to check in")
    [path] = set(re.findall(r"/check-in/[\w-]+", page.text))
    assert visitor.get(path).text.count(ACTION.text["en"]) == 1


def test_in_a_round_its_holders_get_their_letter_and_who_none_reaches_is_told(ministry: Ministry, clock: Clock):
    named(ministry, DIRECTOR, email=LENA)
    last = TODAY + timedelta(days=20)
    ministry.editor.send(ministry.page("housing") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{last}")
    with posted(ministry.app) as post:
        due(ministry.app, clock)
        assert LENA in post.to
        assert OWN in post.text(LENA)
        assert SHARE.name["en"] not in post.text(LENA)
    told = ministry.editor.get(ministry.page("housing") + "/rounds").text
    assert f"Housing: {LAW}" in told
    assert f"Housing: {FINANCE}" not in told, "nothing is asked of that role here"
    assert "Plan of the branch of Housing" in told


def test_all_roles_of_somebody_in_the_ministry_go_over_with_the_branch_s_among_them(ministry: Ministry):
    for role in (DIRECTOR, LAW):
        named(ministry, role, email=LENA)
    path = ministry.page("housing") + "/holders/all"
    [whom] = re.findall(r'<option[^>]*value="([\w-]+)">Lena,', ministry.editor.get(path).text)
    told = ministry.editor.send(f"{path}?whom={whom}", "Hand all of it over", name="Nea").text
    assert "2 roles are handed over." in told
    assert OWN in told


# -- Above it -------------------------------------------------------------------------------------------------------


def newest(ministry: Ministry) -> list[float]:
    with ministry.app.test_request_context():
        with store.reading() as db:
            plans = followed(db, [ministry.ids["housing"]], BRANCHES)
        return [each.value for plan in with_units(plans) for each in plan.entries]


def test_a_branch_is_read_from_above_with_its_units_figures_and_with_those_that_came_since(ministry: Ministry):
    assert newest(ministry) == []
    for name, desk, counted in (("homes", ministry.homes, "41"), ("repairs", ministry.repairs, "21")):
        enter(ministry.somebody("editor", name), desk, numerator=counted, denominator="100")
        assert newest(ministry) == ([41] if name == "homes" else [41, 21])


def another_branch(ministry: Ministry) -> PlanDesk:
    """The plan of the branch of Traffic, with a metric of its own; its unit has given no plan."""
    plan = replace(PLAN, organisation="Traffic", kind="branch")
    desk = PlanDesk(ministry.app, ministry.account("owner-traffic"), plan, "plan-0009")
    assert desk.ask(PlacePlan(ministry.ids["traffic"])).ok
    assert desk.ask(ReadBranch((RestsOn(Unit(ministry.ids["roads"], {"en": "Roads"})),))).ok
    assert desk.ask(RecordApproval("Minister", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    return desk


def test_the_steering_group_reads_units_figures_among_those_of_all_branches(app: Flask):
    """Here they are told not to be comparable with the other branch's; before they came there was nothing to tell."""
    ministry = Ministry(app).begun()
    ministry.decide("homes", kind="adopt", reason="It is ours as well.")
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.approved().add("government", kind="government")
    with app.app_context(), store.writing() as db:
        for name in ("housing", "traffic"):
            move(db, ministry.ids[name], ministry.ids["government"], TODAY, None, NOON)
    another_branch(ministry)
    steering, page = ministry.somebody("steering", "government"), ministry.page("government") + "/branches"
    assert "Baseline, Target<" in steering.get(page).text
    enter(ministry.somebody("editor", "homes"), ministry.homes, numerator="41", denominator="100")
    assert "Baseline, Target, Newest figure<" in steering.get(page).text
