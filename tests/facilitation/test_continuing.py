"""A workshop continues from another: people, groups, agreed levels, focus and goals come along with their source."""

from facilitation.live import Asker, Workshop
from facilitation.live import commands as c
from facilitation.plans.continuing import brought
from facilitation.plans.draft import drafts
from facilitation.steps.kind import Step
from facilitation.words import Refused
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
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


def test_what_the_next_agenda_has_no_step_for_stays_and_the_rest_still_comes():
    room, left = autumn(spring(), ONLY_GOALS)
    assert left == ["no_such_step"] * 4
    assert list(room.state.cards) == ["goal-0001"]
    assert "built_on" not in room.state.cards["goal-0001"].answers


def test_what_was_not_shown_taken_out_or_withdrawn_stays_behind():
    earlier = Room(spring()).do(c.TakeOut("actn-0001")).state
    kinds = [command.kind for command in brought(earlier, PACK) if isinstance(command, c.BringCard)]
    assert kinds == ["idea", "goal", "metric"]
    hidden = worked_through().open(ACTIONS).do(c.AddCard("actn-0002", ACTIONS, {"what": "CANARY"}, "en"), ADA)
    assert "CANARY" not in repr(brought(hidden.state, PACK))
    assert "Measure savings" not in repr(brought(hidden.state, PACK)), "what was not chosen is no focus"
    assert {IDEAS, VOTE} <= set(hidden.state.order)
