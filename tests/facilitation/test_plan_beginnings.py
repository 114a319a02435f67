"""What a plan begins from: one room or several, nothing, a file, or the plan before it."""

from dataclasses import replace
from datetime import date

from facilitation.plans import beginnings
from facilitation.plans.commands import DraftPlan
from facilitation.plans.events import Source
from facilitation.plans.lines import lines
from facilitation.plans.rooms import DIFFERENTLY, one_room
from facilitation.shapes import Action, Confidence, Evidence, Gathering, Goal, Metric, Plan, Risk, StateRow, Voted
from facilitation.words import Message
from tests.facilitation.plan_world import ACTION, GOAL, PACK, SOUND, Desk
from tests.facilitation.sample_plan import plan as sample


def test_two_workshops_make_one_plan_and_every_line_has_an_id_of_its_own():
    plan = Desk().do(DraftPlan(beginnings.together((SOUND, SOUND)))).plan
    ids = [line.id for line in lines(plan)]
    assert (len(plan.goals), len(set(ids))) == (2, len(ids))
    assert plan.goals[1].metrics[0].goals == (plan.goals[1].id,)


def test_a_plan_says_which_workshops_it_came_from_and_what_came_as_data_keeps_what_it_says():
    two = (Source("workshop", "w1", 4), Source("workshop", "w2", 9))
    bare = replace(SOUND, workshops=())
    assert Desk().do(DraftPlan(bare, two)).plan.workshops == ("w1", "w2")
    assert Desk().do(DraftPlan(bare, (Source("empty"),))).plan.workshops == ()
    assert Desk().do(DraftPlan(replace(SOUND, workshops=("w7",)), (Source("file", "f"),))).plan.workshops == ("w7",)


def test_a_line_of_two_workshops_says_which_it_is_from_and_of_which_group_there():
    grouped = replace(SOUND.goals[0], evidence=Evidence(groups=("g1",), dots=14))
    plan = beginnings.told_apart(replace(SOUND, goals=(grouped,)), "Spring workshop")
    assert plan.goals[0].evidence == Evidence(workshop="Spring workshop", groups=("g1",), dots=14)
    assert plan.goals[0].actions[0].evidence.workshop == "Spring workshop"


def room(title: str, *rows: StateRow) -> Plan:
    """What a workshop of four people in two groups has left."""
    day = date(2026, 11, 26 if title == "Spring" else 27)
    seen = Gathering({"en": title}, (day,), 4, 2, {"room": 4}, {"Ministry": 3, title: 1}, seq=99)
    return replace(SOUND, people=4, participants={"management": 1}, gathering=seen, current_state=rows, tasks=())


def test_all_who_were_in_any_of_the_rooms_are_counted():
    plan = beginnings.together((room("Spring"), room("Autumn")))
    assert (plan.people, plan.participants) == (8, {"management": 2})
    assert plan.gathering == Gathering(
        {"en": "Spring, Autumn"},
        (date(2026, 11, 26), date(2026, 11, 27)),
        8,
        4,
        {"room": 8},
        {"Ministry": 6, "Spring": 1, "Autumn": 1},
    )
    assert beginnings.together((room("Spring"),)).gathering == room("Spring").gathering


def test_what_two_rooms_agreed_differently_is_left_to_settle_and_the_first_stands():
    rows = [StateRow(f"s1.{n}", f"1.{n}", median=2.0, agreed=2, target=4) for n in (1, 2, 3)]
    first = room("Spring", rows[0], rows[1], replace(rows[2], agreed=None, target=None))
    other = room("Autumn", rows[0], replace(rows[1], target=5), replace(rows[2], median=3.0))
    plan = beginnings.together((first, other))
    assert plan.current_state == tuple(rows), "what only the other room agreed stands too"
    [task] = plan.tasks
    assert task.words == Message(DIFFERENTLY, {"about": "1.2", "level": 2, "target": 4, "other": 2, "aim": 5})


def test_what_the_drafts_of_one_room_share_stands_in_its_plan_once():
    unit = replace(room("Spring"), organisation="Agency", goals=(replace(SOUND.goals[0], id="goal-unit"),))
    plan = one_room((room("Spring"), unit))
    assert [goal.id for goal in plan.goals] == [GOAL, "goal-unit"]
    assert (plan.people, len(plan.risks), len(plan.decisions)) == (4, len(SOUND.risks), len(SOUND.decisions))


def test_an_empty_plan_knows_its_method():
    plan = beginnings.empty(PACK, {"en": "Plan"}, "Agency", "2028–2030", ("fi", "sv"))
    assert (plan.pack, plan.strategy_version, plan.period.last) == ("toimi", PACK.strategy.version, date(2030, 12, 31))


def test_the_next_plan_leaves_behind_what_is_done_and_says_where_the_rest_comes_from():
    done = replace(SOUND.goals[0].actions[0], id="a9", status="done")
    old = replace(SOUND, title={"en": "Plan"}, status="approved", version="1.0", approver="Permanent secretary")
    old = replace(old, goals=(replace(SOUND.goals[0], actions=(*SOUND.goals[0].actions, done)),))
    new = beginnings.next_of(old, {"en": "Next plan"}, "2030–2032")
    assert (new.status, new.version, new.approver, new.period.name) == ("draft", "", "", "2030–2032")
    assert [action.id for action in new.goals[0].actions] == [ACTION]
    assert new.goals[0].evidence.workshop == "Plan"


def test_the_next_plan_tells_of_no_room_that_made_it_and_of_no_card_behind_any_line():
    old = replace(sample(), workshops=("w1",), votes=(Voted("c1", {}, 3),), confidence=Confidence(9, 4, 3, 5))
    assert old.gathering and old.people and old.participants
    new = beginnings.next_of(old, {}, "2030–2032")
    told = (new.workshops, new.people, dict(new.participants), new.gathering, new.votes, new.confidence)
    assert told == ((), 0, {}, None, (), None)
    assert new.current_state == old.current_state
    behind = {each.evidence for each in lines(new) if isinstance(each, Goal | Metric | Action | Risk)}
    assert behind == {Evidence(workshop=old.title["en"])}


def test_a_branchs_plan_that_comes_as_a_file_is_a_plan_like_any_other():
    assert beginnings.fresh(replace(SOUND, kind="branch")).kind == ""


def test_after_a_branchs_plan_comes_a_branchs_plan_unless_somebody_else_begins_from_it():
    old = replace(SOUND, kind="branch")
    assert beginnings.next_of(old, {}, "2030").kind == "branch"
    assert beginnings.next_of(old, {}, "2030", own=False).kind == ""
