"""Plans that come back as the file they left as: read strictly, trusted in nothing."""

from typing import Any, TypeVar

import msgspec

from facilitation import shapes
from facilitation.words import N_, Refused
from workshop.schemas import shape
from workshop.texts import without_controls

MOST_BYTES = 2_000_000
UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")

Part = TypeVar("Part")


def plan_of(file: bytes) -> shapes.Plan:
    """The whole plan in a file. Raises Refused, at the field `plan`, for anything else."""
    try:
        return even(shape.plan(part_of(file, shape.Plan)))
    except msgspec.ValidationError:
        raise unreadable() from None


def even(plan: shapes.Plan) -> shapes.Plan:
    """The plan, if each row of what its steps gathered has a cell for each field: others stand in no table."""
    if any(len(row) != len(each.fields) for each in plan.gathered for row in each.rows):
        raise unreadable()
    return plan


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
        return without_controls(told)
    if isinstance(told, list):
        return [cleaned(each) for each in told]
    return {cleaned(key): cleaned(each) for key, each in told.items()} if isinstance(told, dict) else told


def renamed(told: object) -> object:
    """The names of the shapes: `from` is a word of the language, so the shape says `from_`."""
    if not isinstance(told, dict) or not isinstance(told.get("goals"), list):
        return told
    goals = [{**goal, "from_": goal.get("from", {})} if isinstance(goal, dict) else goal for goal in told["goals"]]
    return {**told, "goals": goals}
