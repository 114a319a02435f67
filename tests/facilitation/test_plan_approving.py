"""From draft to approved and amended: by others than the last editor, and with nothing in the way unanswered for."""

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitation.plans.commands import (
    ApprovePlan,
    ConfirmPlan,
    DraftPlan,
    OpenAmendment,
    OpenCommentRound,
    OverruleFinding,
    PlacePlan,
    RecordApproval,
    ReturnPlan,
    SendForApproval,
    TakeBackFromApproval,
)
from facilitation.plans.events import ApprovalRecorded, Approver, FindingOverruled
from facilitation.plans.parts import Approval
from facilitation.plans.stops import stops
from tests.facilitation.plan_world import (
    ADA,
    ASKED,
    BEN,
    CAY,
    DAN,
    DEADLINE,
    EVA,
    FROM_WORKSHOP,
    GOAL,
    SOUND,
    TODAY,
    Desk,
    approved,
    drafted,
    filed,
    sent,
)

OWNERLESS = replace(SOUND, goals=(replace(SOUND.goals[0], owner=""),))
LET_BE = OverruleFinding("G5", GOAL, "owner", "Named in the spring.", TODAY)
YES = ApprovePlan("Well done", TODAY)
ELSEWHERE = RecordApproval("Management team", TODAY, "TEM/12/2027", "ab" * 32, "signed.pdf", "", "", TODAY)


# -- Sending --------------------------------------------------------------------------------------------------------


def test_a_plan_is_sent_to_somebody_else_than_who_changed_it_last():
    for approver in (Approver(ADA.seat, "Director"), Approver(CAY.seat, "Director", (ADA.seat,))):
        assert filed().refusal(SendForApproval((approver,))) == "own_work"


def test_who_did_not_change_it_last_may_approve_what_others_wrote():
    desk = (
        filed()
        .revise("owner", "Director", SOUND.goals[0].owner, BEN)
        .do(SendForApproval((Approver(ADA.seat, "Head"),)))
    )
    assert desk.do(YES, ADA).life.stage == "approved"


@pytest.mark.parametrize(
    ("approvers", "code"),
    [
        ((), "empty"),
        (ASKED * 2, "empty"),
        ((Approver(CAY.seat, " "),), "empty"),
        ((Approver("", "Head"),), "not_a_choice"),
    ],
)
def test_a_plan_is_sent_to_named_people_in_their_roles(approvers: tuple[Approver, ...], code: str):
    assert filed().refusal(SendForApproval(approvers)) == code


def test_before_it_is_sent_it_is_said_how_public_it_is_and_where_it_is_filed():
    desk = drafted()
    assert desk.refusal(SendForApproval(ASKED)) == "empty"
    desk.revise("publicity", "public", "", line=SOUND.id)
    assert desk.refusal(SendForApproval(ASKED)) == "empty"


def test_nothing_is_sent_while_two_texts_stand_for_one_field():
    desk = filed().revise("owner", "Director", SOUND.goals[0].owner).revise("owner", "Head", "something else", BEN)
    assert desk.refusal(SendForApproval(ASKED)) == "two_texts"


def test_sending_ends_the_round_of_comments():
    life = filed().do(OpenCommentRound(DEADLINE, TODAY)).do(SendForApproval(ASKED)).life
    assert (life.stage, life.round) == ("approval", None)


def test_an_editor_takes_it_back_and_an_approver_returns_it_with_a_reason():
    assert sent().do(TakeBackFromApproval()).life.stage == "draft"
    assert sent().refusal(ReturnPlan(" "), CAY) == "empty"
    assert sent().refusal(ReturnPlan("Who pays?"), BEN) == "not_approver"
    life = sent().do(ReturnPlan("Who pays?"), CAY).life
    assert (life.stage, life.returned, life.approval) == ("draft", "Who pays?", None)


# -- Approving ------------------------------------------------------------------------------------------------------


def test_an_approved_plan_says_by_whom_and_when_and_is_version_one():
    life = sent().do(YES, CAY).life
    assert (life.stage, life.plan.status, life.plan.version) == ("approved", "approved", "1.0")
    assert (life.plan.approver, life.plan.approved_on) == ("Permanent secretary", TODAY)
    assert life.published is life.versions[-1]
    assert isinstance(life.versions[-1].approval, Approval)
    assert life.versions[-1].approval.given[0].remarks == "Well done"


