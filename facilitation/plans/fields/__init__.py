"""What each line of a plan is asked for, as data: forms, wire and differences are made of it, and nothing else is."""

from collections.abc import Mapping

from facilitation.plans.fields.entry import Entry, Held, nothing, value_of, with_value
from facilitation.plans.fields.goal import GOAL
from facilitation.plans.fields.metric import METRIC
from facilitation.plans.fields.others import ACTION, FOLLOW_UP, PLAN, RISK
from facilitation.plans.lines import Line, kind_of

__all__ = ["FIELDS", "Entry", "Held", "entries_of", "entry_of", "nothing", "value_of", "with_value"]

FIELDS: Mapping[str, tuple[Entry, ...]] = {
    "plan": PLAN,
    "goal": GOAL,
    "metric": METRIC,
    "action": ACTION,
    "risk": RISK,
    "follow_up": FOLLOW_UP,
}


def entries_of(line: Line) -> tuple[Entry, ...]:
    return FIELDS[kind_of(line)]


def entry_of(kind: str, key: str) -> Entry | None:
    """The entry of that key, if lines of the kind have it."""
    return next((entry for entry in FIELDS.get(kind, ()) if entry.key == key), None)
