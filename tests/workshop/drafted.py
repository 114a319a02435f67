"""A draft on its page, with a goal or with marks behind it."""

from typing import Any

from facilitation.live.commands import (
    AddCard,
    AddGroup,
    FormGroups,
    OpenStep,
    PutInGroup,
    ReviseGroup,
    SetOption,
)
from tests.workshop.desk import Desk
from workshop.perform import Asker

FROM, TO = "No agreement mentions procurement.", "Every agreement sets a procurement target."
GOAL = {"from": FROM, "to": TO, "objectives": ["1.1"], "due": "2028-12-31", "owner": "Head of steering"}


def opened(desk: Desk, kind: str) -> str:
    step = desk.step(kind)
    desk.ask(OpenStep(step, desk.state.current or ""), desk.host)
    return step


def with_a_goal(desk: Desk, **otherwise: Any) -> Asker:
    """Ada's group has written a goal, not yet shown to the others. She is returned."""
    ada = desk.seat("ada")
    desk.ask(FormGroups("random"), desk.host)
    goals = opened(desk, "goals")
    assert desk.ask(
        AddCard("goal-00000001", goals, {**GOAL, **otherwise}, "en", group=desk.state.group_of(ada.seat)), ada
    ).ok
    return ada


def with_goals_of(desk: Desk, **units: str) -> None:
    """Each group has drafted a goal for its own organisation, by the letter of the group."""
    desk.ask(SetOption(desk.step("goals"), "own_organisation", True), desk.host)
    goals = opened(desk, "goals")
    for letter, organisation in units.items():
        group, writer = f"group-of-{letter}", desk.seat(letter)
        desk.ask(AddGroup(group), desk.host)
        desk.ask(PutInGroup(writer.seat, group), desk.host)
        desk.ask(ReviseGroup(group, organisation=organisation), desk.host)
        wording = GOAL | {"to": f"{TO} {organisation}"}
        assert desk.ask(AddCard(f"goal-of-{letter}", goals, wording, "en", group=group), writer).ok
