"""The ministry decides on its units' goals: on pages, with reasons, and without overwriting what it has not seen."""

import html
import re
from dataclasses import replace

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, PlacePlan, RecordApproval, ReviseField
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import GOAL, PLAN, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY
from tests.workshop.visitor import forms

CANARY = "A word of the draft"
WORDS = {"kind": "adopt", "reason": "It is ours as well."}


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


# -- Beginning ------------------------------------------------------------------------------------------------------


def test_the_plan_of_a_branch_begins_once_with_the_ministrys_own_goals(app: Flask):
    ministry = Ministry(app)
    own = replace(PLAN, goals=(replace(GOAL, to={"en": "The ministry leads"}),))
    followed(ministry, "housing", "plan-0003", own)
    colleague = ministry.colleague()
    late = colleague.form(ministry.page("housing") + "/branch", "Begin the plan of the branch")
    ministry.begun()
    again = colleague.client.post(late.action, data=late.fields, follow_redirects=True)
    assert again.status_code == 200
    assert [goal.to["en"] for goal in ministry.life.plan.goals] == ["The ministry leads"]
    assert (ministry.plan.kind, ministry.plan.stage) == ("branch", "draft")


def test_who_does_not_edit_for_the_ministry_begins_no_plan_and_sees_none_being_written(ministry: Ministry):
    for role, name in (("reader", "housing"), ("steering", "housing"), ("editor", "homes")):
        somebody = ministry.somebody(role, name)
        assert somebody.get(ministry.goals).status_code in (403, 404), role
        assert somebody.client.post(ministry.page("housing") + "/branch/begin").status_code in (400, 403, 404), role
    assert ministry.somebody("reader", "traffic").get(ministry.goals).status_code == 404


def test_own_goals_that_were_approved_since_come_in_with_one_press(ministry: Ministry):
    followed(ministry, "housing", "plan-0003")
    assert "Your own plan was approved otherwise" in ministry.editor.get(ministry.goals).text
    told = ministry.editor.send(ministry.goals, "Take your own goals in as approved")
    assert "Your own plan was approved otherwise" not in told.text
    assert len(ministry.life.plan.goals) == 1


def test_what_was_decided_otherwise_differs_between_versions_of_the_branchs_plan(ministry: Ministry):
    ministry.decide("homes", **WORDS)
    ministry.decide("repairs", kind="keep", reason="It stays there.")
    ministry.approved()
    plan = f"/plans/{ministry.plan.id}"
    ministry.editor.send(f"{plan}/approval", "Open an amendment", reason="We changed our mind")
    ministry.decide("repairs", kind="keep", reason="For another reason.")
    compared = f"{plan}/versions?before=%s&after=%s"
    told = ministry.editor.get(compared % ("1.0", "now")).text.partition('id="compare"')[2]
    assert "<del>It stays there.</del>" in told and "<ins>For another reason.</ins>" in told
    assert told.count("Kept at unit level") == 0 and "Repairs: Every agreement has a target" in told
    whole = ministry.editor.get(compared % ("room", "1.0"), Accept_Language="fi").text.partition('id="compare"')[2]
    assert "<ins>Pidetään yksikön tasolla</ins>" in whole
    assert "Nothing differs" in ministry.editor.get(compared % ("1.0", "1.0")).text


# -- Deciding -------------------------------------------------------------------------------------------------------


def test_the_page_opens_with_how_many_goals_are_decided_on(ministry: Ministry):
    assert "0 of 2 goals decided on" in ministry.editor.get(ministry.goals).text
    told = ministry.decide("homes", **WORDS)
    assert "1 of 2 goals decided on" in told.text
    assert "It is ours as well." in told.text
    assert [goal.unit for goal in ministry.life.plan.goals] == ["Homes"]


def test_several_goals_become_one_in_the_branchs_own_words(ministry: Ministry):
    told = ministry.decide("homes", "repairs", **MERGE)
    assert "2 of 2 goals decided on" in told.text
    (goal,) = ministry.life.plan.goals
    assert (goal.to["en"], goal.owner) == ("Everybody sets targets.", "Director")
    assert "They are one goal of the branch." in told.text


