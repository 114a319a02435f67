"""Plans that come back as the file they left as: read strictly, trusted in nothing."""

import re
from typing import Any, TypeVar

import msgspec

from facilitation import shapes
from facilitation.words import N_, Refused
from workshop.schemas import shape

MOST_BYTES = 2_000_000
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")

Part = TypeVar("Part")


def plan_of(file: bytes) -> shapes.Plan:
    """The whole plan in a file. Raises Refused, at the field `plan`, for anything else."""
    try:
        return shape.plan(part_of(file, shape.Plan))
    except msgspec.ValidationError:
        raise unreadable() from None


def part_of(file: bytes, kind: type[Part]) -> Part:
    """As much of the plan in a file as this kind has fields for; keys that it does not know are skipped."""
    if len(file) > MOST_BYTES:
        raise Refused(N_("The file is larger than two megabytes."), code="too_long", field="plan")
    try:
        return msgspec.convert(renamed(cleaned(msgspec.json.decode(file))), kind)
    except (UnicodeDecodeError, msgspec.MsgspecError, RecursionError):
        raise unreadable() from None


def unreadable() -> Refused:
    return Refused(UNREADABLE, code="unreadable", field="plan")


def cleaned(told: Any) -> Any:
    """The same without controls in its texts: they would stand in the log for ever."""
    if isinstance(told, str):
        return CONTROLS.sub("", told)
    if isinstance(told, list):
        return [cleaned(each) for each in told]
    return {key: cleaned(each) for key, each in told.items()} if isinstance(told, dict) else told


def renamed(told: object) -> object:
    """The names of the shapes: `from` is a word of the language, so the shape says `from_`."""
    if not isinstance(told, dict) or not isinstance(told.get("goals"), list):
        return told
    goals = [{**goal, "from_": goal.get("from", {})} if isinstance(goal, dict) else goal for goal in told["goals"]]
    return {**told, "goals": goals}
