"""Values on the way to a metric's target: entered in the room and in the plan, always between baseline and target."""

from dataclasses import replace
from datetime import date

import pytest

from facilitation.live.commands import ReviseCard
from facilitation.plans.commands import AddLine, ReviseField
from facilitation.plans.from_plan import metric as carried
from facilitation.plans.lines import line_in
from facilitation.quality import Context, findings
from facilitation.shapes import Action, Metric, Milestone, Reading
from facilitation.steps.interim import read, written
from facilitation.steps.kind import Value
from tests.facilitation import quality_world
from tests.facilitation.plan_world import ACTION, METRIC, PACK, SOUND, Desk, drafted
from tests.facilitation.test_drafts import draft
from tests.facilitation.world import ACTIONS, ADA, METRICS, Room, with_goal
from tests.facilitation.world import metric as card

WAY = ["2027-06-30 24", "2027-12-31 18.5"]


def metric(desk: Desk) -> Metric:
    line = line_in(desk.plan, METRIC)
    assert isinstance(line, Metric)
    return line


def on_the_way(desk: Desk) -> Desk:
    return desk.revise("milestones", WAY, [], line=METRIC)


def test_they_stand_before_the_target_in_order_of_day():
    desk = drafted().revise("milestones", list(reversed(WAY)), [], line=METRIC)
    way = (Reading(24, date(2027, 6, 30)), Reading(18.5, date(2027, 12, 31)))
    assert metric(desk).targets == (*way, Reading(15, date(2028, 12, 31)))


def test_what_was_noted_of_one_stays_while_another_changes():
    noted = Reading(24, date(2027, 6, 30), "as in the contract")
    of = replace(quality_world.METRIC, targets=(noted, *quality_world.METRIC.targets))
    desk = drafted(replace(SOUND, goals=(replace(SOUND.goals[0], metrics=(of,)),)))
    desk.revise("milestones", WAY, [WAY[0]], line=METRIC)
    assert metric(desk).targets[0] == noted


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (["2026-06-30 20"], "not_between"),
        (["2028-12-31 20"], "not_between"),
        (["2027-12-31 many"], "not_a_target"),
        (["soon 20"], "not_a_target"),
        (["2027-12-31 inf"], "not_a_target"),
        (["2027-12-31 -1.7e308"], "not_a_target"),
        (["- 20"], "not_a_target"),
        ("2027", "not_a_target"),
        (["2027-12-31 20", "2027-12-31 21"], "day_twice"),
        ([f"2027-01-{day:02} 20" for day in range(1, 14)], "too_many"),
    ],
)
def test_what_lies_not_on_the_way_is_refused_at_the_field(value: Value, code: str):
    assert drafted().refusal(ReviseField(METRIC, "milestones", value, [])) == code


def test_they_wait_for_the_target_and_the_target_stays_while_they_lead_to_it():
    desk = on_the_way(drafted())
    assert desk.refusal(ReviseField(METRIC, "target", None, 15)) == "on_the_way"
    desk.revise("milestones", [], WAY, line=METRIC).revise("target", None, 15, line=METRIC)
    assert metric(desk).targets == ()
    assert desk.refusal(ReviseField(METRIC, "milestones", WAY, [])) == "no_figure"


def test_a_new_metric_may_have_them_from_the_beginning():
    values: dict[str, Value] = {"name": {"en": "Share"}, "target": 60, "target_day": "2029-12-31", "milestones": WAY}
    added = line_in(drafted().do(AddLine("metric", "metr-0009", values)).plan, "metr-0009")
    assert isinstance(added, Metric)
    assert [each.value for each in added.targets] == [24, 18.5, 60]
    late = {**values, "target_day": "2027-12-31"}
    assert drafted().refusal(AddLine("metric", "metr-0009", late)) == "not_between"


def test_a_target_that_moves_before_them_is_pointed_out():
    desk = on_the_way(drafted()).revise("target_day", "2027-09-30", "2028-12-31", line=METRIC)
    found = findings(metric(desk), Context(PACK))
    assert ("K2", "warn", "milestones") in [(each.check, each.level, each.field) for each in found]
    assert "milestones" not in [each.field for each in findings(quality_world.METRIC, Context(PACK))]


@pytest.mark.parametrize("value", [0, 60, -3, 18.4, 0.1 + 0.2, 1e300, 2**60])
def test_a_figure_keeps_all_its_digits(value: float):
    assert read(written(Reading(value, date(2027, 12, 31)))) == Reading(value, date(2027, 12, 31))


# -- In the room ----------------------------------------------------------------------------------------------------

FIGURES = {"baseline": 30, "baseline_day": "2026-12-31", "target": 60, "target_day": "2028-12-31"}


def in_the_room(**figures: object) -> Room:
    return with_goal().open(METRICS).do(card("metr-0001", **figures), ADA)  # pyright: ignore[reportArgumentType]


def revised(field: str, value: Value) -> ReviseCard:
    return ReviseCard("metr-0001", field, value, None, "en")


def test_a_group_writes_them_on_its_metric_and_they_come_into_the_plan_and_along_from_it():
    room = in_the_room(**FIGURES).do(revised("milestones", WAY), ADA).open(ACTIONS)
    (whole,) = draft(room).goals[0].metrics
    assert [each.value for each in whole.targets] == [24, 18.5, 60]
    assert carried(whole, "goal-0001")["milestones"] == WAY


def test_in_the_room_too_they_lie_between_baseline_and_target():
    room = in_the_room(**FIGURES)
    assert room.refusal(revised("milestones", ["2026-06-30 20"]), ADA) == "not_between"
    assert in_the_room().refusal(revised("milestones", WAY), ADA) == "no_figure"
    assert room.do(revised("milestones", WAY), ADA).refusal(revised("target", None), ADA) == "on_the_way"
    assert room.refusal(card("metr-0002", milestones=WAY), ADA) == "no_figure"


def test_they_are_taken_away_again():
    room = in_the_room(**FIGURES).do(revised("milestones", WAY), ADA).do(revised("milestones", []), ADA)
    assert len(draft(room.open(ACTIONS)).goals[0].metrics[0].targets) == 1


# -- Milestones of actions ------------------------------------------------------------------------------------------


def test_milestones_of_an_action_have_a_name_in_each_language_a_day_and_whether_they_are_reached():
    text = '{"day": "2027-03-31", "done": true, "name": {"fi": "Avattu", "sv": "Öppnad"}}'
    line = line_in(drafted().revise("milestones", [text], [], line=ACTION).plan, ACTION)
    assert isinstance(line, Action)
    assert line.milestones == (Milestone({"fi": "Avattu", "sv": "Öppnad"}, date(2027, 3, 31), done=True),)


@pytest.mark.parametrize(
    "text", ["", "Avattu", "[]", '{"name": {}, "day": null, "done": false}', '{"name": {"fi": 3}}']
)
def test_a_milestone_without_a_name_is_refused(text: str):
    assert drafted().refusal(ReviseField(ACTION, "milestones", [text], [])) == "no_name"