def test_goals_that_look_alike_are_merged_with_one_press(ministry: Ministry):
    page = ministry.editor.get(ministry.goals).text
    assert "2 goals look alike" in page
    told = ministry.editor.send(ministry.goals, "Merge them")
    assert "They are one goal of the branch." in told.text
    assert ministry.life.decisions[0].reason == "Several plans say nearly the same."


def test_where_the_merged_goals_name_different_roles_somebody_is_to_be_named_and_the_page_leads_there(
    ministry: Ministry,
):
    assert ministry.homes.ask(OpenAmendment("Another owner")).ok
    assert ministry.homes.ask(ReviseField(GOAL.id, "owner", "Director of homes", GOAL.owner)).ok
    assert ministry.homes.ask(RecordApproval("Director", TODAY, "VN/2", "", "", "", "Known", TODAY)).ok
    told = ministry.editor.send(ministry.goals, "Merge them").text
    assert "Nobody answers for it here" in told
    (path,) = re.findall(r'href="([^"]+)#owner"', told)
    named = ministry.editor.send(html.unescape(path), "Keep the decision", owner="Director")
    assert "Nobody answers for it here" not in named.text
    assert [goal.owner for goal in ministry.life.plan.goals] == ["Director"]


def test_the_role_that_all_merged_goals_name_answers_for_what_they_became(ministry: Ministry):
    told = ministry.editor.send(ministry.goals, "Merge them").text
    assert "Nobody answers for it here" not in told
    assert [goal.owner for goal in ministry.life.plan.goals] == [GOAL.owner]


def test_a_goal_is_raised_with_its_year_and_kept_with_a_reason(ministry: Ministry):
    ministry.decide("homes", kind="raise", reason="It is central.", year="2028")
    refused = ministry.decide("repairs", kind="keep")
    assert refused.status_code == 400
    assert "Write something first." in refused.text
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    assert [(each.kind, each.year) for each in ministry.life.decisions] == [("raise", 2028), ("keep", None)]
    assert [goal.agreement_year for goal in ministry.life.plan.goals] == [2028]


def test_nothing_typed_is_lost_when_a_decision_is_refused(ministry: Ministry):
    refused = ministry.decide("homes", kind="adopt", reason="A long reason", year="28", owner="Director")
    assert refused.status_code == 400
    assert "Give the year with four digits." in refused.text
    assert "A long reason" in refused.text


def test_a_decision_is_changed_and_withdrawn(ministry: Ministry):
    ministry.decide("homes", **WORDS)
    assert "It is ours as well." in ministry.editor.get(ministry.look("homes")).text
    ministry.decide("homes", kind="keep", reason="Theirs after all.")
    assert [each.kind for each in ministry.life.decisions] == ["keep"]
    told = ministry.editor.send(ministry.look("homes"), "Withdraw the decision")
    assert "0 of 2 goals decided on" in told.text


def test_two_at_once_never_overwrite_each_other(ministry: Ministry):
    colleague = ministry.colleague()
    form = colleague.form(ministry.look("homes"), "Keep the decision")
    ministry.decide("homes", **WORDS)
    mine = form.fields | {"kind": "keep", "reason": "Theirs alone."}
    refused = colleague.client.post(form.action, data=mine)
    assert refused.status_code == 400
    assert "Decided meanwhile" in refused.text
    assert "It is ours as well." in refused.text
    assert "Theirs alone." in refused.text
    assert ministry.life.decisions[0].kind == "adopt"


def test_after_both_were_seen_the_second_overrules_the_first_knowingly(ministry: Ministry):
    form = ministry.editor.form(ministry.look("homes"), "Keep the decision")
    ministry.decide("homes", **WORDS)
    mine = form.fields | {"kind": "keep", "reason": "Theirs alone."}
    refused = ministry.editor.client.post(form.action, data=mine)
    again = next(each for each in forms(refused) if "reason" in each.fields)
    assert ministry.editor.client.post(again.action, data=again.fields).status_code == 303
    assert [each.kind for each in ministry.life.decisions] == ["keep"]


def test_a_goal_that_is_in_no_published_plan_is_not_decided_on(ministry: Ministry):
    assert ministry.editor.get(ministry.look("roads")).status_code == 404
    assert ministry.editor.get(ministry.page("housing") + "/branch/decide").status_code == 404


