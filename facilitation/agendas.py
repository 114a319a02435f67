"""An agenda against the clock: when each step is planned to begin, and how far the room has drifted from it."""

from facilitation.shapes import Agenda, StepPlan

__all__ = ["Agenda", "StepPlan"]
