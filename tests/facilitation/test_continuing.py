"""A workshop continues from another: people, groups, agreed levels, focus and goals come along with their source."""

from facilitation.live import Asker, Workshop
from facilitation.live import commands as c
from facilitation.live.state import Agreed
from facilitation.plans.continuing import brought
from facilitation.plans.draft import drafts
from facilitation.plans.from_plan import brought_from_plan, carried
from facilitation.shapes import Focus
from facilitation.steps.kind import Step
from facilitation.view import view
from facilitation.words import Refused
from tests.facilitation.sample_plan import plan as sample
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    NAMES,
    PACK,
    PEOPLE,
    SECOND,
    STATE,
    STATEMENTS,
    SYSTEM,
    VOTE,
    Room,
    worked_through,
)

NEXT = tuple(Step(f"next-{kind}", kind) for kind in ("current_state", "ideas", "goals", "metrics", "actions", "review"))
ONLY_GOALS = (Step("next-goals", "goals"), Step("next-review", "review"))


def spring() -> Workshop:
    """The earlier workshop: a level agreed, a cluster chosen, a goal with a metric and an action; in two languages."""
    room = worked_through().open(STATE).do(c.AgreeLevel(STATE, FIRST, 2, 4, "So be it"), ADA).open(GOALS)
    room.do(c.ReviseCard("goal-0001", "to", "Kaikki suunnittelevat", "", "fi"), BEN)
    return room.do(c.ReviseGroup("group-a", "Blue", "Table 1")).do(c.CloseStep(GOALS, GOALS)).state


def autumn(earlier: Workshop, steps: tuple[Step, ...] = NEXT) -> tuple[Room, list[str]]:
    """The next workshop with what it took along, and the codes of what it did not."""
    room = Room().do(c.SetUp({"en": "Autumn"}, "Ministry", "toimi", PACK.version), SYSTEM)
    room.do(c.SetAgenda(steps, STATEMENTS), SYSTEM).do(c.Join(FAY.seat, role="host"), FAY)
    left: list[str] = []
    for command in brought(earlier, PACK):
        try:
            room.do(command, Asker(command.seat) if isinstance(command, c.Join) else SYSTEM)
        except Refused as refused:
            left.append(refused.code)
    return room, left


def test_all_of_it_comes_along():
    room, left = autumn(spring())
    assert left == []
    assert [seat.id for seat in room.state.people] == [asker.seat for asker in PEOPLE]
    (group,) = room.state.groups.values()
    assert (group.name, group.place, len(room.state.members(group.id))) == ("Blue", "Table 1", 3)
    assert {card.kind: card.step for card in room.state.cards.values()} == {
        "idea": "next-ideas",
        "goal": "next-goals",
        "metric": "next-metrics",
        "action": "next-actions",
    }


def test_each_thing_says_where_it_comes_from():
    room, _ = autumn(spring())
    agreed = room.state.work["next-current_state"].agreed[FIRST]
    assert (agreed.level, agreed.target, agreed.source) == (2, 4, "Action plan 2027–2029")
    assert {card.source for card in room.state.cards.values()} == {"Action plan 2027–2029"}
    assert {command.source for command in brought(spring(), PACK, "w-17") if isinstance(command, c.BringCard)} == {
        "w-17"
    }


def test_what_came_from_further_back_keeps_its_first_source():
    room, _ = autumn(spring())
    again, left = autumn(room.open("next-goals").do(c.AgreeLevel("next-current_state", SECOND, 3)).state)
    assert left == []
    assert again.state.cards["goal-0001"].source == "Action plan 2027–2029"
    agreed = again.state.work["next-current_state"].agreed
    assert {key: each.source for key, each in agreed.items()} == {FIRST: "Action plan 2027–2029", SECOND: "Autumn"}
    assert list(again.state.groups) == list(room.state.groups)


def test_the_goals_come_with_their_languages_bonds_and_basis_into_the_next_plan():
    room, _ = autumn(spring())
    (plan,) = drafts(room.state, PACK)
    (goal,) = plan.goals
    assert goal.to == {"en": "Everybody plans purchases a year ahead", "fi": "Kaikki suunnittelevat"}
    assert (len(goal.metrics), len(goal.actions)) == (1, 1)
    assert goal.evidence.workshop == "Action plan 2027–2029"
    assert goal.evidence.cards == ("goal-0001", "clus-0001")
    assert (goal.level_now, goal.level_target) == (2, 4)


