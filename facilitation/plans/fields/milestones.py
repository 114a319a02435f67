"""The milestones of an action as a value: a text each, which says name, day and whether it is reached as JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from facilitation.plans.fields.entry import Entry, written
from facilitation.shapes import Action, Milestone
from facilitation.steps.kind import Field


@dataclass(frozen=True, kw_only=True)
class Milestones(Field):
    """Named points on an action's way; `limit`: characters of a name in one language."""

    limit: int = 160


def told(milestone: Milestone) -> str:
    """The milestone as one text, always the same for the same milestone."""
    said = {"name": dict(milestone.name), "day": written(milestone.day), "done": milestone.done}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Milestone:
    """The milestone that a text tells. Raises ValueError for anything else."""
    match json.loads(text):
        case {"name": Mapping() as name, "day": str() | None as day, "done": bool() as done}:
            return Milestone(_named(name), date.fromisoformat(day) if day else None, done)
        case _:
            raise ValueError(text)


def _named(name: Mapping[str, Any]) -> Mapping[str, str]:
    if not all(isinstance(text, str) for text in name.values()):
        raise ValueError(name)
    return {code: text for code, text in name.items() if text}


def milestones(field: Milestones) -> Entry:
    def get(action: Action) -> list[str]:
        return [told(each) for each in action.milestones]

    def put(action: Action, texts: list[str] | None) -> Action:
        return replace(action, milestones=tuple(read(text) for text in texts or ()))

    return Entry(field, get, put)
