"""A branch's round: who is asked, who has answered, what came back, and who is reminded when."""

from datetime import timedelta

from facilitation.plans import commands as c
from facilitation.plans.asking import due, reminders, waited_for
from facilitation.plans.events import ReturnedLine
from facilitation.plans.parts import BranchRound
from tests.facilitation.branch_desk import ASKED, UNIT, begun, rests
from tests.facilitation.plan_world import DEADLINE, TODAY, Desk

OPENED = c.AskUnits(DEADLINE, ASKED, TODAY)
GIVEN = c.SubmitPlan("tie", "plan-tie", "1.0")
BACK = c.ReturnSubmission("tie", "1.0", (ReturnedLine("g1", "By when?"),), "")


def opened() -> Desk:
    return begun().do(OPENED)


def now(desk: Desk) -> BranchRound:
    assert desk.life.asking is not None
    return desk.life.asking


def states(desk: Desk) -> list[str]:
    return [each.state for each in now(desk).units]


def test_a_round_asks_units_by_a_day_that_is_still_to_come():
    desk = begun()
    assert desk.refusal(c.AskUnits(TODAY - timedelta(1), ASKED, TODAY)) == "past"
    assert desk.refusal(c.AskUnits(DEADLINE, (), TODAY)) == "empty"
    assert states(desk.do(OPENED)) == ["invited"] * 3


def test_a_unit_submits_an_approved_version_only():
    desk = opened()
    assert desk.refusal(c.SubmitPlan("tie", "plan-tie", ""), UNIT) == "not_approved"
    assert desk.refusal(c.SubmitPlan("vesi", "plan-vesi", "1.0"), UNIT) == "not_asked"
    assert states(desk.do(GIVEN, UNIT)) == ["submitted", "invited", "invited"]
    assert desk.events(GIVEN, UNIT) == []


def test_a_plan_comes_back_line_by_line_with_reasons():
    desk = opened().do(GIVEN, UNIT)
    assert desk.refusal(c.ReturnSubmission("tie", "1.0", (ReturnedLine("g1", ""),), " ")) == "empty"
    asked = now(desk.do(BACK)).of("tie")
    assert asked is not None
    assert (asked.state, asked.lines) == ("returned", (ReturnedLine("g1", "By when?"),))


def test_what_came_back_is_not_given_once_more_as_it_was():
    desk = opened().do(GIVEN, UNIT).do(BACK)
    assert desk.refusal(GIVEN, UNIT) == "same_version"
    assert states(desk.do(c.SubmitPlan("tie", "plan-tie", "2.0"), UNIT))[0] == "submitted"


def test_the_ministry_answers_to_the_version_that_it_read():
    desk = opened().do(GIVEN, UNIT).do(c.SubmitPlan("tie", "plan-tie", "2.0"), UNIT)
    assert desk.refusal(BACK) == "changed_meanwhile"
    assert desk.refusal(c.AcceptSubmission("tie", "1.0")) == "changed_meanwhile"
    assert desk.refusal(c.AcceptSubmission("kartta", "1.0")) == "not_submitted"
    assert states(desk.do(c.AcceptSubmission("tie", "2.0")))[0] == "accepted"


def test_a_plan_that_changes_after_it_was_accepted_is_read_again():
    desk = opened().do(GIVEN, UNIT).do(c.AcceptSubmission("tie", "1.0"))
    assert states(desk.do(c.SubmitPlan("tie", "plan-tie", "2.0"), UNIT))[0] == "submitted"


def test_deadline_and_units_change_while_answers_stay():
    desk = opened().do(GIVEN, UNIT)
    assert desk.refusal(c.AskUnits(DEADLINE, ("kartta",), TODAY)) == "answered"
    desk.do(c.AskUnits(DEADLINE + timedelta(7), ("tie", "vesi"), TODAY))
    assert [(each.unit, each.state) for each in now(desk).units] == [("tie", "submitted"), ("vesi", "invited")]
    assert now(desk).number == 1


def test_a_round_that_has_ended_takes_no_answers_and_another_begins_anew():
    desk = opened().do(GIVEN, UNIT).do(c.EndAsking())
    assert desk.refusal(GIVEN, UNIT) == "no_round"
    assert (now(desk.do(OPENED)).number, states(desk)) == (2, ["invited"] * 3)


def test_a_round_goes_on_while_the_branchs_plan_is_before_its_approvers():
    desk = opened()
    desk.revise("publicity", "public", "", line=desk.plan.id).revise("records_class", "1", "", line=desk.plan.id)
    desk.do(c.ReadBranch(rests())).do(c.RecordApproval("Board", TODAY, "1", "", "", "", "Known.", TODAY))
    assert states(desk.do(GIVEN, UNIT))[0] == "submitted"


# -- Reminders ------------------------------------------------------------------------------------------------------


def test_reminders_come_before_the_deadline_and_once_after_it():
    days = [(each - DEADLINE).days for each in reminders(now(opened()))]
    assert days == [-14, -3, 1]


def test_only_those_who_are_waited_for_are_reminded_and_once_a_time():
    desk = opened().do(GIVEN, UNIT).do(c.SubmitPlan("kartta", "plan-kartta", "1.0"), UNIT).do(BACK)
    assert [each.unit for each in waited_for(now(desk))] == ["tie", "skar"]
    day = DEADLINE - timedelta(3)
    assert [each.unit for each in due(now(desk), day)] == ["tie", "skar"]
    desk.now += day - desk.now.date()
    desk.do(c.RemindUnits(ASKED))
    assert due(now(desk), day) == []
    assert [each.unit for each in due(now(desk), DEADLINE + timedelta(1))] == ["tie", "skar"]


def test_who_was_asked_late_is_not_reminded_of_days_before_that():
    desk = begun()
    desk.now += DEADLINE - timedelta(10) - desk.now.date()
    desk.do(OPENED)
    assert due(now(desk), DEADLINE - timedelta(10)) == []


def test_who_is_gone_and_has_nobody_left_to_answer_is_waited_for_no_more():
    desk = opened().do(GIVEN, UNIT)
    others = [each.unit for each in waited_for(now(desk))]
    assert [each.unit for each in waited_for(now(desk), others[:1])] == others[1:]
    assert [each.unit for each in due(now(desk), DEADLINE, others[:1])] == others[1:]


def test_nobody_is_reminded_of_a_round_that_has_ended():
    desk = opened()
    round = now(desk)
    desk.do(c.EndAsking())
    assert due(desk.life.asked[-1], DEADLINE) == []
    assert desk.refusal(c.RemindUnits(("tie",))) == "no_round"
    assert due(round, DEADLINE)
