"""What is followed up stands beside the versions, which stay as they were approved."""

from dataclasses import replace
from typing import assert_never

from facilitation.plans.events import (
    BaselineGiven,
    FigureEntered,
    FigureWithdrawn,
    Following,
    PlanClosed,
    PlanReopened,
    ProgressTold,
    Recorded,
)
from facilitation.plans.parts import Closed, EnteredBy, Withdrawn
from facilitation.plans.state import Life


def evolve(life: Life, event: Following, recorded: Recorded) -> Life:
    """What following makes of a plan."""
    match event:
        case FigureEntered(entered):
            by = EnteredBy(entered.id, recorded.by)
            return replace(life, entered=(*life.entered, entered), entered_by=(*life.entered_by, by))
        case FigureWithdrawn():
            return without(life, event, recorded.by)
        case ProgressTold(told):
            return replace(life, told={**life.told, told.action: told})
        case BaselineGiven(metric, reading):
            return replace(life, baselines={**life.baselines, metric: reading})
        case PlanClosed(day, reason):
            return replace(life, closed=Closed(day, reason))
        case PlanReopened():
            return replace(life, closed=None)
        case unknown:
            assert_never(unknown)


def without(life: Life, event: FigureWithdrawn, by: str) -> Life:
    """A figure is no longer among those that hold, and stays among those that were taken back."""
    gone = tuple(
        Withdrawn(each, event.reason, event.role, event.on, by) for each in life.entered if each.id == event.figure
    )
    hold = tuple(each for each in life.entered if each.id != event.figure)
    return replace(life, entered=hold, withdrawn=(*life.withdrawn, *gone))
