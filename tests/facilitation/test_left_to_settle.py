"""What a workshop leaves to settle is told of until it is settled, wherever the plan is read."""

from dataclasses import replace
from datetime import date

from facilitation.plans.commands import DraftPlan, DropLine
from facilitation.plans.tasks import GAPS, left, tasks
from facilitation.report.entries import entries
from facilitation.report.reader import english, reader
from facilitation.report.tabled import sheets
from facilitation.report.workshop import sections
from facilitation.shapes import Plan, Promise, Task
from facilitation.words import Message
from tests.facilitation.plan_world import METRIC, PACK, SOUND, Desk

DAY = date(2028, 3, 31)
GOAL = replace(SOUND.goals[0], owner="", due=None)
METRIC_LESS = replace(SOUND.goals[0].metrics[0], baseline=None, baseline_promise=Promise("Director", DAY))
GAPPY = replace(SOUND, goals=(replace(GOAL, metrics=(METRIC_LESS,)),))
BY_HAND = Task("", Message("Settle which levels hold."))


def drafted() -> Desk:
    plan = replace(GAPPY, tasks=(*tasks(GAPPY), BY_HAND))
    return Desk().do(DraftPlan(plan))


def said(plan: Plan) -> list[str]:
    return [task.words.id for task in left(plan)]


def test_a_gap_is_left_until_it_is_filled_and_what_no_field_fills_stays():
    desk = drafted()
    assert said(desk.plan) == [task.words.id for task in desk.plan.tasks]
    desk.revise("owner", "Director", "").revise("due", "2028-12-31", "")
    assert said(desk.plan) == ["Find out the baseline.", BY_HAND.words.id]


def test_a_gap_goes_with_its_line():
    assert said(drafted().do(DropLine(METRIC, "Not needed")).plan)[-1] == BY_HAND.words.id
    assert "Find out the baseline." not in said(drafted().do(DropLine(METRIC, "Not needed")).plan)


def test_every_sentence_of_a_gap_is_known_as_one():
    assert {task.words.id for task in tasks(GAPPY)} <= GAPS


def test_documents_tables_and_calendars_tell_only_what_is_left():
    before = drafted().plan
    after = drafted().revise("baseline", 4, None, line=METRIC).plan
    for plan, told in ((before, True), (after, False)):
        assert ["Find out the baseline." in each for each in readings(plan)] == [told] * 3


def readings(plan: Plan) -> tuple[str, ...]:
    to = reader("en", english, PACK)
    return str(tuple(sections(plan, to))), str(tuple(sheets(plan, to))), str(tuple(entries(plan, to)))