def test_a_decision_sent_without_a_goal_is_answered_with_what_is_missing(ministry: Ministry):
    told = ministry.editor.send(ministry.look("homes"), "Keep the decision", kind="adopt", goal=[])
    assert told.status_code == 400
    assert "Decide on one goal at a time" in told.text


# -- What arrives later ---------------------------------------------------------------------------------------------


def test_a_changed_plan_keeps_what_was_decided_and_names_the_decisions_to_look_at_again(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    desk = ministry.homes
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(GOAL.id, "to", "Every agreement has three targets", GOAL.to["en"]).ok
    assert "To look at again" not in ministry.editor.get(ministry.goals).text
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    told = ministry.editor.get(ministry.goals).text
    assert "To look at again" in told
    assert "Homes · Changed since: Wording" in told
    assert [goal.to["en"] for goal in ministry.life.plan.goals] == ["Everybody sets targets."]


def test_nothing_of_a_units_draft_is_on_the_pages_of_its_branch(ministry: Ministry):
    assert ministry.homes.ask(OpenAmendment("New words")).ok
    assert ministry.homes.revise(GOAL.id, "to", CANARY, GOAL.to["en"]).ok
    unsent = replace(PLAN, goals=(replace(GOAL, to={"en": CANARY}),))
    assert (
        PlanDesk(ministry.app, ministry.account("unsent"), unsent, "plan-0009").ask(PlacePlan(ministry.ids["roads"])).ok
    )
    for path in (ministry.goals, ministry.look("homes", "repairs"), ministry.page("housing") + "/branch"):
        assert CANARY not in ministry.editor.get(path).text, path


# -- In every language ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "told"), [("fi", "Päätökset tavoitteista"), ("sv", "Beslut om mål")])
def test_the_pages_speak_the_readers_language(ministry: Ministry, language: str, told: str):
    assert told in ministry.editor.get(f"{ministry.goals}?language={language}").text
    assert ministry.editor.get(ministry.look("homes")).status_code == 200


def test_a_reason_says_in_which_language_it_was_written_where_the_page_is_in_another(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    branch, unit = f"/plans/{ministry.plan.id}", ministry.somebody("reader", "homes")
    ministry.approved()
    for who, page in ((ministry.editor, ministry.goals), (ministry.editor, branch), (unit, ministry.homes.page)):
        assert 'lang="en">One goal is enough.</span>' not in who.get(f"{page}?language=en").text
        assert 'lang="en">One goal is enough.</span>' in who.get(f"{page}?language=fi").text


def test_a_branchs_draft_stays_with_the_ministry(ministry: Ministry):
    ministry.decide("homes", "repairs", **MERGE)
    ministry.approved()
    amended = ministry.editor.send(f"/plans/{ministry.plan.id}/approval", "Open an amendment", reason="A late plan")
    assert amended.status_code == 200
    assert ministry.plan.stage == "amended"
    ministry.decide("homes", kind="keep", reason=CANARY)
    ministry.decide("repairs", kind="raise", reason=CANARY, to_en=CANARY)
    assert CANARY in ministry.editor.get(ministry.goals).text
    branch = ministry.page("housing") + "/branch"
    for role, name in (("steering", "housing"), ("editor", "homes"), ("reader", "repairs"), ("editor", "traffic")):
        somebody = ministry.somebody(role, name)
        inside = role == "steering"
        for path in (f"/plans/{ministry.plan.id}", ministry.homes.page, ministry.repairs.page, branch, ministry.goals):
            told = somebody.get(path)
            assert inside or CANARY not in told.text, (role, path)
        if not inside:
            assert CANARY not in somebody.get(f"{branch}/file.md").text


def test_a_late_plan_with_a_goal_that_looks_alike_is_named_with_the_decision_it_touches(ministry: Ministry):
    ministry.decide("homes", **WORDS)
    told = ministry.editor.get(ministry.goals).text
    assert "A goal that nobody has decided on looks like it: Repairs" in told
    ministry.decide("repairs", **WORDS)
    assert "looks like it" not in ministry.editor.get(ministry.goals).text