def test_a_deputy_approves_for_whom_they_stand_in():
    life = sent().do(YES, DAN).life
    assert isinstance(approval := life.versions[-1].approval, Approval)
    assert [(given.approver, given.by) for given in approval.given] == [(CAY.seat, DAN.seat)]


@pytest.mark.parametrize("who", [ADA, BEN, EVA])
def test_nobody_approves_whose_approval_is_not_asked_for(who):
    assert sent().refusal(YES, who) == "not_approver"


def test_of_several_approvers_each_approves_and_nobody_twice():
    both = (*ASKED, Approver(BEN.seat, "Director of finance", (CAY.seat,)))
    desk = filed().do(SendForApproval(both)).do(YES, CAY)
    assert desk.life.stage == "approval"
    assert desk.events(YES, CAY) == []
    assert desk.refusal(ReturnPlan("Who pays?"), CAY) == "not_approver"
    life = desk.do(YES, BEN).life
    assert (life.stage, life.plan.approver) == ("approved", "Permanent secretary; Director of finance")


def test_who_says_how_public_a_plan_is_has_not_edited_it():
    """Otherwise whoever wrote it all could approve it, once a colleague has filed it."""
    desk = (
        drafted()
        .revise("publicity", "public", "", BEN, SOUND.id)
        .revise("records_class", "02.04.01", "", BEN, SOUND.id)
    )
    assert desk.refusal(SendForApproval((Approver(ADA.seat, "Director"),)), BEN) == "own_work"
    assert desk.do(SendForApproval((Approver(BEN.seat, "Director"),)), BEN).do(YES, BEN).life.stage == "approved"


def test_nothing_is_approved_before_it_is_sent():
    assert filed().refusal(YES, CAY) == "not_sent"


# -- What stops it --------------------------------------------------------------------------------------------------


def test_a_stop_holds_the_approval_until_it_is_mended_or_answered_for():
    desk = sent(OWNERLESS)
    assert [stop.field for stop in stops(desk.life, TODAY)] == ["owner"]
    assert desk.refusal(YES, CAY) == "stopped"
    assert desk.do(LET_BE, CAY).do(YES, CAY).life.stage == "approved"


def test_the_reason_for_overruling_a_stop_stays_in_the_plan():
    plan = sent(OWNERLESS).do(LET_BE, CAY).do(YES, CAY).plan
    assert [(each.text, each.reason) for each in plan.decisions] == [
        ("Nobody answers for this goal yet.", LET_BE.reason)
    ]


def test_only_an_approver_overrules_and_only_with_a_reason():
    assert sent(OWNERLESS).refusal(LET_BE, BEN) == "not_approver"
    assert sent(OWNERLESS).refusal(replace(LET_BE, reason=""), CAY) == "empty"
    assert sent().events(LET_BE, CAY) == []


def test_what_was_overruled_is_asked_again_once_the_field_has_changed():
    desk = sent(OWNERLESS).do(LET_BE, CAY).do(ReturnPlan("One more thing"), CAY)
    assert stops(desk.life, TODAY) == ()
    desk.revise("owner", "Director", "").revise("owner", "", "Director")
    assert [stop.field for stop in stops(desk.life, TODAY)] == ["owner"]


# -- Approved elsewhere ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("desk", [filed, sent], ids=["from writing", "from its approvers"])
def test_what_was_approved_elsewhere_is_recorded_with_its_number_and_its_file(desk):
    life = desk().do(ELSEWHERE).life
    assert (life.stage, life.plan.record_number, life.plan.approver) == ("approved", "TEM/12/2027", "Management team")
    assert life.published and isinstance(life.published.approval, ApprovalRecorded)
    assert life.published.approval.digest == "ab" * 32


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"day": TODAY + timedelta(days=1)}, "future"),
        ({"record_number": ""}, "empty"),
        ({"approver": ""}, "empty"),
        ({"digest": "../../etc"}, "unreadable"),
    ],
)
def test_a_recorded_approval_says_who_when_and_under_which_number(wrong: dict, code: str):
    assert sent().refusal(replace(ELSEWHERE, **wrong)) == code


