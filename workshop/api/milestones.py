"""Milestones of approved plans' actions at the API: by their names, or by the signs that they are known by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from msgspec import Meta

from facilitation import limits
from facilitation.plans.lines import line_in
from facilitation.plans.reached import signs_of
from facilitation.shapes import Milestone, Plan
from facilitation.shapes.followed import Told
from facilitation.words import Parallel

REACHED = (
    "All milestones that are reached, by name in any language of the plan, or by sign where several have one name. "
    "Left out, what was told of them stays."
)
Few = Annotated[list[str], Meta(max_length=limits.MILESTONES)]
Names = Annotated[Few | None, Meta(description=REACHED)]


@dataclass(frozen=True)
class Point:
    """A milestone of an action as it stands."""

    sign: str
    """What it is known by as long as it keeps its name."""
    name: Parallel
    day: date | None
    reached: bool


@dataclass(frozen=True)
class Progressed(Told):
    """What was said of an action, and its milestones: those of the plan, with what was told of them."""

    milestones: tuple[Point, ...] = ()


def progressed(told: Told, plan: Plan | None) -> Progressed:
    known = milestones(plan, told.action)
    points = (Point(sign, each.name, each.day, each.done) for each, sign in zip(known, _signs(known), strict=True))
    return Progressed(told.action, told.status, told.comment, told.on, told.by, told.reached, tuple(points))


def milestones(plan: Plan | None, action: str) -> tuple[Milestone, ...]:
    """Those of an action; none of anything else."""
    return getattr(line_in(plan, action), "milestones", ()) if plan else ()


def _signs(of: Sequence[Milestone]) -> list[str]:
    return [signs[0] for signs in signs_of(of)]


def signs_told(known: Sequence[Milestone], told: Sequence[str] | None) -> tuple[str, ...] | None:
    """A sign for each name that one milestone bears; what is none is told as it came, and refused by the rules."""
    return None if told is None else tuple(_told(known, told))


def _told(known: Sequence[Milestone], told: Sequence[str]) -> Iterator[str]:
    signs = _signs(known)
    for text in told:
        bearing = [sign for each, sign in zip(known, signs, strict=True) if text in each.name.values()]
        yield bearing[0] if len(bearing) == 1 else text
