"""How far actions have come: by what people say of them and their milestones, and by the calendar where it says
otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from facilitation.shapes import Action, Milestone
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
    missed: tuple[Milestone, ...] = ()
    """Milestones whose day has passed before they were reached, the first first."""
    ahead: Milestone | None = None
    """The next one to be reached."""

    @property
    def reached(self) -> int:
        return sum(each.done for each in self.action.milestones)


def progress(action: Action, today: date) -> Progressed:
    """Late: its end has passed, or the day of a milestone that is not reached, or its start and nobody has said that it
    has begun, or that a milestone is reached. How late goes by the first of these in this order."""
    if action.status in RESTING:
        return Progressed(action, action.status)
    left = unreached(action)
    missed = tuple(each for day, each in left if day < today)
    ahead = next((each for day, each in left if day >= today), None)
    passed = next((day for day in _days(action) if day < today), None)
    if passed is None:
        return Progressed(action, action.status, ahead=ahead)
    return Progressed(action, "late", (today - passed).days, missed, ahead)


def late_after(action: Action) -> date | None:
    """The last day on which it is not late, as long as nothing more is told of it; None where it never will be."""
    return None if action.status in RESTING else min(_days(action), default=None)


def _days(action: Action) -> Iterator[date]:
    """Days after each of which it is late as it stands."""
    if action.end:
        yield action.end
    yield from (day for day, _ in unreached(action))
    if action.start and action.status == "to_come" and not any(each.done for each in action.milestones):
        yield action.start


def unreached(action: Action) -> list[tuple[date, Milestone]]:
    """Milestones that have a day and are not reached, the first first."""
    left = [(each.day, each) for each in action.milestones if each.day and not each.done]
    return sorted(left, key=lambda each: each[0])


def first_things_first(of: Progressed) -> tuple[int, int, str]:
    return list(PROGRESS).index(of.progress), -of.days, of.action.id