def test_its_group_goes_on_writing_the_goal():
    room, _ = autumn(spring())
    room.open("next-goals")
    assert room.events(c.ReviseCard("goal-0001", "to", "Most", "Everybody plans purchases a year ahead", "en"), EVA)


def test_what_the_next_agenda_has_no_step_for_comes_along_without_one():
    room, left = autumn(spring(), ONLY_GOALS)
    assert left == []
    assert {card.kind: card.step for card in room.state.cards.values()} == {
        "idea": "",
        "goal": "next-goals",
        "metric": "",
        "action": "",
    }
    assert room.state.cards["goal-0001"].answers["built_on"] == "clus-0001"
    assert room.state.levels == {FIRST: Agreed(2, 4, source="Action plan 2027–2029")}


def test_the_focus_that_came_along_is_the_focus_until_the_room_decides_about_ideas_itself():
    steps = (*NEXT, Step("next-vote", "vote"), Step("next-choice", "vote", options={"of": "goals"}))
    room, _ = autumn(spring(), steps)
    assert [each.about for each in focus_of(room).chosen] == ["clus-0001"]
    room.do(c.Decide("decision-01", "next-choice", "", ("goal-0001",)))
    assert [each.about for each in focus_of(room).chosen] == ["clus-0001", "goal-0001"]
    room.open("next-ideas").do(c.AddCard("idea-new1", "next-ideas", {"text": "Share"}, "en"), ADA).reveal("next-ideas")
    room.do(c.Decide("decision-02", "next-vote", "", ("idea-new1",), "It saves most"))
    assert [each.about for each in focus_of(room).chosen] == ["idea-new1", "goal-0001"]
    assert [each.about for each in focus_of(room).left_out] == ["clus-0001"]


def focus_of(room: Room) -> Focus:
    return drafts(room.state, PACK)[0].focus


# -- The three workshops of three hours, as they are shipped ----------------------------------------------------------


def shipped(agenda: str) -> tuple[Step, ...]:
    """The steps of an agenda of the pack, each under an id that tells its kind."""
    found = PACK.agenda(agenda)
    assert found
    return tuple(
        Step(f"{agenda}-{place:02}-{plan.kind}"[:32], plan.kind, plan.title, options=dict(plan.options))
        for place, plan in enumerate(found.steps)
    )


def step(room: Room, kind: str) -> str:
    return next(id for id in room.state.order if room.state.steps[id].kind == kind)


def first_workshop() -> Room:
    """A level is agreed, and the decider draws the line under Ada's idea."""
    room, _ = autumn(Workshop(), shipped("current_state"))
    for asker in PEOPLE:
        room.do(c.Join(asker.seat, "en"), asker)
    room.do(c.FormGroups("random", 5, "seed")).do(c.AgreeLevel(step(room, "current_state"), FIRST, 2, 4))
    room.open(step(room, "ideas")).do(c.AddCard("idea-ada1", step(room, "ideas"), {"text": "Plan"}, "en"), ADA)
    room.reveal(step(room, "ideas")).open(step(room, "vote"))
    return room.do(c.Decide("decision-01", step(room, "vote"), "", ("idea-ada1",), "It matters most"))


def second_workshop() -> Room:
    """A goal built on the focus."""
    room, left = autumn(first_workshop().state, shipped("goals"))
    assert left == []
    goals = step(room, "goals")
    answers = {"from": "Some", "to": "All plan", "objectives": ["1.1"], "built_on": "idea-ada1"}
    room.open(goals).do(c.AddCard("goal-0001", goals, answers, "en"), ADA)
    return room.open(step(room, "review"))


def third_workshop() -> Room:
    """A metric and an action bound to the goal that came along."""
    room, left = autumn(second_workshop().state, shipped("actions_metrics"))
    assert left == []
    return with_parts(room, "goal-0001")