def test_what_the_checks_would_have_stopped_needs_a_reason_elsewhere_too():
    assert sent(OWNERLESS).refusal(ELSEWHERE) == "stopped"
    events = sent(OWNERLESS).events(replace(ELSEWHERE, reason="The board knew it."))
    assert [type(event) for event in events] == [FindingOverruled, ApprovalRecorded]


# -- Keyed in by others ---------------------------------------------------------------------------------------------


def keyed_in() -> Desk:
    """By Ada, for another organisation, of whose people Ben is one."""
    desk = Desk().do(DraftPlan(SOUND, FROM_WORKSHOP, "organisation-02", "organisation-01"))
    desk.revise("publicity", "public", "", line=SOUND.id)
    return desk.revise("records_class", "02.04.01", "", line=SOUND.id)


def test_what_was_keyed_in_is_neither_sent_nor_recorded_before_whose_it_is_confirm_it():
    assert keyed_in().refusal(SendForApproval(ASKED)) == "not_confirmed"
    assert keyed_in().refusal(ELSEWHERE) == "not_confirmed"
    assert keyed_in().do(ConfirmPlan(), BEN).do(ELSEWHERE).life.stage == "approved"


def test_what_is_changed_after_that_is_approved_once_it_is_confirmed_anew():
    desk = keyed_in().do(ConfirmPlan(), BEN).revise("owner", "Head", SOUND.goals[0].owner)
    assert desk.refusal(ELSEWHERE) == "not_confirmed"
    assert desk.do(ConfirmPlan(), BEN).do(SendForApproval(ASKED)).do(YES, CAY).life.stage == "approved"


def test_how_it_is_filed_is_said_after_that_without_asking_again():
    desk = keyed_in().do(ConfirmPlan(), BEN).revise("records_class", "02.04.02", "02.04.01", line=SOUND.id)
    assert desk.do(SendForApproval(ASKED)).life.stage == "approval"


def test_nor_is_it_approved_or_recorded_where_it_came_to_be_whose_it_is_on_its_way():
    desk = sent().do(PlacePlan("organisation-02", "organisation-01"))
    assert (desk.refusal(YES, CAY), desk.refusal(ELSEWHERE)) == ("not_confirmed",) * 2
    assert desk.do(ConfirmPlan(), BEN).do(YES, CAY).life.stage == "approved"


# -- Amended --------------------------------------------------------------------------------------------------------


def test_an_approved_plan_is_changed_by_an_amendment_only():
    change = ("owner", "Head", SOUND.goals[0].owner)
    with pytest.raises(Exception, match="amendment"):
        approved().revise(*change)
    assert approved().refusal(OpenAmendment("")) == "empty"
    assert filed().refusal(OpenAmendment("A new owner")) == "not_approved"
    life = approved().do(OpenAmendment("A new owner")).revise(*change).life
    assert (life.stage, life.plan.status, life.plan.approver) == ("amended", "draft", "")


def test_what_was_approved_stays_as_it_was_while_it_is_amended_and_after():
    desk = approved()
    first = desk.life.published
    desk.do(OpenAmendment("A new owner")).revise("owner", "Head", SOUND.goals[0].owner)
    assert desk.life.published is first
    life = desk.do(SendForApproval(ASKED)).do(YES, CAY).life
    assert [version.number for version in life.versions if version.approved] == ["1.0", "2.0"]
    assert life.version("1.0") is first


def test_an_amendment_that_comes_back_is_still_an_amendment():
    desk = approved().do(OpenAmendment("A new owner")).do(SendForApproval(ASKED))
    assert desk.do(TakeBackFromApproval()).life.stage == "amended"


def test_an_answer_may_be_wished_by_a_day_that_is_not_over():
    past = SendForApproval(ASKED, TODAY - timedelta(1), TODAY)
    assert filed().refusal(past) == "past"
    asked = filed().do(SendForApproval(ASKED, TODAY, TODAY)).life.approval
    assert asked
    assert asked.answer_by == TODAY
