"""How far actions have come: by what people say of them, and by the calendar where it says otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from facilitation.shapes import Action
from facilitation.words import N_

Progress: TypeAlias = Literal["late", "in_progress", "to_come", "paused", "done", "abandoned"]

PROGRESS: Mapping[Progress, str] = {
    "late": N_("Late"),
    "in_progress": N_("In progress"),
    "to_come": N_("To come"),
    "paused": N_("Paused"),
    "done": N_("Done"),
    "abandoned": N_("Given up"),
}
"""In the order in which they call for somebody."""


RESTING = ("done", "abandoned", "paused")
"""Of these the calendar says nothing."""


@dataclass(frozen=True, slots=True)
class Progressed:
    """An action and how far it has come; `days` late, nought where it is not."""

    action: Action
    progress: Progress
    days: int = 0


def progress(action: Action, today: date) -> Progressed:
    """Late: its end has passed, or its start has and nobody has said that it has begun."""
    if action.status in RESTING:
        return Progressed(action, action.status)
    should_have = action.end if action.end and action.end < today else None
    if should_have is None and action.status == "to_come" and action.start and action.start < today:
        should_have = action.start
    return Progressed(action, "late", (today - should_have).days) if should_have else Progressed(action, action.status)


def late_after(action: Action) -> date | None:
    """The last day on which it is not late, as long as nothing more is told of it; None where it never will be."""
    if action.status in RESTING:
        return None
    days = (action.end, action.start if action.status == "to_come" else None)
    return min((day for day in days if day), default=None)


def first_things_first(of: Progressed) -> tuple[int, int, str]:
    return list(PROGRESS).index(of.progress), -of.days, of.action.id