def with_parts(room: Room, goal: str) -> Room:
    actions, metrics = step(room, "actions"), step(room, "metrics")
    room.open(actions).do(c.AddCard("actn-0001", actions, {"goal": goal, "what": "Write it"}, "en"), BEN)
    room.open(metrics).do(c.AddCard("metr-0001", metrics, {"goal": goal, "name": "Planned", "unit": "%"}, "en"), EVA)
    return room.open(step(room, "review"))


def test_the_second_workshop_builds_on_what_the_first_agreed():
    room = second_workshop()
    (plan,) = drafts(room.state, PACK)
    (goal,) = plan.goals
    assert (goal.level_now, goal.level_target) == (2, 4)
    assert goal.evidence.cards == ("goal-0001", "idea-ada1")
    assert [(row.agreed, row.target, row.evidence.workshop) for row in plan.current_state] == [(2, 4, "Autumn")]
    assert [(each.about, each.evidence.workshop) for each in plan.focus.chosen] == [("idea-ada1", "Autumn")]


def test_the_draft_of_the_third_workshop_holds_what_all_three_agreed():
    (plan,) = drafts(third_workshop().state, PACK)
    (goal,) = plan.goals
    assert [metric.id for metric in goal.metrics] == ["metr-0001"]
    assert [action.id for action in goal.actions] == ["actn-0001"]
    assert (plan.loose_metrics, plan.loose_actions) == ((), ())
    assert (goal.level_now, goal.level_target, goal.evidence.workshop) == (2, 4, "Autumn")
    assert [(row.statement, row.agreed, row.evidence.workshop) for row in plan.current_state] == [(FIRST, 2, "Autumn")]
    assert [(each.text, each.evidence.workshop) for each in plan.focus.chosen] == [({"en": "Plan"}, "Autumn")]


def test_whoever_sits_in_the_third_workshop_sees_what_it_builds_on():
    room = third_workshop()
    levels, goal = room.panel("room", "agreed"), room.panel("room", "card:goal-0001")
    assert levels and levels[FIRST]["target"] == 4
    assert goal and goal["source"] == "Autumn"
    assert view(room.state, NAMES, "screen")["card:idea-ada1"]["kind"] == "idea"


def test_a_workshop_after_the_third_takes_all_of_it_along_again():
    room, left = autumn(third_workshop().state, ONLY_GOALS)
    assert left == []
    assert {card.id for card in room.state.cards.values()} == {"idea-ada1", "goal-0001", "metr-0001", "actn-0001"}
    assert room.state.cards["metr-0001"].answers["goal"] == "goal-0001"
    assert room.state.levels[FIRST].target == 4


def test_the_third_workshop_continues_from_a_plan_too():
    before = sample()
    room, _ = autumn(Workshop(), shipped("actions_metrics"))
    room.do(c.Join(BEN.seat, "en"), BEN).do(c.Join(EVA.seat, "en"), EVA).do(c.FormGroups("random", 5, "seed"))
    for command in brought_from_plan(carried(before), "Plan 2026"):
        room.do(command, SYSTEM)
    (plan,) = drafts(with_parts(room, next(card.id for card in room.state.cards_in("goal"))).state, PACK)
    assert [goal.to for goal in plan.goals] == [goal.to for goal in before.goals]
    assert plan.goals[0].metrics[-1].id == "metr-0001"
    assert {goal.evidence.workshop for goal in plan.goals} == {"Plan 2026"}
    assert {row.statement: row.agreed for row in plan.current_state} == {
        row.statement: row.agreed for row in before.current_state if row.agreed is not None
    }
    assert [each.text for each in plan.focus.chosen] == [each.text for each in before.focus.chosen if each.text]


def test_what_was_not_shown_taken_out_or_withdrawn_stays_behind():
    earlier = Room(spring()).do(c.TakeOut("actn-0001")).state
    kinds = [command.kind for command in brought(earlier, PACK) if isinstance(command, c.BringCard)]
    assert kinds == ["idea", "goal", "metric"]
    hidden = worked_through().open(ACTIONS).do(c.AddCard("actn-0002", ACTIONS, {"what": "CANARY"}, "en"), ADA)
    assert "CANARY" not in repr(brought(hidden.state, PACK))
    assert "Measure savings" not in repr(brought(hidden.state, PACK)), "what was not chosen is no focus"
    assert {IDEAS, VOTE} <= set(hidden.state.order)
