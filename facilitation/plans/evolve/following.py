"""What is followed up stands beside the versions, which stay as they were approved."""

from dataclasses import replace
from typing import assert_never

from facilitation.plans.events import BaselineGiven, FigureEntered, Following, PlanClosed, PlanReopened, ProgressTold
from facilitation.plans.state import Closed, Life


def evolve(life: Life, event: Following) -> Life:
    """What following makes of a plan."""
    match event:
        case FigureEntered(entered):
            return replace(life, entered=(*life.entered, entered))
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
