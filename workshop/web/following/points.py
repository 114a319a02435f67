"""The milestones of an action as boxes to tick: those that can be told to be reached, or not to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.followup import progress
from facilitation.plans.reached import signs_of
from facilitation.shapes import Action, Milestone
from facilitation.shapes.followed import Told
from workshop.days import today


@dataclass(frozen=True)
class Point:
    """A milestone, and the sign by which it is told."""

    sign: str
    milestone: Milestone
    late: bool


def points(action: Action, told: Told | None) -> tuple[Point, ...]:
    """All but those that were approved as reached, which stay so."""
    missed = progress(action, today()).missed
    return tuple(
        Point(signs[0], each, each in missed)
        for each, signs in zip(action.milestones, signs_of(action.milestones), strict=True)
        if not each.done or (told and not set(signs).isdisjoint(told.reached))
    )


def settled(action: Action, open: tuple[Point, ...]) -> Iterator[Milestone]:
    """Those that were approved as reached."""
    left = [each.milestone for each in open]
    yield from (each for each in action.milestones if each not in left)
