"""A draft on its page, with a goal or with marks behind it."""

from typing import Any

from facilitation.live.commands import (
    AddCard,
    FormGroups,
    OpenStep,
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
